// Cancelling a run from the palette: the Reviewer panel need not be open for that.
import * as vscode from 'vscode';
import { type Command } from './command';

/** Cancels the run that is under way; of several the author chooses one. */
export const cancelRun: Command = async ({ server, journal, confirmations }) => {
  const runs = journal.runs().filter((r) => r.state === 'working');
  const items = runs.map((r) => ({
    label: r.title,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(r.uri)),
    run: r,
  }));
  const placeHolder = vscode.l10n.t('Cancel which?');
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { placeHolder }) : items[0];
  if (!chosen) return;
  const { title, uri, run } = chosen.run;
  const waiting = confirmations.waiting();
  // One that waits for a decision has nothing more to do.
  if (waiting?.title === title && waiting.uri === uri) confirmations.decide(false);
  else await server.cancel(run);
};
