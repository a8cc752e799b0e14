// The chat as people use it: a reply of @design streams and changes nothing, its button
// inserts it, and undo takes it back; offline first, then by the model of the chat.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { pack, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed-design.md';
const original = readFileSync('../examples/feed-design.md', 'utf8');

let code, page;
before(async () => {
  code = await startVSCode({
    files: { [document]: original },
    vsix: [process.env.DESIGNLS_VSIX, pack('test/exthost/fakelm')],
    settings: { 'chat.disableAIFeatures': false },
  });
  page = code.page;
  await code.open(document);
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+Alt+i');
  await input().waitFor();
  await choose('Fake recap');
});
afterEach(async ({ passed, name }) => {
  if (!passed) await code.shot(`chat-failed-${name.replace(/\W+/g, '-')}`);
});
after(() => code.stop());

const input = () => page.locator('.chat-input-container .monaco-editor').first();
const next = (words) => page.locator('.interactive-session-followups').getByText(words);
const rows = () =>
  page.locator('.interactive-list .monaco-list-row').filter({ has: page.locator('.interactive-response') });

/** The number of the last reply. VS Code draws only those that can be seen, in any order. */
const last = async () =>
  Math.max(-1, ...(await rows().evaluateAll((all) => all.map((row) => Number(row.dataset.index)))));
const row = async () => page.locator(`.interactive-list .monaco-list-row[data-index="${await last()}"]`);
const reply = async () => (await row()).innerText();
const button = async (name) => (await row()).getByRole('button', { name });

/** Takes a model for the chat; VS Code answers nobody without one. It closes the list when models arrive meanwhile. */
async function choose(model) {
  const chosen = page.locator('.model-picker-name');
  const list = page.locator('.action-widget.action-widget-dropdown');
  const filter = list.locator('input');
  const found = list.locator('.monaco-list-row').filter({ hasText: model }).first();
  await until(`the model ${model}`, async () => {
    // A list that was opened with few models has no filter, and covers the window.
    if (await list.isVisible()) await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden', timeout: 3000 });
    await chosen.click({ timeout: 3000 });
    await filter.fill(model, { timeout: 3000 });
    await found.click({ timeout: 3000 });
    return (await chosen.innerText()).includes(model);
  });
}

/** Asks, and waits until the reply has what is wanted. VS Code asks once whether its model may be used. */
async function ask(words, wanted) {
  const before = await last();
  await input().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words, { delay: 20 });
  await page.keyboard.press('Escape'); // the list of completions
  await page.keyboard.press('Enter');
  const allow = page.getByRole('button', { name: 'Allow', exact: true });
  await until(`the reply to ${words}`, async () => {
    if (await allow.isVisible()) await allow.click();
    return (await last()) > before && wanted.test(await reply());
  });
}

/** The document as it is saved now. */
async function written() {
  await page.keyboard.press('Control+1');
  await palette(page, 'File: Save');
  return code.read(document);
}

/** Takes back one step, which has to be all that was inserted. */
async function undo() {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
  await until('the document as it was', async () => (await written()) === original);
}

/** Pictures in both themes; the window is light before and after. */
async function shots(name) {
  for (const theme of ['vs-dark', 'vs']) {
    await palette(page, 'Preferences: Toggle between Light/Dark Themes');
    await page.locator(`.monaco-workbench.${theme}`).waitFor();
    await code.shot(`10-chat-${name}-${theme}`);
  }
}

test('questions change nothing until the button inserts them, and one undo takes them back', async () => {
  await ask('@design /ask ', /Insert into feed-design\.md/);
  assert.match(await reply(), /Q1\. What availability is promised/);
  assert.match(await reply(), /Made offline: nothing of the document was sent anywhere/);
  assert.equal(await written(), original);
  for (const step of ['Critique the tradeoffs', 'Draw a container diagram', 'Sum it up']) await next(step).waitFor();
  await shots('ask');
  await (await button(/Insert into/)).click();
  await until('the questions', async () => /designls:begin questions/.test(await written()));
  await undo();
});

test('a step offered after the reply is a question to @design', async () => {
  const before = await last();
  await next('Critique the tradeoffs').click();
  await until('the critique', async () => (await last()) > before && /Show Findings/.test(await reply()));
  assert.match(await reply(), /\(placeholder\)\s+feed-design\.md:64/);
  await shots('critique');
});

test('the model of the chat is taken on a click, and its text is inserted as it was shown', async () => {
  await ask('@design /recap ', /Let Fake recap Review in This Workspace/);
  await (await button(/Let Fake recap/)).click();
  await ask('@design /recap ', /By Fake recap, checked/);
  assert.match(await reply(), /precomputed, which favours fast reads/);
  await shots('model');
  await (await button(/Insert into/)).click();
  await until('the recap', async () => /by=\S+ [^]*precomputed, which favours/.test(await written()));
  await undo();
});

test('a reply is read while the model still writes it, and stopping it leaves nothing behind', async () => {
  await choose('Fake endless');
  await ask('@design /recap ', /precomputed, which favours fast reads/);
  assert.equal(await (await button(/Insert into/)).count(), 0);
  await page.getByRole('button', { name: /^Cancel/ }).click();
  await page.locator('.chat-submit-button').waitFor();
  assert.equal(await (await button(/Insert into/)).count(), 0);
  assert.equal(await written(), original);
});
