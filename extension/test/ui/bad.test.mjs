// Programs that are no server: one clear message each, and no second attempt. All of
// them in one window, so that what a program causes later is seen, too.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { messages, startVSCode, until } from './harness.mjs';

const files = { 'docs/design/a.md': '# A\n\nThe system must be highly scalable.\n' };
const folder = mkdtempSync(path.join(tmpdir(), 'designls-bad-'));
/** An executable for a machine that is none of ours. */
const foreign = Buffer.concat([
  Buffer.from('7f454c4602010100', 'hex'),
  Buffer.alloc(8),
  Buffer.from('0200f300', 'hex'),
]);
const version = 'if [ "$1" = version ]; then echo "designls 0.1.0 x y"; exit; fi';

let code;
let squiggles;
let real;
before(async () => {
  const none = path.join(folder, 'no/designls');
  code = await startVSCode({ files, settings: { 'designls.server.path': none } });
  const installed = readdirSync(path.join(code.run, 'ext')).find((name) => name.startsWith('designls.'));
  real = path.join(code.run, 'ext', installed, 'bin/designls');
  squiggles = code.page.locator('.squiggly-warning, .squiggly-info, .squiggly-error');
  await code.open('docs/design/a.md');
});
afterEach(async ({ passed, name }) => {
  if (!passed) await code.shot(`bad-failed-${name.replace(/\W+/g, '-')}`);
});
after(async () => {
  await code.stop();
  rmSync(folder, { recursive: true });
});

let number = 0;

/** Writes a program: the lines of a script that notes how it was called, or bytes. */
function program(content, mode = 0o755) {
  const file = path.join(folder, `designls-${++number}`);
  const script = `#!/bin/sh\necho $1 >>${file}.calls\n${content}\n`;
  writeFileSync(file, typeof content === 'string' ? script : content);
  chmodSync(file, mode);
  return file;
}

const calls = (file) =>
  existsSync(`${file}.calls`) ? readFileSync(`${file}.calls`, 'utf8').trim().split('\n').join(' ') : '';

/** Waits until VS Code says one thing about a program, and nothing else, and clears it away. */
async function said(pattern, file = '') {
  const about = (text) => text.includes(file) && pattern.test(text);
  const all = await until(
    String(pattern),
    async () => {
      // VS Code can miss a change that comes right after another.
      if (calls(named) === '' && Date.now() - written > 5000) name(named);
      const ours = (await messages(code.page)).filter((text) => /designls|design server/.test(text));
      return ours.some(about) && ours;
    },
    90_000,
  );
  assert.equal(all.length, 1, all.join('\n'));
  // VS Code draws only those that fit its list, and not always from the newest on.
  const message = code.page.locator('.notifications-center .notification-list-item').filter({ hasText: all[0] });
  await message.hover();
  await message.locator('.codicon-notifications-clear').click();
  await message.waitFor({ state: 'hidden' });
}

let named = path.join(folder, 'no/designls');
let written = Date.now();

function name(file) {
  named = file;
  written = Date.now();
  code.settings({ 'designls.server.path': file });
}

test('a program that is not there', () =>
  said(/no\/designls, named by the setting .* does not exist\. Correct the setting/));

test('a setting of the wrong type', async () => {
  name(7);
  await said(/must be a text in quotes/);
});

const expected = [];
for (const [what, content, pattern, called, mode] of [
  ['that is something else', 'echo hello', /is not designls/, 'version'],
  ['without the right to run', 'echo hello', /is not executable/, '', 0o644],
  ['for another machine', foreign, /cannot be run here .* another kind of machine/, ''],
  ['that hangs when it is asked for its version', 'exec sleep 600', /did not answer when asked/, 'version'],
  ['that tells its version, and then nothing', `${version}; exec sleep 600`, /does not answer/, 'version serve'],
  [
    'that prints garbage, and ends',
    `${version}; echo garbage; exit 3`,
    /ended at once|does not speak/,
    'version serve',
  ],
  ['that prints garbage without end', `${version}; exec yes garbage`, /does not speak/, 'version serve'],
]) {
  test(`a program ${what}`, async () => {
    const file = program(content, mode);
    expected.push([file, called]);
    name(file);
    await said(pattern, file);
  });
}

/** Runs a server, and ends it once it has told how a document stands: by then it has come up. */
const stopping = `
import { spawn } from 'node:child_process';
const server = spawn(process.argv[2], ['serve', '--stdio'], { stdio: ['inherit', 'pipe', 'inherit'] });
let all = '';
server.stdout.on('data', (said) => {
  all += said;
  process.stdout.write(said, () => all.includes('designls/status') && server.kill('SIGKILL'));
});
server.on('exit', () => process.exit(1));
`;

test('a server that keeps stopping is given up', async () => {
  const script = path.join(folder, 'stopping.mjs');
  writeFileSync(script, stopping);
  const file = program(`${version}; exec ${process.execPath} ${script} ${real}`);
  expected.push([file, Array(6).fill('version serve').join(' ')]);
  name(file);
  await said(/keeps stopping\. Your documents are unchanged/);
});

test('a server of another version works, and says so', async () => {
  name(program(`if [ "$1" = version ]; then echo "designls 9.9.9 x y"; else exec ${real} "$@"; fi`));
  await said(/9\.9\.9 is newer than this extension/);
  await squiggles.first().waitFor();
});

test('none of them was tried again, and the document is as it was', () => {
  for (const [file, called] of expected) assert.equal(calls(file), called, file);
  assert.equal(code.read('docs/design/a.md'), files['docs/design/a.md']);
});
