// The managed blocks of a document, as far as the panel needs them: the server is
// what reads documents with care.

/** What stands between two markers. Offsets are of the text, in UTF-16 units. */
export interface ManagedBlock {
  id: string;
  kind: string;
  start: number;
  end: number;
}

/** A line of a text, without its line ending. */
export interface Line {
  start: number;
  text: string;
  /** Whether it lies in a fenced code block, where markers are only shown. */
  fenced: boolean;
}

const fence = /^\s*(?:[-*+>]\s+)?(```+|~~~+)/;

/** The lines of a part of a text. */
export function linesOf(text: string, start = 0, end = text.length): Line[] {
  const lines: Line[] = [];
  let open = '';
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed >= end ? end : feed;
    const line = text.slice(at, stop).replace(/\r$/, '');
    const mark = fence.exec(line)?.[1]!.slice(0, 3) ?? '';
    lines.push({ start: at, text: line, fenced: open !== '' });
    if (open === '') open = mark;
    else if (mark === open) open = '';
    at = stop + 1;
  }
  return lines;
}

/** The managed blocks of a text, in order. One that is not closed is none. */
export function managedBlocks(text: string): ManagedBlock[] {
  const blocks: ManagedBlock[] = [];
  let begun: ManagedBlock | undefined;
  for (const line of linesOf(text)) {
    const marker = /^\s*<!--\s*designls:(begin|end)\s+(\S+)([^>]*?)-->\s*$/.exec(line.text);
    if (!marker || line.fenced) continue;
    const [, what, id, rest] = marker;
    if (what === 'begin') {
      const kind = /\bkind=(\S+)/.exec(rest!)?.[1] ?? id!;
      begun = { id: id!, kind, start: line.start + line.text.length, end: text.length };
    } else if (begun?.id === id) {
      blocks.push({ ...begun!, end: line.start });
      begun = undefined;
    }
  }
  return blocks;
}
