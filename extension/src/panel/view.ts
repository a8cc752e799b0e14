// The Reviewer panel in the side bar: where the active design document stands, what is
// asked, what was found, and what is being done.
import * as vscode from 'vscode';
import { answerEdit } from '../document/questions';
import { afterCrash, afterProgress, type Run } from '../progress';
import { severities, type DocumentStatus } from '../protocol';
import { type Server } from '../server';
import { type FromPage, type ToPage } from './messages';
import { pageOf } from './page';
import { type Finding, nothing, type PanelState, stateOf } from './state';

export const viewId = 'designls.reviewer';
/** How long the author may type before the panel follows, in milliseconds. */
const pause = 150;

/** ReviewerView follows the design document that was active last. */
export class ReviewerView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private document: vscode.TextDocument | undefined;
  private readonly statuses = new Map<string, DocumentStatus>();
  private runs: Run[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
    private readonly report: (error: unknown) => void,
  ) {
    this.follow(vscode.window.activeTextEditor);
    this.subscriptions = [
      vscode.window.registerWebviewViewProvider(viewId, this),
      server.onStatus((status) => {
        const uri = vscode.Uri.parse(status.uri).toString();
        if (status.design) this.statuses.set(uri, status);
        else this.statuses.delete(uri);
        this.follow(vscode.window.activeTextEditor);
      }),
      server.onProgress((progress) => {
        this.runs = afterProgress(this.runs, progress);
        this.showSoon();
      }),
      server.onState((state) => {
        if (state !== 'stopped') return;
        this.runs = afterCrash(this.runs, vscode.l10n.t('The server stopped; the document is unchanged.'));
        this.showSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.changed(uri))),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const dist = vscode.Uri.joinPath(this.extension, 'dist');
    this.view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    view.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message).catch(this.report));
    view.onDidChangeVisibility(() => this.showSoon());
    view.onDidDispose(() => (this.view = undefined));
    view.webview.html = pageOf(view.webview, dist);
  }

  /** Another kind of document, or a panel, leaves the last design document shown. */
  private follow(editor: vscode.TextEditor | undefined): void {
    if (editor && this.statuses.has(editor.document.uri.toString())) this.document = editor.document;
    this.showSoon();
  }

  private changed(uri: vscode.Uri): void {
    if (uri.toString() === this.document?.uri.toString()) this.showSoon();
  }

  private closed(document: vscode.TextDocument): void {
    this.statuses.delete(document.uri.toString());
    if (document === this.document) this.document = undefined;
    this.showSoon();
  }

  private showSoon(): void {
    if (!this.view?.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), pause);
  }

  private show(): void {
    const state = this.state();
    if (this.view) {
      this.view.badge = undefined;
      void this.view.webview.postMessage({ type: 'state', state } satisfies ToPage);
    }
  }

  private state(): PanelState {
    const document = this.document;
    const status = document && this.statuses.get(document.uri.toString());
    if (!document || !status) return { ...nothing, runs: this.runs };
    const name = vscode.workspace.asRelativePath(document.uri);
    const uri = document.uri.toString();
    return stateOf({ name, uri, text: document.getText() }, status, findingsOf(document.uri), this.runs);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.show();
      case 'run':
        return this.run(message.action, message.topic);
      case 'cancel':
        return this.server.cancel(message.token);
      case 'go':
        return this.go(message.uri, message.line, message.column);
      case 'answer':
        return this.answer(message);
    }
  }

  private async run(action: string, topic?: string): Promise<void> {
    const uri = this.document?.uri.toString();
    const options = topic === undefined ? {} : { options: { topic } };
    if (uri) await this.server.execute('designls.run', { action, uri, ...options });
  }

  private async go(uri: string, line: number, column: number): Promise<void> {
    const at = new vscode.Position(line, column);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(at, at) });
  }

  /** Writes an answer as one undo step. VS Code refuses the edit if the text moves on meanwhile. */
  private async answer(message: FromPage & { type: 'answer' }): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(message.uri));
    const edit = answerEdit(document.getText(), message.question, message.before, message.answer);
    if (edit === 'gone') throw new Error(vscode.l10n.t('This question is not in the document any more.'));
    if (edit === 'changed') {
      throw new Error(vscode.l10n.t('The answer was changed in the document meanwhile, so yours was not written.'));
    }
    const change = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
    change.replace(document.uri, range, edit.text);
    if (!(await vscode.workspace.applyEdit(change))) {
      throw new Error(vscode.l10n.t('The answer could not be written. Is the document read-only?'));
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const s of this.subscriptions) s.dispose();
  }
}

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
