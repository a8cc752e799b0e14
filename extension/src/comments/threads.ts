// Comment threads for the findings of a model: where the words stand, with a place to
// answer. What is decided goes to the server, which keeps it in the ledger.
import * as vscode from 'vscode';
import { changes, type Remark, remarkOf } from './thread';

/** After a change the server reviews anew; the threads wait for it, in milliseconds. */
const pause = 150;
const notesKey = 'designls.notes';
/** Notes are kept for so many findings; the oldest are dropped. */
const mostNotes = 500;

/** A thread, and what it shows. */
interface Shown {
  thread: vscode.CommentThread;
  remark: Remark;
}

/** Threads keeps the threads of all documents as their diagnostics are. */
export class Threads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('designls', vscode.l10n.t('Design review'));
  private readonly byDocument = new Map<string, Map<string, Shown>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly memory: vscode.Memento) {
    this.controller.options = {
      prompt: vscode.l10n.t('A note, or the reason for a decision'),
      placeHolder: vscode.l10n.t('A note, or the reason for a decision'),
    };
    this.subscriptions = [
      this.controller,
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.lookSoon(uri))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.lookSoon(uri)),
    ];
  }

  private lookSoon(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.look(uri);
      }, pause),
    );
  }

  private look(uri: vscode.Uri): void {
    const open = vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString());
    const told = open ? vscode.languages.getDiagnostics(uri) : [];
    const remarks = told.map((d) => remarkOf(d)).filter((r) => r !== undefined);
    const shown = this.byDocument.get(uri.toString()) ?? new Map<string, Shown>();
    const { gone, kept, fresh } = changes(shown.keys(), remarks);
    for (const id of gone) {
      shown.get(id)!.thread.dispose();
      shown.delete(id);
    }
    for (const remark of kept) this.update(shown.get(remark.id)!, remark);
    for (const remark of fresh) shown.set(remark.id, this.begin(uri, remark));
    if (shown.size > 0) this.byDocument.set(uri.toString(), shown);
    else this.byDocument.delete(uri.toString());
  }

  private begin(uri: vscode.Uri, remark: Remark): Shown {
    const thread = this.controller.createCommentThread(uri, rangeOf(remark), this.commentsOf(remark));
    thread.label = remark.rule;
    thread.contextValue = 'finding';
    thread.canReply = true;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return { thread, remark };
  }

  /** Only what has changed is set: each set draws the thread again. */
  private update(shown: Shown, remark: Remark): void {
    const before = shown.remark;
    shown.remark = remark;
    if (remark.start !== before.start || remark.end !== before.end) shown.thread.range = rangeOf(remark);
    if (remark.message !== before.message) shown.thread.comments = this.commentsOf(remark);
  }

  private commentsOf(remark: Remark): vscode.Comment[] {
    const notes = this.notes()[remark.id] ?? [];
    return [commentOf(remark.message, remark.model), ...notes.map((note) => commentOf(note, vscode.l10n.t('You')))];
  }

  /** Adds a note of the user's to a thread. Notes stay on this machine. */
  async note(thread: vscode.CommentThread, text: string): Promise<void> {
    const { remark } = this.find(thread);
    const { [remark.id]: before = [], ...others } = this.notes();
    const kept = [...Object.entries(others).slice(1 - mostNotes), [remark.id, [...before, text]]] as const;
    await this.memory.update(notesKey, Object.fromEntries(kept));
    thread.comments = this.commentsOf(remark);
  }

  private notes(): Record<string, string[]> {
    return this.memory.get<Record<string, string[]>>(notesKey, {});
  }

  /** The finding behind a thread. */
  find(thread: vscode.CommentThread): Shown {
    for (const shown of this.byDocument.get(thread.uri.toString())?.values() ?? []) {
      if (shown.thread === thread) return shown;
    }
    throw new Error(vscode.l10n.t('The text has changed and this finding is gone, so nothing was kept.'));
  }

  /** The threads of a document, by the ids of their findings. */
  of(uri: vscode.Uri): ReadonlyMap<string, Shown> {
    return this.byDocument.get(uri.toString()) ?? new Map<string, Shown>();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const s of this.subscriptions) s.dispose();
  }
}

const rangeOf = ({ start, end }: Remark) => new vscode.Range(start, 0, end, 0);

function commentOf(text: string, author: string): vscode.Comment {
  const body = new vscode.MarkdownString(text);
  body.isTrusted = false;
  return { body, author: { name: author }, mode: vscode.CommentMode.Preview };
}
