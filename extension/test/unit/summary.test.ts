import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slug } from '../../src/slug';
import { summaryOf, tooltipOf } from '../../src/summary';
import { unflatten } from '../../src/unflatten';

const status = { uri: 'file:///a.md', version: 1, engine: 'builtin', phase: 'clarify', counts: {}, decided: 0, design: true, step: 'P1' };

test('the status bar has the phase, and the findings by severity', () => {
  const found = { ...status, counts: { hint: 2, warning: 1 }, decided: 3 };
  assert.equal(summaryOf(found), '$(checklist) Clarify $(warning) 1 $(lightbulb) 2');
  assert.equal(tooltipOf(found), 'Phase: clarify\nFindings: 1 warning, 2 hints (3 decided)\nEngine: builtin');
  assert.equal(summaryOf(status), '$(checklist) Clarify $(check)');
});

test('a phase that a newer server knows is shown as it is', () => {
  assert.equal(summaryOf({ ...status, phase: 'debrief' }), '$(checklist) debrief $(check)');
});

test('names of files have no characters that systems refuse', () => {
  assert.equal(slug('Home feed, v2: Überblick?'), 'home-feed-v2-uberblick');
  assert.equal(slug('日本語の設計'), '日本語の設計');
  assert.equal(slug('***'), 'design');
});

test('dotted names become groups', () => {
  assert.deepEqual(
    unflatten([
      ['a.b', 1],
      ['a.c', 2],
      ['d', 3],
    ]),
    { a: { b: 1, c: 2 }, d: 3 },
  );
});
