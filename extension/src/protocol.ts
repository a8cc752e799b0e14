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
  /** False when this is no design document any more; all else is empty then. */
  design?: boolean;
  /** Where the design is, in four steps. */
  step?: 'P1' | 'P2' | 'P3' | 'P4' | '';
  /** The mock interview that is open in the document. */
  interview?: Interview;
  usage?: Usage;
}

/** A mock interview and its clock. Times are as in RFC 3339. */
export interface Interview {
  block: string;
  began: string;
  /** The title of the time-box that it is in, by the question that is open. */
  box: string;
  deadline: string;
  secondsLeft: number;
  /** When the whole of it is over. */
  ends: string;
  boxes: { title: string; deadline: string }[];
}

/** Tokens, and what they cost in the unit of the prices that are set. */
export interface Spent {
  prompt: number;
  completion: number;
  cost?: number;
}

/** What models have taken. */
export interface Usage {
  run?: Spent;
  document: Spent;
  session: Spent;
  month?: Spent & { budget?: number };
}

/** The parameters of "designls/run": news of a run. */
export interface RunStatus {
  /** What it is cancelled by, too. */
  run: string;
  action: string;
  title: string;
  uri: string;
  engine: string;
  model?: string;
  state: RunState;
  began: string;
  doing?: string;
  /** The title of the part that is being written. */
  part?: string;
  /** Of the reply so far, about. */
  tokens?: number;
  /** Paid so far. */
  usage?: Spent;
  /** Of a run that is over: how it ended, in a sentence. */
  summary?: string;
  /** The managed block that was written. */
  block?: string;
  /** Made without a model, after the model failed. */
  offline?: boolean;
}

/** How a run stands. "refused": it had nothing to do; "discarded": the author did not want the result. */
export type RunState = 'working' | 'done' | 'failed' | 'cancelled' | 'refused' | 'discarded';

/** The parameters of "designls/text": what a model is writing, unchecked. */
export interface RunText {
  run: string;
  uri: string;
  /** Each begins a text of its own: 1 is the draft. */
  reply: number;
  part?: string;
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

/** Whether a run writes nothing unless somebody wants what it shows. */
export const isPreview = (run: string) => run.startsWith('designls-preview-');

/** What the client can do beside the protocol. */
export const announced = (createMessage: boolean) => ({
  designls: { status: true, createMessage, run: true, text: true, saves: true },
});

/** Why an edit was not made that its author was shown: the server knows the word. */
export const discardedReason = 'discarded';
/** Why one was not made whose document has moved on: the server moves it, too. */
export const changedReason = 'changed';
