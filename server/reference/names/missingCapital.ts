import { wordSet } from '../../lexicon/wordSet.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isHave,
  isModal,
  isPreposition,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { isEnglishWord, isVerbForm } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import type { EntityKind } from '../model.js';
import { isKnownPlace } from './knownPlace.js';
import { isAllCapitals } from './spelling.js';
import type { NameWord } from './words.js';

/** Names of places and peoples that are also other words in lower case. */
const AMBIGUOUS_WORDS = wordSet(
  'china turkey polish chad guinea jersey japan java jordan swede nice cork bath reading mobile orange lima cologne bologna ' +
    'panama brazil mali west east north south western eastern pacific alpine arctic antarctic amazon phoenix buffalo hull split ' +
    'florence kiwi pole victoria lancaster sandwich limerick darwin oxford york lucknow man men',
);

/**
 * True if a lower-case word can only be the name that lacks its capital: “beijing”, “putin”, “russian”, but not
 * “turkey” or “pant”. `right` is the word as written in the name.
 */
export function isMissingCapital(written: string, right: string): boolean {
  if (written.length < 4 || isAllCapitals(right)) return false;
  const isPlural = written.endsWith('s') && !right.endsWith('s');
  const words = isPlural ? [written, written.slice(0, -1)] : [written];
  if (words.some((word) => AMBIGUOUS_WORDS.has(word))) return false;
  return isKnownPlace(right) || !words.some(isEnglishWord);
}

const LOCATIVE = wordSet('in from to across near outside throughout towards toward via');
/** “in western turkey”. */
const REGION = wordSet(
  'north south east west northern southern eastern western central upper lower north-east north-west south-east south-west',
);
/** The forms in which a noun would be a verb instead: “to hull”, “interest in reading”. */
const GERUND = 'ing';

/**
 * True if an ordinary word in lower case stands where only a name of this kind can: a bare singular noun that says where
 * (“in turkey on Monday”, not “the turkey farm”), or one that speaks (“said baker”, not “said the baker”).
 */
export function standsAsName(words: readonly NameWord[], at: number, kind: EntityKind): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || isCapitalised(word.text)) return false;
  if (kind === 'person') return speaks(words, at);
  if (kind !== 'place' || word.joint !== 'space' || goesOn(words[at + 1])) return false;
  if (word.text.endsWith(GERUND)) return false;
  const isRegion = REGION.has(before.text.toLowerCase()) && before.joint === 'space';
  const preposition = (isRegion ? words[at - 2] : before)?.text.toLowerCase() ?? '';
  return LOCATIVE.has(preposition) && !(preposition === 'to' && isVerbForm(word.text));
}

/** True if the word at `at` is the subject of a speech verb, without an article. */
function speaks(words: readonly NameWord[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined || isDeterminer(before)) return false;
  if (word.joint === 'space')
    return speechVerb(before.text)?.inverts === true && !goesOn(after) && !isVerbForm(word.text);
  return (
    word.joint === 'comma' &&
    after?.joint === 'space' &&
    speechVerb(after.text)?.participle === false
  );
}

/** True if a noun phrase may go on with this word: “turkey farm”. */
function goesOn(next: NameWord | undefined): boolean {
  if (next === undefined || next.joint === 'comma' || next.joint === 'apart') return false;
  if (next.joint !== 'space') return true;
  const ends = [
    isPreposition,
    isCoordinator,
    isRelative,
    isSubordinator,
    isDeterminer,
    isBe,
    isHave,
    isModal,
  ];
  return !ends.some((is) => is(next)) && !isCalendarWord(next.text) && !isTimeWord(next.text);
}

const TIME_WORDS = wordSet('last next yesterday today tomorrow again now earlier later too');

function isTimeWord(word: string): boolean {
  return TIME_WORDS.has(word.toLowerCase());
}
