// Runs the tests of test/exthost inside a real extension host: code-server with the
// extension as it is in this folder, opened in Chromium.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pack, startVSCode } from '../ui/harness.mjs';

const limit = 120_000;
const report = path.resolve('out/exthost/report.txt');
rmSync(report, { force: true });

const fakelm = pack('test/exthost/fakelm');

const code = await startVSCode({
  files: { 'readme.txt': 'A workspace without a document.\n' },
  vsix: [fakelm],
  settings: { 'chat.disableAIFeatures': false },
  environment: { DESIGNLS_PATH: process.env.DESIGNLS_PROGRAM },
  options: ['--vscode-option', 'enable-smoke-test-driver'],
});
let failed = true;
try {
  const ended = Promise.withResolvers();
  await code.page.exposeFunction('codeAutomationExit', (status) => ended.resolve(status));
  await code.page.exposeFunction('codeAutomationLog', () => undefined);
  // A model of another extension is used only after the user has agreed.
  const allow = code.page.getByRole('button', { name: 'Allow', exact: true });
  await code.page.addLocatorHandler(allow, () => allow.click());
  await code.page.goto(
    code.url([
      ['extensionDevelopmentPath', code.remote(process.cwd())],
      ['extensionTestsPath', code.remote(path.resolve('out/exthost/index.js'))],
    ]),
  );
  const asking = setInterval(() => void allow.click({ timeout: 400 }).catch(() => undefined), 500);
  const status = await Promise.race([ended.promise, wait(limit, 'timed out', { ref: false })]);
  clearInterval(asking);
  failed = status !== 0;
  if (failed) await code.shot('exthost');
} finally {
  await code.stop();
}
try {
  process.stdout.write(readFileSync(report, 'utf8'));
} catch {
  failed = true;
  process.stdout.write('The tests did not come to an end; see out/screenshots/exthost.png and its logs.\n');
}
process.exit(failed ? 1 : 0);
