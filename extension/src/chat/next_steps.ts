// What can sensibly be asked after a reply, by how far the design is.
import { type SlashCommand } from './job';
import { type ReplyMemory } from './wire';

export interface Step {
  command: SlashCommand;
  /** The words after the command. */
  prompt: string;
}

const byPhase: Record<string, Step[]> = {
  clarify: [
    { command: 'ask', prompt: '' },
    { command: 'diagram', prompt: 'context' },
    { command: 'critique', prompt: '' },
  ],
  summarize: [
    { command: 'critique', prompt: '' },
    { command: 'diagram', prompt: 'context' },
    { command: 'recap', prompt: '' },
  ],
  design: [
    { command: 'critique', prompt: '' },
    { command: 'diagram', prompt: 'container' },
    { command: 'recap', prompt: '' },
  ],
};

/** So many are offered. */
const most = 3;

/** The next steps: branches that wait to be followed first, then what the phase wants. */
export function nextSteps({ action, phase, branches }: ReplyMemory): Step[] {
  const dives = branches.slice(0, 2).map((prompt): Step => ({ command: 'deepdive', prompt }));
  const usual = (byPhase[phase] ?? byPhase['design']!).filter((step) => actionOf(step) !== action);
  return [...dives, ...usual].slice(0, most);
}

function actionOf({ command, prompt }: Step): string {
  switch (command) {
    case 'ask':
      return 'ask-questions';
    case 'recap':
      return 'insert-recap';
    case 'diagram':
      return `diagram-${prompt}`;
    case 'deepdive':
      return 'deep-dive';
    case 'critique':
      return 'critique';
  }
}
