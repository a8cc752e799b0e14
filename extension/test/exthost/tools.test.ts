import assert from 'node:assert/strict';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { prepare } from '../../src/tools/invoke';
import { toolNames } from '../../src/tools/names';

const text = `---
designls: true
---

# Pastes

Users write 10 million pastes a month, 4.5 writes per second on average, and a paste has 1 KB.

## Storage

The API server writes pastes to Postgres. It must be highly scalable.
`;

async function invoke(name: string, input: object, budget?: number): Promise<Record<string, unknown>> {
  const counted = (said: string) => Promise.resolve(said.length);
  const result = await vscode.lm.invokeTool(name, {
    input,
    toolInvocationToken: undefined,
    ...(budget ? { tokenizationOptions: { tokenBudget: budget, countTokens: counted } } : {}),
  });
  const [part] = result.content as vscode.LanguageModelTextPart[];
  return JSON.parse(part!.value) as Record<string, unknown>;
}

describe('the tools for agents', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await vscode.extensions.getExtension('designls.designls')!.activate();
    document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document);
  });

  it('are there, with their schemas', () => {
    for (const name of toolNames) {
      const tool = vscode.lm.tools.find((t) => t.name === name);
      assert.ok(tool?.inputSchema, name);
    }
  });

  it('tell the findings of the open document', async () => {
    const told = await invoke('designls_findings', { section: 'Storage' });
    const [first] = told['findings'] as Record<string, unknown>[];
    assert.equal(first!['rule'], 'vague-requirement');
    assert.equal(first!['line'], 11);
    assert.equal(document.getText(), text);
  });

  it('tell its graph and its numbers', async () => {
    const graph = await invoke('designls_graph', { file: document.uri.toString() });
    assert.deepEqual((graph['edges'] as object[])[0], {
      from: 'API server',
      to: 'Postgres',
      label: 'writes pastes',
      line: 11,
    });
    const numbers = await invoke('designls_estimates', {});
    const derived = numbers['derived'] as Record<string, string>[];
    assert.match(derived[0]!['holds']!, /^no: off by/);
  });

  it('keep to the budget of the model', async () => {
    const all = JSON.stringify(await invoke('designls_estimates', {}, 100_000)).length;
    const few = await invoke('designls_estimates', {}, all - 1);
    assert.ok(JSON.stringify(few).length < all);
    assert.ok((few['derivedLeftOut'] as number) > 0);
  });

  it('say what to do about a file that is not there, or no document', async () => {
    const rejected = (input: object, why: RegExp) => assert.rejects(invoke('designls_findings', input), why);
    await rejected({ file: 'docs/none.md' }, /no file docs\/none\.md; give its path relative/);
    await rejected({ file: 'readme.txt' }, /readme\.txt is not a markdown document/);
    await rejected({ section: 'Nowhere' }, /There is no section "Nowhere"/);
  });

  it('ask before they read a file outside of the workspace', async () => {
    const inside = await prepare('designls_findings', { file: 'readme.txt' });
    assert.equal(inside.confirmationMessages, undefined);
    assert.equal(inside.invocationMessage, 'Reviewing readme.txt');
    const outside = vscode.Uri.file(path.join(os.tmpdir(), 'designls-outside.md'));
    await vscode.workspace.fs.writeFile(outside, Buffer.from('# Outside\n'));
    try {
      const asked = await prepare('designls_findings', { file: outside.fsPath });
      assert.ok(asked.confirmationMessages);
    } finally {
      await vscode.workspace.fs.delete(outside);
    }
  });
});
