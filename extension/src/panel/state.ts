// What the Reviewer panel shows of a document.
import { branchesOf, questionsOf, type Branch, type Question } from '../document/questions';
import { type Run } from '../progress';
import { type DocumentStatus, severities, type Severity } from '../protocol';

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
  runs: Run[];
}

export const nothing: PanelState = {
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
  runs: [],
};

/** So many findings are listed: more are a document that nobody reads this way. */
const mostFindings = 100;

/** The state of the panel for a document. */
export function stateOf(
  document: { name: string; uri: string; text: string },
  status: DocumentStatus,
  findings: Finding[],
  runs: Run[],
): PanelState {
  const questions = questionsOf(document.text);
  const sorted = findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.line - b.line,
  );
  return {
    name: document.name,
    uri: document.uri,
    phase: phaseOf(status.phase, questions),
    questions,
    branches: branchesOf(document.text),
    findings: sorted.slice(0, mostFindings),
    more: Math.max(0, sorted.length - mostFindings),
    decided: status.decided,
    engine: status.engine,
    model: status.model ?? '',
    tokens: status.tokens ?? 0,
    runs,
  };
}

/** The server has three phases; questions that were asked make one of the first. */
function phaseOf(phase: string, questions: Asked[]): number {
  if (phase === 'design') return 3;
  if (phase === 'summarize') return 2;
  return questions.length > 0 ? 1 : 0;
}
