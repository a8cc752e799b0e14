// The editor's own model answers for the server. VS Code asks its user for consent.
import * as vscode from 'vscode';
import { type ModelChoice } from './choice';
import {
  type CreateMessageParams,
  type CreateMessageResult,
  failureOf,
  MessageError,
  type Turn,
  turnsOf,
} from './wire';

/** A model may be silent for so long, in milliseconds; those that reason are, at first. */
const patience = 5 * 60_000;

/**
 * Has a model answer. Text is passed to write as it comes. What is thrown is a
 * MessageError, or a CancellationError when the token was cancelled.
 */
export async function answerMessage(
  choice: Pick<ModelChoice, 'model'>,
  params: CreateMessageParams,
  token: vscode.CancellationToken,
  write: (text: string) => void,
  silence = patience,
): Promise<CreateMessageResult> {
  const watch = new Watch(token, silence);
  try {
    const model = await choice.model(params.model);
    const turns = turnsOf(params);
    const promptTokens = await countAll(model, turns, watch.token);
    if (model.maxInputTokens > 0 && promptTokens > model.maxInputTokens) {
      throw new MessageError(
        'context-too-long',
        `${promptTokens} tokens, and ${model.name} takes ${model.maxInputTokens}`,
      );
    }
    const text = await read(model, turns, watch, write);
    return { text, model: model.name, promptTokens, completionTokens: await count(model, text, watch.token) };
  } catch (error) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    throw watch.tired
      ? new MessageError('timeout', `silent for ${Math.round(silence / 1000)} seconds`)
      : failureOf(error);
  } finally {
    watch.dispose();
  }
}

async function read(
  model: vscode.LanguageModelChat,
  turns: Turn[],
  watch: Watch,
  write: (text: string) => void,
): Promise<string> {
  const response = await watch.guard(
    model.sendRequest(
      turns.map(({ role, text }) =>
        role === 'user' ? vscode.LanguageModelChatMessage.User(text) : vscode.LanguageModelChatMessage.Assistant(text),
      ),
      { justification: vscode.l10n.t('To review the design document that you are writing.') },
      watch.token,
    ),
  );
  let text = '';
  const chunks = response.text[Symbol.asyncIterator]();
  for (;;) {
    const next = await watch.guard(chunks.next());
    if (next.done) return text;
    text += next.value;
    write(next.value);
    watch.heard();
  }
}

/** The tokens of all turns; 0 when the model cannot count. */
async function countAll(
  model: vscode.LanguageModelChat,
  turns: Turn[],
  token: vscode.CancellationToken,
): Promise<number> {
  const counts = await Promise.all(turns.map(({ text }) => count(model, text, token)));
  return counts.includes(0) ? 0 : counts.reduce((sum, n) => sum + n, 0);
}

async function count(model: vscode.LanguageModelChat, text: string, token: vscode.CancellationToken): Promise<number> {
  try {
    return await model.countTokens(text, token);
  } catch {
    return 0; // it is only for the meter
  }
}

/** Watch ends a request when the user cancels it, and when the model falls silent. */
class Watch implements vscode.Disposable {
  tired = false;
  private readonly source = new vscode.CancellationTokenSource();
  private readonly outer: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private give: (error: Error) => void = () => undefined;
  private readonly ended = new Promise<never>((_, reject) => (this.give = reject));

  constructor(
    token: vscode.CancellationToken,
    private readonly silence: number,
  ) {
    this.ended.catch(() => undefined); // whoever waits hears of it
    this.outer = token.onCancellationRequested(() => this.end());
    if (token.isCancellationRequested) this.end();
    this.heard();
  }

  get token(): vscode.CancellationToken {
    return this.source.token;
  }

  /** Waits for a step, and no longer than for the end: a provider may not heed its token. */
  guard<T>(step: Thenable<T>): Promise<T> {
    return Promise.race([step, this.ended]);
  }

  /** Notes that the model has said something. */
  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.tired = true;
      this.end();
    }, this.silence);
  }

  private end(): void {
    this.source.cancel();
    this.give(new vscode.CancellationError());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.outer.dispose();
    this.source.dispose();
  }
}
