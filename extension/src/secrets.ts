// The key for a model's endpoint. It is kept by VS Code, and reaches the server by
// its environment: never by settings, arguments or the trace of the protocol.
import * as vscode from 'vscode';

const name = 'designls.apiKey';
const variable = 'OPENAI_API_KEY';

export class Secrets {
  constructor(private readonly storage: vscode.SecretStorage) {}

  /** What the environment of the server has beside that of VS Code. */
  async environment(): Promise<Record<string, string>> {
    const key = vscode.workspace.isTrusted ? await this.storage.get(name) : undefined;
    return key ? { [variable]: key } : {};
  }

  /** Keeps the key; an empty one removes it. */
  async setKey(key: string): Promise<void> {
    await (key === '' ? this.storage.delete(name) : this.storage.store(name, key));
  }
}
