// The runs of actions, as the server tells of them: which are under way, and which
// have been.

/** A message of "$/progress" about a piece of work. */
export interface RunProgress {
  token: string;
  value: { kind: 'begin' | 'report' | 'end'; title?: string; message?: string };
}

/** A run: what it is, what it last said, and whether it is over. */
export interface Run {
  token: string;
  title: string;
  message: string;
  over: boolean;
}

/** So many runs are remembered. */
const most = 20;

/** The runs after a message, the newest first. Tokens of others are passed over. */
export function afterProgress(runs: Run[], { token, value }: RunProgress): Run[] {
  if (!token.startsWith('designls-run-')) return runs;
  if (value.kind === 'begin') {
    const begun = { token, title: value.title ?? '', message: value.message ?? '', over: false };
    return [begun, ...runs.filter((r) => r.token !== token)].slice(0, most);
  }
  return runs.map((run) =>
    run.token === token && !run.over
      ? { ...run, message: value.message ?? run.message, over: value.kind === 'end' }
      : run,
  );
}

/** What a server that is gone was doing has ended. */
export function afterCrash(runs: Run[], message: string): Run[] {
  return runs.map((run) => (run.over ? run : { ...run, over: true, message }));
}
