// How a document stands, in the few words that a status bar has room for.
import { type Clock, shown } from './interview';
import { type DocumentStatus, severities, type Severity } from './protocol';

/** Says something in the language of VS Code, which is vscode.l10n. */
export interface L10n {
  t(message: string, ...args: (string | number)[]): string;
}

const icons: Record<Severity, string> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
};

/** The name of the phase that a document is in. */
export function phaseOf(l10n: L10n, { phase, step }: Pick<DocumentStatus, 'phase' | 'step'>): string {
  const names: Record<string, string> = {
    P2: l10n.t('Answer'),
    clarify: l10n.t('Clarify'),
    summarize: l10n.t('Summarise'),
    design: l10n.t('Design'),
  };
  return names[step ?? ''] ?? names[phase] ?? phase;
}

/** Who reviews, in a word. */
export function engineOf(l10n: L10n, { engine, model }: Pick<DocumentStatus, 'engine' | 'model'>): string {
  return engine === 'builtin' ? l10n.t('offline') : model || engine;
}

/** The phase, the number of findings of each severity with icons, and who reviews. */
export function summaryOf(l10n: L10n, status: DocumentStatus, clock?: Clock): string {
  const counts = severities.filter((s) => status.counts[s]).map((s) => `${icons[s]} ${status.counts[s]}`);
  const found = counts.length ? counts : ['$(check)'];
  const time = clock && !clock.over ? [`$(watch) ${shown(clock.left)} ${clock.box}`, '·'] : [];
  return [...time, '$(checklist)', phaseOf(l10n, status), ...found, '·', engineOf(l10n, status)].join(' ');
}

/** The same in words, one thing a line. */
export function tooltipOf(l10n: L10n, status: DocumentStatus, clock?: Clock): string {
  const one: Record<Severity, string> = {
    error: l10n.t('1 error'),
    warning: l10n.t('1 warning'),
    information: l10n.t('1 information'),
    hint: l10n.t('1 hint'),
  };
  const many: Record<Severity, (n: number) => string> = {
    error: (n) => l10n.t('{0} errors', n),
    warning: (n) => l10n.t('{0} warnings', n),
    information: (n) => l10n.t('{0} information', n),
    hint: (n) => l10n.t('{0} hints', n),
  };
  const counts = severities
    .map((s) => [s, status.counts[s] ?? 0] as const)
    .filter(([, n]) => n > 0)
    .map(([s, n]) => (n === 1 ? one[s] : many[s](n)));
  const decided = status.decided ? ` (${l10n.t('{0} decided', status.decided)})` : '';
  return [
    l10n.t('Phase: {0}', phaseOf(l10n, status)),
    l10n.t('Findings: {0}', (counts.length ? counts.join(', ') : l10n.t('none')) + decided),
    l10n.t('Reviewed by: {0}', engineOf(l10n, status)),
    ...(clock ? [clockInWords(l10n, clock)] : []),
  ].join('\n');
}

/** Without seconds, which nobody wants to have read out. */
function clockInWords(l10n: L10n, clock: Clock): string {
  if (clock.over) return l10n.t('Mock interview: the time is over');
  return l10n.t('Mock interview: {0}, {1} minutes left', clock.box, Math.ceil(clock.left / 60));
}
