import { type Token, lowerAt } from '../prose/tokens.js';
import type { TokenRange } from '../prose/tokenRange.js';
import type { Numeral } from './numerals.js';
import { type UnitFound, unitAt, unitNamed } from './units.js';

/** What a figure counts. */
export interface Counted {
  /** The unit (`units.ts`) or the dictionary form of the counted noun; empty if there is none. */
  readonly unit: string;
  /** The tokens of a unit (`units.ts`) right after the figure. */
  readonly unitTokens?: TokenRange;
  /** The words between the figure and that noun, by dictionary form. */
  readonly described: readonly string[];
  /** The factor that converts the figure into the unit. */
  readonly times: number;
}

/** What the figure that ends at token `last` counts. */
export function countedAfter(
  tokens: readonly Token[],
  last: number,
  { kind }: Pick<Numeral, 'kind'>,
): Counted {
  const found = kind === 'rank' ? undefined : unitRightAfter(tokens, last);
  if (found !== undefined) {
    const { unit, times } = found;
    return { unit, times, described: [], unitTokens: { first: found.first, last: found.last } };
  }
  const noun = joinedNounAfter(tokens, last) ?? nounAfter(tokens, last);
  return { times: 1, ...noun, ...unitNamed(noun.unit) };
}

/** The unit of “5 km”, “70mph winds”, “a 12-mile walk”. */
function unitRightAfter(
  tokens: readonly Token[],
  last: number,
): (UnitFound & TokenRange) | undefined {
  const first = lowerAt(tokens, last + 1) === '-' ? last + 2 : last + 1;
  const found = unitAt(tokens, first);
  return found && { ...found, first };
}

/** The noun of “a five-part deal”. */
function joinedNounAfter(tokens: readonly Token[], last: number): Noun | undefined {
  const next = tokens[last + 1];
  const noun = tokens[last + 2];
  if (next?.text !== '-' || next.start !== tokens[last]?.end || noun?.start !== next.end)
    return undefined;
  return /^(?:NOUN|ADJ|X)$/u.test(noun.tag) && /^\p{Ll}+$/u.test(noun.text)
    ? { unit: noun.lemma, described: [] }
    : undefined;
}

type Noun = Omit<Counted, 'times'>;

/** The noun that a figure counts, and the words that describe it. */
function nounAfter(tokens: readonly Token[], last: number): Noun {
  const words: string[] = [];
  let at = last + 1;
  if (lowerAt(tokens, at) === 'of') at++;
  let counted = false;
  for (let steps = 0; steps < 7; steps++, at++) {
    const token = tokens[at];
    if (token === undefined) break;
    // “38 a week”, “1.90 pounds an hour”
    if (/^an?$/iu.test(token.text)) break;
    if (token.text === '-' || token.tag === 'DET' || token.lemma === "'s") continue;
    const noun = token.tag === 'NOUN' || token.tag === 'PROPN';
    if (!noun && (counted || !/^(?:ADJ|NUM|VERB|PRON)$/u.test(token.tag))) break;
    if (token.tag === 'VERB' && !/(?:ing|ed)$/u.test(token.text)) break;
    counted ||= token.tag === 'NOUN';
    words.push(token.lemma);
  }
  // “17 dead”, “three of the injured”
  const victim = words[0] ?? lowerAt(tokens, last + 1);
  if (!counted && VICTIMS.test(victim)) return { unit: 'person', described: [victim] };
  return counted
    ? { unit: words.at(-1) ?? '', described: words.slice(0, -1) }
    : { unit: '', described: words };
}

/** Words for casualties. */
const VICTIMS = /^(?:dead|injured?|hurt|wound(?:ed)?|missing|homeless)$/u;
