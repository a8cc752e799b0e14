import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { choose, mismatch, probe } from '../../src/binary';

const places = { setting: '', environment: undefined, extension: '/ext', trusted: true };

test('the setting counts before the environment, and that before the extension', () => {
  const named = { ...places, setting: ' /a/designls ', environment: '/b/designls' };
  assert.deepEqual(choose(named, 'linux'), { path: '/a/designls', from: 'setting' });
  assert.deepEqual(choose({ ...named, setting: '' }, 'linux'), { path: '/b/designls', from: 'environment' });
  assert.deepEqual(choose(places, 'linux'), { path: path.join('/ext', 'bin', 'designls'), from: 'extension' });
  assert.equal(choose(places, 'win32').path, path.join('/ext', 'bin', 'designls.exe'));
});

test('without trust only the program of the extension is started', () => {
  const named = { ...places, setting: '/a/designls', environment: '/b/designls', trusted: false };
  assert.equal(choose(named, 'linux').from, 'extension');
});

function script(content: string, mode = 0o755): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'designls-')), 'designls');
  writeFileSync(file, `#!/bin/sh\n${content}\n`);
  chmodSync(file, mode);
  return file;
}

test('a program tells its version', { skip: process.platform === 'win32' }, async () => {
  const file = script('echo "designls 0.3.1 linux/amd64 go1.26"');
  assert.equal(await probe({ path: file, from: 'setting' }), '0.3.1');
});

test('what is no server is told in a sentence with a way out', { skip: process.platform === 'win32' }, async () => {
  for (const [file, message] of [
    [script('echo hello'), /is not designls.*Correct the setting/s],
    [script('exit 3'), /cannot be run here.*Correct the setting/s],
    [script('echo', 0o644), /is not executable/],
    ['/no/such/designls', /does not exist/],
    ['no-such-designls', /cannot be run here/],
  ] as const) {
    await assert.rejects(probe({ path: file, from: 'setting' }), message, file);
  }
  await assert.rejects(probe({ path: '/no/bin/designls', from: 'extension' }), /no designls program for your platform/);
});

test('versions fit when major and minor are the same, or one is a build without a number', () => {
  assert.equal(mismatch('0.3.1', '0.3.9'), undefined);
  assert.equal(mismatch('v0.3.1-4-gabc', '0.3.0'), undefined);
  assert.equal(mismatch('7f2f575', '0.3.0'), undefined);
  assert.match(mismatch('0.2.9', '0.3.0') ?? '', /older/);
  assert.match(mismatch('1.0.0', '0.3.0') ?? '', /newer/);
});
