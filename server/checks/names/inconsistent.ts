import { type Block, placeOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../../reference/gazetteer.js';
import { differInEnding } from '../../reference/names/nearMiss.js';
import { NearWords } from '../../reference/names/nearWords.js';
import { misspelling } from '../../reference/names/misspelling.js';
import { fold, inCaseOf, isCapitalised } from '../../reference/names/spelling.js';
import { isTitle } from '../../reference/names/titles.js';
import type { NameWord } from '../../reference/names/words.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import type { Survey, SurveyedSentence } from './survey.js';

/** A name's word where it stands, with what stands beside it. */
interface Occurrence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Keys of the words of a name before and behind; a given name, a family name, “Trust”. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** True where the word before hangs on it by a hyphen. */
  readonly hyphenated: boolean;
  /** True where an honorific stands before. */
  readonly titled: boolean;
  /** True between commas, as in a list of players. */
  readonly listed: boolean;
  /** True for the first word of a sentence and in a headline, where a capital tells nothing. */
  readonly unsure: boolean;
}

/** A spelling and all places that have it. */
interface Spelling {
  readonly key: string;
  readonly places: readonly Occurrence[];
}

/** Tells a name that the draft spells two ways, whether any source knows it or not. Cannot throw. */
export function checkInconsistent(found: Survey): readonly Finding[] {
  const spellings = spellingsOf(found);
  const near = new NearWords(spellings.map(({ key }) => key));
  const findings: Finding[] = [];
  const told = new Set<number>();
  for (const [index, spelling] of spellings.entries()) {
    for (const other of near.of(spelling.key)) {
      const pair = spellings[other];
      if (other <= index || pair === undefined || told.has(index) || told.has(other)) continue;
      if (!isOneName(spelling, pair)) continue;
      const [right, wrong] = ranked(spelling, pair);
      told.add(wrong === spelling ? index : other);
      findings.push(...wrong.places.map((place) => inconsistent(place, right, wrong)));
    }
  }
  return findings;
}

const SHORTEST = 4;

function spellingsOf({ sentences }: Survey): readonly Spelling[] {
  const spellings = new Map<string, Occurrence[]>();
  for (const surveyed of sentences) {
    const { words, mentions } = surveyed;
    for (const [at, word] of words.entries()) {
      if (word.key.length < SHORTEST || !isCapitalised(word.text) || /\d/u.test(word.text)) continue;
      if (isTitle(word.text)) continue;
      if (mentions.some(({ start, end }) => start <= word.start && word.end <= end)) continue;
      const key = fold(word.text);
      const places = spellings.get(key);
      if (places === undefined) spellings.set(key, [occurrence(surveyed, word, at)]);
      else places.push(occurrence(surveyed, word, at));
    }
  }
  return [...spellings].map(([key, places]) => ({ key, places }));
}

function occurrence(
  { block, sentence, words, around }: SurveyedSentence,
  word: NameWord,
  at: number,
): Occurrence {
  const { text, start, end, joint, owned } = word;
  const hyphenated = joint === 'hyphen';
  const before = hyphenated ? words[at - 1] : around.givenNameBefore(at);
  const next = words[at + 1];
  const goesOn = next?.joint === 'space' && isCapitalised(next.text) && owned === undefined;
  return {
    block,
    sentence,
    text,
    start,
    end,
    before: before?.key,
    after: goesOn ? next.key : undefined,
    hyphenated,
    titled: around.hasHonorific(at),
    listed: joint === 'comma' && (next === undefined || next.joint === 'comma' || next.joint === 'apart'),
    unsure: at === 0 || around.headline,
  };
}

function isPlace({ places }: Spelling): boolean {
  const text = places[0]?.text ?? '';
  return placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined;
}

/** The weight up to which a slip is one of the hand: two letters swapped, one doubled. */
const SLIP_OF_THE_HAND = 0.6;

function isOneName(a: Spelling, b: Spelling): boolean {
  const weight = Math.min(misspelling(a.key, b.key, 2.2), misspelling(b.key, a.key, 2.2));
  if (weight > 2.2 || differInEnding(a.key, b.key) || (isPlace(a) && isPlace(b))) return false;
  const english = [a, b].filter(({ key }) => isEnglishWord(key)).length;
  if (english === 2) return false;
  // One sentence has two people in it, not one twice.
  if (shareSentence(a, b) && weight > SLIP_OF_THE_HAND) return false;
  const length = Math.min(a.key.length, b.key.length);
  switch (companyOf(a, b)) {
    case 'same':
      return weight <= Math.min(2.2, 0.3 * length);
    case 'title':
      return weight <= (length < 6 ? 0.9 : length < 10 ? 1.2 : 2);
    case 'other':
      return weight === SLIP_OF_THE_HAND && length >= 7 && a.key.length === b.key.length;
    case 'none':
      if (weight <= SLIP_OF_THE_HAND) return english === 0 || [a, b].every(isSurelyName);
      if (english > 0 || a.key[0] !== b.key[0]) return false;
      if (a.key.length === b.key.length && (length < 8 || isListed(a) || isListed(b))) return false;
      return weight <= (length < 6 ? 0.6 : length < 8 ? 0.86 : length < 10 ? 1.1 : 1.4);
  }
}

function shareSentence(a: Spelling, b: Spelling): boolean {
  return a.places.some((x) => b.places.some((y) => x.sentence === y.sentence));
}

function isListed({ places }: Spelling): boolean {
  return places.every(({ listed }) => listed);
}

/** True where an English word is a name by its capital. */
function isSurelyName({ key, places }: Spelling): boolean {
  return !isEnglishWord(key) || places.every(({ unsure }) => !unsure);
}

/**
 * What the company that two spellings keep tells: the `same` word stands beside both, some `other`
 * beside each, one has an honorific (`title`) where the other may be the full name, or nothing.
 */
function companyOf(a: Spelling, b: Spelling): 'same' | 'other' | 'title' | 'none' {
  const share = (side: 'before' | 'after'): boolean =>
    a.places.some((x) => b.places.some((y) => agree(x[side], y[side])));
  if (share('before') || share('after')) return 'same';
  const has = (spelling: Spelling, side: 'before' | 'after'): boolean =>
    spelling.places.some((place) => place[side] !== undefined);
  if ((has(a, 'before') && has(b, 'before')) || (has(a, 'after') && has(b, 'after'))) return 'other';
  if ((isPartOfName(a) || isPlace(a)) && (isPartOfName(b) || isPlace(b))) return 'other';
  return isTitled(a) === isTitled(b) ? 'none' : 'title';
}

/** True where a word that is no English one stands beside. */
function isPartOfName({ places }: Spelling): boolean {
  return places.some(
    ({ before, after, hyphenated }) =>
      hyphenated || [before, after].some((word) => word !== undefined && !isEnglishWord(word)),
  );
}

function isTitled({ places }: Spelling): boolean {
  return places.some(({ titled }) => titled);
}

/** True for the same word, and for a name and its initial. */
function agree(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** The spelling to keep, then the one to change: a known place stays, else the one that is commoner or comes first. */
function ranked(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  if (isPlace(a) !== isPlace(b)) return isPlace(a) ? [a, b] : [b, a];
  return b.places.length > a.places.length ? [b, a] : [a, b];
}

function inconsistent(place: Occurrence, right: Spelling, wrong: Spelling): Finding {
  const form = right.places[0]?.text ?? '';
  const sure = right.places.length > wrong.places.length || isPlace(right);
  const newText = inCaseOf(place.text, form);
  return {
    code: 'name/inconsistent',
    severity: DEFAULT_SEVERITY['name/inconsistent'],
    message: `“${place.text}” (${times(wrong)}) is “${form}” elsewhere in the draft (${times(right)}).`,
    span: placeOf(place.block, place),
    evidence: [],
    fixes: [replacement(`Change to “${newText}”`, place.block, place, newText, sure)],
  };
}

function times({ places }: Spelling): string {
  return places.length === 1 ? 'once' : places.length === 2 ? 'twice' : `${places.length} times`;
}
