// Running the server's program once, for what it prints.
import { spawn } from 'node:child_process';
import { l10n } from '../l10n';

/** A program may take so long, in milliseconds. */
const patience = 20_000;
/** What it may print, in characters. */
const most = 8_000_000;

/** Runs a program with a text as its input, and returns what it prints. */
export function output(path: string, args: string[], input: string, cwd?: string, limit = patience): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { timeout: limit, killSignal: 'SIGKILL', ...(cwd ? { cwd } : {}) });
    let said = '';
    let wrong = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > most) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong = (wrong + text).slice(-10_000)));
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(reasonOf(wrong) ?? l10n.t('{0} ended without an answer.', path)));
    });
    child.stdin.end(input);
  });
}

/** The first line of what a program says is why it failed. */
function reasonOf(said: string): string | undefined {
  const line = said
    .trim()
    .split('\n')[0]!
    .replace(/^(designls|error): /i, '');
  return line === '' ? undefined : line;
}
