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
  const open = state.questions.filter((q) => q.answer === '');
  const answered = state.questions.length - open.length;
  const count = answered > 0 ? ` (${answered} ${words.answered})` : '';
  return section('questions', `${words.questions}: ${open.length}${count}`, ...open.map((q) => question(state.uri, q)));
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
  const assumed = q.assumed ? el('p', { class: 'faint' }, `${words.assumed} ${q.assumed.split(' *Why:*')[0]!}`) : '';
  const send = button(words.write, write, `${words.write} ${q.number}`);
  return el('div', { class: 'question', 'data-key': key }, title, box, send, assumed);
}

function keep(key: string, draft: string): void {
  if (draft === '') delete drafts[key];
  else drafts[key] = draft;
  vscode.setState({ drafts });
}

/** A question that has an answer needs no draft. */
function forget(state: PanelState): void {
  for (const q of state.questions) {
    const key = keyOf(state.uri, q);
    if (q.answer !== '' && key in drafts) keep(key, '');
  }
}
