// The whole story in a real window, light and dark: a design document is opened by
// somebody who has configured nothing, grows with a model, and is as it was once
// everything is undone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { key, model, phase, silence, startEndpoint } from './endpoint.mjs';
import { frameWith, goTo, palette, pickRow, quickFix, startVSCode, until } from './harness.mjs';

const document = 'docs/design/photo-feed.md';
const brief = `# Design a photo feed

20 million daily users post photos, and read a feed of the people they follow. They open it
200 million times a day. What counts stands under [goals](#gaols), what does not under
[scope](#scpe).

## Goals

- A feed opens within 200 ms at p99.
- The feed must be highly scalable.

## Scope

Photos only; the design of the phone app is somebody else's.
`;

const themes = [
  ['light', 'Light Modern', '\n'],
  ['dark', 'Dark Modern', '\r\n'],
];
for (const [theme, name, eol] of themes.filter(([theme]) => theme.match(process.env.DESIGNLS_STORY ?? '')))
  describe(`the story, ${theme}`, () => story(theme, name, brief.replaceAll('\n', eol)));

function story(theme, themeName, original) {
  const begun = Date.now();
  let code, page, editor, statusBar, endpoint, panel;
  let shots = 0;
  const shot = (name) => code.shot(`story-${theme}-${String(++shots).padStart(2, '0')}-${name}`);
  const text = () => code.read(document).replaceAll('\r\n', '\n');

  /** Saves until the file has what the editor should have. */
  const written = (what, holds) =>
    until(what, async () => {
      if (holds(text())) return true;
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+s');
      return holds(text());
    });

  /** Runs an action from the palette, and agrees to what is asked. */
  async function act(title, what, holds) {
    await page.keyboard.press('Control+1');
    await palette(page, `Design: ${title}`);
    await written(what, holds);
  }

  /** Each step goes on where the one before has ended, so none follows one that failed. */
  let broken = false;
  const step = (what, happens) =>
    test(what, async () => {
      assert.ok(!broken, 'a step before this one failed');
      broken = true;
      await happens().catch(async (error) => {
        await shot('failed');
        throw error;
      });
      broken = false;
    });

  before(async () => {
    endpoint = await startEndpoint();
    code = await startVSCode({
      files: { [document]: original },
      settings: { 'workbench.colorTheme': themeName, 'files.autoSave': 'off' },
    });
    page = code.page;
    editor = page.locator('.editor-group-container .monaco-editor[data-uri$="/photo-feed.md"]').first();
    statusBar = page.locator('footer [id*="designls.status"]').first();
  });
  after(async () => {
    await code.stop();
    await endpoint.stop();
  });

  step('findings are underlined and counted, with nothing configured', async () => {
    await code.open(document);
    const opened = Date.now();
    await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
    console.log(`findings ${Date.now() - opened} ms after the document was opened`);
    await until('the status bar has the phase', async () => /Clarify\s+\d/.test(await statusBar.textContent()));
    await until('what follows from a figure', async () => /≈\s2,315\/s/.test(await editor.innerText()));
    await shot('open');
  });

  step('the Problems view lists them with their rules', async () => {
    await page.keyboard.press('Control+Shift+M');
    const row = page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'vague-requirement' });
    await row.first().waitFor();
    await shot('problems');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  step('a hover says why it matters and what to do, with a link to the page of the rule', async () => {
    const squiggle = page.locator('.squiggly-info, .squiggly-warning').first();
    const contents = page.locator('.monaco-hover .hover-contents');
    await until('the reasons', async () => {
      const box = await squiggle.boundingBox();
      await page.mouse.move(box.x + 8, box.y + box.height + 60);
      await page.mouse.move(box.x + 8, box.y + box.height / 2);
      await contents.nth(1).waitFor({ timeout: 3000 });
      return true;
    });
    const said = (await contents.allTextContents()).map((text) => text.split(/(?<=\.)/)[0]);
    assert.equal(new Set(said).size, said.length, `nothing is said twice: ${said.join('|')}`);
    assert.ok((await page.locator('.monaco-hover a[href*="rules/dangling-reference"]').count()) > 0, 'a link');
    await shot('hover');
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
  });

  step('a quick fix mends all that a rule has found', async () => {
    await page.keyboard.press('Control+1');
    await goTo(page, 4, 60);
    const fix = await quickFix(page, 'Fix all dangling-reference in this document');
    await shot('quick-fix');
    await fix.click();
    await written('both links are right', (now) => now.includes('[goals](#goals)') && now.includes('[scope](#scope)'));
  });

  step('a reviewer is chosen: an endpoint that wants a key', async () => {
    await palette(page, 'Design: Choose Reviewer');
    await pickRow(page, 'Offline').waitFor();
    await shot('choose-reviewer');
    await pickRow(page, 'OpenAI').click();
    const input = page.locator('.quick-input-widget .quick-input-box input');
    await page.locator('.quick-input-widget').filter({ hasText: 'Address of the API' }).waitFor();
    await input.fill(endpoint.base);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').filter({ hasText: 'wants a key' }).waitFor();
    await input.fill(key);
    await shot('key');
    await page.keyboard.press('Enter');
    await pickRow(page, model).click();
    await palette(page, 'Design: Open Reviewer');
    panel = await frameWith(page, '#phase');
    await until('the server knows', async () => !/offline/.test(await panel.locator('#meter').textContent()));
    const settings = readFileSync(path.join(code.workspace, '.vscode/settings.json'), 'utf8');
    assert.match(settings, /"designls\.openai\.model": "scripted-1"/);
    assert.ok(!settings.includes(key), 'the key is no setting');
  });

  step('clarifying questions are asked from the palette', async () => {
    endpoint.replies.push(phase('questions.json'));
    await page.keyboard.press('Control+1');
    await palette(page, 'Design: Ask clarifying questions');
    const consent = page.locator('.monaco-dialog-box');
    await consent.filter({ hasText: 'May designls send text' }).waitFor();
    assert.equal(endpoint.asked.length, 0, 'nothing is sent before');
    await shot('consent');
    await consent.getByRole('button', { name: 'Allow for this workspace' }).click();
    await written('four questions', (now) => now.includes('**Q4.** Is video in scope?'));
    await shot('questions');
  });

  step('they are answered in the panel', async () => {
    await until('boxes', async () => (await panel.locator('#questions textarea').count()) === 4);
    for (const [i, answer] of ['about 0.5', 'a singer has 40 million', 'at most 5 s'].entries()) {
      const box = panel.locator('#questions textarea').first();
      await box.fill(answer);
      if (i === 0) await shot('answer');
      await box.press('Control+Enter');
      await until('one less', async () => (await panel.locator('#questions textarea').count()) === 3 - i);
    }
    await written('the answers', (now) =>
      /Answer: about 0\.5\n[^]*Answer: a singer has 40 million\n[^]*Answer: at most 5 s\n/.test(now),
    );
  });

  step('what is known is summarized, with the answers', async () => {
    endpoint.replies.push(phase('summary-1.md'));
    await act('Summarise what we know', 'the summary', (now) => now.includes('## Estimations [10 min]'));
    const [sent] = endpoint.asked.slice(-1);
    assert.match(JSON.stringify(sent.messages), /ANSWERED: about 0\.5/);
    await shot('summary');
  });

  step("that's all: the design is proposed", async () => {
    endpoint.replies.push(phase('design.md'));
    await act("That's all: propose the design", 'all sections', (now) =>
      ['## Overview', '## High-level design', '## Justify', '### Complicating factors'].every((s) => now.includes(s)),
    );
    await until('the last phase', async () => /Design/.test(await panel.locator('[aria-current=step]').textContent()));
    await shot('design');
  });

  step('a diagram of it is shown large', async () => {
    await page.keyboard.press('Control+1');
    await goTo(page, text().split('\n').indexOf('C4Context') + 1, 1);
    await palette(page, 'Design: Open Diagram');
    const frame = await frameWith(page, '#stage');
    await frame.locator('#picture svg').getByText('Photo feed', { exact: true }).first().waitFor();
    await shot('diagram');
  });

  step('a run is cancelled at once, and leaves the document as it is', async () => {
    const before = text();
    endpoint.replies.push(silence);
    await page.keyboard.press('Control+1');
    await palette(page, 'Design: Insert recap');
    const cancel = panel.locator('#running').getByRole('button', { name: /^Cancel/ });
    await cancel.waitFor();
    await until('the model is asked', () => endpoint.asked.length === 4);
    await shot('running');
    await cancel.click();
    await until('the request is given up', () => endpoint.abandoned === 1);
    await until('the end of it', async () => /Cancelled/.test(await panel.locator('#history').textContent()));
    assert.equal(text(), before);
    await shot('cancelled');
  });

  step('a server that is killed comes back, and nobody is bothered', async () => {
    const pids = () =>
      execFileSync('pgrep', ['-f', `${code.run}/ext/.*/designls serve`], { encoding: 'utf8' })
        .trim()
        .split('\n');
    const [first] = pids();
    process.kill(Number(first), 'SIGKILL');
    await until('another process', () => pids().some((pid) => pid !== first));
    await until('its status', async () => /Design\s+\S/.test(await statusBar.textContent()));
    assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0);
    await shot('came-back');
  });

  step('once everything is undone the file is as it was, byte for byte', async () => {
    await page.keyboard.press('Control+1');
    await until('the original', async () => {
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+s');
      return code.read(document) === original;
    });
    assert.ok(readFileSync(path.join(code.workspace, document)).equals(Buffer.from(original)));
    await until('the first phase', async () => /Clarify/.test(await statusBar.textContent()));
    await shot('undone');
  });

  step('the key is in no log', async () => {
    const found = execFileSync('sh', [
      '-c',
      `grep -rlF '${key}' '${code.run}/user-data/logs' '${code.workspace}' || true`,
    ]);
    assert.equal(found.toString(), '');
    console.log(`the story, ${theme}: ${Math.round((Date.now() - begun) / 1000)} s`);
  });
}
