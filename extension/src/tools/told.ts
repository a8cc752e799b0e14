// What the tools tell an agent: short, with lines as an editor counts them, from one.
import { type AnswerFinding, type Range } from '../chat/wire';
import { severities, type Severity } from '../protocol';
import { type ToolName } from './names';

/** What an agent may ask for. */
export interface ToolInput {
  /** Path in the workspace, absolute path or URI; without one the document that is open. */
  file?: string;
  section?: string;
  /** The least severe findings that are wanted. */
  severity?: string;
}

/** The answers of the server's commands, as far as they are told. */
interface Answers {
  designls_findings: { design: boolean; phase?: string; decided: number; findings: AnswerFinding[] };
  designls_graph: {
    components: { name: string; kind: string; aliases: string[]; redundant?: boolean; stops?: string; range?: Range }[];
    edges: { from: string; to: string; label: string; async?: boolean; range: Range }[];
  };
  designls_estimates: {
    stated: { title: string; quote: string; weak?: boolean; range: Range }[];
    derived: { name: string; stated?: string; follows: string; how: string; holds?: string; range?: Range }[];
  };
}

type Told = Record<string, unknown>;

/** So many entries of a list are told; a model reads no more with profit. */
export const mostEntries = 60;

/** The answer of a tool, with at most so many entries in a list. What is undefined is left out of JSON. */
export function toldBy(name: ToolName, file: string, answer: unknown, input: ToolInput, most = mostEntries): Told {
  switch (name) {
    case 'designls_findings':
      return { file, ...findings(answer as Answers['designls_findings'], input, most) };
    case 'designls_graph':
      return { file, ...graph(answer as Answers['designls_graph'], most) };
    case 'designls_estimates':
      return { file, ...estimates(answer as Answers['designls_estimates'], most) };
  }
}

function findings(answer: Answers['designls_findings'], { severity }: ToolInput, most: number): Told {
  if (!answer.design) {
    return {
      design: false,
      note: 'This file is not a design document, so nothing is reviewed in it. The command "Design: Treat This File as a Design Document" makes it one.',
    };
  }
  const least = severities.includes(severity as Severity) ? rank(severity!) : severities.length - 1;
  const wanted = answer.findings
    .filter((f) => rank(f.severity) <= least)
    .toSorted((a, b) => rank(a.severity) - rank(b.severity) || a.range.start.line - b.range.start.line);
  return {
    phase: answer.phase,
    decidedByPeople: answer.decided || undefined,
    ...listed('findings', wanted, most, (f) => ({
      line: lineOf(f.range),
      severity: f.severity,
      rule: f.rule,
      message: f.message,
      quote: f.quote,
      section: f.section,
      why: f.why,
      options: f.options,
      source: f.source === 'rules' ? undefined : f.source,
    })),
  };
}

const rank = (severity: string) => severities.indexOf(severity as Severity);

function graph({ components, edges }: Answers['designls_graph'], most: number): Told {
  return {
    ...listed('components', components, most, ({ range, aliases, ...c }) => ({
      ...c,
      aliases: aliases.length ? aliases : undefined,
      line: range && lineOf(range),
    })),
    ...listed('edges', edges, most, ({ from, to, label, async, range }) => ({
      from,
      to,
      label: label || undefined,
      async,
      line: lineOf(range),
    })),
  };
}

function estimates({ stated, derived }: Answers['designls_estimates'], most: number): Told {
  return {
    ...listed('stated', stated, most, ({ title, quote, weak, range }) => ({ title, quote, weak, line: lineOf(range) })),
    ...listed('derived', derived, most, ({ name, stated, follows, how, holds, range }) => ({
      name,
      stated,
      follows,
      how,
      holds,
      line: range && lineOf(range),
    })),
  };
}

/** A list under its name, and how many more there are. */
function listed<T>(name: string, all: T[], most: number, tell: (one: T) => object): Told {
  const more = all.length - most;
  return { [name]: all.slice(0, most).map(tell), ...(more > 0 ? { [`${name}LeftOut`]: more } : {}) };
}

const lineOf = (range: Range) => range.start.line + 1;
