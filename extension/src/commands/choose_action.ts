import * as vscode from 'vscode';
import { actions } from '../tables.json';
import { type Command } from './command';
import { runAction } from './run_action';

/** Lists the actions, for those who do not know their names. */
export const chooseAction: Command = async (parts) => {
  const picked = await vscode.window.showQuickPick(
    actions.map((a) => ({ label: a.title, id: a.id })),
    { title: vscode.l10n.t('What should the reviewer do?') },
  );
  if (picked) await runAction(picked.id)(parts);
};
