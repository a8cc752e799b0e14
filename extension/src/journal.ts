// The runs of this workspace: those under way, and those that have been, also before
// the window was opened.
import * as vscode from 'vscode';
import { isPreview, type RunText } from './protocol';
import { afterCrash, afterNews, afterText, kept, recalled, type Run } from './runs';
import { type Server } from './server';

const storageKey = 'designls.runs';
/** Commands depend on whether something is under way. */
const contextKey = 'designls.running';

export class Journal implements vscode.Disposable {
  private all: Run[];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** A run has begun, has got on, or is over. */
  readonly onChange = this.changed.event;
  /** A piece of text was written, which is in the runs already. */
  readonly onText: vscode.Event<RunText>;

  constructor(
    server: Server,
    private readonly memory: vscode.Memento,
  ) {
    this.all = recalled(memory.get(storageKey));
    const text = new vscode.EventEmitter<RunText>();
    this.onText = text.event;
    this.subscriptions = [
      this.changed,
      text,
      // What only shows what it would write is told in the chat that asked for it.
      server.onRun((news) => {
        if (!isPreview(news.run)) this.replace(afterNews(this.all, news), news.state !== 'working');
      }),
      server.onText((piece) => {
        if (isPreview(piece.run)) return;
        this.all = afterText(this.all, piece);
        text.fire(piece);
      }),
      server.onState((state) => {
        const unchanged = vscode.l10n.t('The server stopped; the document is unchanged.');
        if (state !== 'running') this.replace(afterCrash(this.all, unchanged), true);
      }),
    ];
  }

  /** The newest first. */
  runs(): Run[] {
    return this.all;
  }

  private replace(runs: Run[], keep: boolean): void {
    this.all = runs;
    if (keep) void this.memory.update(storageKey, kept(runs));
    const running = runs.some((r) => r.state === 'working');
    void vscode.commands.executeCommand('setContext', contextKey, running);
    this.changed.fire();
  }

  dispose(): void {
    for (const s of this.subscriptions) s.dispose();
  }
}
