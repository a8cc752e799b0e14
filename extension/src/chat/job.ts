// What is asked for in the chat, as an action of the server's.

/** The slash commands of the participant, as the manifest has them. */
export const slashCommands = ['ask', 'critique', 'diagram', 'recap', 'deepdive'] as const;
export type SlashCommand = (typeof slashCommands)[number];

/** An action to be carried out. */
export interface Job {
  action: string;
  options?: Record<string, string>;
  section?: string;
  /** Whether it is about what is selected, when something is. */
  selects: boolean;
}

/** Nothing was asked, or a diagram of no known kind. */
export type Unclear = { unclear: 'nothing' } | { unclear: 'diagram'; said: string };

/** The kinds of diagrams by what people call them; the first word is the kind. */
const diagrams: [kind: string, names: RegExp][] = [
  ['context', /\bcontext\b/i],
  ['container', /\b(containers?|components?|architecture|c4)\b/i],
  ['whiteboard', /\b(whiteboard|boxes|sketch|overview)\b/i],
  ['sequence', /\b(sequence|calls?|scenario|messages?)\b/i],
  ['data', /\b(data|schema|entit(y|ies)|er|tables?|database)\b/i],
  ['state', /\b(states?|life ?cycle|status)\b/i],
  ['latency', /\b(latency|waterfall)\b/i],
  ['capacity', /\b(capacity|load|sizing)\b/i],
];

export const diagramKinds = diagrams.map(([kind]) => kind);

/** The action for a command and the words after it. Phase is how far the document is, '' when nobody knows. */
export function jobOf(command: string | undefined, prompt: string, phase: string): Job | Unclear {
  const words = prompt.trim();
  switch (command as SlashCommand | undefined) {
    case 'critique':
      return { action: 'critique', ...(words ? { section: words } : {}), selects: true };
    case 'diagram':
      return diagram(words, phase);
    case 'recap':
      return { action: 'insert-recap', selects: false };
    case 'deepdive':
      return dive(words);
    case 'ask':
      return words === '' || words === 'short' || words === 'full' ? questions(words) : dive(words);
    case undefined:
      return words === '' ? { unclear: 'nothing' } : dive(words);
  }
}

function diagram(words: string, phase: string): Job | Unclear {
  if (words === '') return { action: `diagram-${phase === 'design' ? 'container' : 'context'}`, selects: false };
  const kind =
    diagrams.find(([kind]) => kind === words.toLowerCase()) ?? diagrams.find(([, names]) => names.test(words));
  return kind ? { action: `diagram-${kind[0]}`, selects: false } : { unclear: 'diagram', said: words };
}

const questions = (mode: string): Job => ({
  action: 'ask-questions',
  ...(mode ? { options: { mode } } : {}),
  selects: false,
});

/** Without words it is about what is selected. */
const dive = (topic: string): Job => ({
  action: 'deep-dive',
  ...(topic ? { options: { topic } } : {}),
  selects: topic === '',
});
