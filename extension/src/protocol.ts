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
}

/** How much a finding matters, the gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The names of what is sent. */
export const statusMethod = 'designls/status';
export const createMessageMethod = 'designls/createMessage';
export const progressMethod = '$/progress';
export const cancelMethod = 'window/workDoneProgress/cancel';

/** What the client can do beside the protocol. */
export const announced = (createMessage: boolean) => ({ designls: { status: true, createMessage } });
