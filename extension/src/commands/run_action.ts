// Running an action of the server's on the active document: one command for each.
import * as vscode from 'vscode';
import { type Command, markdownEditor, rangeOf } from './command';

/** What an action has to know that no document says, unless it is selected. */
interface Asked {
  option: string;
  title: string;
  placeHolder: string;
}

const asked = (action: string): Asked | undefined => {
  if (action === 'apply-change') {
    return {
      option: 'change',
      title: vscode.l10n.t('What is new, or what do you object to?'),
      placeHolder: vscode.l10n.t('The service has to carry twice as many users.'),
    };
  }
  if (action === 'deep-dive') {
    return {
      option: 'topic',
      title: vscode.l10n.t('What should be explained?'),
      placeHolder: vscode.l10n.t('A concept or a component, such as consistent hashing'),
    };
  }
  return undefined;
};

/** Makes the command that runs an action, on what is selected if something is. */
export function runAction(action: string): Command {
  return async ({ server }) => {
    const { document, selection } = markdownEditor();
    const range = selection.isEmpty ? undefined : rangeOf(selection);
    const question = range ? undefined : asked(action);
    const told = question && (await vscode.window.showInputBox({ ...question, ignoreFocusOut: true }));
    if (question && !told?.trim()) return;
    const options = question && told ? { options: { [question.option]: told.trim() } } : {};
    await server.execute('designls.run', { action, uri: document.uri.toString(), range, ...options });
  };
}
