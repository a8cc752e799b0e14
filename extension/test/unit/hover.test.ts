import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutMessages } from '../../src/hover';

const one = '**Fast is no number.**\n\nNobody can test it.\n\n[vague-quantity](https://example.com)';
const other = '**Another.**\n\n[other](https://example.com)';

test('what the editor shows itself is not said again', () => {
  assert.equal(withoutMessages(one, ['Fast is no number.']), 'Nobody can test it.');
  assert.equal(withoutMessages(`${one}\n\n---\n\n${other}`, ['Fast is no number.', 'Another.']), 'Nobody can test it.');
});

test('a link to something else stays', () => {
  const card = '**Said.**\n\nSee [the RFC](https://example.com) first.';
  assert.equal(withoutMessages(card, ['Said.']), 'See [the RFC](https://example.com) first.');
});

test('what is no message stays', () => {
  assert.equal(withoutMessages(one, ['Fast']), one);
  assert.equal(withoutMessages('**Redis** is a store.', []), '**Redis** is a store.');
  assert.equal(withoutMessages('**Only.**', ['Only.']), '');
});
