import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, remarkOf } from '../../src/comments/thread';

const range = { start: { line: 3 }, end: { line: 4 } };
const told = { source: 'gpt-4.1', code: 'missing-tradeoff', message: 'Why?', data: { finding: 'f1' }, range };
const remark = { id: 'f1', rule: 'missing-tradeoff', model: 'gpt-4.1', message: 'Why?', start: 3, end: 4 };

test('only findings of a model have threads', () => {
  assert.deepEqual(remarkOf(told), remark);
  assert.deepEqual(remarkOf({ ...told, source: 'designls (gpt-4.1)', code: { value: 'missing-tradeoff' } }), remark);
  assert.deepEqual(remarkOf({ ...told, source: 'designls', data: { finding: 'f1', model: 'gpt-4.1' } }), remark);
  for (const other of [{ source: 'designls' }, { source: 'rules' }, { source: undefined }, { data: undefined }]) {
    assert.equal(remarkOf({ ...told, ...other }), undefined, JSON.stringify(other));
  }
});

test('threads that stay are moved, not made anew', () => {
  const moved = { ...remark, start: 9 };
  const fresh = { ...remark, id: 'f2' };
  assert.deepEqual(changes(['f1', 'f0'], [moved, fresh, fresh]), { gone: ['f0'], kept: [moved], fresh: [fresh] });
  assert.deepEqual(changes([], []), { gone: [], kept: [], fresh: [] });
});
