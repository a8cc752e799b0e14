// What can be done about a finding in its comment thread. VS Code passes the thread,
// or what was typed as a reply to it.
import * as vscode from 'vscode';
import { type Command, type Parts } from './command';

type Place = vscode.CommentThread | vscode.CommentReply;

/** Keeps what was typed as a note. */
export const replyToFinding: Command = async ({ threads }, argument) => {
  const { thread, text } = opened(argument as Place);
  if (text !== '') await threads.note(thread, text);
};

export const resolveFinding: Command = (parts, argument) => decide(parts, argument as Place, 'answered');
export const acceptRisk: Command = (parts, argument) => decide(parts, argument as Place, 'accepted-risk');

/** Asks for the reason where none was typed: whoever reads the ledger wants to know. */
export const dismissFinding: Command = async (parts, argument) => {
  const { thread, text } = opened(argument as Place);
  const reason = text || (await vscode.window.showInputBox({ title: vscode.l10n.t('Why does this not matter?') }));
  if (reason?.trim()) await decide(parts, { thread, text: reason.trim() }, 'dismissed');
};

async function decide({ server, threads }: Parts, place: Place, decision: string): Promise<void> {
  const { thread, text } = opened(place);
  const { remark } = threads.find(thread);
  await server.execute('designls.decide', { uri: thread.uri.toString(), finding: remark.id, decision, reason: text });
}

function opened(place: Place): { thread: vscode.CommentThread; text: string } {
  return 'thread' in place ? { thread: place.thread, text: place.text.trim() } : { thread: place, text: '' };
}
