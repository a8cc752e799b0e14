// Documents that VS Code lets nobody type into, though it would make an edit there.
import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';

/** The first document of an edit that is read-only in this window. */
export async function readOnlyOf(edit: WorkspaceEdit): Promise<vscode.Uri | undefined> {
  for (const uri of documentsOf(edit)) if (await isReadOnly(uri)) return uri;
  return undefined;
}

function documentsOf(edit: WorkspaceEdit): vscode.Uri[] {
  const changed = (edit.documentChanges ?? []).flatMap((c) => ('textDocument' in c ? [c.textDocument.uri] : []));
  return [...Object.keys(edit.changes ?? {}), ...changed].map((uri) => vscode.Uri.parse(uri));
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
  if (!document || document.isUntitled) return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const files = vscode.workspace.getConfiguration('files', uri);
  if (matches(document, files.get('readonlyExclude'))) return false;
  return matches(document, files.get('readonlyInclude')) || (await forbids(uri));
}

/** Whether a setting of globs, each with true or false, names a document. */
function matches(document: vscode.TextDocument, globs: Record<string, boolean> = {}): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return Object.entries(globs).some(([glob, counts]) => {
    if (!counts) return false;
    const patterns = folder ? [glob, new vscode.RelativePattern(folder, glob)] : [glob];
    return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  });
}

async function forbids(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // a file that is not there yet
  }
}
