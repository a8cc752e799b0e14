// Makes the pictures of the walkthrough and of the README from the real product, light
// and dark, in media/walkthrough.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { frameWith, goTo, palette, startVSCode, until } from './harness.mjs';

const feed = readFileSync('../examples/feed-design.md', 'utf8');
const payments = readFileSync('../examples/rfc/0042-idempotent-payments.md', 'utf8');
const drawing = `# Home feed

\`\`\`mermaid
flowchart LR
  app([Mobile app]) -->|open feed| api[Feed API]
  api -->|newest posts| cache[(Feed cache)]
  api -->|on a miss| posts[(Post store)]
  writer[Fan-out workers] -->|precompute| cache
  queue[[Post events]] -->|1,200 a second| writer
\`\`\`
`;
const folder = path.resolve('media/walkthrough');
mkdirSync(folder, { recursive: true });

const code = await startVSCode({
  files: { 'docs/design/feed.md': feed, 'docs/design/payments.md': payments, 'docs/design/drawing.md': drawing },
  settings: { 'workbench.activityBar.location': 'hidden', 'breadcrumbs.enabled': false },
  viewport: { width: 900, height: 560 },
});
const { page } = code;
const shot = (name, theme) =>
  page.screenshot({ path: path.join(folder, `${name}-${theme}.png`), animations: 'disabled' });

async function hideSideBar() {
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** A window that is loaded again can have the panel that was closed just before. */
async function hidePanel() {
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('Control+j');
  await page.locator('.part.panel').waitFor({ state: 'hidden' });
}

async function findings(theme) {
  await code.open('docs/design/feed.md');
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await hideSideBar();
  const squiggle = page.locator('.squiggly-warning, .squiggly-info').first();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await shot('findings', theme);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  const box = await squiggle.boundingBox();
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await until('the reasons', async () => (await page.locator('.monaco-hover .hover-contents').count()) > 1);
  await shot('hover', theme);
  await page.mouse.move(5, 5);
}

async function panel(theme) {
  await code.open('docs/design/payments.md');
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await hidePanel();
  await palette(page, 'Design: Open Reviewer');
  const frame = await frameWith(page, '#phase');
  await frame.locator('#findings').waitFor();
  const line = payments.split('\n').findIndex((l) => l.startsWith('**Q2')) + 1;
  await goTo(page, line, 1);
  const box = frame.locator('#questions textarea').first();
  await box.fill('It stays pending until the provider answers.');
  await shot('panel', theme);
  await box.fill('');
}

async function diagram(theme) {
  await code.open('docs/design/drawing.md');
  await hideSideBar();
  await hidePanel();
  await goTo(page, 4, 1);
  await palette(page, 'Design: Open Diagram');
  const frame = await frameWith(page, '#stage');
  await frame.locator('#picture svg').waitFor();
  await shot('diagram', theme);
}

async function reviewer(theme) {
  await code.open('docs/design/feed.md');
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await hideSideBar();
  await hidePanel();
  await palette(page, 'Design: Choose Reviewer');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Offline' }).waitFor();
  await shot('reviewer', theme);
  await page.keyboard.press('Escape');
}

try {
  for (const [theme, name] of [
    ['light', 'Light Modern'],
    ['dark', 'Dark Modern'],
  ]) {
    code.settings({ 'workbench.colorTheme': name });
    for (const take of [findings, panel, diagram, reviewer]) await take(theme);
  }
} finally {
  await code.stop();
}
