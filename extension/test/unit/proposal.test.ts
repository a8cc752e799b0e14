import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplyWorkspaceEditParams, TextEdit } from 'vscode-languageclient';
import { agreed, created, identityOf, needsConfirmation, proposalOf, textAfter } from '../../src/confirm/proposal';

const place = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
const edit = (newText: string): TextEdit & { annotationId: string } => ({
  range: place,
  newText,
  annotationId: 'designls',
});
const params = (confirm: boolean): ApplyWorkspaceEditParams => ({
  label: 'Insert picture',
  edit: {
    documentChanges: [
      { kind: 'create', uri: 'file:///a.svg' },
      { textDocument: { uri: 'file:///a.svg', version: null }, edits: [edit('<svg/>')] },
      { textDocument: { uri: 'file:///a.md', version: 3 }, edits: [edit('one\n'), edit('two\n')] },
    ],
    changeAnnotations: { designls: { label: 'Insert picture', needsConfirmation: confirm } },
  },
});

test('what is shown is the change of the document, not of the files that come with it', () => {
  assert.deepEqual(created(params(true).edit), ['file:///a.svg']);
  const proposal = proposalOf(params(true).edit)!;
  assert.deepEqual([proposal.uri, proposal.version], ['file:///a.md', 3]);
  assert.deepEqual(
    proposal.edits.map((e) => e.newText),
    ['one\n', 'two\n'],
  );
  assert.equal(proposalOf({ changes: {} }), undefined);
});

test('an edit needs to be confirmed when it says so, and not after that', () => {
  assert.equal(needsConfirmation(params(false)), false);
  assert.equal(needsConfirmation(params(true)), true);
  const after = agreed(params(true));
  assert.equal(needsConfirmation(after), false);
  assert.deepEqual(after.edit.documentChanges, params(true).edit.documentChanges);
  assert.equal(needsConfirmation({ edit: {} }), false);
});

test('the same words are the same result in another place of a later version', () => {
  const uri = 'file:///a.md';
  const moved = { ...edit('\r\n\r\none\r\nline'), range: { start: place.end, end: { line: 9, character: 9 } } };
  const same = identityOf('x', { uri, edits: [edit('one\nline\n')] });
  assert.equal(identityOf('x', { uri, edits: [moved] }), same);
  assert.notEqual(identityOf('x', { uri, edits: [edit('two')] }), same);
  assert.notEqual(identityOf('x', { uri: 'file:///b.md', edits: [edit('one\nline\n')] }), same);
});

test('a text after edits has them in their places', () => {
  const changes = [
    { start: 4, end: 7, text: 'TWO' },
    { start: 0, end: 0, text: 'zero ' },
    { start: 0, end: 0, text: 'half ' },
    { start: 13, end: 13, text: '!' },
  ];
  assert.equal(textAfter('one two three', changes), 'zero half one TWO three!');
  assert.equal(textAfter('one', []), 'one');
});
