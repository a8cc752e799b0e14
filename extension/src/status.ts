// The status bar: where the design of the active document stands, what is open, and
// how much time a mock interview has left.
import * as vscode from 'vscode';
import { clockOf } from './interview';
import { type DocumentStatus } from './protocol';
import { type Server, type State } from './server';
import { type Statuses } from './statuses';
import { summaryOf, tooltipOf } from './summary';
import { Ticker } from './ticker';

/** Commands and menus depend on whether the active document is a design document. */
const contextKey = 'designls.isDesign';

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('designls.status', vscode.StatusBarAlignment.Right, 90);
  private readonly ticker = new Ticker(() => this.show());
  private readonly subscriptions: vscode.Disposable[];
  private state: State = 'starting';

  constructor(
    server: Server,
    private readonly statuses: Statuses,
  ) {
    this.item.name = vscode.l10n.t('Design Documents');
    this.subscriptions = [
      this.item,
      statuses.onChange(() => this.ticker.wake()),
      server.onState((state) => {
        this.state = state;
        this.ticker.wake();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.ticker.wake()),
    ];
    this.ticker.wake();
  }

  /** Shows what is so, and says whether that changes by itself. */
  private show(): boolean {
    const active = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', contextKey, this.statuses.of(active) !== undefined);
    const document = active ?? this.beside();
    const status = this.statuses.of(document);
    if (document?.languageId !== 'markdown' || (!status && this.state === 'running')) {
      this.item.hide();
      return false;
    }
    if (!status) this.tellState();
    const ticks = status !== undefined && this.tell(status);
    this.item.show();
    return ticks;
  }

  /** The design document that is in sight beside a panel, such as its own preview. */
  private beside(): vscode.TextDocument | undefined {
    return vscode.window.visibleTextEditors.map((e) => e.document).find((d) => this.statuses.of(d));
  }

  private tell(status: DocumentStatus): boolean {
    const clock = status.interview && clockOf(status.interview, Date.now());
    const words = [tooltipOf(vscode.l10n, status, clock), ...restrictions()].join('\n');
    this.item.text = summaryOf(vscode.l10n, status, clock);
    this.item.tooltip = words;
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Design document: {0}', words.replaceAll('\n', ', ')),
    };
    this.item.command = 'designls.openReviewer';
    return clock !== undefined && !clock.over;
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
    this.ticker.stop();
    for (const s of this.subscriptions) s.dispose();
  }
}

/** What this window leaves out, in a sentence each. */
function restrictions(): string[] {
  const said: string[] = [];
  if (!vscode.workspace.isTrusted) {
    said.push(vscode.l10n.t('Restricted Mode: the bundled server reviews offline, without prompts of the workspace.'));
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file')) {
    said.push(vscode.l10n.t('Virtual workspace: only open documents are reviewed; other files are not read.'));
  }
  return said;
}
