import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Supervisor } from '../../src/supervisor';

/** A supervisor of processes that the test lets come up, fail and end. */
function supervise(told: string[] = []) {
  const launches: { come: () => void; fail: (why: string) => void; closed: () => void; signal: AbortSignal }[] = [];
  let number = 0;
  const supervisor = new Supervisor({
    launch: (signal, closed) =>
      new Promise<{ stop: () => Promise<void> }>((resolve, reject) => {
        const name = ++number;
        const stop = () => Promise.resolve(void told.push(`stop ${name}`));
        launches.push({ come: () => resolve({ stop }), fail: (why) => reject(new Error(why)), closed, signal });
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
    onState: (state) => told.push(state),
    onFailed: (error) => told.push(String(error)),
    onCrashed: (wait) => told.push(`again in ${wait}`),
    onGivenUp: () => told.push('given up'),
  });
  /** What was told since the last time, once everything that is due was done. */
  const since = async () => {
    await new Promise(setImmediate);
    return told.splice(0);
  };
  return { supervisor, launches, since, last: () => launches.at(-1)! };
}

test('a process that does not come up is told once, and not tried again', async () => {
  const { supervisor, last, since, launches } = supervise();
  const started = supervisor.start();
  assert.deepEqual(await since(), ['starting']);
  last().closed(); // its connection notices that, too
  last().fail('garbage');
  await started;
  last().closed();
  assert.deepEqual(await since(), ['stopped', 'Error: garbage']);
  assert.equal(launches.length, 1);
});

test('a process that ends before anybody knows that it came up is a crash', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { supervisor, last, since, launches } = supervise();
    void supervisor.start();
    await since();
    last().come();
    last().closed();
    assert.deepEqual(await since(), ['stopped', 'again in 500']);
    mock.timers.tick(500);
    // Only its connection may have broken, so what is left of it is ended first.
    assert.deepEqual(await since(), ['stop 1', 'starting']);
    assert.equal(launches.length, 2);
  } finally {
    mock.timers.reset();
  }
});

test('a process that keeps ending is given up with one message, until the user starts it', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { supervisor, last, since, launches } = supervise();
    void supervisor.start();
    const told: string[] = [];
    for (const wait of [500, 1000, 2000, 4000, 8000, 60_000]) {
      await since();
      last().come();
      await since();
      last().closed();
      last().closed(); // what is told twice counts once
      told.push(...(await since()));
      mock.timers.tick(wait);
    }
    const again = [500, 1000, 2000, 4000, 8000].flatMap((wait) => ['stopped', `again in ${wait}`]);
    assert.deepEqual(told, [...again, 'stopped', 'given up']);
    assert.equal(launches.length, 6);
    void supervisor.restart();
    await since();
    last().come();
    assert.deepEqual(await since(), ['running']);
  } finally {
    mock.timers.reset();
  }
});

test('a start that is overtaken by another is not told as a failure', async () => {
  const { supervisor, last, since, launches } = supervise();
  void supervisor.start();
  await since();
  const second = supervisor.restart();
  assert.deepEqual(await since(), ['starting']);
  assert.equal(launches[0]!.signal.aborted, true);
  last().come();
  await second;
  assert.deepEqual(await since(), ['running']);
});

test('the end of a process that was stopped is no crash', async () => {
  const { supervisor, launches, last, since } = supervise();
  void supervisor.start();
  await since();
  last().come();
  await since();
  void supervisor.restart();
  await since();
  launches[0]!.closed();
  last().come();
  assert.deepEqual(await since(), ['running']);
  await supervisor.shutdown();
  last().closed();
  assert.deepEqual(await since(), ['stop 2']);
});

test('a shutdown does not wait for a process that hangs', async () => {
  const { supervisor, since, last } = supervise();
  void supervisor.start();
  await since();
  await supervisor.shutdown();
  assert.equal(last().signal.aborted, true);
  assert.deepEqual(await since(), []);
  assert.equal(supervisor.running, undefined);
});
