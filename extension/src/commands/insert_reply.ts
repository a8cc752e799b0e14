// The buttons of replies in the chat.
import * as vscode from 'vscode';
import { writeSettings } from './choose_reviewer';
import { type Command, say } from './command';

/** Has the server write what a reply has shown. */
export const insertReply: Command = async ({ server }, argument) => {
  const { run } = (argument ?? {}) as { run?: unknown };
  if (typeof run !== 'string') throw new Error(vscode.l10n.t('Ask @design in the chat first, then insert its reply.'));
  const { summary } = (await server.execute('designls.insert', { run })) as { summary: string };
  say(summary);
};

/** Takes the model of the chat for this workspace, and puts the question again without asking it. */
export const useChatModel: Command = async ({ models }, argument) => {
  const { vendor, id, query } = (argument ?? {}) as Record<string, unknown>;
  if (typeof vendor !== 'string' || typeof id !== 'string') return;
  await models.take({ vendor, id });
  await writeSettings({ engine: 'editor' });
  await vscode.commands.executeCommand('workbench.action.chat.open', { query, isPartialQuery: true });
};
