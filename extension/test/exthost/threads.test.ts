import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Threads } from '../../src/comments/threads';
import { until } from './until';

/** A memory that is forgotten with the test. */
function memento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  } as vscode.Memento;
}

function told(line: number, id: string, message = 'Why this store?'): vscode.Diagnostic {
  const d = new vscode.Diagnostic(new vscode.Range(line, 0, line, 4), message);
  d.source = 'fake-model';
  d.code = 'missing-tradeoff';
  return Object.assign(d, { data: { finding: id } });
}

describe('comment threads', () => {
  let collection: vscode.DiagnosticCollection;
  let threads: Threads;
  let uri: vscode.Uri;
  const shown = () => threads.of(uri);

  before(async () => {
    collection = vscode.languages.createDiagnosticCollection('test');
    threads = new Threads(memento());
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# A\n\nWords.\n' });
    await vscode.window.showTextDocument(document);
    uri = document.uri;
  });
  after(() => {
    threads.dispose();
    collection.dispose();
  });

  it('stand where a model has found something', async () => {
    collection.set(uri, [told(2, 'f1')]);
    await until('a thread', () => shown().size === 1);
    const { thread } = shown().get('f1')!;
    assert.equal(thread.label, 'missing-tradeoff');
    assert.equal(thread.comments[0]!.author.name, 'fake-model');
  });

  it('keep notes, and move with the words without being made anew', async () => {
    const { thread } = shown().get('f1')!;
    await threads.note(thread, 'Ask Ines.');
    assert.equal(thread.comments.length, 2);
    collection.set(uri, [told(3, 'f1'), told(0, 'f2')]);
    await until('both', () => shown().size === 2);
    assert.equal(shown().get('f1')!.thread, thread);
    assert.equal(thread.range?.start.line, 3);
    assert.equal(thread.comments.length, 2);
  });

  it('go when the finding is gone', async () => {
    const { thread } = shown().get('f1')!;
    collection.set(uri, []);
    await until('none', () => shown().size === 0);
    assert.throws(() => threads.find(thread), /this finding is gone/);
  });
});
