// What people and agents can ask in a chat. Editors without one get nothing of it, and
// the code that answers is loaded with the first question.
import * as vscode from 'vscode';
import { toolNames } from '../tools/names';
import { type ToolInput } from '../tools/told';
import { type ChatParts } from './answer';

export const participantId = 'designls.design';

/** Registers the participant and the tools, as far as this editor knows of such. */
export function registerChat(parts: ChatParts): vscode.Disposable[] {
  return [...participant(parts), ...tools(parts)];
}

/** Forks may lack these interfaces, or have only a part of them. */
const { chat, lm } = vscode as { chat?: Partial<typeof vscode.chat>; lm?: Partial<typeof vscode.lm> };

function participant(parts: ChatParts): vscode.Disposable[] {
  if (typeof chat?.createChatParticipant !== 'function') return [];
  const created = chat.createChatParticipant(participantId, async (request, _, stream, token) =>
    (await import('./answer')).answer(parts, request, stream, token),
  );
  created.iconPath = new vscode.ThemeIcon('checklist');
  created.followupProvider = { provideFollowups: async (result) => (await import('./answer')).followups(result) };
  return [created];
}

function tools({ server }: ChatParts): vscode.Disposable[] {
  const { registerTool } = lm ?? {};
  if (typeof registerTool !== 'function') return [];
  return toolNames.map((name) =>
    registerTool<ToolInput>(name, {
      prepareInvocation: async ({ input }) => (await import('../tools/invoke')).prepare(name, input),
      invoke: async (options, token) => (await import('../tools/invoke')).invoke(server, name, options, token),
    }),
  );
}
