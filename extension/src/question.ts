// What the server asks its user. A run waits for the answer, and VS Code hides messages
// after some seconds: so these stay.
import * as vscode from 'vscode';
import { type MessageActionItem, MessageType, type ShowMessageRequestParams } from 'vscode-languageclient/node';

/** Asks, and returns the chosen answer; null for none. */
export async function question({
  type,
  message,
  actions = [],
}: ShowMessageRequestParams): Promise<MessageActionItem | null> {
  const titles = actions.map(({ title }) => title);
  const chosen = await show(type, message, titles);
  return actions.find(({ title }) => title === chosen) ?? null;
}

/** A warning comes before something happens, so nothing else goes on before it is answered. */
async function show(type: MessageType, message: string, titles: string[]): Promise<string | undefined> {
  if (type === MessageType.Error) return vscode.window.showErrorMessage(message, ...titles);
  if (type !== MessageType.Warning) return vscode.window.showInformationMessage(message, ...titles);
  // The last answer is the one that changes nothing; Escape gives it, too.
  const items = titles.map((title, i) => ({ title, isCloseAffordance: i === titles.length - 1 }));
  return (await vscode.window.showWarningMessage(message, { modal: true }, ...items))?.title;
}
