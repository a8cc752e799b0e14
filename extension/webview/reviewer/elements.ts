// Making elements without HTML, so that no text of a document is ever read as markup.

/** Makes an element with attributes and content. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...content: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== '') e.setAttribute(key, value);
  e.append(...content.filter((c) => c !== undefined).filter((c) => c !== ''));
  return e;
}

/**
 * Puts the parts under their ids, and leaves those alone that are as before: somebody
 * may be typing there. What has the focus keeps it, and its selection.
 */
export function patch(root: HTMLElement, parts: (HTMLElement | undefined)[]): void {
  const focus = focused();
  const before = new Map([...root.children].map((e) => [e.id, e]));
  const now = parts.filter((p) => p !== undefined).map((part) => kept(before.get(part.id), part));
  for (const e of before.values()) if (!now.includes(e)) e.remove();
  now.forEach((e, i) => {
    if (root.children[i] !== e) root.insertBefore(e, root.children[i] ?? null);
  });
  restore(focus);
}

/** Equal parts have equal handlers: whatever those depend on is shown, or is an attribute. */
function kept(before: Element | undefined, part: Element): Element {
  return before?.isEqualNode(part) ? before : part;
}

interface Focus {
  id: string;
  label: string;
  start: number;
  end: number;
}

function focused(): Focus | undefined {
  const e = document.activeElement;
  if (!(e instanceof HTMLElement) || e === document.body) return undefined;
  const [start, end] = e instanceof HTMLTextAreaElement ? [e.selectionStart, e.selectionEnd] : [0, 0];
  return { id: e.id, label: e.getAttribute('aria-label') ?? '', start, end };
}

function restore(focus: Focus | undefined): void {
  if (!focus) return;
  const all = [...document.querySelectorAll<HTMLElement>('button, textarea, summary, [tabindex]')];
  const again = all.find((e) => (focus.id ? e.id === focus.id : e.getAttribute('aria-label') === focus.label));
  if (!again || again === document.activeElement) return;
  again.focus({ preventScroll: true });
  if (again instanceof HTMLTextAreaElement) again.setSelectionRange(focus.start, focus.end);
}
