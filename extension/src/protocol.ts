// What designls adds to the protocol, as both sides announce it under
// "experimental.designls".

/** The parameters of "designls/status": how a document stands. */
export interface DocumentStatus {
  uri: string;
  version: number | null;
  engine: string;
  /** "clarify", "summarize" or "design". */
  phase: string;
  /** Of open findings, by severity. */
  counts: Partial<Record<Severity, number>>;
  /** Findings about which something was decided. */
  decided: number;
  /** The model that was asked last; missing when none was. */
  model?: string;
  /** That runs on the document have taken in this session. */
  tokens?: number;
  /** False: the document is no design document any more, so all that is known of it is void. */
  design: boolean;
  /** "P1" asks, in "P2" the author answers, "P3" summarizes, "P4" designs; "" of what is no design document. */
  step: string;
  /** While a mock interview is on whose block says when it began. */
  interview?: Interview;
  /** When a model was asked in this session, or this month. */
  usage?: Usage;
}

/** The clock of a mock interview. Times are RFC 3339. */
export interface Interview {
  /** Id of its managed block. */
  block: string;
  began: string;
  /** Title of the time-box that is on, and when that ends. */
  box: string;
  deadline: string;
  /** Until the deadline when this was sent; negative when it is over. */
  secondsLeft: number;
  /** When all of it is over. */
  ends: string;
  /** All time-boxes in order: nothing is sent only because time passes. */
  boxes: { title: string; deadline: string }[];
}

/** Tokens, and what they cost in the unit of the prices that are configured. */
export interface Spent {
  prompt: number;
  completion: number;
  cost?: number;
}

/** What models have taken. */
export interface Usage {
  /** The last run on the document that asked one. */
  run?: Spent;
  /** All runs on it, and all runs on any document, in this session. */
  document: Spent;
  session: Spent;
  /** The workspace in this calendar month, with the tokens it may use. */
  month?: Spent & { budget?: number };
}

/** The parameters of "designls/run": how far a run is. */
export interface RunStatus {
  /** The id that the command was answered with, and the token of its progress. */
  run: string;
  action: string;
  title: string;
  uri: string;
  engine: string;
  model?: string;
  /** One that was refused had nothing to do; nothing failed. */
  state: 'working' | 'done' | 'failed' | 'cancelled' | 'refused';
  /** RFC 3339. */
  began: string;
  /** What is being done, the title of the part that is being written, and about how many tokens the reply has. */
  doing?: string;
  part?: string;
  tokens?: number;
  /** Of all replies so far. */
  usage?: Spent;
  /** At the end: a sentence, and the id of the block that was written. */
  summary?: string;
  block?: string;
  /** It was made without a model, after that failed. */
  offline?: boolean;
}

/** The parameters of "designls/text": unchecked prose of a model while it is written. */
export interface RunText {
  run: string;
  uri: string;
  /** From 1; a new number begins a new text. */
  reply: number;
  /** Title of the part that the end of the text belongs to. */
  part?: string;
  /** What follows on what was sent before. */
  text: string;
}

/** How much a finding matters, the gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The names of what is sent. */
export const statusMethod = 'designls/status';
export const runMethod = 'designls/run';
export const textMethod = 'designls/text';
export const createMessageMethod = 'designls/createMessage';
export const progressMethod = '$/progress';
export const cancelMethod = 'window/workDoneProgress/cancel';

/** What the client can do beside the protocol. */
export const announced = (createMessage: boolean) => ({ designls: { status: true, createMessage } });
