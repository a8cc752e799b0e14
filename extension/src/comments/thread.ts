// What comment threads show of the findings of a model, before VS Code comes in.

/** A finding of a model, as its diagnostic tells it. */
export interface Remark {
  /** The id of the finding: it stays the same while the text moves. */
  id: string;
  rule: string;
  model: string;
  message: string;
  start: number;
  end: number;
}

/** A diagnostic, as far as it matters here. Lines are counted from zero. */
export interface Told {
  source?: string | undefined;
  code?: unknown;
  message: string;
  data?: unknown;
  range: { start: { line: number }; end: { line: number } };
}

/** Findings of these are squiggles only: they come and go as one types. */
const offline = new Set(['designls', 'designls (rules)', 'rules']);

/** The finding of a model behind a diagnostic; undefined for all others. */
export function remarkOf(told: Told): Remark | undefined {
  const data = (told.data ?? {}) as { finding?: unknown; model?: unknown };
  if (typeof data.finding !== 'string') return undefined;
  const model = typeof data.model === 'string' && data.model !== '' ? data.model : modelIn(told.source ?? '');
  if (!model) return undefined;
  return {
    id: data.finding,
    rule: ruleOf(told.code),
    model,
    message: told.message,
    start: told.range.start.line,
    end: told.range.end.line,
  };
}

/** "designls (gpt-4.1)" and "gpt-4.1" both name a model. */
function modelIn(source: string): string | undefined {
  if (source === '' || offline.has(source)) return undefined;
  return /^designls \((.+)\)$/.exec(source)?.[1] ?? source;
}

function ruleOf(code: unknown): string {
  const value = typeof code === 'object' && code !== null ? (code as { value?: unknown }).value : code;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What is to be done so that threads show the remarks: those that stay are only moved. */
export interface Changes {
  gone: string[];
  kept: Remark[];
  fresh: Remark[];
}

/** Compares the threads that there are with the remarks that there should be. */
export function changes(ids: Iterable<string>, remarks: Remark[]): Changes {
  const had = new Set(ids);
  const wanted = new Map(remarks.map((r) => [r.id, r])); // one thread for each finding
  return {
    gone: [...had].filter((id) => !wanted.has(id)),
    kept: [...wanted.values()].filter((r) => had.has(r.id)),
    fresh: [...wanted.values()].filter((r) => !had.has(r.id)),
  };
}
