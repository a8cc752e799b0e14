import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunState, RunStatus } from '../../src/protocol';
import { afterCrash, afterNews, afterText, kept, recalled, type Run } from '../../src/runs';

const news = (run: string, state: RunState, more: Partial<RunStatus> = {}): RunStatus => ({
  run,
  state,
  action: 'insert-recap',
  title: 'Insert recap',
  uri: 'file:///a.md',
  engine: 'openai',
  began: '2026-01-01T10:00:00Z',
  ...more,
});
const after = (...all: RunStatus[]) => all.reduce(afterNews, [] as Run[]);
const text = (reply: number, text: string, part?: string) => ({
  run: '1',
  uri: 'file:///a.md',
  reply,
  text,
  ...(part ? { part } : {}),
});

test('runs are told from beginning to end, the newest first, and stay over', () => {
  const runs = after(
    news('1', 'working'),
    news('2', 'working'),
    news('1', 'working', { doing: 'Writing', tokens: 12 }),
    news('1', 'done', { summary: 'Put it in.', block: 'recap' }),
    news('1', 'working', { doing: 'too late' }),
  );
  assert.deepEqual(
    runs.map((r) => [r.run, r.state, r.doing, r.tokens, r.summary, r.block]),
    [
      ['2', 'working', undefined, undefined, undefined, undefined],
      ['1', 'done', 'Writing', 12, 'Put it in.', 'recap'],
    ],
  );
});

test('a server that was started again counts from one, and its runs are others', () => {
  const runs = after(news('1', 'done'), news('1', 'working', { began: '2026-01-01T11:00:00Z' }));
  assert.deepEqual(
    runs.map((r) => r.state),
    ['working', 'done'],
  );
});

test('what is written is put together, and a new reply begins anew', () => {
  let runs = after(news('1', 'working'));
  for (const piece of [text(1, 'One', 'Overview'), text(1, ' two'), text(2, 'Three'), text(1, 'late')]) {
    runs = afterText(runs, piece);
  }
  assert.deepEqual([runs[0]!.text, runs[0]!.reply, runs[0]!.part], ['Three', 2, 'Overview']);
  runs = afterText(afterText(runs, text(2, 'x'.repeat(300_000))), text(2, 'end'));
  assert.equal(runs[0]!.text.length, 200_000);
  assert.ok(runs[0]!.text.endsWith('end'));
  runs = afterText(afterNews(runs, news('1', 'cancelled')), text(2, 'more'));
  assert.equal(runs[0]!.text, '', 'what is over keeps no text');
});

test('a crash ends what is under way, and nothing else', () => {
  const runs = afterCrash(after(news('1', 'done', { summary: 'Done.' }), news('2', 'working')), 'gone');
  assert.deepEqual(
    runs.map((r) => [r.state, r.summary]),
    [
      ['failed', 'gone'],
      ['done', 'Done.'],
    ],
  );
});

test('the history does not grow for ever', () => {
  const runs = after(...Array.from({ length: 50 }, (_, i) => news(String(i), 'done')));
  assert.equal(runs.length, 30);
  assert.equal(runs[0]!.run, '49');
});

test('what is over is known in the next window, and what is stored in another form is not', () => {
  const runs = after(news('1', 'done', { block: 'recap' }), news('2', 'working'));
  const stored: unknown = JSON.parse(JSON.stringify(kept(runs)));
  assert.deepEqual(
    recalled(stored).map((r) => [r.run, r.block, r.text]),
    [['1', 'recap', '']],
  );
  for (const other of [undefined, {}, 'x', [null, 1, { run: 1 }, { run: 'x' }]]) assert.deepEqual(recalled(other), []);
});
