// Starting the server's program for a connection, and telling what is no server from
// one: it ends, says nothing, or prints something else than the protocol.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Readable, Transform, type TransformCallback, type Writable } from 'node:stream';
import { l10n } from './l10n';
import { BinaryError } from './binary';

/** A program has so long for its greeting, in milliseconds. */
const patience = 15_000;
/** So long it has to end by itself when it was told to. */
const leave = 1000;

/** A program that was started, and may turn out to be anything. */
export class Launched {
  /** What it writes, as long as that can be the protocol. */
  readonly output: Readable;
  private readonly failed: Promise<never>;
  private reject!: (reason: BinaryError) => void;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    program: string,
    signal: AbortSignal,
    wait = patience,
  ) {
    this.failed = new Promise((_, reject) => (this.reject = reject));
    this.failed.catch(() => undefined); // it ends later, too, when nobody asks
    this.timer = setTimeout(() => this.fail(l10n.t('{0} was started and does not answer.', program)), wait);
    this.output = child.stdout.pipe(
      new OnlyProtocol((said) => this.fail(l10n.t('{0} does not speak the protocol of designls.', program), said)),
    );
    child.stdin.on('error', () => undefined); // it may end before it has read what it was sent
    child.on('error', (error) => this.fail(l10n.t('{0} cannot be run.', program), String(error)));
    child.once('exit', (code, by) => this.fail(l10n.t('{0} ended at once.', program), String(by ?? code)));
    const unwanted = () => this.fail(l10n.t('{0} is not needed any more.', program));
    signal.addEventListener('abort', unwanted, { once: true });
    if (signal.aborted) unwanted();
  }

  /** Nothing, once it has come up. */
  private fail(what: string, details = ''): void {
    this.reject(new BinaryError(`${what} ${remedy()}`, details));
  }

  get input(): Writable {
    return this.child.stdin;
  }

  /**
   * Waits for what the program has to do first. The error is the reason why it did
   * not, rather than what the connection noticed of that.
   */
  async comesUp(greeting: Promise<void>): Promise<void> {
    try {
      await Promise.race([greeting, this.failed]);
    } catch (error) {
      throw error instanceof BinaryError ? error : await this.reasonOf(error);
    } finally {
      clearTimeout(this.timer);
    }
  }

  /** A connection that breaks is mostly one of a program that is just ending. */
  private async reasonOf(error: unknown): Promise<unknown> {
    const soon = new Promise((resolve) => setTimeout(resolve, leave, error));
    return Promise.race([soon, this.failed.catch((reason: unknown) => reason)]);
  }

  /** Sees that the process ends. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const timer = setTimeout(() => this.child.kill('SIGKILL'), leave);
    await once(this.child, 'exit').catch(() => undefined);
    clearTimeout(timer);
  }
}

const remedy = () =>
  l10n.t('Your documents are unchanged. Look at the log, or set designls.server.path to another designls.');

/** Starts a program; what it writes to stderr is passed on by lines. */
export async function launch(
  program: string,
  args: string[],
  environment: Record<string, string>,
  signal: AbortSignal,
  note: (line: string) => void,
  wait?: number,
): Promise<Launched> {
  const child = spawn(program, args, { env: { ...process.env, ...environment } });
  await once(child, 'spawn');
  createInterface({ input: child.stderr, crlfDelay: Infinity }).on('line', note);
  return new Launched(child, program, signal, wait);
}

const beginnings = ['content-length:', 'content-type:'];
const longest = Math.max(...beginnings.map((b) => b.length));

/** Lets nothing pass that does not begin as a message of the protocol does. */
class OnlyProtocol extends Transform {
  private begun: Buffer | undefined = Buffer.alloc(0);

  constructor(private readonly other: (said: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    if (!this.begun) return done(null, chunk);
    this.begun = Buffer.concat([this.begun, chunk]);
    const said = this.begun.toString('latin1').slice(0, longest).toLowerCase();
    if (!beginnings.some((b) => b.startsWith(said) || said.startsWith(b))) {
      this.other(this.begun.toString('utf8').slice(0, 200));
      this.begun = Buffer.alloc(0);
      return done();
    }
    if (said.length < longest) return done();
    const all = this.begun;
    this.begun = undefined;
    done(null, all);
  }
}
