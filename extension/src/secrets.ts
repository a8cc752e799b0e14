// The keys for models' endpoints, one for each server. They are kept by VS Code, and
// reach the program by its environment: never by settings, arguments or the trace of
// the protocol.
import * as vscode from 'vscode';
import { originOf } from './reviewer/endpoint';

const variable = 'DESIGNLS_API_KEYS';
/** The system has so long to give out a key, in milliseconds. */
const patience = 5000;
/** Where requests go as long as nobody says otherwise. */
const openAI = 'https://api.openai.com/v1';

/** The address of the API that the settings name, for a document or folder. */
export function configuredBase(scope?: vscode.Uri): string {
  const set = vscode.workspace.getConfiguration('designls', scope ?? null).get<unknown>('openai.baseUrl', '');
  return (typeof set === 'string' && set.trim()) || process.env['OPENAI_BASE_URL'] || openAI;
}

/** All addresses that are named in this window: folders can name their own. */
export function configuredBases(): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => configuredBase(uri));
  return [...new Set([configuredBase(), ...folders])].sort();
}

/** Calls when other addresses are named: the server gets its keys when it starts. */
export function whenBasesChange(call: () => void): vscode.Disposable {
  let known = configuredBases().join('\n');
  const look = () => {
    const now = configuredBases().join('\n');
    if (now !== known) call();
    known = now;
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration(look),
  );
}

/** Secrets keeps the keys. */
export class Secrets {
  constructor(private readonly storage: vscode.SecretStorage) {}

  /**
   * What the environment of the server has beside that of VS Code: a key for each
   * server that is named, so that none gets the key of another.
   */
  async environment(): Promise<Record<string, string>> {
    if (!vscode.workspace.isTrusted) return {};
    const keys: Record<string, string> = {};
    for (const base of configuredBases()) {
      const key = await soon(this.key(base));
      if (key) keys[originOf(base)] = key;
    }
    return Object.keys(keys).length > 0 ? { [variable]: JSON.stringify(keys) } : {};
  }

  /** The key for an address, if there is one. */
  async key(base: string): Promise<string | undefined> {
    return this.storage.get(nameOf(base));
  }

  /** Keeps the key for an address; an empty one removes it. */
  async setKey(base: string, key: string): Promise<void> {
    await (key === '' ? this.storage.delete(nameOf(base)) : this.storage.store(nameOf(base), key));
  }
}

/** The server does not wait for a key ring that does not answer, or fails: it works without a key, too. */
const soon = (key: Promise<string | undefined>) =>
  Promise.race([
    key.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined)),
  ]);

const nameOf = (base: string) => `designls.apiKey ${originOf(base)}`;
