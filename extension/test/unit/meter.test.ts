import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meterOf } from '../../src/panel/meter';

const said = {
  thisDocument: 'Document',
  thisSession: 'Session',
  thisMonth: 'Month',
  tokens: 'tokens',
  cost: 'cost',
  of: 'of',
};
const number = (n: number, digits = 0) => n.toFixed(digits);
const lines = (usage: Parameters<typeof meterOf>[0], tokens = 0) => meterOf(usage, tokens, said, number);
const spent = (prompt: number, completion: number) => ({ prompt, completion });

test('what models have taken is told with its cost and the budget', () => {
  const month = { prompt: 5000, completion: 1000, cost: 0.25, budget: 10000 };
  const usage = { document: { prompt: 100, completion: 20, cost: 0.0012 }, session: spent(300, 20), month };
  assert.deepEqual(lines(usage), [
    'Document: 120 tokens, cost 0.0012',
    'Session: 320 tokens',
    'Month: 6000 of 10000 tokens, cost 0.2500',
  ]);
});

test('what is nothing, or the same again, is not told', () => {
  assert.deepEqual(lines(undefined), []);
  assert.deepEqual(lines(undefined, 12), ['Document: 12 tokens']);
  assert.deepEqual(lines({ document: spent(0, 0), session: spent(0, 0) }), []);
  assert.deepEqual(lines({ document: spent(1, 1), session: spent(1, 1) }), ['Document: 2 tokens']);
});
