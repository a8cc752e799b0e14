import * as vscode from 'vscode';
import { templates } from '../tables.json';
import { slug } from '../slug';
import { type Command } from './command';

/** Starts a document from a template, in a file that the user names. */
export const newDocument: Command = async () => {
  const template = await vscode.window.showQuickPick(
    templates.map((t) => ({ label: t.name, description: t.id, content: t.content })),
    { title: vscode.l10n.t('What kind of document?'), matchOnDescription: true },
  );
  if (!template) return;
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Title of the document'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A document needs a title.') : undefined),
  });
  if (title === undefined) return;
  const target = await whereTo(title);
  if (!target) return;
  const content = template.content.replaceAll('${title}', () => title.trim());
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  await vscode.window.showTextDocument(target);
};

/** Asks where to keep it; VS Code asks before another file is replaced. */
async function whereTo(title: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `docs/design/${slug(title)}.md`;
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { Markdown: ['md'] },
    saveLabel: vscode.l10n.t('Create'),
  });
}
