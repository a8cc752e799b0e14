import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Finding, shownRuns, stateOf } from '../../src/panel/state';
import type { DocumentStatus } from '../../src/protocol';
import type { Run } from '../../src/runs';

const status: DocumentStatus = {
  uri: 'file:///a.md',
  version: 1,
  engine: 'builtin',
  phase: 'clarify',
  counts: {},
  decided: 0,
};
const questions =
  '<!-- designls:begin q kind=questions -->\n\n**Q1.** How many?\n\nAnswer:\n\n<!-- designls:end q -->\n';
const state = (more: Partial<DocumentStatus>, text = '', findings: Finding[] = []) =>
  stateOf({ name: 'a.md', uri: 'file:///a.md', text }, { ...status, ...more }, findings);

test('the phase is the step that the server tells', () => {
  const steps = ['P1', 'P2', 'P3', 'P4'] as const;
  assert.deepEqual(
    steps.map((step) => state({ step }).phase),
    [0, 1, 2, 3],
  );
});

test('a server that tells no step has three phases, and open questions make the second', () => {
  assert.deepEqual(
    [state({}), state({}, questions), state({ phase: 'summarize' }), state({ phase: 'design' })].map((s) => s.phase),
    [0, 1, 2, 3],
  );
});

test('the gravest findings come first, and of too many the rest is counted', () => {
  const found = (severity: Finding['severity'], line: number): Finding => ({
    severity,
    line,
    message: '',
    rule: '',
    column: 0,
  });
  const hints = Array.from({ length: 150 }, (_, i) => found('hint', i));
  const { findings, more } = state({}, '', [...hints, found('error', 9), found('warning', 3), found('error', 2)]);
  assert.deepEqual(
    findings.slice(0, 4).map((f) => [f.severity, f.line]),
    [
      ['error', 2],
      ['error', 9],
      ['warning', 3],
      ['hint', 0],
    ],
  );
  assert.deepEqual([findings.length, more], [100, 53]);
});

test('a run is told with its document when that is another, and without its text', () => {
  const run = (uri: string): Run => ({
    run: '1',
    action: 'x',
    title: 'X',
    uri,
    engine: 'openai',
    state: 'working',
    began: '',
    reply: 1,
    text: 'long',
  });
  const shown = shownRuns([run('file:///a.md'), run('file:///b.md')], 'file:///a.md', (uri) => uri.slice(8));
  assert.deepEqual(
    shown.map((r) => [r.elsewhere, 'text' in r]),
    [
      [undefined, false],
      ['b.md', false],
    ],
  );
});
