import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, shown } from '../../src/interview';
import { Ticker } from '../../src/ticker';

const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00Z`;
const interview = {
  block: 'mock',
  began: at(0),
  box: 'estimations',
  deadline: at(15),
  secondsLeft: 0,
  ends: at(55),
  boxes: [
    { title: 'feature expectations', deadline: at(5) },
    { title: 'estimations', deadline: at(15) },
    { title: 'design goals', deadline: at(20) },
  ],
};
const clock = (minute: number, second = 0) => clockOf(interview, Date.parse(at(minute)) + second * 1000);

test('the clock counts down the box of the open question, then goes on by itself', () => {
  assert.deepEqual(clock(3), { box: 'estimations', left: 720, total: 3120, over: false });
  assert.deepEqual(clock(14, 59.5), { box: 'estimations', left: 1, total: 2401, over: false });
  assert.deepEqual(clock(15), { box: 'design goals', left: 300, total: 2400, over: false });
});

test('the time is over at the end, and when nothing can be read', () => {
  assert.deepEqual(clock(55), { box: 'design goals', left: 0, total: 0, over: true });
  assert.equal(clockOf({ ...interview, ends: 'soon' }, 0).over, true);
});

test('a clock shows minutes and seconds', () => {
  assert.deepEqual([0, 7, 60, 3599].map(shown), ['0:00', '0:07', '1:00', '59:59']);
});

test('it ticks once a second while there is something to come, and there is no timer otherwise', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let calls = 0;
  let left = 0;
  const ticker = new Ticker(() => {
    calls++;
    return left-- > 0;
  });
  ticker.wake();
  t.mock.timers.tick(5000);
  assert.equal(calls, 1, 'nothing is to come');

  left = 3;
  ticker.wake();
  ticker.wake(); // a second one makes no second timer
  t.mock.timers.tick(1000);
  assert.equal(calls, 4);
  t.mock.timers.tick(60_000);
  assert.equal(calls, 5, 'it has stopped');

  left = 100;
  ticker.wake();
  ticker.stop();
  t.mock.timers.tick(5000);
  assert.equal(calls, 6);
});
