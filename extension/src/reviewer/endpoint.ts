// Asking a server with OpenAI's API which models it has: a test of the address, the
// key and the server at once. Nothing of any document is sent.
import { l10n } from '../l10n';

/** How long a server may take, in milliseconds. */
const patience = 10_000;

/** Why an endpoint cannot be used: one sentence for the user. */
export class EndpointError extends Error {
  constructor(
    message: string,
    /** Whether another key may help. */
    readonly wantsKey = false,
  ) {
    super(message);
  }
}

/** The base address as it is written into the settings, or what is wrong with it. */
export function checkBase(typed: string): { base: string } | { wrong: string } {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.host === '') {
    return { wrong: l10n.t('This is no address: it begins with https:// or http://, and usually ends in /v1.') };
  }
  if (url.username || url.password)
    return { wrong: l10n.t('Leave the password out of the address: the key is asked for next.') };
  return { base: url.href.replace(/[?#].*$/, '').replace(/\/+$/, '') };
}

/** Where a key belongs to: it is sent to no other server. */
export function originOf(base: string): string {
  return URL.canParse(base) ? new URL(base).origin : '';
}

/** The models of an endpoint, in alphabetical order. The error is an EndpointError. */
export async function listModels(base: string, key: string, limit = patience): Promise<string[]> {
  const host = new URL(base).host;
  const response = await get(`${base}/models`, key, host, limit);
  refuse(response, host, key);
  const models = modelsIn(await bodyOf(response, host));
  if (!models) {
    throw new EndpointError(
      l10n.t("{0} does not answer like OpenAI's API. Check the address; it usually ends in /v1.", host),
    );
  }
  if (models.length === 0) {
    throw new EndpointError(
      l10n.t('{0} answers, but it has no models. Load or deploy one there, then try again.', host),
    );
  }
  return models;
}

async function get(url: string, key: string, host: string, limit: number): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { accept: 'application/json', ...(key ? { authorization: `Bearer ${key}`, 'api-key': key } : {}) },
      redirect: 'manual', // a key follows nobody
      signal: AbortSignal.timeout(limit),
    });
  } catch (error) {
    throw new EndpointError(unreachable(error, host, limit));
  }
}

function unreachable(error: unknown, host: string, limit: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return l10n.t(
      '{0} did not answer within {1} seconds. Check that the server runs, then try again.',
      host,
      limit / 1000,
    );
  }
  const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return l10n.t('There is no server named {0}. Check the address.', host);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return l10n.t('The certificate of {0} is not trusted ({1}). Ask whoever runs the server.', host, code);
  }
  return l10n.t(
    'No connection to {0}. Check that the server runs and the address is right.',
    host + (code ? ` (${code})` : ''),
  );
}

/** Throws for all answers but good ones. */
function refuse({ status, ok }: Response, host: string, key: string): void {
  if (ok) return;
  if (status === 401 || status === 403) {
    throw new EndpointError(
      key ? l10n.t('{0} does not accept the key.', host) : l10n.t('{0} wants a key.', host),
      true,
    );
  }
  if (status >= 300 && status < 400) {
    throw new EndpointError(
      l10n.t('{0} sends you to another page, such as a login. Give the address of the API itself.', host),
    );
  }
  if (status === 404 || status === 405) {
    throw new EndpointError(
      l10n.t('{0} has no list of models at this address. Check it; it usually ends in /v1.', host),
    );
  }
  if (status === 429)
    throw new EndpointError(l10n.t('{0} takes no more requests at the moment (429). Try again later.', host));
  throw new EndpointError(l10n.t('{0} failed ({1}). Try again later, or ask whoever runs the server.', host, status));
}

async function bodyOf(response: Response, host: string): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (/^\s*</.test(text)) {
    throw new EndpointError(
      l10n.t('{0} answers with a web page, such as a login. Give the address of the API itself.', host),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The ids in {"data": [{"id": "..."}]}, or undefined when it is something else. */
function modelsIn(body: unknown): string[] | undefined {
  const data = (body as { data?: unknown } | null | undefined)?.data;
  if (!Array.isArray(data)) return undefined;
  const ids = data
    .map((model: { id?: unknown } | null) => model?.id)
    .filter((id) => typeof id === 'string' && id !== '');
  return [...new Set(ids as string[])].sort();
}
