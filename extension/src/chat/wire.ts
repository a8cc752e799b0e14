// What the server answers about a run that only shows what it would write, and what a
// reply in the chat remembers of it: docs/protocol.md.

interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** A finding as the server's answers have it. Lines are counted from zero. */
export interface AnswerFinding {
  id: string;
  rule: string;
  severity: string;
  message: string;
  quote: string;
  range: Range;
  section?: string;
  source: string;
  why?: string;
  options?: string[];
}

/** The answer to "designls.preview". */
export interface PreviewAnswer {
  run: string;
  action: string;
  title: string;
  summary: string;
  markdown?: string;
  findings?: AnswerFinding[];
  inserts: boolean;
  conflict?: string;
  failed?: string;
  engine: string;
  model?: string;
  phase: string;
}

/** What a reply remembers for what may be asked next. VS Code keeps it as JSON. */
export interface ReplyMemory {
  action: string;
  phase: string;
  /** Side branches of the document that nobody has followed. */
  branches: string[];
}
