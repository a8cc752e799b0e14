// The diagram panel in a real window: zoom and pan, what is wrong, themes, export; and the
// Markdown preview of VS Code, which draws the same blocks.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { goTo, palette, startVSCode, until } from './harness.mjs';

const document = 'docs/design/pictures.md';
const original = [
  '# Pictures',
  '',
  '```mermaid',
  'flowchart LR',
  '  user([Reader]) -->|opens the feed| web[Web app]',
  '  web -->|asks, HTTPS| api[Feed API]',
  '  api -->|reads| store[(Feed store)]',
  '  api -.->|publishes| queue[[Post queue]]',
  '```',
  '',
  'Between them.',
  '',
  '```mermaid',
  'sequenceDiagram',
  '  Reader->>Feed API: open',
  '  Feed API-->>Reader: feed',
  '```',
  '',
].join('\n');

const measured =
  '# Store\n\nText.\n\n## Read path\n\n| step | p99 |\n|---|---|\n| gateway | 10 ms |\n| cache | 5 ms |\n';

let code, page, frame, outside;
before(async () => {
  code = await startVSCode({ files: { [document]: original, 'docs/design/store.md': measured } });
  page = code.page;
  outside = [];
  page.on('request', (r) => {
    const { protocol, hostname } = new URL(r.url());
    if (/^http|^ws/.test(protocol) && hostname !== '127.0.0.1' && !hostname.endsWith('.vscode-cdn.net'))
      outside.push(r.url());
  });
  await open();
});
after(() => code.stop());

async function open() {
  await code.open(document);
  await goTo(page, 4, 1);
  await until('the panel', async () => {
    await palette(page, 'Design: Open Diagram');
    frame = await until('a frame', frameOf('#stage'), 5000);
    return frame;
  });
  await label('Feed API').waitFor();
}

const frameOf = (selector) => async () => {
  for (const f of page.frames()) if (await f.$(selector)) return f;
};
const label = (text) => frame.locator('#picture svg').getByText(text, { exact: true }).first();
const view = () => frame.locator('#picture').getAttribute('style');
const said = () => frame.locator('#said').textContent();

/** Does something, and says whether the picture is elsewhere, or of another size, after it. */
async function moves(act) {
  const before = await view();
  await act();
  return (await view()) !== before;
}

test('it is zoomed and moved by buttons, keys, wheel and mouse', async () => {
  const stage = frame.locator('#stage');
  for (const id of ['#in', '#out', '#in', '#fit']) assert.ok(await moves(() => frame.locator(id).click()), id);
  await stage.focus();
  for (const key of ['+', '-', '+', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', '0']) {
    assert.ok(await moves(() => stage.press(key)), key);
  }
  const { x, y, width, height } = await stage.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  assert.ok(
    await moves(async () => {
      const before = await view();
      await page.mouse.wheel(0, -200);
      await until('the wheel', async () => (await view()) !== before);
    }),
  );
  assert.ok(
    await moves(async () => {
      await page.mouse.down();
      await page.mouse.move(x + width / 2 + 60, y + height / 2 + 30, { steps: 3 });
      await page.mouse.up();
    }),
  );
  await frame.locator('#fit').click();
});

test('everything is reached by keyboard, and has a name', async () => {
  await frame.locator('#out').focus();
  const names = [];
  for (let i = 0; i < 6; i++) {
    names.push(await frame.evaluate(() => globalThis.document.activeElement.getAttribute('aria-label')));
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(names.slice(0, 5), ['Zoom out', 'Zoom in', 'Fit to the window', 'Save as SVG', 'Save as PNG']);
  assert.match(names[5], /^Diagram at line 3, flowchart/);
});

test('only its own scripts run, and nothing is fetched', async () => {
  const policy = await frame.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'nonce-[\w+/=]{20,}'(;|$)/);
  const tried = await frame.evaluate(async () => {
    const script = globalThis.document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    globalThis.document.body.append(script);
    return [
      globalThis.ran ?? false,
      await fetch('https://example.com').then(
        () => 'fetched',
        () => 'refused',
      ),
    ];
  });
  assert.deepEqual(tried, [false, 'refused']);
});

test('the picture follows the text, and stays when the text does not parse', async () => {
  await page.locator('.monaco-editor[data-uri$="/pictures.md"] .view-line').filter({ hasText: 'flowchart' }).click();
  await goTo(page, 5, 1);
  await page.keyboard.type('  web --> ads[Ad server]\n');
  await label('Ad server').waitFor();
  await page.keyboard.type('  web --> ]\n');
  await until('what is wrong, with its line', async () => /does not parse: Line 6: /.test(await said()));
  await label('Ad server').waitFor();
  assert.match(await said(), /last one/);
  await code.shot('7-diagram-wrong');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await until('it parses again', async () => (await said()) === '');
});

test('it turns to the block at the cursor', async () => {
  await goTo(page, original.split('\n').indexOf('sequenceDiagram') + 1, 1);
  await label('open').waitFor();
  await page.keyboard.press('Control+s');
  await goTo(page, 4, 1);
  await label('Feed API').waitFor();
});

/** Saves by the dialog that VS Code has in a browser, and returns the file's bytes. */
async function saved(id, name) {
  await frame.locator(id).click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor();
  await until('the name', async () => (await input.inputValue()).endsWith(name));
  await page.keyboard.press('Enter');
  const file = path.join(code.workspace, 'docs/design', name);
  await until('the file', () => existsSync(file) && readFileSync(file).length > 0);
  return readFileSync(file);
}

test('it is saved as SVG and as PNG', async () => {
  const svg = (await saved('#svg', 'pictures-diagram.svg')).toString();
  assert.match(svg, /^<svg[\s\S]*Feed API[\s\S]*<\/svg>$/);
  assert.ok(!svg.includes('foreignObject'), 'viewers that know no HTML can show it');
  const png = await saved('#png', 'pictures-diagram.png');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.ok(png.readUInt32BE(16) > 400, 'it is large');
});

test('a picture that an action makes is a file at once', async () => {
  await code.open('docs/design/store.md');
  await page.locator('footer [id*="designls.status"]').first().waitFor();
  await palette(page, 'Design: Insert latency waterfall');
  const file = path.join(code.workspace, 'docs/design/store.latency.svg');
  await until('the picture', () => existsSync(file) && readFileSync(file, 'utf8').includes('15 ms'));
  await page.locator('.tab.active').filter({ hasText: 'store.md' }).waitFor();
});

test('it can be read in every theme', async () => {
  for (const [theme, name] of [
    ['Dark Modern', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast'],
    ['Default High Contrast Light', 'vscode-high-contrast-light'],
  ]) {
    code.settings({ 'workbench.colorTheme': theme });
    await open();
    await frame.locator(`body.${name}`).waitFor();
    await label('Feed API').waitFor();
    await code.shot(`6-diagram-${name.replace('vscode-', '')}`);
  }
  code.settings({});
});

test("VS Code's own Markdown preview shows the diagrams", async () => {
  await open();
  await page.locator('.monaco-editor[data-uri$="/pictures.md"] .view-line').first().click();
  await palette(page, 'Markdown: Open Preview to the Side');
  const preview = await until('the pictures', async () => {
    for (const f of page.frames()) if ((await f.locator('.mermaid svg').count()) === 2) return f;
  });
  await preview.locator('.mermaid svg').getByText('Feed API').first().waitFor();
  await page.locator('footer [id*="designls.status"]').first().waitFor(); // the document is beside it
  await code.shot('6-preview');
  assert.deepEqual(outside, [], 'nothing was fetched from elsewhere');
});
