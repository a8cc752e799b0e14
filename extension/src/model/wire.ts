// What the server and the editor's model say to each other through
// "designls/createMessage": server/llm/editor has the other side.

/** The request: text that the server wants answered. */
export interface CreateMessageParams {
  system: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
  /** The JSON Schema of the reply; the system text asks for it already. */
  schema?: string;
  maxTokens?: number;
  /** Text is told under this token as it comes, by "$/progress". */
  token: string;
  /** Which model is meant, in the words of ModelChoice.lend; missing for that of the workspace. */
  model?: string;
}

/** The answer: all of the text, and what it took, 0 where nobody knows. */
export interface CreateMessageResult {
  text: string;
  model: string;
  promptTokens: number;
  completionTokens: number;
}

/** What went wrong, in the words of the server. */
export type Kind =
  | 'model-unknown'
  | 'quota'
  | 'rate-limit'
  | 'context-too-long'
  | 'timeout'
  | 'refused'
  | 'unreachable'
  | 'declined'
  | 'server';

/** Why there is no answer. The server makes a sentence of the kind; this is its detail. */
export class MessageError extends Error {
  constructor(
    readonly kind: Kind,
    detail: string,
  ) {
    super(detail);
  }
}

/** One turn for a model that knows no system text: that comes first, from the user. */
export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

/** The turns of a request. */
export function turnsOf(params: CreateMessageParams): Turn[] {
  const turns: Turn[] = params.messages.map(({ role, content }) => ({ role, text: content }));
  return params.system.trim() === '' ? turns : [{ role: 'user', text: params.system }, ...turns];
}

/** Signs of a kind in what providers say, where VS Code has no code for it. The first counts. */
const signs: [Kind, RegExp][] = [
  ['rate-limit', /rate.?limit|too many requests|\b429\b/i],
  ['quota', /quota|\ballowance\b|premium requests|usage limit|billing|out of credits/i],
  ['context-too-long', /context.?(length|window)|too long|too large|token limit|maximum.{0,20}tokens|message exceeds/i],
  ['refused', /off.?topic|content.?filter|filtered|responsible ai|violat/i],
  ['unreachable', /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|net::|fetch failed|network/i],
];

/** Gives what a provider has thrown its kind. */
export function failureOf(error: unknown): MessageError {
  if (error instanceof MessageError) return error;
  const { code = '', message, cause } = partsOf(error);
  const said = `${message}\n${cause}`;
  const sign = signs.find(([, sign]) => sign.test(said))?.[0];
  switch (code) {
    case 'NoPermissions':
      return new MessageError('declined', 'VS Code was not allowed to use the model');
    case 'NotFound':
      return new MessageError('model-unknown', 'the model is not there any more');
    case 'Blocked':
      // VS Code says no more than this of a quota that is used up.
      return new MessageError(sign ?? 'quota', detailOf(message, 'the provider blocks further requests'));
  }
  return new MessageError(sign ?? 'server', detailOf(message, 'it gave no reason'));
}

function partsOf(error: unknown): { code?: string; message: string; cause: string } {
  if (!(error instanceof Error)) return { message: String(error), cause: '' };
  const code = (error as { code?: unknown }).code;
  return {
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message,
    cause: error.cause instanceof Error ? error.cause.message : '',
  };
}

/** A detail is one short line: whole pages of HTML come as messages, too. */
function detailOf(message: string, otherwise: string): string {
  const line = message.split('\n')[0]!.trim();
  if (line === '') return otherwise;
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
