import * as vscode from 'vscode';
import { type Command, markdownEditor } from './command';
import { runAction } from './run_action';
import { titleOf } from './title';

/** Lists the actions that the server offers here, those of the team among them. */
export const chooseAction: Command = async (parts) => {
  const { document, selection } = markdownEditor();
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    'refactor.designls',
  );
  const picked = await vscode.window.showQuickPick(entries(offered), {
    title: vscode.l10n.t('What should the reviewer do?'),
  });
  if (picked) await runAction(picked.id)(parts);
};

/** One entry for each action: the server offers some for a section, too. */
function entries(offered: vscode.CodeAction[]): { label: string; id: string }[] {
  const titles = new Map<string, string>();
  for (const { title, command } of offered) {
    const id = (command?.arguments?.[0] as { action?: unknown } | undefined)?.action;
    if (typeof id === 'string' && !titles.has(id)) titles.set(id, titleOf(id, title));
  }
  return [...titles].map(([id, label]) => ({ id, label }));
}
