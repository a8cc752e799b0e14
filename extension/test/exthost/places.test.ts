// Documents in unusual places: each is reviewed or left alone, and nothing is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { markdownEditor } from '../../src/commands/command';
import { until } from './until';

const head = '---\ndesignls: true\n---\n\n# Feed\n\n## Goals\n\n';
const vague = 'The system must be highly scalable and very fast.\n';

const findings = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source?.startsWith('designls'));
const found = (uri: vscode.Uri, least = 1) => until('findings', () => findings(uri).length >= least, 25_000);
const open = async (content: string) =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));

/** What the server of this window has taken of the processors so far, in seconds. */
function serverTime(): number {
  const pids = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'designls[^ ]* serve'], { encoding: 'utf8' });
  const stat = readFileSync(`/proc/${pids.trim().split('\n')[0]}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user! + system!) / 100;
}

describe('a document', () => {
  it('that is read-only is reviewed, and not changed', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'docs/design/locked.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(head + vague));
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('readonlyInclude', { '**/locked.md': true }, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await vscode.window.showTextDocument(uri);
      await found(uri);
      await vscode.commands.executeCommand('designls.insertOverview');
      await vscode.commands.executeCommand('designls.askQuestions');
      const other = (await open(head + vague)).document;
      await vscode.commands.executeCommand('designls.askQuestions');
      // By then the questions of the first would be there, too.
      await until('questions', () => other.getText().includes('designls:begin questions'));
      assert.equal(document.getText(), head + vague);
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('with more than 200 findings shows all of them', async () => {
    const many = Array.from({ length: 220 }, (_, i) => `Part ${i} must be highly scalable.\n\n`).join('');
    const { document } = await open(head + many);
    await found(document.uri, 220);
  });

  it('of 10 MB is reviewed without much work', async () => {
    const filler = 'The worker reads a message from the queue and writes what it says to the store.\n\n';
    const { document } = await open(head + vague + filler.repeat(10_000_000 / filler.length));
    const server = serverTime();
    await found(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(8, 0), 'It is '); // typing goes on meanwhile
    assert.ok(await vscode.workspace.applyEdit(edit));
    await found(document.uri);
    assert.ok(document.lineAt(8).text.startsWith('It is The system'));
    process.stdout.write(`      the server worked for ${(serverTime() - server).toFixed(1)} s\n`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }).timeout(60_000);

  it('that is a cell of a notebook is left alone, and says so when asked', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, head + vague, 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    const editor = await vscode.window.showTextDocument(document).then(
      (e) => e,
      () => undefined,
    );
    if (editor) assert.throws(() => markdownEditor(), /Cells of a notebook are not reviewed/);
    const other = (await open(head + vague)).document;
    await found(other.uri); // so a review of the cell would be there, too
    assert.deepEqual(findings(document.uri), []);
  });

  it('that is an earlier version says where actions work', async () => {
    const registered = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => head + vague,
    });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('git:/feed-design.md'));
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await vscode.window.showTextDocument(document);
      assert.throws(() => markdownEditor(), /in the file itself/);
      await found((await open(head + vague)).document.uri); // so a review of it would be there, too
      assert.deepEqual(findings(document.uri), []);
    } finally {
      registered.dispose();
    }
  });
});
