// The runs of actions, as the server tells of them: which are under way and what they
// write, and which have been.
import { type RunStatus, type RunText } from './protocol';

/** A run, and what it has written so far of the reply that it is at. */
export interface Run extends RunStatus {
  reply: number;
  text: string;
}

/** So many runs are remembered. */
const most = 30;
/** Of a text that is being written the end is kept, in UTF-16 units. */
const longest = 200_000;

/** The runs after news of one, the newest first. What is over stays over. */
export function afterNews(runs: Run[], news: RunStatus): Run[] {
  const before = runs.find((r) => r.run === news.run && r.began === news.began);
  if (!before) return [{ ...news, reply: 0, text: '' }, ...runs].slice(0, most);
  if (before.state !== 'working') return runs;
  const text = news.state === 'working' ? before.text : '';
  return runs.map((r) => (r === before ? { ...r, ...news, text } : r));
}

/** The runs after a piece of text. A new reply takes the place of the one before. */
export function afterText(runs: Run[], { run, reply, text, part }: RunText): Run[] {
  return runs.map((r) => {
    if (r.run !== run || r.state !== 'working' || reply < r.reply) return r;
    const whole = (reply > r.reply ? '' : r.text) + text;
    return { ...r, reply, text: whole.slice(-longest), ...(part ? { part } : {}) };
  });
}

/** What a server that is gone was doing has ended. */
export function afterCrash(runs: Run[], summary: string): Run[] {
  return runs.map((r) => (r.state === 'working' ? { ...r, state: 'failed', summary, text: '' } : r));
}

/** What is kept of runs when the window is closed: those that are over. */
export function kept(runs: Run[]): RunStatus[] {
  return runs
    .filter((r) => r.state !== 'working')
    .map((r) => {
      const status: Partial<Run> = { ...r };
      delete status.text;
      delete status.reply;
      return status as RunStatus;
    });
}

/** The runs of an earlier window. What is stored may be of another version, or of anybody. */
export function recalled(stored: unknown): Run[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isRun).map((r) => ({ ...r, reply: 0, text: '' }));
}

function isRun(value: unknown): value is RunStatus {
  const r = value as Partial<RunStatus> | null;
  return [r?.run, r?.title, r?.uri, r?.began, r?.state].every((v) => typeof v === 'string') && r?.state !== 'working';
}
