// Choosing who reviews, when the endpoint is not what one hopes for: one clear message
// each, and nothing is written into the settings.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { key, startEndpoint } from './endpoint.mjs';
import { palette, pickRow, startVSCode, until } from './harness.mjs';

const document = 'docs/design/feed.md';
let code, page, endpoint;
before(async () => {
  endpoint = await startEndpoint();
  code = await startVSCode({ files: { [document]: '# Photo feed\n\nTBD\n' } });
  page = code.page;
  await code.open(document);
});
afterEach(async ({ passed, name }) => {
  if (!passed) await code.shot(`reviewer-failed-${name.slice(0, 20).replace(/\W+/g, '-')}`);
});
after(async () => {
  await code.stop();
  await endpoint.stop();
});

const input = () => page.locator('.quick-input-widget .quick-input-box input');
const messages = () => page.locator('.notifications-toasts .notification-list-item-message');

/** Chooses an endpoint, and types its address. */
async function choose(base) {
  await palette(page, 'Design: Choose Reviewer');
  await pickRow(page, 'OpenAI').click();
  await page.locator('.quick-input-widget').filter({ hasText: 'Address of the API' }).waitFor();
  await input().fill(base);
  await page.keyboard.press('Enter');
}

/** The one message that VS Code shows, which is closed then. */
async function told(sign) {
  const message = messages().filter({ hasText: sign });
  await message.waitFor();
  assert.equal(await messages().count(), 1, (await messages().allTextContents()).join('|'));
  await code.shot(`reviewer-${sign.source.replace(/\W+/g, '-')}`);
  await palette(page, 'Notifications: Clear All Notifications');
  await until('no message', async () => (await messages().count()) === 0);
  assert.ok(!existsSync(path.join(code.workspace, '.vscode/settings.json')), 'nothing was chosen');
}

test('an endpoint that is down', async () => {
  const gone = await startEndpoint();
  await gone.stop();
  await choose(gone.base);
  await told(/No connection to/);
});

test('one that sends to a login', async () => {
  endpoint.answer = (_, response) => response.writeHead(302, { location: '/login' }).end() && true;
  await choose(endpoint.base);
  await told(/such as a login/);
});

test('one without models', async () => {
  endpoint.answer = undefined;
  endpoint.models = [];
  await choose(endpoint.base);
  await page.locator('.quick-input-widget').filter({ hasText: 'wants a key' }).waitFor();
  await input().fill(key);
  await page.keyboard.press('Enter');
  await told(/it has no models/);
});

test('a wrong key is asked for again, and Escape ends it', async () => {
  await choose(endpoint.base);
  await page.locator('.quick-input-widget').filter({ hasText: 'wants a key' }).waitFor();
  await input().fill('sk-wrong');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').filter({ hasText: 'does not accept the key' }).waitFor();
  await code.shot('reviewer-wrong-key');
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  assert.equal(await messages().count(), 0);
});

test('an address that is none is said while it is typed', async () => {
  await palette(page, 'Design: Choose Reviewer');
  await pickRow(page, 'OpenAI').click();
  await page.locator('.quick-input-widget').filter({ hasText: 'Address of the API' }).waitFor();
  await input().fill('my server');
  await page.locator('.quick-input-widget').filter({ hasText: 'This is no address' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
});

test('offline is chosen again', async () => {
  await palette(page, 'Design: Choose Reviewer');
  await pickRow(page, 'Offline').click();
  await until('the setting', () => /"designls.engine": "builtin"/.test(code.read('.vscode/settings.json')));
});
