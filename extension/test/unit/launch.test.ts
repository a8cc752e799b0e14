// Programs that are no server: each is told with its own reason, soon.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BinaryError } from '../../src/binary';
import { launch } from '../../src/launch';

const never = new AbortController().signal;
const start = (script: string, signal = never, wait?: number) =>
  launch(process.execPath, ['-e', script], {}, signal, () => undefined, wait);
const silence = () => new Promise<void>(() => undefined);

for (const [what, script, message] of [
  ['ends before it reads', 'process.exit(3)', /ended at once/],
  ['ends after it has read', 'process.stdin.once("data", () => process.exit(0))', /ended at once/],
  ['prints something, and ends', 'console.log("garbage"); process.exitCode = 3', /ended at once|does not speak/],
  [
    'prints something, and stays',
    'console.log("welcome to another program"); setInterval(() => {}, 1e6)',
    /does not speak/,
  ],
  ['prints without end', 'for (;;) require("fs").writeSync(1, "x".repeat(65536))', /does not speak/],
  ['begins as a header does', 'process.stdout.write("Content-"); setInterval(() => {}, 1e6)', /does not answer/],
  ['says nothing', 'setInterval(() => {}, 1e6)', /does not answer/],
] as const) {
  test(`a program that ${what}`, async () => {
    const quick = message.source === 'does not answer' ? 700 : 20_000;
    const launched = await start(script, never, quick);
    launched.input.write('Content-Length: 2\r\n\r\n{}');
    launched.output.resume();
    await assert.rejects(launched.comesUp(silence()), (error) => {
      assert.ok(error instanceof BinaryError);
      assert.match(error.message, message);
      assert.match(error.message, /Your documents are unchanged\./);
      return true;
    });
    await launched.end();
  });
}

test('what the connection notices is not the reason', async () => {
  const launched = await start('process.exit(3)');
  const broken = new Promise<void>((_, reject) => launched.output.once('end', () => reject(new Error('write EPIPE'))));
  launched.output.resume();
  await assert.rejects(launched.comesUp(broken), /ended at once/);
});

test('a reason of the connection is kept when the program goes on', async () => {
  const launched = await start('setInterval(() => {}, 1e6)');
  await assert.rejects(launched.comesUp(Promise.reject(new Error('no such capability'))), /no such capability/);
  await launched.end();
});

test('a program that is not wanted any more is not waited for', async () => {
  const unwanted = new AbortController();
  const launched = await start('setInterval(() => {}, 1e6)', unwanted.signal);
  const up = launched.comesUp(silence());
  unwanted.abort();
  await assert.rejects(up, /not needed/);
  await launched.end();
});

test('messages arrive as they are, and a server that has greeted may go', async () => {
  const launched = await start(`process.stdout.write("Con");
    setTimeout(() => process.stdout.write("tent-Length: 2\\r\\n\\r\\n{}"), 30)`);
  let said = '';
  launched.output.setEncoding('utf8').on('data', (text: string) => (said += text));
  await launched.comesUp(new Promise((resolve) => launched.output.once('data', () => resolve())));
  await launched.end();
  assert.equal(said, 'Content-Length: 2\r\n\r\n{}');
});
