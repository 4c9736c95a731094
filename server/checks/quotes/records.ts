import type { Base, Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import type { Evidence } from '../finding.js';
import { type QuoteComparison, compare, isNear } from './compare.js';
import { type QuotedWord, isContentWord, keysOf, quotedWords } from './words.js';

/** A recorded quote that a draft's quotation was compared with. */
export interface QuoteMatch {
  readonly quote: Quote;
  readonly words: readonly QuotedWord[];
  readonly comparison: QuoteComparison;
}

/** A recorded quote as a finding shows it. */
export function quoteEvidenceOf({ text, speaker, citation }: Quote): Evidence {
  const signature = speaker === undefined ? '' : ` — ${speaker}`;
  return { source: citation.source, line: citation.line, text: `“${text}”${signature}` };
}

/** A base's quotes, ready to be looked up by their words. */
interface Records {
  readonly quotes: readonly { readonly quote: Quote; readonly words: readonly QuotedWord[] }[];
  /** Which quotes have a word. */
  readonly having: ReadonlyMap<string, readonly number[]>;
}

/** How many of the quotes that share the rarest words are compared. */
const CANDIDATES = 8;

/** A word that more quotes have than this leads to none of them. */
const COMMON = 1000;

/**
 * The recorded quotes that have a quotation's words, or nearly have them, best first: those without
 * a difference before all others.
 */
export function quoteMatchesOf(
  words: readonly QuotedWord[],
  { base }: Reference,
): readonly QuoteMatch[] {
  const records = recordsOf(base);
  return candidates(words, records)
    .flatMap((index): readonly QuoteMatch[] => {
      const record = records.quotes[index];
      if (record === undefined) return [];
      const comparison = compare(words, record.words);
      if (comparison === undefined || !isNear(words, comparison)) return [];
      return [{ ...record, comparison }];
    })
    .sort(
      (a, b) =>
        b.comparison.likeness - a.comparison.likeness ||
        a.comparison.differences.length - b.comparison.differences.length,
    );
}

function candidates(words: readonly QuotedWord[], { quotes, having }: Records): readonly number[] {
  const scores = new Map<number, number>();
  for (const key of new Set(words.map((word) => word.key))) {
    const found = having.get(key) ?? [];
    if (found.length > COMMON) continue;
    const weight = Math.log(1 + quotes.length / Math.max(1, found.length));
    for (const index of found) scores.set(index, (scores.get(index) ?? 0) + weight);
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, CANDIDATES)
    .map(([index]) => index);
}

const known = new WeakMap<Base, Records>();

function recordsOf(base: Base): Records {
  const before = known.get(base);
  if (before !== undefined) return before;
  const quotes = base.quotes.map((quote) => ({ quote, words: quotedWords(quote.text) }));
  const having = new Map<string, number[]>();
  for (const [index, { words }] of quotes.entries()) {
    for (const key of new Set(words.map((word) => word.key))) {
      const list = having.get(key);
      if (list === undefined) having.set(key, [index]);
      else list.push(index);
    }
  }
  const records = { quotes, having };
  known.set(base, records);
  return records;
}

/** Facts that are read through whole; of a larger base only those that rank best are. */
const FEW_FACTS = 2000;
const RANKED_FACTS = 50;

/**
 * True where a source has the words in its own text, quoted or not; true as well where a large base
 * cannot be asked, since all the words are too common.
 */
export function isInSources(words: readonly QuotedWord[], { base, evidence }: Reference): boolean {
  const wanted = keysOf(words);
  if (base.facts.length <= FEW_FACTS) return textOf(base).includes(wanted);
  const content = words.filter(isContentWord);
  if (content.length < 2) return true;
  const query = content.map(({ key }) => ({ word: key, weight: 1 }));
  return evidence.search(query, RANKED_FACTS).some(({ index }) => {
    const around = base.facts.slice(Math.max(0, index - 2), index + 3).map(({ text }) => text);
    return keysOf(quotedWords(around.join(' '))).includes(wanted);
  });
}

/** How many of the sentences that rank best are compared with a quotation. */
const COMPARED_FACTS = 3;

/** The sentence of a source that nearly has a quotation's words as its own text, if one does. */
export function nearestIn(
  words: readonly QuotedWord[],
  { evidence }: Reference,
): Evidence | undefined {
  const query = words.filter(isContentWord).map(({ key }) => ({ word: key, weight: 1 }));
  const near = evidence.search(query, COMPARED_FACTS).find(({ fact }) => {
    const comparison = compare(words, quotedWords(fact.text));
    return comparison !== undefined && isNear(words, comparison);
  });
  if (near === undefined) return undefined;
  const { text, citation } = near.fact;
  return { source: citation.source, line: citation.line, text };
}

const texts = new WeakMap<Base, string>();

function textOf(base: Base): string {
  const before = texts.get(base);
  if (before !== undefined) return before;
  const text = keysOf(quotedWords(base.facts.map((fact) => fact.text).join(' ')));
  texts.set(base, text);
  return text;
}
