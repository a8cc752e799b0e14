import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOf, type Kind, MessageError, turnsOf } from '../../src/model/wire';

/** An error as VS Code makes it. */
function languageModelError(code: string, message: string, cause?: Error): Error {
  return Object.assign(new Error(message, { cause }), { code, name: 'LanguageModelError' });
}

test('every failure of a model has its kind', () => {
  const cases: [Error, Kind][] = [
    [languageModelError('NoPermissions', ''), 'declined'],
    [languageModelError('NotFound', 'no such model'), 'model-unknown'],
    [languageModelError('Blocked', ''), 'quota'],
    [languageModelError('Blocked', 'Rate limit exceeded, please wait'), 'rate-limit'],
    [languageModelError('Unknown', 'You have exhausted your premium requests'), 'quota'],
    [languageModelError('Unknown', 'oops', new Error('Response got filtered: off_topic')), 'refused'],
    [languageModelError('Unknown', 'Message exceeds token limit.'), 'context-too-long'],
    [new Error('request failed: 429 Too Many Requests'), 'rate-limit'],
    [new TypeError('fetch failed'), 'unreachable'],
    [new Error(''), 'server'],
    [new MessageError('timeout', 'silent'), 'timeout'],
  ];
  for (const [error, kind] of cases) assert.equal(failureOf(error).kind, kind, error.message);
});

test('a detail is one short line', () => {
  const { message } = failureOf(new Error(`${'x'.repeat(900)}\n<html>`));
  assert.ok(message.length <= 201);
  assert.equal(failureOf(new Error('first\nsecond')).message, 'first');
  assert.equal(failureOf('a string').message, 'a string');
  assert.notEqual(failureOf(new Error('')).message, '');
});

test('what the system says comes first, from the user', () => {
  const params = { system: 'Be calm.', messages: [{ role: 'assistant' as const, content: 'Hm.' }], token: 't' };
  assert.deepEqual(turnsOf(params), [
    { role: 'user', text: 'Be calm.' },
    { role: 'assistant', text: 'Hm.' },
  ]);
  assert.equal(turnsOf({ ...params, system: ' ' }).length, 1);
});
