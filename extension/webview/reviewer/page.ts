// What all parts of the page are made with.
import type { FromPage } from '../../src/panel/messages';
import type { Words } from '../../src/panel/words';
import { el } from './elements';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): { drafts?: Record<string, string> } | undefined;
  setState(state: { drafts: Record<string, string> }): void;
};

export const vscode = acquireVsCodeApi();
export const root = document.getElementById('root')!;
export const words = JSON.parse(root.dataset['words']!) as Words;

export const post = (message: FromPage) => vscode.postMessage(message);

/** A button; its name is what screen readers say. */
export function button(label: string, act: () => void, name = label, kind = ''): HTMLButtonElement {
  const b = el('button', { class: kind, 'aria-label': name, type: 'button' }, label);
  b.onclick = act;
  return b;
}

export function section(id: string, title: string, ...content: (Node | undefined)[]): HTMLElement {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title), ...content);
}

/** A number as people of this language write it. */
export const number = (n: number, digits = 0) =>
  n.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits });
