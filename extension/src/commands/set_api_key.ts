import * as vscode from 'vscode';
import { checkBase, originOf } from '../reviewer/endpoint';
import { configuredBase } from '../secrets';
import { type Command } from './command';

/** Asks for the key of the model's endpoint and starts the server with it. */
export const setApiKey: Command = async ({ server, secrets }) => {
  const base = configuredBase(vscode.window.activeTextEditor?.document.uri);
  const checked = checkBase(base);
  if ('wrong' in checked) throw new Error(`designls.openai.baseUrl: ${checked.wrong}`);
  const key = await askForKey(base);
  if (key === undefined) return;
  await secrets.setKey(base, key);
  await server.restart();
};

/** The key that the user types; undefined when the user thinks better of it. */
export async function askForKey(base: string, why = ''): Promise<string | undefined> {
  const kept = vscode.l10n.t('Kept in the secret storage of VS Code, and sent to this server only. Empty for none.');
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('API key for {0}', originOf(base)),
    prompt: why ? `${why} ${kept}` : kept,
    password: true,
    ignoreFocusOut: true,
  });
  return key?.trim();
}
