// Finding the server program and seeing that it runs, before it is trusted with a
// connection.
import { execFile, type ExecFileException } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as path from 'node:path';
import { l10n } from './l10n';

/** Where the program may be, in the order in which places are tried. */
export interface Places {
  /** The setting "designls.server.path"; empty for none. */
  setting: unknown;
  /** The environment variable DESIGNLS_PATH. */
  environment: string | undefined;
  /** The folder of the extension, which has the program in bin/. */
  extension: string;
  /** Without trust only the program of the extension is started. */
  trusted: boolean;
}

/** A program that may be started, and who named it. */
export interface Candidate {
  path: string;
  from: 'setting' | 'environment' | 'extension';
}

/** Why there is no server: a sentence for the user, and details for the log. */
export class BinaryError extends Error {
  constructor(
    message: string,
    readonly details = '',
  ) {
    super(message);
  }
}

/** How long a program has to tell its version, in milliseconds: one that hangs is none. */
const patience = 10_000;

/** The one place that counts: what somebody named is not passed over in silence. */
export function choose(places: Places, platform: NodeJS.Platform = process.platform): Candidate {
  const setting = textOf(places.setting);
  if (places.trusted && setting !== '') return { path: setting, from: 'setting' };
  if (places.trusted && places.environment) {
    return { path: places.environment, from: 'environment' };
  }
  const name = platform === 'win32' ? 'designls.exe' : 'designls';
  return { path: path.join(places.extension, 'bin', name), from: 'extension' };
}

/** What is set may be of any type. */
function textOf(setting: unknown): string {
  if (typeof setting === 'string') return setting.trim();
  if (setting === undefined || setting === null) return '';
  throw new BinaryError(
    l10n.t('The setting designls.server.path must be a text in quotes. Correct it in your settings.json.'),
  );
}

const origins: Record<Candidate['from'], () => string> = {
  setting: () => l10n.t('the setting designls.server.path'),
  environment: () => l10n.t('the environment variable DESIGNLS_PATH'),
  extension: () => l10n.t('this extension'),
};

/** What to do when the program of a place cannot be used. */
function remedy(from: Candidate['from']): string {
  if (from === 'extension') {
    return l10n.t('Install the extension for your platform, or set designls.server.path to a designls that you have.');
  }
  return l10n.t('Correct {0}, or remove it to use the program of the extension.', origins[from]());
}

/**
 * Runs "PATH version" and returns the version. The error says in a sentence why the
 * program cannot be used, and what to do.
 */
export async function probe(candidate: Candidate, signal?: AbortSignal): Promise<string> {
  await findable(candidate);
  const said = await run(candidate, signal);
  const version = /^designls (\S+) /.exec(said)?.[1];
  if (!version) {
    throw new BinaryError(refusal(candidate, l10n.t('{0}, named by {1}, is not designls.', ...named(candidate))), said);
  }
  return version;
}

const named = ({ path, from }: Candidate): [string, string] => [path, origins[from]()];
const refusal = (candidate: Candidate, what: string) => `${what} ${remedy(candidate.from)}`;

function absent(candidate: Candidate): string {
  return candidate.from === 'extension'
    ? l10n.t('This build of the extension has no designls program for your platform.')
    : l10n.t('{0}, named by {1}, does not exist.', ...named(candidate));
}

const locked = (candidate: Candidate) => l10n.t('{0}, named by {1}, is not executable.', ...named(candidate));

async function findable(candidate: Candidate): Promise<void> {
  // A name without a folder is looked up by the system.
  if (!candidate.path.includes('/') && !candidate.path.includes('\\')) return;
  try {
    await access(candidate.path, constants.X_OK);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new BinaryError(refusal(candidate, missing ? absent(candidate) : locked(candidate)), String(error));
  }
}

function run(candidate: Candidate, signal?: AbortSignal): Promise<string> {
  // What has to be ended is not asked to end.
  const options = { timeout: patience, maxBuffer: 64 * 1024, killSignal: 'SIGKILL', signal } as const;
  return new Promise((resolve, reject) => {
    execFile(candidate.path, ['version'], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      reject(new BinaryError(refusal(candidate, whyNot(candidate, error)), `${error.message}\n${stderr}`));
    });
  });
}

/** A program for another machine is refused by the system, or taken for a script. */
function whyNot(candidate: Candidate, error: ExecFileException): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return l10n.t('{0}, named by {1}, is not designls.', ...named(candidate));
  }
  if (error.killed) {
    return l10n.t('{0}, named by {1}, did not answer when asked for its version.', ...named(candidate));
  }
  return l10n.t(
    '{0}, named by {1}, cannot be run here ({2}): it is damaged, or made for another kind of machine.',
    ...named(candidate),
    `${process.platform} ${process.arch}`,
  );
}

/**
 * Says what is wrong between the versions of the server and of the extension, and
 * nothing when they fit: the same major and minor number, or a build without one.
 */
export function mismatch(server: string, extension: string): string | undefined {
  const [a, b] = [release(server), release(extension)];
  if (!a || !b || (a[0] === b[0] && a[1] === b[1])) return undefined;
  const older = a[0]! < b[0]! || (a[0] === b[0] && a[1]! < b[1]!);
  return older
    ? l10n.t('designls {0} is older than this extension ({1}), so some commands may not work.', server, extension)
    : l10n.t('designls {0} is newer than this extension ({1}), so some commands may not work.', server, extension);
}

function release(version: string): number[] | undefined {
  const parts = /^v?(\d+)\.(\d+)\.\d+/.exec(version);
  return parts ? [Number(parts[1]), Number(parts[2])] : undefined;
}
