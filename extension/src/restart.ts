// When a server that crashed is started again: soon at first, later each time, and
// not for ever.

/** Crashes within this time, in milliseconds, are counted together. */
const memory = 3 * 60_000;
/** After so many crashes within that time only the user starts it again. */
const most = 5;
const first = 500;

/** Restarts decides how long to wait before the next start. */
export class Restarts {
  private crashes: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts a crash. The wait is in milliseconds; undefined means to give up. */
  crashed(): number | undefined {
    const at = this.now();
    this.crashes = [...this.crashes.filter((then) => at - then < memory), at];
    if (this.crashes.length > most) return undefined;
    return first * 2 ** (this.crashes.length - 1);
  }

  /** Forgets what was, when the user starts the server. */
  forget(): void {
    this.crashes = [];
  }
}
