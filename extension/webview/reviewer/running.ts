// What is under way: the part that is being written, its text as it comes, and a way to
// stop it. The elements stay while a run lasts, so that nothing jumps while one reads.
import type { ToPage } from '../../src/panel/messages';
import type { PanelState, ShownRun } from '../../src/panel/state';
import { el } from './elements';
import { button, number, post, section, words } from './page';

interface Card {
  root: HTMLElement;
  doing: HTMLElement;
  tokens: HTMLElement;
  buttons: HTMLElement;
  text: HTMLElement;
  reply: number;
}

const cards = new Map<string, Card>();
/** Text of runs that the page has not been told of yet. */
const early = new Map<string, ToPage & { type: 'text' }>();
const list = el('div');
const all = section('running', words.running, list);

function newCard(run: ShownRun): Card {
  const text = el('pre', { id: `text-${run.run}`, tabindex: '0', role: 'region' });
  text.setAttribute('aria-label', `${words.writing}: ${run.title}`);
  text.hidden = true;
  const doing = el('span', { role: 'status' });
  const tokens = el('span', { class: 'faint' });
  const buttons = el('span', { class: 'buttons' });
  const head = el('div', { class: 'head' }, el('strong', {}, run.title), buttons);
  const where = run.elsewhere ? el('p', { class: 'faint' }, run.elsewhere) : undefined;
  const news = el('p', { class: 'news' }, doing, ' ', tokens);
  const unchecked = el('p', { class: 'faint unchecked' }, words.unchecked);
  const root = el('div', { class: 'run' }, head, where, news, text, unchecked);
  return { root, doing, tokens, buttons, text, reply: 0 };
}

/** The runs under way; undefined when there are none. */
export function running(state: PanelState): HTMLElement | undefined {
  const runs = state.runs.filter((r) => r.state === 'working');
  const ids = runs.map((r) => r.run);
  for (const id of cards.keys()) if (!ids.includes(id)) cards.delete(id);
  const shown = runs.map((run) => {
    const card = cardOf(run.run, run);
    tell(card, run, state.waiting?.title === run.title && state.waiting.uri === run.uri);
    return card.root;
  });
  if (shown.some((e, i) => list.children[i] !== e) || list.children.length > shown.length) {
    list.replaceChildren(...shown);
  }
  early.clear(); // what is left is of runs that are over
  return runs.length > 0 ? all : undefined;
}

function cardOf(id: string, run: ShownRun): Card {
  const known = cards.get(id);
  if (known) return known;
  const card = newCard(run);
  cards.set(id, card);
  const text = early.get(id);
  if (text) put(card, text);
  return card;
}

function tell(card: Card, run: ShownRun, waiting: boolean): void {
  const doing = waiting ? words.waiting : [run.doing, run.part].filter(Boolean).join(': ');
  if (card.doing.textContent !== doing) card.doing.textContent = doing;
  card.tokens.textContent = run.tokens ? `${words.about} ${number(run.tokens)} ${words.tokens}` : '';
  const kind = waiting ? 'decide' : 'cancel';
  if (card.buttons.dataset['kind'] === kind) return;
  card.buttons.dataset['kind'] = kind;
  card.buttons.replaceChildren(...(waiting ? decide(run) : [cancel(run)]));
}

function cancel(run: ShownRun): HTMLElement {
  const b = button(
    words.cancel,
    () => {
      post({ type: 'cancel', token: run.run });
      b.textContent = words.cancelling;
      b.disabled = true;
    },
    `${words.cancel}: ${run.title}`,
  );
  return b;
}

const decide = (run: ShownRun) => [
  button(words.apply, () => post({ type: 'decide', apply: true }), `${words.apply}: ${run.title}`, 'primary'),
  button(words.discard, () => post({ type: 'decide', apply: false }), `${words.discard}: ${run.title}`),
];

/** Appends what was written, and follows it unless somebody has scrolled up to read. */
export function write(news: ToPage & { type: 'text' }): void {
  const card = cards.get(news.run);
  if (card) return put(card, news);
  const before = early.get(news.run);
  const goesOn = before?.reply === news.reply && !news.whole;
  early.set(news.run, goesOn ? { ...before, text: before.text + news.text } : news);
}

function put(card: Card, { reply, text, whole }: ToPage & { type: 'text' }): void {
  if (reply < card.reply) return;
  const { text: box } = card;
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
  if (whole || reply > card.reply) box.textContent = text;
  else box.append(text);
  card.reply = reply;
  box.hidden = box.textContent === '';
  if (atEnd) box.scrollTop = box.scrollHeight;
}
