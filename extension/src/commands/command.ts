// What a command of the extension is, and what it works with.
import * as vscode from 'vscode';
import { type Confirmations } from '../confirm/confirmations';
import { type ModelChoice } from '../model/choice';
import { type Threads } from '../comments/threads';
import { type Journal } from '../journal';
import { type Preview } from '../reviewer/preview';
import { whyNot } from '../reviewed';
import { type Secrets } from '../secrets';
import { type Server } from '../server';

/** What commands work with. */
export interface Parts {
  server: Server;
  secrets: Secrets;
  models: ModelChoice;
  preview: Preview;
  threads: Threads;
  confirmations: Confirmations;
  journal: Journal;
  log: vscode.LogOutputChannel;
  /** Tells the user of an error, and logs it. */
  report: (error: unknown) => void;
  /** The folder of the extension. */
  extension: vscode.Uri;
}

/** A command is a function; what it throws is shown to the user as it is. */
export type Command = (parts: Parts, argument?: unknown) => unknown;

/** The editor of the markdown document that is being written. */
export function markdownEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    throw new Error(vscode.l10n.t('Open a markdown document first.'));
  }
  const why = whyNot(editor.document);
  if (why) throw new Error(why);
  return editor;
}

/** What went well is said where it is in nobody's way. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 8000);
}

/** A range as the protocol has it. */
export const rangeOf = (r: vscode.Range) => ({
  start: { line: r.start.line, character: r.start.character },
  end: { line: r.end.line, character: r.end.character },
});
