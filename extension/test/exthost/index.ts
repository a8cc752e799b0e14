// Runs the tests with mocha inside VS Code's extension host, which calls run().
import { readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: 'spec' });
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      writeFileSync(path.join(__dirname, 'report.txt'), lines.join('\n') + '\n');
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    runner.on('pass', (test) => lines.push(`ok      ${test.fullTitle()} (${test.duration} ms)`));
    runner.on('fail', (test, error: Error) => lines.push(`NOT OK  ${test.fullTitle()}\n${error.stack}`));
  });
}
