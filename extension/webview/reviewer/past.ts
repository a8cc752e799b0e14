// Who reviews and what that has taken, and the runs that have been.
import type { Spent } from '../../src/protocol';
import type { PanelState, ShownRun } from '../../src/panel/state';
import { el } from './elements';
import { button, number, post, section, words } from './page';

export function meter(state: PanelState): HTMLElement {
  const who = state.engine === 'builtin' ? words.offline : state.model || state.engine;
  const lines = [`${words.engine} ${who}`];
  const { document, session, month } = state.usage ?? {};
  if (document) lines.push(...line(words.thisDocument, document));
  else if (state.tokens > 0) lines.push(`${words.thisDocument}: ${number(state.tokens)} ${words.tokens}`);
  if (session && (!document || tokensOf(session) > tokensOf(document))) lines.push(...line(words.thisSession, session));
  if (month) lines.push(...line(words.thisMonth, month, month.budget));
  return el('div', { id: 'meter', class: 'faint' }, ...lines.map((l) => el('p', {}, l)));
}

const tokensOf = (spent: Spent) => spent.prompt + spent.completion;

function line(what: string, spent: Spent, budget = 0): string[] {
  if (tokensOf(spent) === 0) return [];
  const limit = budget > 0 ? ` ${words.of} ${number(budget)}` : '';
  return [`${what}: ${number(tokensOf(spent))}${limit} ${words.tokens}${cost(spent)}`];
}

const cost = (spent: Spent) => (spent.cost === undefined ? '' : `, ${words.cost} ${number(spent.cost, 4)}`);

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
  const taken = run.usage ? `${number(tokensOf(run.usage))} ${words.tokens}${cost(run.usage)}` : '';
  const facts = [timeOf(run.began), run.elsewhere, run.model, taken].filter(Boolean).join(' · ');
  const sign = el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[run.state]);
  const content = [
    el('strong', {}, run.title),
    el('span', { class: 'faint facts' }, facts),
    el('span', { class: 'outcome' }, run.summary ?? ''),
  ];
  const name = [run.title, words.states[run.state], facts, run.summary].filter(Boolean).join(', ');
  if (!block) return el('li', { class: run.state }, sign, el('div', { 'aria-label': name, role: 'group' }, ...content));
  const show = button('', () => post({ type: 'block', uri, block }), `${name}. ${words.show}`, 'link');
  show.title = words.show;
  show.append(...content);
  return el('li', { class: run.state, 'data-block': `${uri} ${block}` }, sign, show);
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
