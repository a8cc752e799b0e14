import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from '../../src/restart';

test('each crash is waited for longer, and after five nobody is bothered any more', () => {
  let now = 0;
  const restarts = new Restarts(() => now);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map(() => restarts.crashed()),
    [500, 1000, 2000, 4000, 8000, undefined],
  );
  now += 4 * 60_000;
  assert.equal(restarts.crashed(), 500, 'crashes of long ago do not count');
});

test('a start by the user begins anew', () => {
  const restarts = new Restarts(() => 0);
  for (let i = 0; i < 6; i++) restarts.crashed();
  restarts.forget();
  assert.equal(restarts.crashed(), 500);
});
