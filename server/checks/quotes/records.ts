import { memoize } from '../../prose/memoize.js';
import type { Base, Fact, Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import type { Evidence } from '../finding.js';
import { type QuoteAlignment, alignQuotation, isCloseMatch } from './compare.js';
import { type QuotedWord, isContentWord, joinedKeys, quotedWords } from './words.js';

/** A recorded quote that a draft's quotation was compared with. */
export interface QuoteMatch {
  readonly quote: Quote;
  readonly words: readonly QuotedWord[];
  readonly alignment: QuoteAlignment;
}

/** A recorded quote as evidence for a finding. */
export function quoteEvidenceOf({ text, speaker, citation }: Quote): Evidence {
  const signature = speaker === undefined ? '' : ` — ${speaker}`;
  return { ...citation, text: `“${text}”${signature}` };
}

/** A base's quotes, indexed by their words. */
interface Records {
  readonly quotes: readonly { readonly quote: Quote; readonly words: readonly QuotedWord[] }[];
  /** The quotes that contain a word, by its key. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/** The number of quotes with the rarest words in common that are compared. */
const MAX_CANDIDATES = 8;

/** A word in more quotes than this is too common to search by. */
const MAX_QUOTES_PER_WORD = 1000;

/** The recorded quotes that contain a quotation's words, or nearly do, best first. */
export function quoteMatchesOf(
  words: readonly QuotedWord[],
  { base }: Reference,
): readonly QuoteMatch[] {
  const records = recordsOf(base);
  return candidates(words, records)
    .flatMap((index): readonly QuoteMatch[] => {
      const record = records.quotes[index];
      if (record === undefined) return [];
      const alignment = alignQuotation(words, record.words);
      if (alignment === undefined || !isCloseMatch(words, record.words, alignment)) return [];
      return [{ ...record, alignment }];
    })
    .sort(
      (a, b) =>
        b.alignment.similarity - a.alignment.similarity ||
        a.alignment.differences.length - b.alignment.differences.length,
    );
}

function candidates(words: readonly QuotedWord[], { quotes, byWord }: Records): readonly number[] {
  const scores = new Map<number, number>();
  for (const key of new Set(words.map((word) => word.key))) {
    const found = byWord.get(key) ?? [];
    if (found.length > MAX_QUOTES_PER_WORD) continue;
    const weight = Math.log(1 + quotes.length / Math.max(1, found.length));
    for (const index of found) scores.set(index, (scores.get(index) ?? 0) + weight);
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MAX_CANDIDATES)
    .map(([index]) => index);
}

const recordsOf = memoize((base: Base): Records => {
  const quotes = base.quotes.map((quote) => ({ quote, words: quotedWords(quote.text) }));
  const byWord = new Map<string, number[]>();
  for (const [index, { words }] of quotes.entries()) {
    for (const key of new Set(words.map((word) => word.key))) {
      const list = byWord.get(key);
      if (list === undefined) byWord.set(key, [index]);
      else list.push(index);
    }
  }
  return { quotes, byWord };
});

/** In a base with more facts, only the best-ranked ones are searched. */
const MAX_FACTS_READ_WHOLE = 2000;
const MAX_RANKED_FACTS = 50;

/**
 * True if a source contains the words in its own text, quoted or not; also if a large base cannot
 * be searched because all the words are too common.
 */
export function isInSources(words: readonly QuotedWord[], { base, evidence }: Reference): boolean {
  const wanted = joinedKeys(words);
  if (base.facts.length <= MAX_FACTS_READ_WHOLE) return textOf(base).includes(wanted);
  const content = words.filter(isContentWord);
  if (content.length < 2) return true;
  const query = content.map(({ key }) => ({ word: key, weight: 1 }));
  return evidence.search(query, MAX_RANKED_FACTS).some(({ index }) => {
    const around = base.facts.slice(Math.max(0, index - 2), index + 3).map(({ text }) => text);
    return joinedKeys(quotedWords(around.join(' '))).includes(wanted);
  });
}

/** Successive sentences of a source in which one person speaks. */
interface Speech {
  readonly facts: readonly Fact[];
  /** The words of the facts, as in `joinedKeys`. */
  readonly keys: string;
}

const speechesOf = memoize((base: Base): readonly Speech[] => {
  if (base.facts.length > MAX_FACTS_READ_WHOLE) return [];
  const speeches: Fact[][] = [];
  let last: Fact | undefined;
  for (const fact of base.facts) {
    const goesOn = last?.speaker === fact.speaker && last?.citation.source === fact.citation.source;
    last = fact;
    if (fact.speaker === undefined) continue;
    const speech = speeches.at(-1);
    if (goesOn && speech !== undefined) speech.push(fact);
    else speeches.push([fact]);
  }
  return speeches.map((facts) => ({ facts, keys: keysOf(facts) }));
});

function keysOf(facts: readonly Fact[]): string {
  return joinedKeys(quotedWords(facts.map(({ text }) => text).join(' ')));
}

/**
 * The sentences of a text in one person's voice (an interview, a letter, notes of a call) that contain the words, as a record;
 * `undefined` if there are none, or if a base is too large to be searched.
 */
export function spokenRecord(
  words: readonly QuotedWord[],
  { base }: Reference,
): QuoteMatch | undefined {
  const wanted = joinedKeys(words);
  const speech = speechesOf(base).find(({ keys }) => keys.includes(wanted));
  if (speech === undefined) return undefined;
  const { facts } = speech;
  let [first, end] = [0, facts.length];
  while (keysOf(facts.slice(first + 1, end)).includes(wanted)) first++;
  while (keysOf(facts.slice(first, end - 1)).includes(wanted)) end--;
  const said = facts.slice(first, end);
  const [opening] = said;
  if (opening?.speaker === undefined) return undefined;
  const { citation, speaker } = opening;
  const quote = {
    text: said.map(({ text }) => text).join(' '),
    citation,
    speaker,
    unreliable: false,
  };
  const recorded = quotedWords(quote.text);
  const alignment = alignQuotation(words, recorded);
  return alignment === undefined ? undefined : { quote, words: recorded, alignment };
}

/** The number of best-ranked sentences that are compared with a quotation. */
const MAX_COMPARED_FACTS = 3;

/** A source sentence that nearly contains a quotation's words, if any. */
export function closestSentence(
  words: readonly QuotedWord[],
  { evidence }: Reference,
): Evidence | undefined {
  const query = words.filter(isContentWord).map(({ key }) => ({ word: key, weight: 1 }));
  const near = evidence.search(query, MAX_COMPARED_FACTS).find(({ fact }) => {
    const recorded = quotedWords(fact.text);
    const alignment = alignQuotation(words, recorded);
    return alignment !== undefined && isCloseMatch(words, recorded, alignment);
  });
  if (near === undefined) return undefined;
  const { text, citation } = near.fact;
  return { ...citation, text };
}

const textOf = memoize((base: Base): string =>
  joinedKeys(quotedWords(base.facts.map((fact) => fact.text).join(' '))),
);
