import { isNeverName } from '../../lexicon/nameWords.js';
import { isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { expandedOffice } from '../../lexicon/titleAbbreviations.js';
import { isEnglishWordOrPlural, isPersonNoun } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { NamedSentence } from './nameRun.js';
import { type SourceWord, type WordSpan, isAdjacent } from './words.js';

/** True for a word that has its capital from the head of its sentence, if it is not a name. */
export function opensTitle({ text, tag, possessive }: SourceWord, next: number): boolean {
  if (!startsWithCapital({ text }) || possessive || isNeverName(text, true)) return false;
  if (isRoleQualifier(text)) return true;
  // “Contracts manager” may be read as a verb and its object.
  return (
    next === 1 && (/^(?:NOUN|ADJ|PROPN)$/u.test(tag) || text.endsWith('s')) && isPlainWord(text)
  );
}

/** True for a plural possessive that is part of a title: “the players' union leader”. */
export function isPluralPossessive({ words, block }: NamedSentence, index: number): boolean {
  const word = words[index];
  if (word?.possessive !== true || !/^\p{Ll}+s$/u.test(word.text)) return false;
  return !/^['’]s/u.test(block.text.slice(word.end, word.end + 2));
}

/** True for a lower-case word that can precede the noun of a title: a qualifier, an adjective, a noun. */
export function isTitleWord(word: SourceWord | undefined): boolean {
  if (word === undefined || startsWithCapital(word) || word.possessive) return false;
  if (isNeverName(word.text, false)) return false;
  return isRoleQualifier(word.text) || isRoleNoun(word.text) || /^(?:NOUN|ADJ)$/u.test(word.tag);
}

/** The words of a title from `first` up to its noun; `undefined` if there is none. */
export function titleFrom(
  sentence: NamedSentence,
  first: number,
  article: boolean,
): WordSpan | undefined {
  const { words } = sentence;
  let last: number | undefined;
  for (let at = first; at < Math.min(words.length, first + 8); at++) {
    const word = words[at];
    if (word === undefined || (at > first && !isAdjacent(word))) break;
    if (at === first && isPluralPossessive(sentence, at)) continue;
    if (word.text === 'and' && last === at - 1 && isTitlePart(words, at + 1, article)) continue;
    const part = isTitlePart(words, at, article) || (at > first && isMember(word));
    // “a practising solicitor”
    const participle = word.text.endsWith('ing') && isRoleNoun(words[at + 1]?.text ?? '');
    const before = isTitleWord(word) || isRoleQualifier(word.text) || isMember(words[at + 1]);
    if (!part && !participle && !before && !(at === first && opensTitle(word, at + 1))) break;
    if (part) last = at;
    if (word.possessive) return undefined;
  }
  if (last === undefined) return undefined;
  const next = words[last + 1];
  if (next === undefined) return { first, last };
  if (isAdjacent(next) && /^(?:emeritus|emerita|elect)$/iu.test(next.text))
    return { first, last: last + 1 };
  // A noun or name directly after it shows that the title is only part of something else.
  const isPart = (startsWithCapital(next) && next.text !== 'I') || next.tag === 'NOUN';
  if (isAdjacent(next) && isPart) return undefined;
  return { first, last };
}

function isTitlePart(words: readonly SourceWord[], at: number, article: boolean): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isRoleNoun(word.text)) return true;
  if (isMember(word) ? false : startsWithCapital(word) || word.tag !== 'NOUN') return false;
  // “portfolio holder for housing”, “member of the board”: the complement shows that this is an office.
  const next = words[at + 1];
  const hasComplement = next !== undefined && isAdjacent(next) && COMPLEMENT.test(next.text);
  if (isMember(word)) return hasComplement;
  const isPerson = isPersonNoun(word.text) || (hasComplement && word.text === 'holder');
  return (article || hasComplement) && isPerson && !UNSAID.test(word.text);
}

const COMPLEMENT = /^(?:of|for)$/u;

/** Nouns for people that do not describe an occupation. */
const UNSAID = /^(?:man|woman|person|boy|girl|child|one|other|lot|number|hero|fan|supporter)$/u;

/** True for “member”, which is an office only together with a body: “board member”. */
export function isMember(word: SourceWord | undefined): boolean {
  return /^[Mm]ember$/u.test(word?.text ?? '');
}

/** True for an English word that is no place. */
export function isPlainWord(word: string): boolean {
  return isEnglishWordOrPlural(word) && (placeNamed(word) ?? placeOfDemonym(word)) === undefined;
}

/** A title in the form of `Office.title`: office words in lower case, abbreviations written out. */
export function titleOf(sentence: NamedSentence, span: WordSpan): string {
  const start = sentence.words[span.first]?.start ?? 0;
  const isOfRole = isRoleNoun(sentence.words[span.last]?.text ?? '');
  let title = '';
  let at = start;
  for (let index = span.first; index <= span.last; index++) {
    const word = sentence.words[index];
    if (word === undefined) break;
    title += sentence.block.text.slice(at, word.start);
    const office =
      isRoleNoun(word.text) || isRoleQualifier(word.text) || (isOfRole && isPlainWord(word.text));
    title +=
      expandedOffice(word.text) ??
      (office && placeOfDemonym(word.text) === undefined && !/^\p{Lu}{2,}$/u.test(word.text)
        ? word.text.toLowerCase()
        : word.text);
    at = word.end;
  }
  return title;
}
