// The table of commands: those of own.json by hand, and one for each action.
import * as vscode from 'vscode';
import { actions } from '../tables.json';
import { chooseAction } from './choose_action';
import { type Command, type Parts } from './command';
import { commandOf } from './name';
import { newDocument } from './new_document';
import { nextFinding } from './next_finding';
import { openDiagram } from './open_diagram';
import own from './own.json';
import { runAction } from './run_action';
import { setApiKey } from './set_api_key';
import { showFindings } from './show_findings';
import { leaveAlone, treatAsDesign } from './treat_as_design';

const handlers: Record<string, Command> = {
  chooseAction,
  newDocument,
  nextFinding,
  openDiagram,
  showFindings,
  treatAsDesign,
  leaveAlone,
  setApiKey,
  restartServer: ({ server }) => server.restart(),
  showLog: ({ log }) => log.show(),
};

/** Registers all commands. */
export function registerCommands(parts: Parts): vscode.Disposable[] {
  const table: [string, Command][] = [
    ...own.map(({ id }): [string, Command] => [`designls.${id}`, handlers[id]!]),
    ...actions.map(({ id }): [string, Command] => [commandOf(id), runAction(id)]),
  ];
  return table.map(([id, command]) => vscode.commands.registerCommand(id, () => carryOut(command, parts)));
}

/** What a command throws is a sentence for the user; the rest of it is logged. */
async function carryOut(command: Command, parts: Parts): Promise<void> {
  try {
    await command(parts);
  } catch (error) {
    parts.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
