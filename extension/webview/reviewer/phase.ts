// Where the design stands, and what leads on; and the clock of a mock interview.
import { type Clock, clockOf, shown } from '../../src/interview';
import type { Interview } from '../../src/protocol';
import type { PanelState } from '../../src/panel/state';
import { Ticker } from '../../src/ticker';
import { el } from './elements';
import { button, post, section, words } from './page';

export function phase(state: PanelState): HTMLElement {
  const list = el('ol', { class: 'steps', 'aria-label': words.phase });
  words.phases.forEach((name, i) => {
    const where = i < state.phase ? 'done' : i === state.phase ? 'current' : '';
    const said = where === 'done' ? words.states.done : where === 'current' ? words.current : '';
    const dot = el('span', { class: 'dot', 'aria-hidden': 'true' }, where === 'done' ? '✓' : String(i + 1));
    const current = where === 'current' ? 'step' : '';
    const hidden = el('span', { class: 'hidden' }, said && ` (${said})`);
    list.append(el('li', { class: where, 'aria-current': current }, dot, el('span', { class: 'phase' }, name), hidden));
  });
  const { id: action, title } = words.next[state.phase]!;
  const next = button(title, () => post({ type: 'run', action }), title, 'primary');
  const name = el('p', { class: 'name', title: state.name }, state.name);
  return el('section', { id: 'phase', 'aria-label': state.name }, name, list, next);
}

const box = el('p', { class: 'box' });
const left = el('p', { class: 'left', role: 'timer' });
const total = el('p', { class: 'faint' });
const clock = section('interview', words.interview, box, left, total);

let running: Interview | undefined;
/** How much later it is where the server is, in milliseconds. */
let ahead = 0;

const ticker = new Ticker(() => {
  if (!running) return false;
  const now = clockOf(running, Date.now() + ahead);
  tell(now);
  return !now.over;
});

function tell(now: Clock): void {
  box.textContent = now.over ? words.timeOver : now.box;
  left.textContent = now.over ? '' : `${shown(now.left)} ${words.leftOfBox}`;
  total.textContent = now.over ? '' : `${shown(now.total)} ${words.leftOfAll}`;
}

/** The clock of the interview that is open in the document; it ticks by itself. */
export function interview(state: PanelState): HTMLElement | undefined {
  running = state.interview;
  ahead = state.now - Date.now();
  ticker.wake();
  return running && clock;
}
