import { withCapitalOf } from '../../prose/capital.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { type Block, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import { houseSpelling } from './houseSpelling.js';
import type { Finding, Fix } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { entryOf } from './dictionary.js';
import { writtenInDraft } from './confused.js';
import { isDerivedWord, isPrefix } from './derivedWords.js';
import type { DoubtfulWord } from './doubtfulWord.js';
import { isInDialect } from './dialect.js';
import type { MisspelledCalendarWord } from './doubtfulWords.js';
import { TRANSPOSED } from './editCost.js';
import { hasCapitalised, hasWord, isRepeated } from './draftWords.js';
import { isInForeignPhrase, isSetApart } from './foreignWords.js';
import { isInQuote } from './quoted.js';
import { meantBy } from './slips.js';
import { sourceWordsOf } from './sourceWords.js';
import { type Suggestion, suggestionsOf, writtenLike } from './suggestions.js';
import { type Variety, VARIETY_NAMES, varietyBit } from './wordValue.js';

/** The context that a word is judged by. */
export interface SpellingContext {
  readonly draft: Prose;
  readonly reference: Reference;
  /** The variety that words are suggested in. */
  readonly variety: Variety;
  /** True if words of other varieties are reported too. */
  readonly isStrict: boolean;
}

/** Nobody reads a longer list. */
const MOST_SUGGESTIONS = 5;

/**
 * A suggestion that is worse than the best by more than this was not intended. Units as in
 * `editCost.ts`.
 */
const WORTH_SHOWING = 1.6;
/** The best suggestion is preferred if the next one is worse by this. */
const CLEARLY_BEST = 0.35;

/** The worst score with which a suggestion makes its word a misspelling. */
const CREDIBLE = 0;
/** The same if the draft or its sources have the suggestion too. */
const CREDIBLE_IF_KNOWN = 0.6;
/** The same for words that could be a name or a term. */
const CERTAIN = -0.9;
/** The same for words that English forms like this one. */
const BEYOND_DOUBT = -1.25;

/** The finding about a doubtful word, if it is misspelled. */
export function misspelling(
  word: DoubtfulWord,
  block: Block,
  context: SpellingContext,
): Finding | undefined {
  const { token } = word;
  if (word.isVariant) {
    return context.isStrict && !isInForeignPhrase(word)
      ? otherVariety(word, block, context)
      : undefined;
  }
  const slip = meantBy(word.key);
  if (slip !== undefined) {
    return isInForeignPhrase(word) ? undefined : certainSlip(word, slip, block, context);
  }
  const likely = suggestionsIn(word, context.variety);
  const [first] = likely;
  // The rest of the draft is considered last, because that takes longest and is repeated with each
  // key.
  const isOnlyCapital = first?.word === word.key;
  if (first === undefined || first.score > ownLeastScore(word, isOnlyCapital, block))
    return undefined;
  if (token.text.length <= 3 && !isShortSlip(word, first)) return undefined;
  if (isPrefix(word.key)) return undefined;
  const least = leastScore(word, isOnlyCapital, block, context);
  if (first.score > least) return undefined;
  const all = knownFirst(likely, context);
  const [best] = all;
  if (best === undefined) return undefined;
  if (best.believed > (best.isKnown ? least : Math.min(least, CREDIBLE))) return undefined;
  if (isInForeignPhrase(word) || isSetApart(word, block, context.draft)) return undefined;
  if (isInDialect(word, block, context.reference)) return undefined;
  const shown = all
    .filter(({ score }) => score <= best.score + WORTH_SHOWING)
    .slice(0, MOST_SUGGESTIONS);
  const isClear = (shown[1]?.score ?? Infinity) - best.score >= CLEARLY_BEST;
  const texts = shown.map((suggestion) => writtenLike(suggestion, token.text));
  return findingOf(word, block, texts, {
    isPreferred: isClear && !isInQuote(word.token, block),
    isCertain: false,
  });
}

/** The finding about a misspelled day or month, unless the sources have the word too. */
export function calendarMisspelling(
  { word, meant }: MisspelledCalendarWord,
  block: Block,
  { reference }: SpellingContext,
): Finding | undefined {
  if (sourceWordsOf(reference).count(word.key) > 0) return undefined;
  const isPreferred = !isInQuote(word.token, block);
  const text = withCapitalOf(word.token.text, meant);
  return findingOf(word, block, [text], { isPreferred, isCertain: false });
}

/** True for a part of a hyphenated word. */
function isPartOfCompound({ token }: DoubtfulWord, { text }: Block): boolean {
  return text.charAt(token.start - 1) === '-' || text.charAt(token.end) === '-';
}

/**
 * The suggestions in the variety, or all if there are none; names only if nothing but the capital
 * is missing.
 */
function suggestionsIn(doubtful: DoubtfulWord, variety: Variety): readonly Suggestion[] {
  const { key, token } = doubtful;
  const bit = varietyBit(variety);
  const isOpening = isCapitalised(token.text);
  const found = suggestionsOf(doubtful).filter(({ word, entry, cost }) => {
    if (entry.wordCase === 'lower') return !isOpening || entry.frequency >= COMMON;
    if (isOpening || entry.wordCase !== 'capitalised') return false;
    return word === key || (entry.frequency >= NAME_FREQUENCY && cost <= TRANSPOSED);
  });
  const inVariety = found.filter(({ entry }) => (entry.varieties & bit) !== 0);
  return inVariety.length === 0 ? found : inVariety;
}

/** A suggestion with its place among the others. */
interface RankedSuggestion extends Suggestion {
  /** True if the draft or its sources have the word. */
  readonly isKnown: boolean;
  /** Its score by itself. */
  readonly believed: number;
}

/**
 * The suggestions, those first that the draft or its sources have too. This shows which word was
 * meant, not whether one is wrong.
 */
function knownFirst(
  likely: readonly Suggestion[],
  { draft, reference }: SpellingContext,
): readonly RankedSuggestion[] {
  const limit = (likely[0]?.score ?? 0) + WORTH_SHOWING;
  const sources = sourceWordsOf(reference);
  return likely
    .filter(({ score }) => score <= limit)
    .map((suggestion) => {
      const isKnown = hasWord(draft, suggestion.word) || sources.count(suggestion.word) > 0;
      const { score } = suggestion;
      return {
        ...suggestion,
        isKnown,
        believed: score,
        score: score - (isKnown ? KNOWN_BONUS : 0),
      };
    })
    .sort((a, b) => a.score - b.score);
}

/** The minimum frequency of the intended word for a capitalised slip, on the Zipf scale. */
const COMMON = 3.5;

/**
 * The minimum frequency of a name that is suggested for a word in small letters, on the Zipf scale.
 */
const NAME_FREQUENCY = 4.5;

/** The additional cost allowed for a word that the draft or its sources have. */
const KNOWN_BONUS = 0.6;

/** The worst score at which the best suggestion is believed, by the word and its sentence alone. */
function ownLeastScore(word: DoubtfulWord, isOnlyCapital: boolean, block: Block): number {
  const { key, token } = word;
  if (isCapitalised(token.text)) {
    return block.kind === 'heading' || entryOf(key) !== undefined ? -Infinity : CERTAIN;
  }
  if (!isOnlyCapital && (entryOf(key) !== undefined || isDerivedWord(key))) return BEYOND_DOUBT;
  return key.length <= SHORT || isPartOfCompound(word, block) ? CERTAIN : CREDIBLE_IF_KNOWN;
}

/** The same with the words of the draft and its sources. */
function leastScore(
  word: DoubtfulWord,
  isOnlyCapital: boolean,
  block: Block,
  { draft, reference }: SpellingContext,
): number {
  const { key, token } = word;
  const own = ownLeastScore(word, isOnlyCapital, block);
  const sources = sourceWordsOf(reference);
  const count = sources.count(key);
  if (hasCapitalised(draft, key) || sources.isInName(key) || count > 1) return -Infinity;
  if (count > 0 && isCapitalised(token.text)) return -Infinity;
  return count > 0 || isRepeated(draft, key) ? Math.min(own, CERTAIN) : own;
}

/**
 * A shorter word is near so many others that its suggestions are less credible, in UTF-16 units.
 */
const SHORT = 4;

/** Words of three letters are units and codes more often than slips. */
function isShortSlip({ key }: DoubtfulWord, { word, entry }: Suggestion): boolean {
  return entry.frequency >= 5.5 && sortedLetters(key) === sortedLetters(word);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

function certainSlip(
  word: DoubtfulWord,
  meant: string,
  block: Block,
  { draft }: SpellingContext,
): Finding {
  const text = writtenInDraft(meant, word.token.text, draft);
  return findingOf(word, block, [text], {
    isPreferred: !isInQuote(word.token, block),
    isCertain: true,
  });
}

/** The finding about a word that is right in another variety only, if it has a regular counterpart. */
function otherVariety(
  word: DoubtfulWord,
  block: Block,
  { variety }: SpellingContext,
): Finding | undefined {
  const bit = varietyBit(variety);
  const entry = entryOf(word.key);
  if (entry === undefined || (entry.varieties & bit) !== 0) return undefined;
  if (isCapitalised(word.token.text) || isInQuote(word.token, block)) return undefined;
  const common = houseSpelling(word.key);
  const counterpart = suggestionsOf(word).find(
    (suggestion) =>
      (suggestion.entry.varieties & bit) !== 0 && houseSpelling(suggestion.word) === common,
  );
  if (counterpart === undefined) return undefined;
  const text = writtenLike(counterpart, word.token.text);
  const message = `“${word.token.text}” is not ${VARIETY_NAMES[variety]} spelling: “${text}”.`;
  return { ...findingOf(word, block, [text], { isPreferred: true, isCertain: false }), message };
}

function findingOf(
  { token }: DoubtfulWord,
  block: Block,
  texts: readonly string[],
  { isPreferred, isCertain }: { readonly isPreferred: boolean; readonly isCertain: boolean },
): Finding {
  const code = 'spelling/misspelled';
  const [first = ''] = texts;
  return {
    code,
    severity: RULES[code].severity,
    message: `“${token.text}”: did you mean “${first}”?`,
    span: draftSpanOf(block, token),
    evidence: [],
    word: token.text,
    fixes: texts.map((text, index): Fix => ({
      ...replacementFix(`Change to “${text}”`, block, token, text, index === 0 && isPreferred),
      needsLook: !isCertain,
    })),
  };
}
