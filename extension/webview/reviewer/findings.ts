// What was found, the gravest first, and what could be deepened.
import type { Finding, PanelState } from '../../src/panel/state';
import { el } from './elements';
import { button, post, section, words } from './page';

const severities = ['error', 'warning', 'information', 'hint'] as const;

export function findings(state: PanelState): HTMLElement {
  const count = state.findings.length + state.more;
  const decided = state.decided > 0 ? ` (${state.decided} ${words.decided})` : '';
  const groups = severities.map((severity) => group(state, severity));
  const none = count === 0 ? el('p', { class: 'faint' }, words.noFindings) : undefined;
  const more = state.more > 0 ? el('p', { class: 'faint' }, `${state.more} ${words.more}`) : undefined;
  return section('findings', `${words.findings}: ${count}${decided}`, ...groups, none, more);
}

function group(state: PanelState, severity: (typeof severities)[number]): HTMLElement | undefined {
  const found = state.findings.filter((f) => f.severity === severity);
  if (found.length === 0) return undefined;
  const list = el('ul', {}, ...found.map((f) => finding(state.uri, f)));
  return el('div', {}, el('h3', {}, `${words.severities[severity]}: ${found.length}`), list);
}

function finding(uri: string, { severity, message, rule, line, column }: Finding): HTMLElement {
  const where = `${words.line} ${line + 1}`;
  const link = button('', () => post({ type: 'go', uri, line, column }), `${message}, ${rule}, ${where}`, 'link');
  link.append(message, ' ', el('span', { class: 'faint' }, `${rule}, ${where}`));
  return el('li', { class: severity, 'data-at': `${line}:${column}` }, link);
}

export function branches(state: PanelState): HTMLElement | undefined {
  if (state.branches.length === 0) return undefined;
  const list = el('ul', {});
  for (const { text, done } of state.branches) {
    const dive = () => post({ type: 'run', action: 'deep-dive', topic: text });
    const item = el('li', { class: done ? 'done' : '' }, text);
    item.append(done ? ` (${words.states.done})` : button(words.dive, dive, `${words.dive}: ${text}`));
    list.append(item);
  }
  return section('branches', words.branches, list);
}
