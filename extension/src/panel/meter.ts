// What models have taken, in lines of words.
import { type Spent, type Usage } from '../protocol';
import { type Words } from './words';

type Said = Pick<Words, 'thisDocument' | 'thisSession' | 'thisMonth' | 'tokens' | 'cost' | 'of'>;
type Format = (n: number, digits?: number) => string;

export const tokensOf = (spent: Spent) => spent.prompt + spent.completion;

/** Tokens and, where there are prices, what they cost. */
export function spentIn(spent: Spent, said: Said, number: Format, budget = 0): string {
  const limit = budget > 0 ? ` ${said.of} ${number(budget)}` : '';
  const cost = spent.cost === undefined ? '' : `, ${said.cost} ${number(spent.cost, 4)}`;
  return `${number(tokensOf(spent))}${limit} ${said.tokens}${cost}`;
}

/** The document, the session where it is more than that, and the month. What is nothing is not told. */
export function meterOf(usage: Usage | undefined, tokens: number, said: Said, number: Format): string[] {
  if (!usage) return tokens > 0 ? [`${said.thisDocument}: ${number(tokens)} ${said.tokens}`] : [];
  const { document, session, month } = usage;
  const more = tokensOf(session) > tokensOf(document);
  const lines: [string, Spent | undefined, (number | undefined)?][] = [
    [said.thisDocument, document],
    [said.thisSession, more ? session : undefined],
    [said.thisMonth, month, month?.budget],
  ];
  return lines.flatMap(([what, spent, budget]) =>
    spent && tokensOf(spent) > 0 ? [`${what}: ${spentIn(spent, said, number, budget)}`] : [],
  );
}
