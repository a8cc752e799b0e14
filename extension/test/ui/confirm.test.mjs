// What an action has made is shown first, and applied or discarded; what the author
// writes meanwhile is kept.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { frameWith, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed-design.md';
const original = readFileSync('../examples/feed-design.md', 'utf8');

let code, page, editor, compared, frame;
before(async () => {
  code = await startVSCode({ files: { [document]: original }, settings: { 'designls.edits.confirm': true } });
  page = code.page;
  editor = page.locator('.editor-group-container .monaco-editor[data-uri$="/feed-design.md"]').first();
  compared = page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor');
  await code.open(document);
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await palette(page, 'Design: Open Reviewer');
  frame = await frameWith(page, '#phase');
});
after(() => code.stop());

/** Runs the recap, and waits until it is shown. */
async function propose() {
  await page.keyboard.press('Control+1');
  await palette(page, 'Design: Insert recap');
  await compared.locator('.view-line').first().waitFor();
  await until('the recap is seen', async () => /recap/i.test(await compared.innerText()));
}

/** The buttons in the title of the comparison. */
const decide = (name) => page.locator(`.editor-actions .action-label[aria-label^="${name}"]`);

const saved = async () => {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+s');
  return code.read(document);
};

/** Takes the last step back, when the run is over and the document has the focus again. */
async function undo() {
  await compared.waitFor({ state: 'detached' });
  await frame.locator('#running').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
}

test('the result is shown before it is put in, and discarding leaves the file byte for byte', async () => {
  await propose();
  await code.shot('10-confirm');
  assert.ok(!(await saved()).includes('designls:begin recap'));
  await decide('Discard').click();
  await compared.waitFor({ state: 'detached' });
  await until('the run is told as discarded', async () =>
    /discarded/i.test(await frame.locator('#history').textContent()),
  );
  assert.equal(await saved(), original);
});

test('closing the comparison discards, too', async () => {
  await propose();
  await page.keyboard.press('Escape');
  await compared.waitFor({ state: 'detached' });
  assert.equal(await saved(), original);
});

test('applying puts it in, and one undo takes it out', async () => {
  await propose();
  await decide('Apply').click();
  await until('the recap is there', async () => (await saved()).includes('designls:begin recap'));
  await undo();
  await until('one undo takes all of it out', async () => (await saved()) === original);
});

test('what the author writes while it is shown is kept, and the result finds its place', async () => {
  await propose();
  await frame.locator('#running button').filter({ hasText: 'Apply' }).waitFor();
  await page.locator('.tab').filter({ hasText: 'feed-design.md' }).first().click();
  await editor.locator('.view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Mine. ');
  await frame.locator('#running button').filter({ hasText: 'Apply' }).click();
  await until('both are there', async () => {
    const text = await saved();
    return text.startsWith('Mine. ') && text.includes('designls:begin recap');
  });
  await undo();
  await until('one step takes the result out', async () => (await saved()) === `Mine. ${original}`);
});
