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
}

/** How much a finding matters, the gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The name of the notification. */
export const statusMethod = 'designls/status';

/** What the client can do beside the protocol. */
export const announced = { designls: { status: true } };
