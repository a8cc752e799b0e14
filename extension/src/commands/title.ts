import * as vscode from 'vscode';
import { actions } from '../tables.json';

/** The title of an action in the language of VS Code; a team's own is as they wrote it. */
export function titleOf(id: string, otherwise = id): string {
  return vscode.l10n.t(actions.find((a) => a.id === id)?.title ?? otherwise);
}
