// The mermaid blocks of a document, as far as the diagram panel needs them: the
// server is what reads documents with care.

/** A fenced mermaid block. Lines are counted from zero; open and close are fences. */
export interface MermaidBlock {
  open: number;
  close: number;
  source: string;
}

/** What may stand before a fence: quotes, and the indent or bullet of a list. */
const container = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*[ \t]*/;
const opening = /^(`{3,}|~{3,})[ \t]*\{?\.?mermaid\b/;

/** All mermaid blocks of a text. One that is not closed ends with the text. */
export function mermaidBlocks(text: string): MermaidBlock[] {
  const lines = text.split(/\r\n|\r|\n/);
  const blocks: MermaidBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const any = fenceOf(lines[at]!);
    if (!any) continue;
    const close = closing(lines, at, any);
    if (opening.test(lines[at]!.slice(any.indent))) {
      blocks.push({
        open: at,
        close,
        source: lines
          .slice(at + 1, close)
          .map((l) => inner(l, any.indent))
          .join('\n'),
      });
    }
    at = close;
  }
  return blocks;
}

/** The block that holds a line, else the one that begins next before it. */
export function blockAt(blocks: MermaidBlock[], line: number): MermaidBlock | undefined {
  return blocks.find((b) => b.open <= line && line <= b.close);
}

interface Fence {
  marker: string;
  indent: number;
}

function fenceOf(line: string): Fence | undefined {
  const indent = container.exec(line)?.[0].length ?? 0;
  const marker = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line.slice(indent))?.[1];
  return marker ? { marker, indent } : undefined;
}

function closing(lines: string[], open: number, fence: Fence): number {
  for (let at = open + 1; at < lines.length; at++) {
    const rest = lines[at]!.replace(/^[ \t>]*/, '').trimEnd();
    if (rest.length >= fence.marker.length && rest === fence.marker[0]!.repeat(rest.length)) return at;
  }
  return lines.length;
}

/** A line of the block without what belongs to the quote or list around it. */
function inner(line: string, indent: number): string {
  const outside = line.slice(0, indent);
  return /^[ \t>]*$/.test(outside) ? line.slice(indent) : line;
}
