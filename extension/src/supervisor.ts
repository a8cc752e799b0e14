// What keeps one process running: it is started, dies, and comes back, later each
// time. Whatever happens, the user is told once or not at all.
import { Restarts } from './restart';

/** What the server is doing. */
export type State = 'starting' | 'running' | 'stopped';

/** A process that has come up. */
export interface Running {
  /** Ends it. It does not fail. */
  stop(): Promise<void>;
}

/** What a supervisor works with, and whom it tells. */
export interface Supervised<R extends Running> {
  /**
   * Starts a process. The promise fails when it does not come up, or when the signal
   * is given; nothing of it is left then. closed is called when it ends by itself.
   */
  launch(signal: AbortSignal, closed: () => void): Promise<R>;
  onState(state: State): void;
  /** It did not come up, and is not tried again. */
  onFailed(error: unknown): void;
  /** It ended unexpectedly, and is started again after so many milliseconds. */
  onCrashed(wait: number): void;
  /** It ended too often; only the user starts it again. */
  onGivenUp(): void;
}

export class Supervisor<R extends Running> {
  /** The process that runs, if one does. */
  running: R | undefined;
  /** What is left of a process that crashed: its connection can break while it lives on. */
  private remains: R | undefined;
  private launching = new AbortController();
  private pending: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly told: Supervised<R>,
    private readonly restarts = new Restarts(),
  ) {}

  /** Starts the process because the user wants it, or what it depends on has changed. */
  restart(): Promise<void> {
    this.restarts.forget();
    return this.start();
  }

  /** Starts the process, or starts it again. Starts follow one another; the last one counts. */
  start(): Promise<void> {
    const { signal } = this.giveUpWaiting();
    this.turn = this.turn.then(() => this.replace(signal));
    return this.turn;
  }

  /** Waits until the starts that were asked for have come to something. */
  settled(): Promise<void> {
    return this.turn;
  }

  /** Ends the process, also one that is only coming up. */
  async shutdown(): Promise<void> {
    this.giveUpWaiting();
    await this.turn;
    await this.stop();
  }

  /** Ends all waiting: for the time of the next start, and for a process that comes up. */
  private giveUpWaiting(): AbortController {
    clearTimeout(this.pending);
    this.launching.abort();
    this.launching = new AbortController();
    return this.launching;
  }

  private async replace(signal: AbortSignal): Promise<void> {
    await this.stop();
    if (signal.aborted) return; // another start follows this one
    this.told.onState('starting');
    let ended = false;
    let process: R | undefined;
    const closed = () => {
      ended = true;
      if (process && process === this.running) this.crashed();
    };
    try {
      process = await this.told.launch(signal, closed);
    } catch (error) {
      if (!signal.aborted) this.failed(error);
      return;
    }
    this.running = process;
    // It can have ended before anybody knew that it had come up.
    if (ended) this.crashed();
    else this.told.onState('running');
  }

  private failed(error: unknown): void {
    this.told.onState('stopped');
    this.told.onFailed(error);
  }

  private crashed(): void {
    this.remains = this.running;
    this.running = undefined;
    this.told.onState('stopped');
    const wait = this.restarts.crashed();
    if (wait === undefined) return this.told.onGivenUp();
    this.told.onCrashed(wait);
    this.pending = setTimeout(() => void this.start(), wait);
  }

  private async stop(): Promise<void> {
    const process = this.running ?? this.remains;
    this.running = undefined; // so that its end is no crash
    this.remains = undefined;
    await process?.stop();
  }
}
