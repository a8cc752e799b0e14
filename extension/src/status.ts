// The status bar: where the design of the active document stands, and what is open.
import * as vscode from 'vscode';
import { type DocumentStatus } from './protocol';
import { type Server, type State } from './server';
import { summaryOf, tooltipOf } from './summary';

/** Commands and menus depend on whether the active document is a design document. */
const contextKey = 'designls.isDesign';

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('designls.status', vscode.StatusBarAlignment.Right, 90);
  private readonly known = new Map<string, DocumentStatus>();
  private readonly subscriptions: vscode.Disposable[];
  private state: State = 'starting';

  constructor(server: Server) {
    this.item.name = 'Design Documents';
    this.subscriptions = [
      this.item,
      server.onStatus((status) => {
        const key = keyOf(vscode.Uri.parse(status.uri));
        if (status.design) this.known.set(key, status);
        else this.known.delete(key);
        this.show();
      }),
      server.onState((state) => {
        this.state = state;
        if (state !== 'running') this.known.clear();
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument((document) => this.known.delete(keyOf(document.uri))),
    ];
    this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && this.known.get(keyOf(document.uri));
    void vscode.commands.executeCommand('setContext', contextKey, status !== undefined);
    if (document?.languageId !== 'markdown' || (!status && this.state === 'running')) {
      this.item.hide();
      return;
    }
    if (status) this.tell(status);
    else this.tellState();
    this.item.show();
  }

  private tell(status: DocumentStatus): void {
    this.item.text = summaryOf(status);
    this.item.tooltip = tooltipOf(status);
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Design document: {0}', tooltipOf(status).replaceAll('\n', ', ')),
    };
    this.item.command = 'designls.openReviewer';
  }

  private tellState(): void {
    const starting = this.state === 'starting';
    this.item.text = starting ? '$(loading~spin) Design' : '$(warning) Design';
    this.item.tooltip = starting
      ? vscode.l10n.t('The design server is starting.')
      : vscode.l10n.t('The design server is not running; click to start it.');
    this.item.accessibilityInformation = { label: this.item.tooltip };
    this.item.command = starting ? undefined : 'designls.restartServer';
  }

  dispose(): void {
    for (const s of this.subscriptions) s.dispose();
  }
}

/** The server may write the same URI with other escapes. */
function keyOf(uri: vscode.Uri): string {
  return uri.toString();
}
