// The Reviewer panel in the side bar: where the active design document stands, what is
// asked, what was found, and what is being done.
import * as vscode from 'vscode';
import { type Confirmations } from '../confirm/confirmations';
import { type Journal } from '../journal';
import { severities } from '../protocol';
import { type Server } from '../server';
import { type Statuses } from '../statuses';
import { goTo, showBlock, writeAnswer } from './document';
import { type FromPage, type ToPage } from './messages';
import { pageOf } from './page';
import { type Finding, nothing, type PanelState, shownRuns, stateOf } from './state';

export const viewId = 'designls.reviewer';
/** How long the author may type before the panel follows, in milliseconds. */
const pause = 150;

/** What the panel shows, and works with. */
export interface Sources {
  server: Server;
  statuses: Statuses;
  journal: Journal;
  confirmations: Confirmations;
  /** The folder of the extension. */
  extension: vscode.Uri;
  report: (error: unknown) => void;
}

/** ReviewerView follows the design document that was active last. */
export class ReviewerView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private document: vscode.TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sources: Sources) {
    this.follow();
    this.subscriptions = [
      vscode.window.registerWebviewViewProvider(viewId, this),
      sources.statuses.onChange(() => this.follow()),
      sources.journal.onChange(() => this.showSoon()),
      sources.journal.onText(({ run, reply, text }) => this.tell({ type: 'text', run, reply, text, whole: false })),
      sources.confirmations.onChange(() => this.showSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.changed(uri))),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const dist = vscode.Uri.joinPath(this.sources.extension, 'dist');
    this.view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    view.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message).catch(this.sources.report));
    view.onDidChangeVisibility(() => this.showSoon());
    view.onDidDispose(() => (this.view = undefined));
    view.webview.html = pageOf(view.webview, dist);
  }

  /** Another kind of document, or a panel, leaves the last design document shown. */
  private follow(): void {
    const active = vscode.window.activeTextEditor?.document;
    if (this.sources.statuses.of(active)) this.document = active;
    else if (!this.sources.statuses.of(this.document)) this.document = undefined;
    this.showSoon();
  }

  private changed(uri: vscode.Uri): void {
    if (uri.toString() === this.document?.uri.toString()) this.showSoon();
  }

  private showSoon(): void {
    if (!this.view?.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), pause);
  }

  private show(): void {
    this.tell({ type: 'state', state: this.state() });
  }

  /** What is being written, for a page that has not seen the beginning of it. */
  private showTexts(): void {
    for (const { run, reply, text } of this.sources.journal.runs()) {
      if (text) this.tell({ type: 'text', run, reply, text, whole: true });
    }
  }

  private tell(message: ToPage): void {
    if (this.view?.visible) void this.view.webview.postMessage(message);
  }

  private state(): PanelState {
    const { statuses, journal, confirmations } = this.sources;
    const document = this.document;
    const status = statuses.of(document);
    const uri = document?.uri.toString() ?? '';
    const shown =
      document && status
        ? stateOf({ name: nameOf(uri), uri, text: document.getText() }, status, findingsOf(document.uri))
        : nothing;
    const waiting = confirmations.waiting();
    const runs = shownRuns(journal.runs(), uri, nameOf);
    return { ...shown, now: Date.now(), runs, ...(waiting ? { waiting } : {}) };
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.show();
        return this.showTexts();
      case 'run':
        return this.run(message.action, message.topic);
      case 'cancel':
        return this.sources.server.cancel(message.token);
      case 'decide':
        return this.sources.confirmations.decide(message.apply);
      case 'go':
        return goTo(message.uri, new vscode.Position(message.line, message.column));
      case 'block':
        return showBlock(message.uri, message.block);
      case 'answer':
        return writeAnswer(message);
    }
  }

  private async run(action: string, topic?: string): Promise<void> {
    const uri = this.document?.uri.toString();
    const options = topic === undefined ? {} : { options: { topic } };
    if (uri) await this.sources.server.execute('designls.run', { action, uri, ...options });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const s of this.subscriptions) s.dispose();
  }
}

const nameOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

/** The findings of a document, as its diagnostics tell them. */
function findingsOf(uri: vscode.Uri): Finding[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((d) => d.source?.startsWith('designls'))
    .map((d) => ({
      severity: severities[d.severity],
      message: d.message,
      rule: String(typeof d.code === 'object' ? d.code.value : (d.code ?? '')),
      line: d.range.start.line,
      column: d.range.start.character,
    }));
}
