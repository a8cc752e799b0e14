// The Reviewer panel in a real window, in light, dark and high contrast.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { frameWith, goTo, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/payments.md';
const branches =
  '\n<!-- designls:begin branches kind=branches -->\n\n- [ ] How are hot accounts split?\n- [x] Who owns the recovery job?\n\n<!-- designls:end branches -->\n';
const original = readFileSync('../examples/rfc/0042-idempotent-payments.md', 'utf8').trimEnd() + '\n' + branches;

let code, page, frame;

/** Opens the document with the panel beside it. */
async function show() {
  await code.open(document);
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await page.locator('footer [id*="designls.status"]').first().click();
  frame = await frameWith(page, '#phase');
}

before(async () => {
  code = await startVSCode({ files: { [document]: original } });
  page = code.page;
  await show();
});
after(() => code.stop());

/** The file, after the editor was told to save it. */
async function saved() {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+s');
  return code.read(document);
}

test('it shows the phase, the questions, the findings and the branches', async () => {
  await frame.locator('#questions textarea').first().waitFor();
  assert.equal(await frame.locator('#questions textarea').count(), 2);
  assert.match(await frame.locator('#questions h2').textContent(), /: 2 \(1 answered\)/);
  assert.equal(await frame.locator('[aria-current=step]').count(), 1);
  assert.match(await frame.locator('#branches').textContent(), /hot accounts.*recovery job/s);
  assert.match(await frame.locator('#meter').textContent(), /offline/);
  await code.shot('8-panel-light');
});

test('an answer goes into the document, and undo takes it out', async () => {
  const box = frame.locator('#questions textarea').first();
  await box.fill('It stays pending until the provider answers.');
  await box.press('Control+Enter');
  await until('one question less', async () => (await frame.locator('#questions textarea').count()) === 1);
  const written = original.replace(/(Q2[\s\S]*?\nAnswer:)/, '$1 It stays pending until the provider answers.');
  await until('the file has it', async () => (await saved()) === written);
  await page.keyboard.press('Control+z');
  await until('the file is as it was', async () => (await saved()) === original);
  await until('the question is open again', async () => (await frame.locator('#questions textarea').count()) === 2);
});

test('what is typed in a box stays when the document gets an answer meanwhile', async () => {
  const box = frame.getByRole('textbox', { name: /^Answer to question 3/ });
  await box.fill('A ledger, and never negative.');
  const lines = original.split('\n');
  const asked = lines.findIndex((line) => line.includes('**Q3.**'));
  await page.keyboard.press('Control+1');
  await goTo(page, asked + lines.slice(asked).findIndex((line) => line.startsWith('Answer:')) + 1, 200);
  await page.keyboard.type(' Yes.');
  await until('both are shown', async () => /Yes\./.test(await frame.locator('.meanwhile').textContent()));
  assert.equal(await box.inputValue(), 'A ledger, and never negative.');
  await code.shot('8-draft');
  await frame.getByRole('button', { name: 'Replace answer 3' }).click();
  await until('the file has what was typed', async () => /^Answer: A ledger, and never/m.test(await saved()));
  await box.waitFor({ state: 'detached' });
  await until('the file is as it was', async () => {
    await page.keyboard.press('Control+z');
    return (await saved()) === original;
  });
  await until('the box is there again, and empty', async () => (await box.inputValue()) === '');
});

test('a finding is a way to its place, by keyboard', async () => {
  const link = frame.locator('#findings button').first();
  await link.focus();
  await link.press('Enter');
  await until('the editor has the focus', () =>
    page.evaluate(() => globalThis.document.activeElement.closest('.monaco-editor') !== null),
  );
});

test('everything is reached by keyboard, and has a name', async () => {
  await frame.locator('button').first().focus();
  const names = [];
  for (let i = 0; i < 40; i++) {
    const name = await frame.evaluate(() => {
      const e = globalThis.document.activeElement;
      return e === globalThis.document.body ? '' : e.getAttribute('aria-label') || e.textContent;
    });
    if (i > 0 && (name === '' || name === names[0])) break;
    names.push(name);
    await page.keyboard.press('Tab');
  }
  const all = await frame.locator('button:visible, textarea:visible, summary:visible').count();
  assert.equal(names.length, all, names.join('|'));
  assert.ok(names.every((name) => name.trim() !== ''));
  const tree = await frame.locator('main').ariaSnapshot();
  for (const part of [/region "docs/, /list "Phase"/, /heading "Findings/, /textbox "Answer to question 2/]) {
    assert.match(tree, part);
  }
});

test('a mock interview is counted down in the status bar and in the panel, and only while it runs', async () => {
  const bar = page.locator('footer [id*="designls.status"]').first();
  assert.doesNotMatch(await bar.textContent(), /\d:\d\d/);
  await page.keyboard.press('Control+1');
  await palette(page, 'Practise: be interviewed');
  const shown = async () => /(\d+):(\d\d)/.exec(await bar.textContent())?.[0];
  const first = await until('the clock', shown);
  await until('it ticks', async () => (await shown()) !== first);
  assert.match(await frame.locator('#interview').textContent(), /feature expectations\s*(5:00|4:\d\d) left/i);
  await code.shot('8-interview');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
  await until('it has stopped', async () => (await shown()) === undefined);
  await frame.locator('#interview').waitFor({ state: 'detached' });
});

test('a document that is left alone is shown no more', async () => {
  await page.keyboard.press('Control+1');
  await palette(page, 'Leave This File Alone');
  await frame.locator('#none').waitFor();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
  await frame.locator('#phase').waitFor();
  await until('the file is as it was', async () => (await saved()) === original);
});

test('it can be read in every theme', async () => {
  for (const [theme, name] of [
    ['Dark Modern', 'dark'],
    ['Default High Contrast', 'high-contrast'],
  ]) {
    code.settings({ 'workbench.colorTheme': theme });
    await show();
    await frame.locator(`body.vscode-${name}`).waitFor();
    await frame.locator('#findings').waitFor();
    const before = frame.locator('#history').getByText('Practise: be interviewed');
    await before.waitFor(); // of the window that was closed
    await code.shot(`8-panel-${name}`);
  }
});
