// Who reviews and what that has taken, and the runs that have been.
import { meterOf, spentIn } from '../../src/panel/meter';
import type { PanelState, ShownRun } from '../../src/panel/state';
import { el } from './elements';
import { button, number, post, section, words } from './page';

export function meter(state: PanelState): HTMLElement {
  const who = state.engine === 'builtin' ? words.offline : state.model || state.engine;
  const lines = [`${words.engine} ${who}`, ...meterOf(state.usage, state.tokens, words, number)];
  return el('div', { id: 'meter', class: 'faint' }, ...lines.map((l) => el('p', {}, l)));
}

/** So many runs are in sight; the others are a click away. */
const inSight = 5;

export function history(state: PanelState): HTMLElement | undefined {
  const over = state.runs.filter((r) => r.state !== 'working');
  if (over.length === 0) return undefined;
  const items = over.map((run) => item(run));
  const older = items.slice(inSight);
  const rest =
    older.length > 0
      ? el('details', {}, el('summary', {}, `${words.older}: ${older.length}`), el('ul', {}, ...older))
      : undefined;
  return section('history', words.history, el('ul', {}, ...items.slice(0, inSight)), rest);
}

const signs = { working: '', done: '✓', failed: '✗', cancelled: '–', refused: '–', discarded: '–' };

function item(run: ShownRun): HTMLElement {
  const { uri, block } = run;
  const taken = run.usage ? spentIn(run.usage, words, number) : '';
  const facts = [timeOf(run.began), taken, run.elsewhere].filter(Boolean).join(' · ');
  const sign = el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[run.state]);
  const outcome = outcomeOf(run);
  const content = [
    el('strong', {}, run.title),
    el('span', { class: 'faint facts' }, facts),
    el('span', { class: 'outcome' }, outcome),
  ];
  const name = [run.title, words.states[run.state], facts, outcome].filter(Boolean).join(', ');
  if (!block) return el('li', { class: run.state }, sign, el('div', { 'aria-label': name, role: 'group' }, ...content));
  const show = button('', () => post({ type: 'block', uri, block }), `${name}. ${words.show}`, 'link');
  show.title = words.show;
  show.append(...content);
  return el('li', { class: run.state, 'data-block': `${uri} ${block}` }, sign, show);
}

/** How it ended; its title stands before that already. */
function outcomeOf({ title, summary = '' }: ShownRun): string {
  if (!summary.startsWith(`${title}: `)) return summary;
  const rest = summary.slice(title.length + 2);
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}

/** The time of day, with the date when it was not today. */
function timeOf(began: string): string {
  const time = new Date(began);
  if (Number.isNaN(time.getTime())) return '';
  const today = time.toDateString() === new Date().toDateString();
  const { lang } = document.documentElement;
  const clock = time.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
  return today ? clock : `${time.toLocaleDateString(lang)} ${clock}`;
}
