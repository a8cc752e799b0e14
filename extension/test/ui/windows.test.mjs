// Windows with less than a folder that is trusted: what works there, what is said of
// what does not, and that nothing is left when they close.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { messages, pack, startVSCode, until } from './harness.mjs';

const doc = '# A\n\nThe system must be highly scalable.\n';
const files = { 'docs/design/a.md': doc };
const large = `# B\n\n${'The system must be highly scalable.\n\n'.repeat(480_000)}`; // 17 MB
const ours = async (page) => (await messages(page)).filter((text) => /design/i.test(text));
const squiggles = (page) => page.locator('.squiggly-warning, .squiggly-info, .squiggly-error');
const status = (page) => page.locator('[id="designls.designls.designls.status"] a');

test('a workspace that is not trusted has the bundled program, offline', async () => {
  const code = await startVSCode({
    files: {
      ...files,
      '.vscode/settings.json': '{"designls.server.path": "/no/such/designls", "designls.engine": "openai"}',
      '.designls/prompts/critique.md': '---\ntitle: From the workspace\n---\n\nText.\n',
    },
    settings: {
      'designls.server.path': '/no/such/designls',
      'security.workspace.trust.startupPrompt': 'never',
    },
    trust: false,
  });
  try {
    await code.open('docs/design/a.md');
    await squiggles(code.page).first().waitFor();
    assert.deepEqual(await ours(code.page), []);
    assert.match((await status(code.page).getAttribute('aria-label')) ?? '', /Restricted Mode: .* offline/);
    await code.page.keyboard.press('F1');
    await code.page.locator('.quick-input-widget .quick-input-box input').fill('>Design: Choose');
    const rows = code.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Choose Action' }).first().waitFor();
    assert.equal(await rows.filter({ hasText: 'Choose Reviewer' }).count(), 0);
    await code.shot('restricted');
  } finally {
    await code.stop();
  }
});

test('a document that is too large is left alone, with one sentence', async () => {
  const settings = { 'workbench.editorLargeFileConfirmation': 100 };
  const code = await startVSCode({ files: { 'docs/design/b.md': large }, settings });
  try {
    await code.page.goto(code.url([['openFile', code.remote(path.join(code.workspace, 'docs/design/b.md'))]]));
    const [said, ...more] = await until(
      'one sentence',
      () => ours(code.page).then((all) => all.length > 0 && all),
      60_000,
    );
    assert.match(said, /^\/.*b\.md was not read: it has \d+ MB, and documents may have up to 16 MB/);
    assert.deepEqual(more, []);
    await code.shot('large');
  } finally {
    await code.stop();
  }
});

test('a virtual workspace is reviewed by its text, and says what is not read', async () => {
  const code = await startVSCode({ files, vsix: [process.env.DESIGNLS_VSIX, pack('test/ui/memfs')] });
  try {
    const file = path.join(code.run, 'virtual.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ uri: 'memfs:/ws', name: 'virtual' }] }));
    await code.page.goto(code.at({ workspace: file }, [['openFile', 'memfs:/ws/design/feed.md']]));
    await squiggles(code.page).first().waitFor();
    assert.deepEqual(await ours(code.page), []);
    assert.match((await status(code.page).getAttribute('aria-label')) ?? '', /Virtual workspace: .* not read/);
    await code.shot('virtual');
  } finally {
    await code.stop();
  }
});

test('a file without a folder, in two windows; nothing is left of them', async () => {
  const code = await startVSCode({ files });
  try {
    const url = code.at({ ew: 'true' }, [['openFile', code.remote(path.join(code.workspace, 'docs/design/a.md'))]]);
    const other = await code.page.context().newPage();
    for (const page of [code.page, other]) {
      await page.goto(url);
      await squiggles(page).first().waitFor();
    }
    assert.equal(code.servers().length, 2);
    // What is saved in one window is reviewed in the other.
    await code.page.bringToFront();
    await code.page.locator('.view-line').last().click();
    await code.page.keyboard.press('Control+a');
    await code.page.keyboard.press('Delete');
    await code.page.keyboard.type('# A');
    await code.page.keyboard.press('Control+s');
    await until('the file', () => code.read('docs/design/a.md').trim() === '# A');
    await squiggles(other).first().waitFor({ state: 'detached' });
    for (const page of [code.page, other]) {
      assert.deepEqual(await ours(page), []);
      await page.close();
    }
    await until('the end of the servers', () => code.servers().length === 0);
  } finally {
    await code.stop();
  }
});
