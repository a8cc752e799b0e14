// The open questions, with boxes whose text is written into the document.
import type { Asked, PanelState } from '../../src/panel/state';
import { el } from './elements';
import { button, post, section, vscode, words } from './page';

/** What was typed and not written yet, by question; it outlives the page. */
const drafts: Record<string, string> = vscode.getState()?.drafts ?? {};

const keyOf = (uri: string, q: Asked) => `${uri} ${q.block} ${q.number} ${q.id}`;

export function questions(state: PanelState): HTMLElement | undefined {
  forget(state);
  if (state.questions.length === 0) return undefined;
  const answered = state.questions.filter((q) => q.answer !== '').length;
  const count = answered > 0 ? ` (${answered} ${words.answered})` : '';
  const title = `${words.questions}: ${state.questions.length - answered}${count}`;
  const shown = state.questions.filter((q) => q.answer === '' || keyOf(state.uri, q) in drafts);
  return section('questions', title, ...shown.map((q) => question(state.uri, q)));
}

function question(uri: string, q: Asked): HTMLElement {
  const key = keyOf(uri, q);
  const id = `box-${q.block}-${q.number}`;
  const box = el('textarea', { id, rows: '2', 'aria-label': `${words.answerTo} ${q.number}: ${q.ask}` });
  box.value = drafts[key] ?? '';
  box.oninput = () => keep(key, box.value);
  const write = () => {
    if (box.value.trim() === '') return;
    const { block, number, id } = q;
    post({ type: 'answer', uri, question: { block, number, id }, before: q.answer, answer: box.value });
  };
  box.onkeydown = (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) write();
  };
  const title = el('p', { class: 'ask' }, el('strong', {}, `Q${q.number} `), q.ask);
  if (q.critical) title.append(' ', el('span', { class: 'critical' }, words.critical));
  const assumed =
    q.assumed && q.answer === ''
      ? el('p', { class: 'faint' }, `${words.assumed} ${q.assumed.split(' *Why:*')[0]!}`)
      : '';
  const label = q.answer === '' ? words.write : words.replace;
  const send = button(label, write, `${label} ${q.number}`);
  const buttons = el('div', { class: 'buttons' }, send, ...drop(key, q));
  return el('div', { class: 'question', 'data-key': key }, title, ...meanwhile(q), box, buttons, assumed);
}

/** The answer that came into the document while another was being typed here. */
const meanwhile = (q: Asked) =>
  q.answer === '' ? [] : [el('p', { class: 'meanwhile' }, `${words.meanwhile} ${q.answer}`)];

/** A way to leave that answer as it is. The question goes with the next state that is told. */
function drop(key: string, q: Asked): HTMLElement[] {
  if (q.answer === '') return [];
  const discard = () => {
    keep(key, '');
    post({ type: 'ready' });
  };
  return [button(words.discard, discard, `${words.discard}: ${words.answerTo} ${q.number}`)];
}

function keep(key: string, draft: string): void {
  if (draft === '') delete drafts[key];
  else drafts[key] = draft;
  vscode.setState({ drafts });
}

/** A draft that stands in the document is needed no more. One that differs is the author's, and stays. */
function forget(state: PanelState): void {
  for (const q of state.questions) {
    const key = keyOf(state.uri, q);
    if (key in drafts && bare(drafts[key]!) === bare(q.answer)) keep(key, '');
  }
}

const bare = (text: string) => text.replace(/\s+/g, '');
