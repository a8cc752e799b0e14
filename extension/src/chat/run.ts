// Runs of actions that only show what they would write.
import * as vscode from 'vscode';
import { type RunStatus, type RunText } from '../protocol';
import { type State } from '../server';
import { type PreviewAnswer } from './wire';

/** What the chat needs of the server. */
export interface Work {
  execute(command: string, argument: unknown): Promise<unknown>;
  cancel(run: string): Promise<void>;
  readonly onRun: vscode.Event<RunStatus>;
  readonly onText: vscode.Event<RunText>;
  readonly onState: vscode.Event<State>;
}

/** Told what happens while a run is under way. */
export interface Listener {
  run(status: RunStatus): void;
  text(piece: RunText): void;
}

/**
 * Has the server carry out an action without writing anything. What is thrown is for
 * the user, or a CancellationError when the token was cancelled.
 */
export async function previewRun(
  server: Work,
  argument: object,
  token: vscode.CancellationToken,
  listener: Listener,
): Promise<PreviewAnswer> {
  const ear = new Ear();
  const subscriptions = [
    server.onRun((status) => ear.hear(status.run, () => listener.run(status))),
    server.onText((piece) => ear.hear(piece.run, () => listener.text(piece))),
  ];
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(new vscode.CancellationError());
    if (token.isCancellationRequested) end();
    subscriptions.push(token.onCancellationRequested(end));
    subscriptions.push(server.onState((state) => state === 'stopped' && reject(new Error(stopped()))));
  });
  ended.catch(() => undefined); // whoever waits hears of it
  const begun = server.execute('designls.run', { ...argument, preview: true }) as Promise<{ run: string }>;
  try {
    const { run } = await Promise.race([begun, ended]);
    ear.listen(run);
    return await Promise.race([server.execute('designls.preview', { run }) as Promise<PreviewAnswer>, ended]);
  } finally {
    for (const s of subscriptions) s.dispose();
    if (token.isCancellationRequested) void begun.then(({ run }) => server.cancel(run)).catch(() => undefined);
  }
}

const stopped = () => vscode.l10n.t('The server stopped; the document is unchanged. Ask again.');

/** Ear hears of one run. What came before its id was known is heard then. */
class Ear {
  private early: { run: string; tell: () => void }[] = [];
  private id: string | undefined;

  hear(run: string, tell: () => void): void {
    if (this.id === undefined) this.early.push({ run, tell });
    else if (run === this.id) tell();
  }

  listen(id: string): void {
    this.id = id;
    for (const { run, tell } of this.early) if (run === id) tell();
    this.early = [];
  }
}
