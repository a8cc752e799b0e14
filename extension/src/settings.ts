// The settings that are the server's business. The extension has others under the
// same prefix, which the server would call unknown.
import * as vscode from 'vscode';
import { settings } from './tables.json';
import { unflatten } from './unflatten';

/** The server's settings for a document or folder, as far as somebody has set them. */
export function serverSettings(scope?: string): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration('designls', scope ? vscode.Uri.parse(scope) : null);
  const set: [string, unknown][] = [];
  for (const { name } of settings) {
    const found = configuration.inspect(name);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined) set.push([name, configuration.get(name)]);
  }
  // The last one of a name counts, so these cannot be set otherwise.
  if (!vscode.workspace.isTrusted) set.push(['workspace.trusted', false], ['engine', 'builtin']);
  return unflatten(set);
}
