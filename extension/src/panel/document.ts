// What the Reviewer panel does in documents: it goes to places, and writes answers.
import * as vscode from 'vscode';
import { managedBlocks } from '../document/block';
import { answerEdit } from '../document/questions';
import { type FromPage } from './messages';

/** Puts the cursor to a place. */
export async function goTo(uri: string, at: vscode.Position): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(at, at) });
}

/** Puts the cursor to the first line of a managed block. */
export async function showBlock(uri: string, id: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const block = managedBlocks(document.getText()).find((b) => b.id === id);
  if (!block) throw new Error(vscode.l10n.t('What this run wrote is not in the document any more.'));
  const text = document.getText().slice(block.start, block.end);
  await goTo(uri, document.positionAt(block.start + text.length - text.trimStart().length));
}

/** Writes an answer as one undo step. VS Code refuses the edit if the text moves on meanwhile. */
export async function writeAnswer(message: FromPage & { type: 'answer' }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(message.uri));
  const edit = answerEdit(document.getText(), message.question, message.before, message.answer);
  if (edit === 'gone') throw new Error(vscode.l10n.t('This question is not in the document any more.'));
  if (edit === 'changed') {
    throw new Error(vscode.l10n.t('The answer was changed in the document meanwhile, so yours was not written.'));
  }
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
  change.replace(document.uri, range, edit.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t('The answer could not be written. Is the document read-only?'));
  }
}
