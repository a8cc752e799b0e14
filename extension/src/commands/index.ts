// The table of commands: those of own.json by hand, and one for each action.
import * as vscode from 'vscode';
import { actions } from '../tables.json';
import { cancelRun } from './cancel_run';
import { chooseAction } from './choose_action';
import { chooseReviewer } from './choose_reviewer';
import { type Command, type Parts } from './command';
import { commandOf } from './name';
import { insertReply, useChatModel } from './insert_reply';
import { newDocument } from './new_document';
import { nextFinding } from './next_finding';
import { acceptRisk, dismissFinding, replyToFinding, resolveFinding } from './decide';
import { openDiagram } from './open_diagram';
import own from './own.json';
import { previewPrompt } from './preview_prompt';
import { runAction } from './run_action';
import { setApiKey } from './set_api_key';
import { showFindings } from './show_findings';
import { leaveAlone, treatAsDesign } from './treat_as_design';

const handlers: Record<string, Command> = {
  chooseAction,
  chooseReviewer,
  newDocument,
  nextFinding,
  openDiagram,
  showFindings,
  treatAsDesign,
  leaveAlone,
  setApiKey,
  previewPrompt,
  replyToFinding,
  resolveFinding,
  acceptRisk,
  dismissFinding,
  cancelRun,
  insertReply,
  useChatModel,
  applyResult: ({ confirmations }) => confirmations.decide(true),
  discardResult: ({ confirmations }) => confirmations.decide(false),
  openReviewer: () => vscode.commands.executeCommand('designls.reviewer.focus'),
  restartServer: ({ server }) => server.restart(),
  showLog: ({ log }) => log.show(),
};

/** Registers all commands. */
export function registerCommands(parts: Parts): vscode.Disposable[] {
  const table: [string, Command][] = [
    ...own.map(({ id }): [string, Command] => [`designls.${id}`, handlers[id]!]),
    ...actions.map(({ id }): [string, Command] => [commandOf(id), runAction(id)]),
  ];
  return table.map(([id, command]) =>
    vscode.commands.registerCommand(id, (argument: unknown) => carryOut(command, parts, argument)),
  );
}

/** What a command throws is a sentence for the user; the rest of it is logged. */
async function carryOut(command: Command, parts: Parts, argument: unknown): Promise<void> {
  try {
    await command(parts, argument);
  } catch (error) {
    parts.report(error);
  }
}
