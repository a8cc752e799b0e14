// Comment threads in a real window: a model finds something, its author answers, and
// what was decided stands in the ledger of the team.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { key, model, startEndpoint } from './endpoint.mjs';
import { goTo, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed.md';
const original = `# Photo feed

A photo is in the feeds of all followers at once.

## Parts

A fan-out worker fills the feed store asynchronously.

The follower graph is read from a cache.

Photos are kept in one object store.
`;

const finding = (rule, quote, message) => ({
  rule,
  severity: 'warning',
  confidence: 'certain',
  quote,
  subject: quote.split(' ')[0],
  message,
  why: 'It shows in production only.',
  options: ['Say which of both holds.'],
});
const critique = {
  findings: [
    finding('consistency', 'A photo is in the feeds of all followers at once.', 'At once is not what a worker gives.'),
    finding(
      'missing-pattern',
      'The follower graph is read from a cache.',
      'Nothing says what a follow does to the cache.',
    ),
    finding('failure-mode', 'Photos are kept in one object store.', 'The object store is one of its kind.'),
  ],
};

let code, page, endpoint;
before(async () => {
  endpoint = await startEndpoint();
  code = await startVSCode({
    files: { [document]: original },
    settings: {
      'designls.engine': 'openai',
      'designls.openai.baseUrl': endpoint.base,
      'designls.openai.model': model,
      'designls.review.secondLook': false,
      'workbench.colorTheme': 'Dark Modern',
    },
    environment: { OPENAI_API_KEY: key },
  });
  page = code.page;
  await code.open(document);
  await palette(page, 'Design: Critique tradeoffs');
  endpoint.replies.push(JSON.stringify(critique));
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Allow for this workspace' }).click();
});
afterEach(async ({ passed, name }) => {
  if (!passed) await code.shot(`threads-failed-${name.slice(0, 20).replace(/\W+/g, '-')}`);
});
after(async () => {
  await code.stop();
  await endpoint.stop();
});

const glyphs = () =>
  page.locator('.comment-range-glyph.comment-thread, .comment-range-glyph.comment-thread-unresolved');
const widget = () => page.locator('.review-widget').filter({ visible: true }).first();
const ledger = () => {
  const file = path.join(code.workspace, '.designls/ledger.jsonl');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
};

/** Opens the thread beside some words, by what stands for it in the margin. */
async function openThread(words) {
  const said = new RegExp(words.replaceAll(' ', '\\s'));
  const line = page.locator('.editor-group-container .view-line').filter({ hasText: said }).first();
  await until(`the thread about ${words}`, async () => {
    const { y } = await line.boundingBox();
    for (const glyph of await glyphs().all()) {
      const box = await glyph.boundingBox();
      if (Math.abs(box.y - y) < 10) await glyph.click({ timeout: 2000 });
    }
    await widget().waitFor({ timeout: 3000 });
    return true;
  });
}

/** Types a reply, and presses one of the buttons below it. */
async function reply(words, button) {
  const open = widget().locator('.review-thread-reply-button');
  if (await open.isVisible()) await open.click();
  await widget().locator('.comment-form .monaco-editor').click();
  await page.keyboard.type(words);
  await widget().locator('.form-actions .monaco-button').filter({ hasText: button }).click();
}

const decided = (count) => until(`${count} decisions`, () => ledger().length === count);

test('each finding of a model has a thread where its words stand', async () => {
  await until('three threads', async () => (await glyphs().count()) === 3);
  await openThread('A photo is in');
  assert.match(await widget().innerText(), /scripted-1[\s\S]*At once is not what a worker gives/);
  await code.shot('threads-1-open');
});

test('a note is kept with the thread', async () => {
  await reply('Ask Ines about this.', 'Add Note');
  await until('the note', async () => /You[\s\S]*Ask Ines about this\./.test(await widget().innerText()));
  await code.shot('threads-2-note');
});

test('a thread follows its words, with its note', async () => {
  const where = async () =>
    Math.min(...(await Promise.all((await glyphs().all()).map((g) => g.boundingBox()))).map((b) => b.y));
  const height = await where();
  await page.keyboard.press('Control+1');
  await goTo(page, 2, 1);
  await page.keyboard.type('\nOne more line.\n');
  await until('it has moved', async () => (await where()) > height + 20);
  await page.keyboard.press('Control+s');
  await until('it is saved', () => code.read(document).includes('One more line.'));
  await until('three threads', async () => (await glyphs().count()) === 3);
  await openThread('A photo is in');
  assert.match(await widget().innerText(), /Ask Ines about this\./);
});

test('it is resolved, with the reason', async () => {
  await reply('Within five seconds is enough.', 'Resolve');
  await decided(1);
  await until('two threads', async () => (await glyphs().count()) === 2);
});

test('a risk is accepted', async () => {
  await openThread('The follower graph');
  await widget().getByRole('button', { name: 'Accept Risk' }).first().click();
  await decided(2);
});

test('it is dismissed with a reason, and not without one', async () => {
  await openThread('Photos are kept');
  const dismiss = widget().getByRole('button', { name: 'Dismiss with Reason…' }).first();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await dismiss.click();
  await input.waitFor();
  await code.shot('threads-3-dismiss');
  await page.keyboard.press('Escape');
  await input.waitFor({ state: 'hidden' });
  assert.equal(ledger().length, 2);
  await dismiss.click();
  await input.fill('The store is replicated by its provider.');
  await page.keyboard.press('Enter');
  await decided(3);
  await until('no thread', async () => (await glyphs().count()) === 0);
  const told = ledger().map(({ decision, reason, rule }) => [rule, decision, reason ?? '']);
  assert.deepEqual(told, [
    ['consistency', 'answered', 'Within five seconds is enough.'],
    ['missing-pattern', 'accepted-risk', ''],
    ['failure-mode', 'dismissed', 'The store is replicated by its provider.'],
  ]);
  assert.ok(ledger().every((entry) => entry.file === document));
  await code.shot('threads-4-decided');
});
