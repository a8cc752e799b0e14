// The page of the Reviewer panel: it draws the state that it is told, and keeps what is
// being typed.
import type { FromPage, ToPage } from '../../src/panel/messages';
import type { Words } from '../../src/panel/words';
import type { Asked, PanelState } from '../../src/panel/state';
import { child, el, patch } from './elements';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): { drafts?: Record<string, string> } | undefined;
  setState(state: { drafts: Record<string, string> }): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById('root')!;
const words = JSON.parse(root.dataset['words']!) as Words;
const severities = ['error', 'warning', 'information', 'hint'] as const;

/** What was typed and not written yet, by question; it outlives the page. */
const drafts: Record<string, string> = vscode.getState()?.drafts ?? {};

const button = (label: string, act: () => void, name = label, kind = '') => {
  const b = el('button', { class: kind, 'aria-label': name, type: 'button' }, label);
  b.onclick = act;
  return b;
};

function section(id: string, title: string, ...content: (Node | undefined)[]): HTMLElement {
  const heading = el('h2', { id: `${id}-title` }, title);
  const all = content.filter((c) => c !== undefined);
  return el('section', { id, 'aria-labelledby': `${id}-title` }, heading, ...all);
}

function stepper(state: PanelState): HTMLElement {
  const list = el('ol', { class: 'steps' });
  words.phases.forEach((name, i) => {
    const where = i < state.phase ? 'done' : i === state.phase ? 'current' : '';
    const said = where === 'done' ? words.done : where === 'current' ? words.current : '';
    const item = el(
      'li',
      { class: where },
      el('span', { class: 'dot', 'aria-hidden': 'true' }, where === 'done' ? '✓' : String(i + 1)),
    );
    if (where === 'current') item.setAttribute('aria-current', 'step');
    item.append(el('span', {}, name), el('span', { class: 'hidden' }, said ? ` (${said})` : ''));
    list.append(item);
  });
  const { id: action, title } = words.next[state.phase]!;
  const next = button(title, () => vscode.postMessage({ type: 'run', action }), undefined, 'primary');
  return el('section', { id: 'phase', 'aria-label': state.name }, el('p', { class: 'name' }, state.name), list, next);
}

function underWay(state: PanelState): HTMLElement | undefined {
  const runs = state.runs.filter((r) => !r.over);
  if (runs.length === 0) return undefined;
  const items = runs.map((run) => {
    const cancel = button(
      words.cancel,
      () => vscode.postMessage({ type: 'cancel', token: run.token }),
      `${words.cancel}: ${run.title}`,
    );
    return el('div', { class: 'run' }, el('strong', {}, run.title), el('pre', { role: 'status' }, run.message), cancel);
  });
  return section('running', words.running, ...items);
}

const keyOf = (uri: string, q: Asked) => `${uri} ${q.block} ${q.number} ${q.id}`;

function questions(state: PanelState): HTMLElement | undefined {
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
    vscode.postMessage({ type: 'answer', uri, question: { block, number, id }, before: q.answer, answer: box.value });
  };
  box.onkeydown = (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) write();
  };
  const title = el('p', { class: 'ask' }, el('strong', {}, `Q${q.number} `), q.ask);
  if (q.critical) title.append(' ', el('span', { class: 'critical' }, words.critical));
  const assumed = q.assumed ? el('p', { class: 'faint' }, `${words.assumed} ${q.assumed.split(' *Why:*')[0]!}`) : '';
  return el(
    'div',
    { class: 'question' },
    title,
    box,
    button(words.write, write, `${words.write} ${q.number}`),
    assumed,
  );
}

function keep(key: string, draft: string): void {
  if (draft === '') delete drafts[key];
  else drafts[key] = draft;
  vscode.setState({ drafts });
}

/** A question that has an answer needs no draft. */
function forget(state: PanelState): void {
  for (const q of state.questions) if (q.answer !== '') keep(keyOf(state.uri, q), '');
}

function findings(state: PanelState): HTMLElement {
  const count = state.findings.length + state.more;
  const decided = state.decided > 0 ? ` (${state.decided} ${words.decided})` : '';
  const groups = severities.map((severity) => group(state, severity)).filter((g) => g !== undefined);
  if (count === 0) groups.push(el('p', { class: 'faint' }, words.noFindings));
  if (state.more > 0) groups.push(el('p', { class: 'faint' }, `${state.more} ${words.more}`));
  return section('findings', `${words.findings}: ${count}${decided}`, ...groups);
}

function group(state: PanelState, severity: (typeof severities)[number]): HTMLElement | undefined {
  const found = state.findings.filter((f) => f.severity === severity);
  if (found.length === 0) return undefined;
  const list = el('ul', {});
  for (const { message, rule, line, column } of found) {
    const where = `${words.line} ${line + 1}`;
    const link = button(
      '',
      () => vscode.postMessage({ type: 'go', uri: state.uri, line, column }),
      `${message}, ${rule}, ${where}`,
      'link',
    );
    link.append(message, ' ', el('span', { class: 'faint' }, `${rule}, ${where}`));
    list.append(el('li', { class: severity }, link));
  }
  return el('div', {}, el('h3', {}, `${words.severities[severity]}: ${found.length}`), list);
}

function branches(state: PanelState): HTMLElement | undefined {
  if (state.branches.length === 0) return undefined;
  const list = el('ul', {});
  for (const { text, done } of state.branches) {
    const dive = () => vscode.postMessage({ type: 'run', action: 'deep-dive', topic: text });
    const item = el('li', { class: done ? 'done' : '' }, text);
    item.append(done ? ` (${words.done})` : button(words.dive, dive, `${words.dive}: ${text}`));
    list.append(item);
  }
  return section('branches', words.branches, list);
}

function meter(state: PanelState): HTMLElement {
  const who = state.engine === 'builtin' ? words.offline : state.model || state.engine;
  const tokens = state.tokens > 0 ? `, ${state.tokens.toLocaleString()} ${words.tokens}` : '';
  return el('p', { id: 'meter', class: 'faint' }, `${words.engine} ${who}${tokens}`);
}

function history(state: PanelState): HTMLElement | undefined {
  const over = state.runs.filter((r) => r.over);
  if (over.length === 0) return undefined;
  const list = el('ul', {}, ...over.map((r) => el('li', {}, el('strong', {}, r.title), ` ${r.message}`)));
  return section('history', words.history, list);
}

let drawn = '';

function draw(state: PanelState): void {
  if (state.uri !== drawn) root.replaceChildren(); // nothing of another document stays
  drawn = state.uri;
  forget(state);
  const parts =
    state.name === ''
      ? [el('p', { class: 'faint' }, words.noDocument), underWay(state), history(state)]
      : [
          stepper(state),
          underWay(state),
          questions(state),
          findings(state),
          branches(state),
          meter(state),
          history(state),
        ];
  patch(root, child(parts));
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => draw(data.state));
vscode.postMessage({ type: 'ready' });
