// The keys for models' endpoints, one for each server. They are kept by VS Code, and
// reach the program by its environment: never by settings, arguments or the trace of
// the protocol.
import * as vscode from 'vscode';
import { originOf } from './reviewer/endpoint';

const variable = 'OPENAI_API_KEY';
/** Where requests go as long as nobody says otherwise. */
const openAI = 'https://api.openai.com/v1';

/** The address of the API that the settings name. */
export function configuredBase(): string {
  const set = vscode.workspace.getConfiguration('designls').get<unknown>('openai.baseUrl', '');
  return (typeof set === 'string' && set.trim()) || process.env['OPENAI_BASE_URL'] || openAI;
}

/** Secrets keeps the keys. */
export class Secrets {
  constructor(private readonly storage: vscode.SecretStorage) {}

  /** What the environment of the server has beside that of VS Code. */
  async environment(): Promise<Record<string, string>> {
    const key = vscode.workspace.isTrusted ? await this.key(configuredBase()) : undefined;
    return key ? { [variable]: key } : {};
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

const nameOf = (base: string) => `designls.apiKey ${originOf(base)}`;
