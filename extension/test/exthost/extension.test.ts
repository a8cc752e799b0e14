import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Secrets } from '../../src/secrets';
import { until } from './until';

const id = 'designls.designls';
const extension = () => vscode.extensions.getExtension(id)!;

const findings = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source?.startsWith('designls'));
const text = '---\ndesignls: true\n---\n\n# Feed\n\n## Goals\n\nThe system must be highly scalable and very fast.\n';

async function open(content = text): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

/** What this thread has worked, in milliseconds: a busy machine makes that no more. */
function work(): number {
  const usage = (process as unknown as { threadCpuUsage: typeof process.cpuUsage }).threadCpuUsage();
  return (usage.user + usage.system) / 1000;
}

describe('the extension', () => {
  it('is activated when something needs it', async () => {
    assert.equal(extension().isActive, false, 'nothing needed it so far');
    const before = work();
    await extension().activate();
    // Measured and not judged: what else the extension host does meanwhile counts, too.
    process.stdout.write(`    activation: ${Math.round(work() - before)} ms of processor time\n`);
    assert.ok(extension().isActive);
  });

  it('is active once a markdown document is open, soon', async () => {
    const { document } = await open();
    await until('activation', () => extension().isActive);
    await until('findings in a buffer without a file', () => findings(document.uri).length > 0);
  });

  it('has all its commands', async () => {
    const there = new Set(await vscode.commands.getCommands(true));
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of manifest.contributes.commands) assert.ok(there.has(command), command);
  });

  it('keeps a key for one server only', async () => {
    const kept = new Map<string, string>();
    const storage = {
      get: (name: string) => Promise.resolve(kept.get(name)),
      store: (name: string, value: string) => Promise.resolve(void kept.set(name, value)),
      delete: (name: string) => Promise.resolve(void kept.delete(name)),
    } as unknown as vscode.SecretStorage;
    const secrets = new Secrets(storage);
    await secrets.setKey('https://api.example.com/v1', 'sk-example');
    assert.equal(await secrets.key('https://api.example.com/other'), 'sk-example');
    assert.equal(await secrets.key('https://api.example.org/v1'), undefined);
    assert.deepEqual(await secrets.environment(), {}, 'the settings name another server');
    const settings = vscode.workspace.getConfiguration('designls');
    await settings.update('openai.baseUrl', 'https://api.example.com/v1', vscode.ConfigurationTarget.Workspace);
    const { DESIGNLS_API_KEYS: keys } = await secrets.environment();
    await settings.update('openai.baseUrl', undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(JSON.parse(keys!), { 'https://api.example.com': 'sk-example' });
    await secrets.setKey('https://api.example.com/v1', '');
    assert.equal(kept.size, 0);
  });

  it('lives with settings of the wrong type', async () => {
    const settings = vscode.workspace.getConfiguration('designls');
    const wrong: [string, unknown][] = [
      ['rules', 'everything'],
      ['documents.include', 7],
      ['codeLens.enabled', 'perhaps'],
      ['engine', ['builtin']],
    ];
    for (const [name, value] of wrong) await settings.update(name, value, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await open(text.replace('Feed', 'Wrong settings'));
      await until('findings all the same', () => findings(document.uri).length > 0);
    } finally {
      for (const [name] of wrong) await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('leaves the other side of a comparison alone', async () => {
    const provider = { provideTextDocumentContent: () => text };
    const registered = vscode.workspace.registerTextDocumentContentProvider('before', provider);
    const before = vscode.Uri.parse('before:/feed-design.md');
    const after = (await open()).document.uri;
    await vscode.commands.executeCommand('vscode.diff', before, after, 'Feed');
    await until('findings on this side', () => findings(after).length > 0);
    assert.deepEqual(findings(before), []);
    registered.dispose();
  });

  it('says in one hover what the editor does not say itself', async () => {
    const { document } = await open();
    const [first] = await until('findings', () => {
      const found = findings(document.uri);
      return found.length > 0 ? found : undefined;
    });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      first!.range.start,
    );
    const said = hovers.flatMap((h) => h.contents.map((c) => (typeof c === 'string' ? c : c.value))).join('\n');
    assert.notEqual(said, '');
    assert.ok(!said.includes(`**${first!.message}**`), said);
  });
});
