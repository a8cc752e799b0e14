// The questions of a document and the side branches that it lists, in the form that
// server/questions writes and reads.
import { linesOf, managedBlocks, type ManagedBlock } from './block';

/** One question. Offsets are of the text. */
export interface Question {
  block: string;
  number: number;
  /** The id in the banks; empty for a question that the author added. */
  id: string;
  ask: string;
  decides: string;
  /** What is written after "Answer:"; empty for a mere placeholder. */
  answer: string;
  assumed: string;
  critical: boolean;
  /** Where the text of the answer stands, or goes; absent when there is no "Answer:". */
  answerAt?: { start: number; end: number };
}

/** A branch of the design that is left aside. */
export interface Branch {
  text: string;
  done: boolean;
}

const entryStart = /^[ \t]{0,3}(?:[-*+>]\s+|\d+[.)]\s+|#{1,6}\s+)?(?:\*\*|__)Q(\d+)\b[.:]?(?:\*\*|__)?[.:]?\s*/;
const label = /^\s*(?:[-*+>]\s+)?[*_]{0,3}(Decides|Answer|Assumed if unanswered)(?:[*_]{0,3}:[*_]{0,3})[ \t]*/;
const tag = /\s*\(`([^`\s]+)`(,\s*critical)?\)\s*$/;
const unwritten = /^[\s*_>-]*(?:tbd|tba|tbc|todo|fixme|xxx|pending|unknown|not yet|\?+|\.{2,}|…|_+|-+)?[\s*_.!:-]*$/i;

/** The questions of all blocks that hold some. */
export function questionsOf(text: string): Question[] {
  return managedBlocks(text)
    .filter((b) => b.kind === 'questions')
    .flatMap((block) => entriesOf(text, block));
}

/** The side branches of all blocks that list some. */
export function branchesOf(text: string): Branch[] {
  return managedBlocks(text)
    .filter((b) => b.kind === 'branches')
    .flatMap(({ start, end }) => linesOf(text, start, end))
    .filter((line) => !line.fenced)
    .map((line) => /^\s*[-*+]\s+\[([ xX])\]\s+(.*\S)\s*$/.exec(line.text))
    .filter((match) => match !== null)
    .map((match) => ({ text: match[2]!, done: match[1] !== ' ' }));
}

function entriesOf(text: string, block: ManagedBlock): Question[] {
  const lines = linesOf(text, block.start, block.end).filter((l) => !l.fenced);
  const starts = lines.filter((l) => entryStart.test(l.text)).map((l) => l.start);
  return starts.map((start, i) => entryOf(text, block.id, start, starts[i + 1] ?? block.end));
}

/** A labelled piece of an entry; '' is the question itself. */
interface Part {
  label: string;
  start: number;
  end: number;
}

function entryOf(text: string, block: string, start: number, end: number): Question {
  const head = entryStart.exec(text.slice(start, end))!;
  const q: Question = {
    block,
    number: Number(head[1]),
    id: '',
    ask: '',
    decides: '',
    answer: '',
    assumed: '',
    critical: false,
  };
  for (const part of partsOf(text, start + head[0].length, end)) take(q, text, part);
  return q;
}

function partsOf(text: string, start: number, end: number): Part[] {
  const parts: Part[] = [{ label: '', start, end }];
  for (const line of linesOf(text, start, end)) {
    const match = line.fenced ? null : label.exec(line.text);
    if (!match) continue;
    parts.at(-1)!.end = line.start;
    parts.push({ label: match[1]!, start: line.start + match[0].length, end });
  }
  return parts.map((p) => ({ ...p, ...trimmed(text, p.start, p.end) }));
}

function take(q: Question, text: string, { label, start, end }: Part): void {
  const said = text.slice(start, end);
  if (label === 'Decides') q.decides = flat(said);
  else if (label === 'Answer') {
    q.answerAt = { start, end };
    const written = said.replace(/<!--[\s\S]*?-->/g, '').trim();
    q.answer = unwritten.test(written) ? '' : written;
  } else if (label === '') {
    const match = tag.exec(said);
    q.id = match?.[1] ?? '';
    q.critical = match?.[2] !== undefined;
    q.ask = flat(match ? said.slice(0, match.index) : said).replace(/\*\*$/, '');
  } else q.assumed = flat(said.split(/\n\s*\n/)[0]!);
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A part without the space around it; an empty one stays where it begins. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const piece = text.slice(start, end);
  if (piece.trim() === '') return { start, end: start };
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length };
}

/** An edit of a text. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** Why an answer cannot be written. */
export type Obstacle = 'gone' | 'changed';

/**
 * The edit that writes an answer, on the text as it is now. An answer that somebody has
 * changed since "before" was shown is not written over.
 */
export function answerEdit(
  text: string,
  which: { block: string; number: number; id: string },
  before: string,
  answer: string,
): TextEdit | Obstacle {
  const q = questionsOf(text).find(
    (one) => one.block === which.block && one.number === which.number && one.id === which.id,
  );
  if (!q?.answerAt) return 'gone';
  if (q.answer !== before) return 'changed';
  const { start, end } = q.answerAt;
  const space = start > 0 && !/\s/.test(text[start - 1]!) ? ' ' : '';
  return { start, end, text: safe(answer) === '' ? '' : space + safe(answer) };
}

/** What is typed into a box stays an answer: it can neither begin an entry nor end a block. */
function safe(answer: string): string {
  return answer
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/<!--/g, '&lt;!--')
    .split('\n')
    .map((line) => (entryStart.test(line) || label.test(line) ? `\\${line.trimStart()}` : line))
    .join('\n');
}
