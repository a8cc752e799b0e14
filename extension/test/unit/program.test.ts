import assert from 'node:assert/strict';
import { test } from 'node:test';
import { output } from '../../src/reviewer/program';

const node = (script: string, input = '', limit?: number) =>
  output(process.execPath, ['-e', script], input, undefined, limit);

test('a program gets the text and gives its own', async () => {
  assert.equal(await node('process.stdin.pipe(process.stdout)', 'ä text'), 'ä text');
});

test('what goes wrong is one sentence', async () => {
  await assert.rejects(node('console.error("designls: there is no prompt x\\nusage"); process.exit(2)'), {
    message: 'there is no prompt x',
  });
  await assert.rejects(node('process.exit(1)'), /ended without an answer/);
  await assert.rejects(node('setTimeout(() => {}, 60000)', '', 300), /ended without an answer/);
  await assert.rejects(output('/nowhere/designls', [], ''), /ENOENT/);
  await assert.rejects(node('process.exit(3)', 'x'.repeat(1_000_000)), /ended without an answer/);
});
