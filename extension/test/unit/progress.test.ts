import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterCrash, afterProgress, type Run, type RunProgress } from '../../src/progress';

const tell = (token: string, value: RunProgress['value']): RunProgress => ({ token, value });

test('runs are told from beginning to end, the newest first', () => {
  let runs: Run[] = [];
  for (const p of [
    tell('designls-run-1', { kind: 'begin', title: 'Summarize' }),
    tell('another-server', { kind: 'begin', title: 'Indexing' }),
    tell('designls-run-2', { kind: 'begin', title: 'Recap' }),
    tell('designls-run-1', { kind: 'report', message: 'writing' }),
    tell('designls-run-1', { kind: 'end', message: 'Done.' }),
    tell('designls-run-1', { kind: 'report', message: 'too late' }),
  ])
    runs = afterProgress(runs, p);
  assert.deepEqual(runs, [
    { token: 'designls-run-2', title: 'Recap', message: '', over: false },
    { token: 'designls-run-1', title: 'Summarize', message: 'Done.', over: true },
  ]);
  assert.deepEqual(
    afterCrash(runs, 'gone').map((r) => [r.message, r.over]),
    [
      ['gone', true],
      ['Done.', true],
    ],
  );
});

test('the history does not grow for ever', () => {
  let runs: Run[] = [];
  for (let i = 0; i < 50; i++) runs = afterProgress(runs, tell(`designls-run-${i}`, { kind: 'begin', title: 'x' }));
  assert.equal(runs.length, 20);
});
