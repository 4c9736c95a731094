import { isParticle } from '../../lexicon/nameWords.js';
import { isMonth, isWeekday } from '../../lexicon/calendar.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { isEnglishWord, isEnglishWordOrPlural } from '../../prose/dictionary.js';
import { isCountry } from '../../prose/fusedWords.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import type { BlockContent } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { startsWithCapital } from '../../prose/letterCase.js';

/**
 * A short form whose full stop ends no sentence, among those that are words too: “a B.Sc. in law”,
 * “a 6 ft. wall”.
 */
const ENDS_IN_SHORT_FORM =
  /(?:\.\p{L}{1,3}|[\d\s(](?:ft|in|lb|oz|km|cm|mm|min|hr|sec|est|dept|inc|ltd|co|corp|jr|sr))\.$/iu;

/** Finds missing capitals: at the start of a sentence, and in names, titles, days and months. */
export function findLowercaseStarts(passage: Passage): readonly GrammarError[] {
  const { sentence, setting, text, previous } = passage;
  const found: GrammarError[] = [];
  const first = sentence.tokens.find((token) => token.kind === 'word');
  if (first !== undefined && setting === 'running' && startsInLowerCase(passage, first.start)) {
    const reason = 'sentences start with a capital letter';
    found.push({
      ...missingCapital(first.start, first.end, text, reason, previous === undefined ? 0.85 : 0.93),
      // “adidas”: a word that is not English may be a name that its owner writes in small letters.
      isFirstFixPreferred: isEnglishWordOrPlural(first.text) || isTitle(first.text),
    });
  }
  for (const [index, token] of sentence.tokens.entries()) {
    const reason = reasonForCapital(passage, index);
    if (reason !== undefined)
      found.push(missingCapital(token.start, token.end, text, reason, 0.85));
  }
  return found;
}

/** The reason why a word takes a capital in every position, if there is one. */
function reasonForCapital(
  { sentence: { tokens }, setting, text }: Passage,
  index: number,
): string | undefined {
  const word = tokens[index]?.text ?? '';
  if (isTitle(word) && startsWithCapital(tokens[index + 1])) return 'titles take a capital letter';
  if (isDayOrMonth(word)) return 'days and months take a capital letter';
  return setting === 'running' && isLowercaseCountry(tokens, index, text)
    ? 'names take a capital letter'
    : undefined;
}

function isTitle(word: string): boolean {
  return /^(?:mr|mrs|ms|dr)\.?$/u.test(word);
}

function missingCapital(
  start: number,
  end: number,
  text: string,
  reason: string,
  confidence: number,
): GrammarError {
  const word = text.slice(start, end);
  const right = capitalised(word);
  return {
    kind: 'lowercase-start',
    span: { start, end },
    message: `“${word}” should be “${right}”: ${reason}.`,
    confidence,
    fixes: [grammarFix(`Change to “${right}”`, start, end, right)],
    isFirstFixPreferred: true,
  };
}

/**
 * “flew to france”: a country whose name is not also a word, after a preposition and not part of an
 * address.
 */
function isLowercaseCountry(tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return (
    token !== undefined &&
    (token.tag === 'PROPN' || !isEnglishWord(token.text)) &&
    /^\p{Ll}{4,}$/u.test(token.text) &&
    /^(?:in|to|from|of|at|near|for|with)$/u.test(before?.text ?? '') &&
    /^(?:[\s,;?!’']|[.:]?(?:\s|$))/u.test(text.slice(token.end, token.end + 2)) &&
    isCountry(capitalised(token.text))
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * True for a lower-case day or month, but not for “march”, “may” and “august”, which are also
 * words.
 */
function isDayOrMonth(word: string): boolean {
  const name = word.replace(/s$/u, '');
  return isWeekday(name) || (isMonth(name) && !/^(?:march|may|august)$/u.test(name));
}

function startsInLowerCase({ sentence, previous, text }: Passage, start: number): boolean {
  const [first, second] = sentence.tokens.filter((token) => token.kind !== 'punctuation');
  if (first?.start !== start || !/^\p{Ll}{2,}$|^a$/u.test(first.text)) return false;
  if (isParticle(first.text) && startsWithCapital(second)) return false;
  const opening = text.slice(sentence.start, start);
  if (!/^["“‘'(]?$/u.test(opening) || /^[.@/:_]/u.test(text.slice(first.end, first.end + 2).trim()))
    return false;
  if (previous === undefined)
    return (
      (finiteMainVerb(analysisOf(sentence.tokens)) >= 0 &&
        sentence.tokens.length > 4 &&
        !startsWithCapital(second)) ||
      second?.tag === 'PROPN'
    );
  return (
    /[\p{Ll}\p{N}%)”"]\.["”]?$/u.test(previous.text) && !ENDS_IN_SHORT_FORM.test(previous.text)
  );
}

/**
 * True for a missing capital at the start of a sentence that the rest of the draft shows to be
 * intended: the block before leads on to it, or it is not an English word and is written in small
 * letters throughout (“adidas”), or a content word that opens another sentence in the same way
 * (“bell hooks”).
 */
export function isMeantSmall(
  { span }: GrammarError,
  { text, sentences }: BlockContent,
  before: BlockContent | undefined,
  blocks: readonly BlockContent[],
): boolean {
  const word = text.slice(span.start, span.end);
  const sentence = sentences.find(({ tokens }) => tokens[0]?.start === span.start);
  if (sentence === undefined) return false;
  if (sentence === sentences[0] && /[;:,—–]\s*$/u.test(before?.text ?? '')) return true;
  if (!/^\p{Ll}+$/u.test(word)) return false;
  if (!isEnglishWordOrPlural(word)) {
    const anywhere = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu');
    return areAll(
      word,
      blocks.flatMap((block) => block.text.match(anywhere) ?? []),
    );
  }
  if (!/^(?:NOUN|PROPN|ADJ|VERB)$/u.test(sentence.tokens[0]?.tag ?? '')) return false;
  const opening = openingOf(sentence);
  const openings = blocks.flatMap((block) => block.sentences.map(openingOf));
  return areAll(
    opening,
    openings.filter((other) => other.toLowerCase() === opening.toLowerCase()),
  );
}

function openingOf({ text }: Sentence): string {
  return /^\S+\s\S+/u.exec(text)?.[0] ?? '';
}

function areAll(form: string, written: readonly string[]): boolean {
  return written.length > 1 && written.every((other) => other === form);
}
