// Where commands are offered, and what stands between the words, in a real window.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { configured, goTo, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/shop.md';
const original = '# Shop\n\nVisitors open 480 million pages a day.\n\n## Goals\n\n- It must be highly scalable.\n';

let code, page;
before(async () => {
  code = await startVSCode({ files: { [document]: original, 'notes.txt': 'No design.\n' } });
  page = code.page;
});
afterEach(async ({ passed, name }) => {
  if (!passed) await code.shot(`menus-failed-${name.slice(0, 20).replace(/\W+/g, '-')}`);
});
after(() => code.stop());

const input = () => page.locator('.quick-input-widget .quick-input-box input');
const rows = () => page.locator('.quick-input-list .monaco-list-row');
const quickInput = () => page.locator('.quick-input-widget');

async function close() {
  await page.keyboard.press('Escape');
  await quickInput().waitFor({ state: 'hidden' });
}

/** The commands of the category Design that the palette lists. */
async function offered() {
  if (await input().isVisible()) await close();
  await page.keyboard.press('F1');
  await input().waitFor();
  await input().fill('>Design: ');
  await rows().first().waitFor();
  const titles = (await rows().allTextContents()).join('|');
  await close();
  return titles;
}

test('beside a design document only what always makes sense is offered', async () => {
  await code.open('notes.txt');
  const titles = await until('the commands', async () => {
    const titles = await offered();
    return titles.includes('New Design Document') && titles;
  });
  assert.match(titles, /Show Log/);
  assert.doesNotMatch(titles, /Ask clarifying|Insert recap|Go to Next Finding|Dismiss with Reason/);
});

test('in one, actions are in the palette and in the context menu', async () => {
  await code.open(document);
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await until('the actions', async () => /Apply a new requirement/.test(await offered()));
  await page.locator('.view-line').filter({ hasText: 'Visitors' }).click({ button: 'right' });
  const menu = page.locator('.monaco-menu');
  await menu.getByRole('menuitem', { name: 'Design', exact: true }).hover();
  await menu.getByRole('menuitem', { name: 'Ask clarifying questions' }).waitFor();
  await code.shot('menus-1-context');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('the button in the title lists the actions, and so do the keys', async () => {
  const list = async () => {
    await quickInput().filter({ hasText: 'What should the reviewer do?' }).waitFor();
    assert.match((await rows().allTextContents()).join('|'), /Ask clarifying questions.*Summarise what we know/);
    await close();
  };
  await page.locator('.editor-actions .action-label[aria-label^="Choose Action"]').first().click();
  await list();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Alt+d');
  await page.keyboard.press('a');
  await list();
});

test('a key goes to the next finding', async () => {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Alt+d');
  await page.keyboard.press('n');
  await page
    .locator('footer')
    .getByText(/^Ln 7, Col 29/)
    .waitFor();
});

test('lenses and hints can be switched off, and on again', async () => {
  const lenses = page.locator('.codelens-decoration').filter({ hasText: '1 finding' });
  const hint = page.locator('.view-line').filter({ hasText: /≈\s5,556\/s/ });
  const shown = async () => (await lenses.count()) > 0 && (await hint.count()) > 0;
  const gone = async () => (await lenses.count()) === 0 && (await hint.count()) === 0;
  await until('lenses and hints', shown);
  const off = { 'designls.codeLens.enabled': false, 'designls.inlayHints.enabled': false };
  await configured(code, off, 'neither of them', gone);
  await configured(code, {}, 'both of them again', shown);
});

test('a new requirement is asked for when none is selected', async () => {
  await page.keyboard.press('Control+1');
  await goTo(page, 1, 1);
  await palette(page, 'Design: Apply a new requirement');
  await quickInput().filter({ hasText: 'What is new, or what do you object to?' }).waitFor();
  await code.shot('menus-2-requirement');
  await close();
  assert.equal(code.read(document), original);
});

test('the walkthrough has five steps with their pictures', async () => {
  await palette(page, 'Welcome: Open Walkthrough');
  await rows().filter({ hasText: 'Begin with design documents' }).first().click();
  const steps = page.locator('.getting-started-step');
  await until('five steps', async () => (await steps.count()) === 5);
  await until('a picture', () =>
    page
      .locator('.getting-started-media img')
      .first()
      .evaluate((image) => image.complete && image.naturalWidth > 0),
  );
  await code.shot('menus-3-walkthrough');
});
