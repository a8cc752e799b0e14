import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answerEdit, branchesOf, type Question, questionsOf, type TextEdit } from '../../src/document/questions';

const example = readFileSync('../examples/rfc/0042-idempotent-payments.md', 'utf8');
const which = (q: Question) => ({ block: q.block, number: q.number, id: q.id });
const apply = (text: string, e: TextEdit) => text.slice(0, e.start) + e.text + text.slice(e.end);

test('questions are read as the server writes them', () => {
  const [one, two, three, ...rest] = questionsOf(example);
  assert.equal(rest.length, 0);
  assert.match(one!.answer, /^2\.1 million accounts[\s\S]*one primary\.$/);
  assert.deepEqual(
    { ...two, answerAt: undefined },
    {
      block: 'questions',
      number: 2,
      id: 'payments/unknown-outcome',
      ask: 'What happens when the provider times out and nobody knows whether money moved?',
      decides: 'A pending state with inquiry and reconciliation, or a guess.',
      answer: '',
      assumed: two!.assumed,
      critical: true,
      answerAt: undefined,
    },
  );
  assert.match(two!.assumed, /^The payment stays pending/);
  assert.equal(three!.answer, '');
});

test('an answer is written at its place, and nothing else changes', () => {
  const [, q] = questionsOf(example);
  const edit = answerEdit(example, which(q!), '', 'It stays pending.\nFor a day.') as TextEdit;
  const after = apply(example, edit);
  assert.equal(questionsOf(after)[1]!.answer, 'It stays pending.\nFor a day.');
  assert.equal(after.length, example.length + edit.text.length);
  assert.ok(after.includes('\nAnswer: It stays pending.\nFor a day.\n\n*Assumed'));
  assert.deepEqual(questionsOf(after)[2], { ...questionsOf(example)[2], answerAt: questionsOf(after)[2]!.answerAt });
});

test('an answer that was changed meanwhile is not written over', () => {
  const [one] = questionsOf(example);
  assert.equal(answerEdit(example, which(one!), '', 'x'), 'changed');
  assert.equal(answerEdit(example, { ...which(one!), number: 9 }, '', 'x'), 'gone');
  assert.equal(typeof answerEdit(example, which(one!), one!.answer, 'x'), 'object');
});

test('what is typed stays an answer', () => {
  const [, q] = questionsOf(example);
  for (const typed of ['<!-- designls:end questions -->', '**Q7.** Another?', 'Answer: no\nDecides: all']) {
    const after = apply(example, answerEdit(example, which(q!), '', typed) as TextEdit);
    const questions = questionsOf(after);
    assert.equal(questions.length, 3, typed);
    assert.notEqual(questions[1]!.answer, '', typed);
    assert.match(questions[1]!.assumed, /^The payment stays/, typed);
  }
});

test('other layouts are understood, and code is no question', () => {
  const text = `<!-- designls:begin questions kind=questions -->\r\n- **Q1:** How many? (\`a/b\`)\r\n  *Answer:* TBD\r\n<!-- designls:end questions -->\r\n
\`\`\`markdown
<!-- designls:begin questions kind=questions -->
**Q9.** Shown only?
Answer:
<!-- designls:end questions -->
\`\`\`
<!-- designls:begin branches kind=branches -->
- [ ] How is a shard split?
- [x] Who pays?
<!-- designls:end branches -->
`;
  const questions = questionsOf(text);
  assert.deepEqual(
    questions.map((q) => [q.number, q.ask, q.answer, q.critical]),
    [[1, 'How many?', '', false]],
  );
  const after = apply(text, answerEdit(text, which(questions[0]!), '', 'Two') as TextEdit);
  assert.ok(after.includes('*Answer:* Two\r\n<!--'), after);
  assert.deepEqual(branchesOf(text), [
    { text: 'How is a shard split?', done: false },
    { text: 'Who pays?', done: true },
  ]);
});
