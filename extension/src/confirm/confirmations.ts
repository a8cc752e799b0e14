// What an action has made, shown to the author before it is put into the document: a
// comparison of the document without it and with it, which is applied or discarded.
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ApplyWorkspaceEditParams, ApplyWorkspaceEditResult } from 'vscode-languageclient';
import { changedReason, discardedReason } from '../protocol';
import { agreed, created, identityOf, needsConfirmation, type Proposal, proposalOf, textAfter } from './proposal';
import { readOnlyOf } from './read_only';

const scheme = 'designls-result';
/** Commands depend on whether something is shown. */
const contextKey = 'designls.confirming';
/** Who has typed less long ago is not interrupted, in milliseconds. */
const typing = 1000;
/** The server asks again within this time when the document has moved on, in milliseconds. */
const again = 5000;

const discarded: ApplyWorkspaceEditResult = { applied: false, failureReason: discardedReason };

type Next = (params: ApplyWorkspaceEditParams) => Promise<ApplyWorkspaceEditResult>;

/** What waits for the author. */
export interface Waiting {
  title: string;
  /** Of the document. */
  uri: string;
}

interface Shown extends Waiting {
  before: vscode.Uri;
  after: vscode.Uri;
  decide: (apply: boolean) => void;
}

export class Confirmations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private shown: Shown | undefined;
  private last: { identity: string; at: number } | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private count = 0;
  private typed = 0;
  /** Which server's edits are shown: of one that has ended, none is. */
  private era = 0;

  readonly onChange = this.changed.event;

  constructor() {
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const active = document === vscode.window.activeTextEditor?.document;
        if (active && contentChanges.length > 0) this.typed = Date.now();
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => this.isShownIn(tab))) this.decide(false);
      }),
    ];
  }

  /** What the author is to decide about now. */
  waiting(): Waiting | undefined {
    return this.shown && { title: this.shown.title, uri: this.shown.uri };
  }

  /** Applies or discards what is shown. */
  decide(apply: boolean): void {
    this.shown?.decide(apply);
  }

  /** Discards what is shown and all that waits behind it: the server that made it has ended. */
  forget(): void {
    this.era++;
    this.decide(false);
  }

  /** Makes an edit of the server's, after the author has agreed where that is needed. Nothing read-only is changed. */
  async handle(params: ApplyWorkspaceEditParams, next: Next): Promise<ApplyWorkspaceEditResult> {
    if (await readOnlyOf(params.edit)) {
      return { applied: false, failureReason: vscode.l10n.t('it is read-only in this window') };
    }
    const result = needsConfirmation(params) ? await this.inTurn(params, next) : await next(params);
    if (result.applied) await save(created(params.edit));
    return result;
  }

  /** Edits are shown one after another. */
  private inTurn(params: ApplyWorkspaceEditParams, next: Next): Promise<ApplyWorkspaceEditResult> {
    const era = this.era;
    const mine = this.turn.then(() => (era === this.era ? this.ask(params, next) : discarded));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async ask(params: ApplyWorkspaceEditParams, next: Next): Promise<ApplyWorkspaceEditResult> {
    const proposal = proposalOf(params.edit);
    if (!proposal) return next(agreed(params));
    const title = params.label ?? vscode.l10n.t('Edit');
    const identity = identityOf(title, proposal);
    if (!this.agreedTo(identity)) {
      const decision = await this.show(title, proposal);
      if (decision !== 'apply') return { applied: false, failureReason: decision };
    }
    const result = await next(agreed(params));
    this.last = result.applied ? undefined : { identity, at: Date.now() };
    return result;
  }

  /** Whether the author has agreed to these words a moment ago, and the document had moved on. */
  private agreedTo(identity: string): boolean {
    return this.last?.identity === identity && Date.now() - this.last.at < again;
  }

  /** Shows a result until it is decided; the answer to the server says why it is not applied. */
  private async show(title: string, proposal: Proposal): Promise<string> {
    const era = this.era;
    while (Date.now() - this.typed < typing) await pause(typing - (Date.now() - this.typed));
    if (era !== this.era) return discardedReason;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(proposal.uri));
    // Then the server asks again, with the same words for the text as it is now.
    if (proposal.version !== null && proposal.version !== document.version) return changedReason;
    const changes = proposal.edits.map(({ range: { start, end }, newText }) => ({
      start: document.offsetAt(new vscode.Position(start.line, start.character)),
      end: document.offsetAt(new vscode.Position(end.line, end.character)),
      text: newText,
    }));
    const text = document.getText();
    const uris = { before: this.keep(document, text), after: this.keep(document, textAfter(text, changes)) };
    const decided = new Promise<boolean>((decide) => {
      this.shown = { title, uri: document.uri.toString(), ...uris, decide };
    });
    try {
      await this.tell(true);
      const name = vscode.l10n.t('{0}: apply or discard?', title);
      await vscode.commands.executeCommand('vscode.diff', uris.before, uris.after, name, { preview: false });
      return (await decided) ? 'apply' : discardedReason;
    } finally {
      await this.close(document);
    }
  }

  /** A text under an address that ends like that of the document, so that it looks alike. */
  private keep(document: vscode.TextDocument, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.count}/${document.uri.path.split('/').at(-1)}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  private async close(document: vscode.TextDocument): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((g) => g.tabs).filter((tab) => this.isShownIn(tab));
    const active = tabs.some((tab) => tab.isActive);
    this.shown = undefined;
    await vscode.window.tabGroups.close(tabs);
    this.texts.clear();
    if (active) await vscode.window.showTextDocument(document);
    await this.tell(false);
  }

  private async tell(waiting: boolean): Promise<void> {
    await vscode.commands.executeCommand('setContext', contextKey, waiting);
    this.changed.fire();
  }

  private isShownIn({ input }: vscode.Tab): boolean {
    return input instanceof vscode.TabInputTextDiff && input.modified.toString() === this.shown?.after.toString();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.decide(false);
    for (const s of this.subscriptions) s.dispose();
  }
}

/** Pictures are seen when they are files, and not before. */
async function save(uris: string[]): Promise<void> {
  for (const uri of uris.map((u) => vscode.Uri.parse(u))) {
    if (await saved(uri)) continue;
    const name = vscode.workspace.asRelativePath(uri);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was made and not saved. Save it to see it.', name));
  }
}

/** The edit has been made whatever becomes of the file, so this does not fail. */
async function saved(uri: vscode.Uri): Promise<boolean> {
  try {
    return await (await vscode.workspace.openTextDocument(uri)).save();
  } catch {
    return false;
  }
}
