// Where an error stands in the author's text, in UTF-16 units: {start, end}, or
// {} when mermaid does not say. What is missing at the end stands at the end.
import { Tracked } from "./tracked.mjs";
import { prepare } from "./prepare.mjs";

export function place(error, source) {
  if (error?.name === "YAMLException" && error.mark) return inFrontMatter(error.mark, source);
  const given = globalThis.__place;
  const at = given && (fromLangium(error?.result) ?? fromLexer(given));
  const text = at && preparedAs(source, given);
  return text ? { start: text.origin(at.start), end: text.origin(at.end) } : {};
}

// The token that the lexer had just read, or could not read: from what was left
// of the input before it to what is left after it.
function fromLexer({ text, lexer }) {
  if (!lexer) return null;
  const start = text.length - (lexer.left ?? text.length);
  return { start, end: Math.max(start, text.length - lexer._input.length) };
}

function fromLangium(result) {
  const unread = result?.lexerErrors?.[0];
  if (unread) return { start: unread.offset, end: unread.offset + unread.length };
  const token = result?.parserErrors?.[0]?.token;
  if (!token) return null;
  if (Number.isFinite(token.startOffset)) return { start: token.startOffset, end: token.endOffset + 1 };
  return { start: Infinity, end: Infinity };
}

// The front matter's parser counts lines after the opening fence.
function inFrontMatter({ line, column }, source) {
  const lines = [...source.matchAll(/.*(?:\r\n?|\n|$)/g)];
  const fence = lines.findIndex(([l]) => l.trim().startsWith("---"));
  const found = lines[Math.min(fence + 1 + line, lines.length - 1)];
  const length = found[0].trimEnd().length;
  return { start: found.index + Math.min(column, length), end: found.index + length };
}

// preparedAs is the text that the parser was given, tracked back to the source;
// null when mermaid prepared it in a way that is not known here.
function preparedAs(source, { text, whole = text }) {
  for (const comments of [false, true]) {
    const tracked = prepare(new Tracked(source), comments);
    if (tracked.text === whole) return whole === text ? tracked : tracked.thinned(text);
  }
  return null;
}
