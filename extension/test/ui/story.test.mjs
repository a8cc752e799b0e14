// The whole story in a real window: what a user sees who opens a design document and
// has configured nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { goTo, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed-design.md';
const original = readFileSync('../examples/feed-design.md', 'utf8');

const pictures = '# Pictures\n\n```mermaid\nflowchart LR\n  a[Web app] -->|asks| b[Feed API]\n```\n';

let code, page, editor, statusBar;
before(async () => {
  code = await startVSCode({ files: { [document]: original, 'docs/design/pictures.md': pictures } });
  page = code.page;
  editor = page.locator('.editor-group-container .monaco-editor[data-uri$="/feed-design.md"]').first();
  statusBar = page.locator('footer [id*="designls.status"]').first();
  await code.open(document);
});
after(() => code.stop());

test('findings are underlined and counted without anything configured', async () => {
  await page.locator('.squiggly-info').first().waitFor();
  await until('the status bar has the phase', async () =>
    /(Clarify|Summarize|Design)\s*4/.test(await statusBar.textContent()),
  );
  await code.shot('1-open');
});

test('the Problems view lists them with their rules', async () => {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'placeholder' }).first().waitFor();
  await code.shot('2-problems');
});

test('a hover says why it matters and what to do', async () => {
  await page.keyboard.press('Control+Shift+M');
  const squiggle = page.locator('.squiggly-warning, .squiggly-info').first();
  const box = await squiggle.boundingBox();
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  const contents = page.locator('.monaco-hover .hover-contents');
  await until('the reasons', async () => (await contents.count()) > 1);
  const said = (await contents.allTextContents()).map((text) => text.split(/(?<=\.)/)[0]);
  assert.equal(new Set(said).size, said.length, `nothing is said twice: ${said.join('|')}`);
  await code.shot('3-hover');
  await page.keyboard.press('Escape');
});

test('a quick fix decides about a finding', async () => {
  await page.keyboard.press('Control+1'); // focus
  const line = original.split('\n').findIndex((l) => l.includes('highly scalable')) + 1;
  await goTo(page, line, 10);
  const rows = page.locator('.action-widget .monaco-list-row');
  // VS Code cancels the request while another provider registers.
  await until('quick fixes', async () => {
    await page.keyboard.press('Control+.');
    await rows.first().waitFor({ timeout: 3000 });
    return true;
  });
  await code.shot('4-quick-fix');
  await page.keyboard.press('Escape');
});

test('an action is run from the palette, and undone in one step', async () => {
  await page.keyboard.press('Control+1'); // focus
  await palette(page, 'Design: Insert recap');
  await until('the recap is there', async () => /designls:begin recap|Recap/.test(await editor.innerText()));
  await code.shot('5-recap');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('the file is as it was', () => code.read(document) === original);
});

test('the block at the cursor is shown large, follows the text, and says what is wrong', async () => {
  await code.open('docs/design/pictures.md');
  await goTo(page, 4, 1);
  await palette(page, 'Design: Open Diagram');
  const frame = await until('the panel', async () => {
    for (const f of page.frames()) if (await f.$('#stage')) return f;
  });
  await frame.locator('#picture svg').waitFor();
  await code.shot('6-diagram');
  const label = (text) => frame.locator('#picture svg').getByText(text, { exact: true }).first();
  await label('Feed API').waitFor();
  const before = await frame.locator('#picture').getAttribute('style');
  await frame.locator('#in').click();
  assert.notEqual(await frame.locator('#picture').getAttribute('style'), before);

  await page.locator('.monaco-editor[data-uri$="/pictures.md"] .view-line').filter({ hasText: 'flowchart' }).click();
  await goTo(page, 5, 1);
  await page.keyboard.type('  b --> c[Feed store]\n');
  await label('Feed store').waitFor();
  await page.keyboard.type('  b --> ]\n');
  await until('an error', async () => /does not parse/.test(await frame.locator('#said').textContent()));
  await label('Feed store').waitFor(); // the last picture stays
  await code.shot('7-diagram-wrong');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
});

test('a server that is killed comes back', async () => {
  const pids = () =>
    execFileSync('pgrep', ['-f', `${code.run}/ext/.*/designls serve`], { encoding: 'utf8' })
      .trim()
      .split('\n');
  const [before] = pids();
  process.kill(Number(before), 'SIGKILL');
  await until('another process', () => pids().some((pid) => pid !== before));
  await until('findings again', async () => /(Clarify|Design)\s/.test(await statusBar.textContent()));
  assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0, 'nobody was bothered');
});
