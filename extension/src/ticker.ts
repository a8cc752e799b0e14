/** Calls a function once a second, for as long as it answers that there is more to come. */
export class Ticker {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tick: () => boolean) {}

  /** Calls it now, and then each second. Without anything to come there is no timer. */
  wake(): void {
    this.stop();
    if (this.tick()) this.timer = setTimeout(() => this.wake(), 1000);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
