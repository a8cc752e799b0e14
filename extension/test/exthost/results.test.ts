// Results that are shown before they are put in: one after another, to nobody who is
// typing, and none of a server that has ended.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApplyWorkspaceEditParams } from 'vscode-languageclient';
import { Confirmations } from '../../src/confirm/confirmations';
import { discardedReason } from '../../src/protocol';
import { until } from './until';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** An edit that the author is to see first. */
const insertion = ({ uri, version }: vscode.TextDocument, newText: string): ApplyWorkspaceEditParams => ({
  label: newText,
  edit: {
    documentChanges: [
      { textDocument: { uri: uri.toString(), version }, edits: [{ range, newText, annotationId: 'result' }] },
    ],
    changeAnnotations: { result: { label: newText, needsConfirmation: true } },
  },
});

describe('a result that is to be confirmed', () => {
  let confirmations: Confirmations;
  let editor: vscode.TextEditor;
  const made: string[] = [];
  const make = (params: ApplyWorkspaceEditParams) => {
    made.push(params.label!);
    return Promise.resolve({ applied: true });
  };
  const shown = (title: string) => until(title, () => confirmations.waiting()?.title === title);

  beforeEach(async () => {
    confirmations = new Confirmations();
    made.length = 0;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Mine.\n' });
    editor = await vscode.window.showTextDocument(document);
  });
  afterEach(() => confirmations.dispose());

  it('is shown when the one before it is decided', async () => {
    const first = confirmations.handle(insertion(editor.document, 'First'), make);
    const second = confirmations.handle(insertion(editor.document, 'Second'), make);
    await shown('First');
    confirmations.decide(false);
    assert.deepEqual(await first, { applied: false, failureReason: discardedReason });
    await shown('Second');
    confirmations.decide(true);
    assert.deepEqual(await second, { applied: true });
    assert.deepEqual(made, ['Second']);
  });

  it('is forgotten with all that wait when the server ends, and those of the next are shown', async () => {
    const first = confirmations.handle(insertion(editor.document, 'First'), make);
    const second = confirmations.handle(insertion(editor.document, 'Second'), make);
    await shown('First');
    confirmations.forget();
    for (const result of [await first, await second]) {
      assert.deepEqual(result, { applied: false, failureReason: discardedReason });
    }
    const third = confirmations.handle(insertion(editor.document, 'Third'), make);
    await shown('Third');
    confirmations.decide(true);
    await third;
    assert.deepEqual(made, ['Third']);
  });

  it('waits until the author types no more', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    const typed = Date.now();
    const result = confirmations.handle(insertion(editor.document, 'Later'), make);
    await shown('Later');
    assert.ok(Date.now() - typed > 800, `shown ${Date.now() - typed} ms after the last key`);
    confirmations.decide(false);
    await result;
  });
});
