import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBase } from '../../src/reviewer/endpoint';
import { l10n, speak } from '../../src/l10n';

test('values stand in their places', () => {
  assert.equal(l10n.t('{1} of {0}, {1}', 'a', 2), '2 of a, 2');
});

test('what is said without VS Code is said in its language', () => {
  speak({ t: (message) => (message.startsWith('This is no address') ? 'Das ist keine Adresse.' : message) });
  assert.deepEqual(checkBase('my server'), { wrong: 'Das ist keine Adresse.' });
});
