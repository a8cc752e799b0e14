// Which document a request in the chat is about.
import * as vscode from 'vscode';
import { isReviewed } from '../reviewed';

export interface Subject {
  document: vscode.TextDocument;
  /** What is selected in it, or was attached; absent for all of it. */
  range?: vscode.Range;
}

/** The first design document that was attached, else the one that is being written. */
export async function subjectOf(references: readonly vscode.ChatPromptReference[]): Promise<Subject | undefined> {
  for (const { value } of references) {
    const place = value instanceof vscode.Location ? value : undefined;
    const uri = place?.uri ?? (value instanceof vscode.Uri ? value : undefined);
    const document = uri && (await opened(uri));
    if (document) return { document, ...(place && !place.range.isEmpty ? { range: place.range } : {}) };
  }
  return written();
}

/** The chat may have the focus, or lie among the editors: then it is the document beside it. */
function written(): Subject | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find((e) => e && isReviewed(e.document));
  return editor && { document: editor.document, ...(editor.selection.isEmpty ? {} : { range: editor.selection }) };
}

/** A document that the server knows of; undefined for anything else. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return isReviewed(document) ? document : undefined;
  } catch {
    return undefined; // a folder, or a picture
  }
}
