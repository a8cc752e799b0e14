import * as vscode from 'vscode';
import { type Command } from './command';

/** Asks for the key of the model's endpoint and starts the server with it. */
export const setApiKey: Command = async ({ server, secrets }) => {
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('API key for the model'),
    prompt: vscode.l10n.t('Kept in the secret storage of VS Code. Leave it empty to remove the key.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return;
  await secrets.setKey(key.trim());
  await server.restart();
};
