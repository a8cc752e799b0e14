import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft, readable } from '../../src/chat/draft';
import { diagramKinds, jobOf } from '../../src/chat/job';
import { nextSteps } from '../../src/chat/next_steps';
import { actions } from '../../src/tables.json';

test('a slash command and its words are an action', () => {
  const cases: [string | undefined, string, string, object][] = [
    ['ask', '', '', { action: 'ask-questions', selects: false }],
    ['ask', ' short ', '', { action: 'ask-questions', options: { mode: 'short' }, selects: false }],
    ['ask', 'what is a WAL?', '', { action: 'deep-dive', options: { topic: 'what is a WAL?' }, selects: false }],
    [undefined, 'what is a WAL?', '', { action: 'deep-dive', options: { topic: 'what is a WAL?' }, selects: false }],
    [undefined, ' ', '', { unclear: 'nothing' }],
    ['critique', '', '', { action: 'critique', selects: true }],
    ['critique', 'Storage', '', { action: 'critique', section: 'Storage', selects: true }],
    ['diagram', '', 'clarify', { action: 'diagram-context', selects: false }],
    ['diagram', '', 'design', { action: 'diagram-container', selects: false }],
    ['diagram', 'Sequence', '', { action: 'diagram-sequence', selects: false }],
    ['diagram', 'of the database schema', '', { action: 'diagram-data', selects: false }],
    ['diagram', 'a pie', '', { unclear: 'diagram', said: 'a pie' }],
    ['recap', 'please', '', { action: 'insert-recap', selects: false }],
    ['deepdive', '', '', { action: 'deep-dive', selects: true }],
    ['deepdive', 'Failover', '', { action: 'deep-dive', options: { topic: 'Failover' }, selects: false }],
  ];
  for (const [command, prompt, phase, job] of cases) assert.deepEqual(jobOf(command, prompt, phase), job);
});

test('every action that the chat asks for is one of the server', () => {
  const known = new Set(actions.map((a) => a.id));
  const asked = [
    ...diagramKinds.map((kind) => `diagram-${kind}`),
    'ask-questions',
    'critique',
    'insert-recap',
    'deep-dive',
  ];
  for (const action of asked) assert.ok(known.has(action), action);
});

test('a draft is shown in whole lines, without pictures', () => {
  const draft = new Draft();
  assert.equal(draft.add('## Re'), '');
  assert.equal(draft.shown, false);
  assert.equal(draft.add('cap\n\nSee ![x](http'), '## Recap\n\n');
  assert.equal(draft.add('s://evil.example/?q=1) and [Storage](#storage).\n'), 'See x and Storage.\n');
  assert.equal(readable('![a\nb](x)'), '!\\[a\nb](x)');
  assert.equal(readable('[a](b.md) `c`'), '[a](b.md) `c`');
});

test('what was shown is not shown again, unless the checks have changed it', () => {
  const after = (pieces: string[], checked: string) => {
    const draft = new Draft();
    for (const piece of pieces) draft.add(piece);
    return draft.rest(checked);
  };
  const whole = '## Recap\n\nOne.\n\n### Open\n\n- Two.\n';
  assert.deepEqual(after([], whole), { text: whole, again: false });
  assert.deepEqual(after([whole], whole), { text: '', again: false });
  assert.deepEqual(after([whole.replace('###', '##')], whole.trim()), { text: '', again: false }, 'another level');
  assert.deepEqual(
    after([`${whole}\n## Side branches\n\n- Three.\n`], whole),
    { text: '', again: false },
    'moved away',
  );
  assert.deepEqual(after(['## Recap\n\nOne.\n', '\n### Open\n\n- T'], whole), { text: '\n- Two.\n', again: false });
  assert.deepEqual(after(['## Recap\n\nOne.\n'], whole), { text: '\n### Open\n\n- Two.\n', again: false }, 'completed');
  assert.deepEqual(after(['## Recap\n\nNone.\n'], whole), { text: whole, again: true });
});

test('the next steps follow from the phase, and branches come first', () => {
  const steps = (action: string, phase: string, branches: string[] = []) =>
    nextSteps({ action, phase, branches }).map(({ command, prompt }) => `${command} ${prompt}`.trim());
  assert.deepEqual(steps('critique', 'clarify'), ['ask', 'diagram context']);
  assert.deepEqual(steps('ask-questions', 'clarify'), ['diagram context', 'critique']);
  assert.deepEqual(steps('insert-recap', 'design', ['Search', 'Billing', 'More']), [
    'deepdive Search',
    'deepdive Billing',
    'critique',
  ]);
  assert.deepEqual(steps('critique', 'of a newer server'), ['diagram container', 'recap']);
});
