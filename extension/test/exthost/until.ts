import { setTimeout as wait } from 'node:timers/promises';

/** Waits until there is something, and returns it. */
export async function until<T>(what: string, ask: () => T | Promise<T>, limit = 15_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + limit; Date.now() < end; await wait(50)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`timed out: ${what}`);
}
