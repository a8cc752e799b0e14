import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slug } from '../../src/slug';
import { type L10n, summaryOf, tooltipOf } from '../../src/summary';
import { unflatten } from '../../src/unflatten';

const l10n: L10n = { t: (message, ...args) => message.replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)])) };
const status = { uri: 'file:///a.md', version: 1, engine: 'builtin', phase: 'clarify', counts: {}, decided: 0 };

test('the status bar has the phase, the findings by severity, and who reviews', () => {
  const found = { ...status, counts: { hint: 2, warning: 1 }, decided: 3 };
  assert.equal(summaryOf(l10n, found), '$(checklist) Clarify $(warning) 1 $(lightbulb) 2 · offline');
  assert.equal(
    tooltipOf(l10n, found),
    'Phase: Clarify\nFindings: 1 warning, 2 hints (3 decided)\nReviewed by: offline',
  );
  assert.equal(summaryOf(l10n, { ...status, engine: 'openai' }), '$(checklist) Clarify $(check) · openai');
  assert.equal(summaryOf(l10n, { ...status, engine: 'openai', model: 'm-1' }), '$(checklist) Clarify $(check) · m-1');
});

test('the step says that questions wait for answers', () => {
  assert.match(summaryOf(l10n, { ...status, step: 'P2' }), / Answer /);
  assert.match(summaryOf(l10n, { ...status, step: 'P3', phase: 'summarize' }), / Summarise /);
});

test('the time of a mock interview comes first, to the second, and without seconds for the ear', () => {
  const clock = { box: 'estimations', left: 247, total: 900, over: false };
  assert.ok(summaryOf(l10n, status, clock).startsWith('$(watch) 4:07 estimations · $(checklist)'));
  assert.match(tooltipOf(l10n, status, clock), /Mock interview: estimations, 5 minutes left$/);
  assert.ok(summaryOf(l10n, status, { ...clock, over: true }).startsWith('$(checklist)'));
  assert.match(tooltipOf(l10n, status, { ...clock, over: true }), /the time is over$/);
});

test('a phase that a newer server knows is shown as it is', () => {
  assert.match(summaryOf(l10n, { ...status, phase: 'debrief' }), / debrief /);
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
