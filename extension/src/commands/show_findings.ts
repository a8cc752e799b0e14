import * as vscode from 'vscode';
import { type Command } from './command';

/** Opens the Problems view, where findings are listed with their rules. */
export const showFindings: Command = () => vscode.commands.executeCommand('workbench.actions.view.problems');
