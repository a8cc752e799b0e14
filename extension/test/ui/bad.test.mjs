// Programs that are no server: one clear message each, and never a second one.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startVSCode } from './harness.mjs';

const files = { 'docs/design/a.md': '# A\n\nThe system must be highly scalable.\n' };

/** Opens a window with a program of the given lines, and returns what VS Code says. */
async function said(lines, settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'designls-bad-'));
  const program = path.join(folder, 'designls');
  writeFileSync(program, `#!/bin/sh\n${lines}\n`);
  chmodSync(program, 0o755);
  const code = await startVSCode({ files, settings: { 'designls.server.path': program, ...settings } });
  try {
    await code.page.goto(code.url([['openFile', code.remote(path.join(code.workspace, 'docs/design/a.md'))]]));
    const messages = code.page.locator('.notifications-toasts .notification-list-item-message');
    await messages.first().waitFor({ timeout: 40_000 });
    await wait(3000); // a loop would have told again
    return await messages.allTextContents();
  } finally {
    await code.stop();
    rmSync(folder, { recursive: true });
  }
}

test('a program that is something else', async () => {
  const [message, ...more] = await said('echo hello');
  assert.match(message, /is not designls/);
  assert.deepEqual(more, []);
});

test('a program that tells its version, and then nothing', async () => {
  const [message, ...more] = await said('if [ "$1" = version ]; then echo "designls 0.1.0 x y"; else sleep 600; fi');
  assert.match(message, /does not answer/);
  assert.deepEqual(more, []);
});

test('a program that prints garbage', async () => {
  const [message, ...more] = await said(
    'if [ "$1" = version ]; then echo "designls 0.1.0 x y"; else echo garbage; exit 3; fi',
  );
  assert.match(message, /could not be started|does not answer|keeps stopping/);
  assert.deepEqual(more, []);
});

test('a setting of the wrong type', async () => {
  const [message, ...more] = await said('exit 1', { 'designls.server.path': 7 });
  assert.match(message, /must be a text in quotes/);
  assert.deepEqual(more, []);
});
