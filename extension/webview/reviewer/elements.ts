// Making elements without HTML, so that no text of a document is ever read as markup.

/** Makes an element with attributes and content. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== '') e.setAttribute(key, value);
  e.append(...content.filter((c) => c !== ''));
  return e;
}

/** A page of parts, of which some are missing. */
export function child(parts: (HTMLElement | undefined)[]): HTMLElement[] {
  return parts.filter((p) => p !== undefined);
}

/**
 * Puts new parts in the place of those that differ. What has the focus keeps it, and
 * its selection: somebody may be typing there.
 */
export function patch(root: HTMLElement, parts: HTMLElement[]): void {
  const focus = focused();
  const old = [...root.children];
  parts.forEach((part, i) => {
    const before = old[i];
    if (!before) root.append(part);
    else if (!same(before, part)) before.replaceWith(part);
  });
  for (const rest of old.slice(parts.length)) rest.remove();
  restore(focus);
}

/** Equal parts have equal handlers: whatever those depend on is shown, or is an id. */
function same(a: Element, b: Element): boolean {
  return a.id === b.id && a.id !== 'findings' && a.isEqualNode(b);
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
  const all = [...document.querySelectorAll<HTMLElement>('button, textarea')];
  const again = all.find((e) => (focus.id ? e.id === focus.id : e.getAttribute('aria-label') === focus.label));
  if (!again || again === document.activeElement) return;
  again.focus({ preventScroll: true });
  if (again instanceof HTMLTextAreaElement) again.setSelectionRange(focus.start, focus.end);
}
