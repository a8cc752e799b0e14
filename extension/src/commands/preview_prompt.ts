import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import { output } from '../reviewer/program';
import { actions } from '../tables.json';
import { type Command, markdownEditor } from './command';
import { titleOf } from './title';

/** Shows what an action would send to a model about the text as it is, saved or not. */
export const previewPrompt: Command = async ({ server, preview }) => {
  const { document } = markdownEditor();
  const action = await vscode.window.showQuickPick(
    actions.map(({ id }) => ({ label: titleOf(id), id })),
    { title: vscode.l10n.t('Show what which action would send?') },
  );
  if (!action) return;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
  // The prompts of a workspace that is not trusted are not read.
  const cwd = folder?.scheme === 'file' && vscode.workspace.isTrusted ? folder.fsPath : tmpdir();
  const text = await output(server.candidate().path, ['prompts', 'show', action.id, '-'], document.getText(), cwd);
  await preview.show(`${action.id}.md`, text);
};
