// An edit that its author is to see before it is made.
import type { ApplyWorkspaceEditParams, TextEdit, WorkspaceEdit } from 'vscode-languageclient';

/** What an edit would do to one document. */
export interface Proposal {
  uri: string;
  /** Of the document that it is about; null when any will do. */
  version: number | null;
  edits: TextEdit[];
}

/** The document that an edit is about, and what it would do to it: not to files that it makes. */
export function proposalOf(edit: WorkspaceEdit): Proposal | undefined {
  const made = created(edit);
  for (const change of edit.documentChanges ?? []) {
    if (!('textDocument' in change) || made.includes(change.textDocument.uri)) continue;
    const { uri, version } = change.textDocument;
    return { uri, version, edits: change.edits.filter((e) => 'newText' in e) };
  }
  return undefined;
}

/** The files that an edit makes. */
export function created(edit: WorkspaceEdit): string[] {
  return (edit.documentChanges ?? []).flatMap((c) => ('kind' in c && c.kind === 'create' ? [c.uri] : []));
}

/** Whether the author is to see an edit first. */
export function needsConfirmation({ edit }: ApplyWorkspaceEditParams): boolean {
  return Object.values(edit.changeAnnotations ?? {}).some((a) => a.needsConfirmation);
}

/** The edit after the author has agreed to it. */
export function agreed(params: ApplyWorkspaceEditParams): ApplyWorkspaceEditParams {
  const changeAnnotations: WorkspaceEdit['changeAnnotations'] = {};
  for (const [id, a] of Object.entries(params.edit.changeAnnotations ?? {})) {
    changeAnnotations[id] = { ...a, needsConfirmation: false };
  }
  return { ...params, edit: { ...params.edit, changeAnnotations } };
}

/** The same for edits that put the same words into a document, be it in another version. */
export function identityOf(label: string, { uri, edits }: Omit<Proposal, 'version'>): string {
  return JSON.stringify([label, uri, edits.map((e) => e.newText.trim().replaceAll('\r\n', '\n'))]);
}

/** An edit of a text by offsets. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** A text after changes that do not overlap. Two at one place stand in their order. */
export function textAfter(before: string, changes: Change[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, text } of changes.toSorted((a, b) => a.start - b.start)) {
    after += before.slice(at, start) + text;
    at = end;
  }
  return after + before.slice(at);
}
