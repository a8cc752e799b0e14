// The editor's model, from choosing it to what it has written, with a provider that
// stands in for a real one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { frameWith, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed-design.md';
const original = readFileSync('../examples/feed-design.md', 'utf8');

let code, page, frame;
before(async () => {
  mkdirSync('out', { recursive: true });
  const fakelm = path.resolve('out/fakelm.vsix');
  const vsce = path.resolve('../node_modules/.bin/vsce');
  execFileSync(vsce, ['package', '--no-dependencies', '--skip-license', '--out', fakelm], {
    cwd: 'test/exthost/fakelm',
  });
  code = await startVSCode({
    files: { [document]: original },
    vsix: [process.env.DESIGNLS_VSIX, fakelm],
    settings: { 'chat.disableAIFeatures': false },
  });
  page = code.page;
  await code.open(document);
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await palette(page, 'Design: Open Reviewer');
  frame = await frameWith(page, '#phase');
});
after(() => code.stop());

const row = (text) => page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

async function choose(model) {
  await palette(page, 'Design: Choose Reviewer');
  await row("The editor's model").click();
  await row(model).click();
  await row(model).waitFor({ state: 'hidden' });
  await until('the server knows', async () => !/offline/.test(await frame.locator('#meter').textContent()));
}

/** Runs the recap from the document; VS Code asks once whether its model may be used. */
async function run() {
  await page.keyboard.press('Control+1');
  await palette(page, 'Design: Insert recap');
}

test('a model is chosen, VS Code asks, and what it writes comes into the document', async () => {
  await choose('Fake recap');
  await run();
  const allow = page.getByRole('button', { name: 'Allow', exact: true });
  await until('the recap or the question', async () => {
    if (await allow.isVisible()) await allow.click();
    return /precomputed,\swhich\sfavours/.test(await page.locator('.editor-group-container').innerText());
  });
  await code.shot('9-model');
  await until('the tokens', async () => /Fake|model/.test(await frame.locator('#meter').textContent()));
  assert.match(await frame.locator('#history').textContent(), /Insert recap/);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('one undo takes all of it out', () => code.read(document) === original);
});

test('what the model writes is read while it is written, and cancelled before it ends', async () => {
  await choose('Fake endless');
  await run();
  await until('the text', async () => /favours fast reads/.test(await frame.locator('#running pre').textContent()));
  assert.match(await frame.locator('#running .news').textContent(), /Recap|Side branches/, 'the part that is written');
  await code.shot('9-writing');
  const cancel = frame.locator('#running button');
  await cancel.click();
  await until('the end of it', async () => /Cancelled/.test(await frame.locator('#history').textContent()));
  assert.equal(await frame.locator('#running').count(), 0);
  assert.equal(code.read(document), original);
});

test('a model that is silent is cancelled from the palette', async () => {
  await choose('Fake silent');
  await run();
  await frame.locator('#running').waitFor();
  await palette(page, 'Design: Cancel What Is Under Way');
  await until('it is not under way', async () => (await frame.locator('#running').count()) === 0);
  assert.equal(code.read(document), original);
});

test('the history says what and when, and leads to what was written', async () => {
  const written = frame.locator('#history button').filter({ hasText: 'Insert recap' }).first();
  await written.scrollIntoViewIfNeeded();
  await code.shot('9-history');
  assert.match(await written.textContent(), /\d+:\d\d.*tokens/);
  await written.click();
  const message = page.locator('.notifications-toasts .notification-list-item-message');
  await until('it is said that it was undone', async () =>
    /not in the document any more/.test(await message.textContent()),
  );
  await choose('Fake recap');
  await run();
  await until(
    'the run is over',
    async () =>
      /precomputed/.test(await frame.locator('#history').textContent()) ||
      (await frame.locator('#history button').count()) > 1,
  );
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Home');
  await frame.locator('#history button').first().click();
  await until('the cursor is in the block', async () => /Ln 1[89]\d/.test(await page.locator('footer').innerText()));
  await page.keyboard.press('Control+z');
});

test('what the author types while a model writes is kept, and both are undone step by step', async () => {
  await choose('Fake slow');
  await run();
  await frame.locator('#running').waitFor();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Mine. ');
  await frame.locator('#running').waitFor({ state: 'detached' });
  const saved = async () => {
    await page.keyboard.press('Control+s');
    return code.read(document);
  };
  await until('both are there', async () => {
    const text = await saved();
    return text.startsWith('Mine. ') && text.includes('designls:begin recap');
  });
  await page.keyboard.press('Control+z');
  await until('one step takes the result out', async () => (await saved()) === `Mine. ${original}`);
  for (let i = 0; i < 3 && code.read(document) !== original; i++) {
    await page.keyboard.press('Control+z');
    await saved();
  }
  await until('the text is as it was', async () => (await saved()) === original);
});

test('a quota that is used up is explained', async () => {
  await choose('Fake quota');
  await run();
  const message = page.locator('.notification-list-item, .monaco-dialog-box').filter({ hasText: 'premium requests' });
  await message.first().waitFor();
  await code.shot('9-quota');
});

test('what would be sent is shown, and cannot be edited', async () => {
  await page.keyboard.press('Control+1');
  await palette(page, 'Design: Preview What Would Be Sent');
  await row('Critique tradeoffs').click();
  const shown = page.locator('.monaco-editor[data-uri^="designls-preview:"]');
  await shown.locator('.view-line').first().waitFor();
  assert.match(await shown.innerText(), /tokens/);
  await code.shot('9-preview');
});
