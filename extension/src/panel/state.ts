// What the Reviewer panel shows of a document.
import { branchesOf, questionsOf, type Branch, type Question } from '../document/questions';
import { type DocumentStatus, type Interview, severities, type Severity, type Usage } from '../protocol';
import { type Run } from '../runs';

/** A finding in the list. Lines are counted from zero. */
export interface Finding {
  severity: Severity;
  message: string;
  rule: string;
  line: number;
  column: number;
}

/** A question, as the page needs it. */
export type Asked = Omit<Question, 'answerAt'>;

/** A run, as the page needs it: its text comes by itself. */
export type ShownRun = Omit<Run, 'text'> & {
  /** The name of its document, when that is another than the one that is shown. */
  elsewhere?: string;
};

/** Everything that the page shows. */
export interface PanelState {
  /** The name of the document; empty when there is none to show. */
  name: string;
  uri: string;
  /** How far the design is: the index of the phase among four. */
  phase: number;
  questions: Asked[];
  branches: Branch[];
  findings: Finding[];
  /** Findings that are not listed, because there are so many. */
  more: number;
  decided: number;
  engine: string;
  model: string;
  tokens: number;
  usage?: Usage;
  interview?: Interview;
  /** When the state was told, in milliseconds since 1970: the page may run where clocks differ. */
  now: number;
  runs: ShownRun[];
  /** The result that waits for the author to apply or discard it. */
  waiting?: { title: string; uri: string };
}

export const nothing: Omit<PanelState, 'runs' | 'now'> = {
  name: '',
  uri: '',
  phase: 0,
  questions: [],
  branches: [],
  findings: [],
  more: 0,
  decided: 0,
  engine: '',
  model: '',
  tokens: 0,
};

/** So many findings are listed: more are a document that nobody reads this way. */
const mostFindings = 100;

/** What the panel shows of a document. */
export function stateOf(
  document: { name: string; uri: string; text: string },
  status: DocumentStatus,
  findings: Finding[],
): Omit<PanelState, 'runs' | 'now'> {
  const questions = questionsOf(document.text);
  const sorted = findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.line - b.line,
  );
  return {
    name: document.name,
    uri: document.uri,
    phase: phaseOf(status, questions),
    questions,
    branches: branchesOf(document.text),
    findings: sorted.slice(0, mostFindings),
    more: Math.max(0, sorted.length - mostFindings),
    decided: status.decided,
    engine: status.engine,
    model: status.model ?? '',
    tokens: status.tokens ?? 0,
    ...(status.usage ? { usage: status.usage } : {}),
    ...(status.interview ? { interview: status.interview } : {}),
  };
}

/** Servers that tell no step have three phases; questions that were asked make one of the first. */
function phaseOf({ phase, step }: DocumentStatus, questions: Asked[]): number {
  const index = ['P1', 'P2', 'P3', 'P4'].indexOf(step ?? '');
  if (index >= 0) return index;
  if (phase === 'design') return 3;
  if (phase === 'summarize') return 2;
  return questions.length > 0 ? 1 : 0;
}

/** The runs as the page needs them, for the document that it shows. */
export function shownRuns(runs: Run[], uri: string, nameOf: (uri: string) => string): ShownRun[] {
  return runs.map((run) => {
    const shown: ShownRun & { text?: string } = { ...run };
    delete shown.text;
    return run.uri === uri ? shown : { ...shown, elsewhere: nameOf(run.uri) };
  });
}
