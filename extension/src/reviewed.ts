// Which documents are the server's business: those that are written, not what is shown
// of an earlier version, and not cells of a notebook.
import * as vscode from 'vscode';

const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** What the server is told of. Folders of a virtual workspace can have any scheme. */
export function reviewed(): { scheme: string; language: string }[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...schemes, ...folders])].map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Whether the server is told of a document. */
export const isReviewed = ({ uri, languageId }: vscode.TextDocument) =>
  reviewed().some(({ scheme, language }) => scheme === uri.scheme && language === languageId);

/** Says why an action cannot work on a document of markdown, and nothing when it can. */
export function whyNot({ uri }: vscode.TextDocument): string | undefined {
  if (uri.scheme === 'vscode-notebook-cell') {
    return vscode.l10n.t('Cells of a notebook are not reviewed. Move the text into a markdown file first.');
  }
  if (reviewed().some(({ scheme }) => scheme === uri.scheme)) return undefined;
  return vscode.l10n.t('This side shows a version that cannot be changed. Run the command in the file itself.');
}
