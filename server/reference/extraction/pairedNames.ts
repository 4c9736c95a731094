import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isPersonTitle, isRoleNoun } from '../../lexicon/roleWords.js';
import { isEnglishWord, isThirdOrPastForm } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { type SourceWord, type WordSentence, type WordSpan, isNext } from './words.js';

/** A sentence with the words that are written as names, in order. */
interface SentenceNames<Run extends WordSpan> extends WordSentence {
  readonly runs: readonly Run[];
}

/** Two names with “and” between them, in one sentence. */
interface Pair extends WordSpan {
  readonly sentence: WordSentence;
  readonly text: string;
  /** The index of “and”. */
  readonly link: number;
}

/** How a source uses a pair of names. */
interface PairUsage {
  readonly pairs: Pair[];
  /**
   * The number of places where the words around it show that it is one thing, and that it is two.
   */
  one: number;
  two: number;
  /** True if it is called a party, a firm or the like. */
  isNamedBody: boolean;
}

/**
 * The pairs of names that a source uses as the name of one organisation (“Marks and Spencer”), by the sentence: its
 * parts are never named alone, and a verb in the singular, a noun such as “party” or a cell of its own shows that it
 * is one thing.
 */
export function pairedNamesIn<Run extends WordSpan>(
  sentences: readonly SentenceNames<Run>[],
): ReadonlyMap<WordSentence, readonly WordSpan[]> {
  const usages = new Map<string, PairUsage>();
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const run of sentence.runs) countWords(counts, sentence.words, run, 1);
    for (const pair of pairsIn(sentence)) {
      // A first part that opens a sentence need not be among the names.
      for (const part of partsOf(pair)) countWords(counts, sentence.words, part, -1);
      if (!sentence.runs.some(({ last }) => last === pair.link - 1))
        countWords(counts, sentence.words, { first: pair.first, last: pair.link - 1 }, 1);
      const usage = usages.get(pair.text) ?? { pairs: [], one: 0, two: 0, isNamedBody: false };
      usages.set(pair.text, usage);
      usage.pairs.push(pair);
      if (isCalledBody(pair)) usage.isNamedBody = true;
      if (isUsedAsOne(pair)) usage.one++;
      if (isUsedAsTwo(pair)) usage.two++;
    }
  }
  const found = new Map<WordSentence, WordSpan[]>();
  for (const usage of usages.values()) {
    if (!isOneName(usage, counts)) continue;
    for (const pair of usage.pairs)
      found.set(pair.sentence, [...(found.get(pair.sentence) ?? []), pair]);
  }
  return found;
}

function countWords(
  counts: Map<string, number>,
  words: readonly SourceWord[],
  { first, last }: WordSpan,
  by: number,
): void {
  for (const { text } of words.slice(first, last + 1))
    counts.set(text, (counts.get(text) ?? 0) + by);
}

/** The number of uses that make a pair of ordinary words a name without further signs. */
const USES_OF_WORDS = 3;

function isOneName(
  { pairs, one, two, isNamedBody }: PairUsage,
  counts: ReadonlyMap<string, number>,
): boolean {
  const [pair] = pairs;
  if (pair === undefined || one < two) return false;
  const { words } = pair.sentence;
  const parts = partsOf(pair).map(({ first, last }) => words.slice(first, last + 1));
  const names = parts.flat().map(({ text }) => text);
  if (names.some((word) => (counts.get(word) ?? 0) > 0)) return false;
  if (isNamedBody) return two === 0 || one > two;
  if (names.some((word) => (placeNamed(word) ?? placeOfDemonym(word)) !== undefined)) return false;
  if (one > two && pairs.length > 1) return true;
  return two === 0 && pairs.length >= USES_OF_WORDS && names.every(isEnglishWord);
}

function partsOf({ first, link, last }: Pair): readonly WordSpan[] {
  return [
    { first, last: link - 1 },
    { first: link + 1, last },
  ];
}

function pairsIn<Run extends WordSpan>(sentence: SentenceNames<Run>): readonly Pair[] {
  const { words, runs, block, sentence: prose } = sentence;
  if (prose.role !== 'prose') return [];
  return runs.flatMap((run, index) => {
    const link = run.first - 1;
    if (words[link]?.text !== 'and' || !isNext(words, link) || !isNext(words, run.first)) return [];
    const before = runs[index - 1];
    const opens = link === 1 && startsWithCapital(words[0]) ? 0 : undefined;
    const first = before?.last === link - 1 ? before.first : opens;
    if (first === undefined || words[link - 1]?.possessive === true) return [];
    const pair = { sentence, first, link, last: run.last };
    const start = words[first]?.start ?? 0;
    const text = block.text.slice(start, words[run.last]?.end ?? start);
    const whole = { ...pair, text };
    return partsOf(whole).every((part) => canBePart(words, part)) && !isList(words, whole)
      ? [whole]
      : [];
  });
}

/** True for a word, or two that are neither a person's name nor a body's name. */
function canBePart(words: readonly SourceWord[], { first, last }: WordSpan): boolean {
  const part = words.slice(first, last + 1).map(({ text }) => text);
  if (part.length > 2 || part.some(isPersonTitle) || part.some(isGivenNameOnly)) return false;
  if (part.some((word) => /^\p{Lu}{2,}$|\p{N}/u.test(word))) return false;
  return part.length === 1 || (part.every(isEnglishWord) && !part.some(isBodyHead));
}

function isGivenNameOnly(word: string): boolean {
  return isGivenName(word) && !isEnglishWord(word);
}

/** True if the pair ends a list: “Acme, Orchard and Stream”. */
function isList(words: readonly SourceWord[], { first }: Pair): boolean {
  return words[first]?.gap === ', ' && startsWithCapital(words[first - 1]);
}

/** True beside a noun in the singular for a body: “the party Orchard and Stream”, “the Marks and Spencer chain”. */
function isCalledBody({ sentence: { words }, first, last }: Pair): boolean {
  const before = isNext(words, first) ? words[first - 1] : undefined;
  const after =
    words[last]?.possessive !== true && isNext(words, last + 1) ? words[last + 1] : undefined;
  return [before, after].some(
    (word) => word !== undefined && !startsWithCapital(word) && isBodyNoun(word.text),
  );
}

function isBodyNoun(word: string): boolean {
  return (
    !/[^s]s$/u.test(word) &&
    (isBodyHead(word) || /^(?:list|ticket|chain|brand|retailer)$/u.test(word))
  );
}

function isUsedAsOne(pair: Pair): boolean {
  const { sentence, text, first, last } = pair;
  const { words, block } = sentence;
  if (block.text.trim() === text || isCalledBody(pair)) return true;
  const [of, holder] = [words[first - 1], words[first - 2]];
  if (of?.text === 'of' && isNext(words, first) && holder !== undefined && isRoleNoun(holder.text))
    return !holder.text.endsWith('s');
  const verb = words[last + 1];
  if (verb === undefined || !isSubject(pair) || !isNext(words, last + 1)) return false;
  if (/^(?:is|has|does)$/u.test(verb.text)) return true;
  if (verb.text === 'was') return true;
  return verb.tag === 'VERB' && /[^s]s$/u.test(verb.text) && isThirdOrPastForm(verb.text);
}

/** True if the pair opens a clause, so that the verb after it agrees with it. */
function isSubject({ sentence: { words }, first, last }: Pair): boolean {
  if (words[last]?.possessive === true) return false;
  const before = words[first - 1];
  return (
    before === undefined ||
    !isNext(words, first) ||
    /^(?:the|that|but|if|when|while|because|as|said|says)$/iu.test(before.text)
  );
}

function isUsedAsTwo(pair: Pair): boolean {
  const { sentence, first, last } = pair;
  const { words } = sentence;
  const before = isNext(words, first) ? words[first - 1] : undefined;
  if (/^(?:between|both|either|neither)$/iu.test(before?.text ?? '')) return true;
  if (before?.tag === 'NOUN' && /[^s]s$/u.test(before.text)) return true;
  if (!isNext(words, last + 1)) return false;
  const after = words[last + 1]?.text ?? '';
  if (/^(?:parties|lists|firms|companies|councils|clubs|groups|teams|unions)$/u.test(after))
    return true;
  return isSubject(pair) && /^(?:are|were|have|do|both|each)$/u.test(after);
}
