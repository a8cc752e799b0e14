// How a document stands, in the few words that a status bar has room for.
import { type DocumentStatus, severities, type Severity } from './protocol';

const phases: Record<string, string> = { clarify: 'Clarify', summarize: 'Summarize', design: 'Design' };
const icons: Record<Severity, string> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
};
const nouns: Record<Severity, [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** The phase and the number of findings of each severity, with icons. */
export function summaryOf(status: DocumentStatus): string {
  const counts = severities.filter((s) => status.counts[s]).map((s) => `${icons[s]} ${status.counts[s]}`);
  return ['$(checklist)', phases[status.phase] ?? status.phase, ...(counts.length ? counts : ['$(check)'])].join(' ');
}

/** The same in words, one thing a line. */
export function tooltipOf(status: DocumentStatus): string {
  const counts = severities
    .filter((s) => status.counts[s])
    .map((s) => `${status.counts[s]} ${nouns[s][status.counts[s] === 1 ? 0 : 1]}`);
  return [
    `Phase: ${(phases[status.phase] ?? status.phase).toLowerCase()}`,
    `Findings: ${counts.length ? counts.join(', ') : 'none'}${status.decided ? ` (${status.decided} decided)` : ''}`,
    `Engine: ${status.engine}`,
  ].join('\n');
}
