import { isCalendarWord } from '../../lexicon/calendar.js';
import { isArticle } from '../../lexicon/functionWords.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isBodyHead, isCompanyForm, isNeverName, isParticle } from '../../lexicon/nameWords.js';
import { isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { expandedOffice } from '../../lexicon/titleAbbreviations.js';
import { isEnglishWord, isPersonNoun, isThirdOrPastForm } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { type CapitalUsage, SHORT_DAY, isOfLine } from './capitalUsage.js';
import { type SourceWord, isAdjacent } from './words.js';

/** True for the first word of a sentence, a line or a quotation, which always has a capital. */
export function isStart(words: readonly SourceWord[], index: number): boolean {
  return (
    !words.slice(0, index).some(({ text }) => isOfLine(text)) ||
    /["“‘:—–•*]\s*$|(?:^|\s)'$/u.test(words[index]?.gap ?? '')
  );
}

/** True for the first word of a place such as “New Zealand”. */
function startsPlace(words: readonly SourceWord[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !isAdjacent(next)) return false;
  const two = `${words[index]?.text ?? ''} ${next.text}`;
  return placeNamed(two) !== undefined || placeOfDemonym(two) !== undefined;
}

/** Months that are also surnames: “Theresa May”. */
const MONTH_SURNAMES = /^(?:March|May|June|August)$/u;

/** True for a given name followed by a surname: “Jan van der Meer”. */
function startsFullName(words: readonly SourceWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || !isGivenName(word.text) || !isAdjacent(next))
    return false;
  if (isParticle(next.text)) return true;
  return startsWithCapital(next) && !isCalendarWord(next.text) && !isEnglishWord(next.text);
}

/** True for a word that is written as part of a name; `inRun` if the word before it is. */
export function isNameWord(words: readonly SourceWord[], index: number, inRun: boolean): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (
    !startsWithCapital(word) ||
    /^I(?:['’]|$)/u.test(word.text) ||
    /^[RDI]-\p{Lu}/u.test(word.text)
  )
    return false;
  // “Mon, 9 Nov”
  if (SHORT_DAY.test(word.text) && /^\d/u.test(words[index + 1]?.text ?? '')) return false;
  if (isNeverName(word.text, isStart(words, index)) && !startsPlace(words, index)) return false;
  if (!isCalendarWord(word.text)) return true;
  return inRun ? MONTH_SURNAMES.test(word.text) : startsFullName(words, index);
}

/** The maximum number of words in a name. */
const MAX_RUN = 12;

/** The last word of the run that starts at `first`: consecutive capitalised words with particles between them. */
export function endOfRun(words: readonly SourceWord[], first: number): number {
  let last = first;
  for (let index = first + 1; index < Math.min(words.length, first + MAX_RUN); index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) break;
    if (before.possessive || before.compoundRest !== undefined) break;
    if (!isAdjacent(word) && word.gap !== ' & ') break;
    if (before.text.endsWith('.') && endsSentence(words, index - 1)) break;
    if (index - first > 1 && isBodyHead(before.text) && isGivenName(word.text)) break;
    if (isCompanyForm(word.text)) return index;
    if (isNameWord(words, index, true) || isNameEndingInFunctionWord(words, first, index))
      last = index;
    else if (WITH_PARTICLE.test(word.text)) last = index;
    else if (!isParticle(word.text) || index - last > 3) break;
  }
  return last;
}

/** True if a function word with a capital ends a name of three words, because nothing follows it: “Nguyen Van An is”. */
function isNameEndingInFunctionWord(
  words: readonly SourceWord[],
  first: number,
  index: number,
): boolean {
  const next = words[index + 1];
  return (
    index - first > 1 &&
    /^(?:A|An|My|Than)$/u.test(words[index]?.text ?? '') &&
    (next === undefined ||
      !isAdjacent(next) ||
      (!startsWithCapital(next) && isNeverName(next.text, false)))
  );
}

/** A name word with a leading particle: “al-Khatib”, “d'Estaing”. */
const WITH_PARTICLE = /^(?:al|el|an|ar|as|at|ad|ibn|bin|de|da|d|l)[-‐‑'’]\p{Lu}/u;

/** True if the full stop after a word ends the run: not in “U.S. Officials”, but in “plc. Osei”. */
function endsSentence(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  return !(
    /^(?:\p{L}\.)+$/u.test(word.text) ||
    isHonorific(word.text) ||
    expandedOffice(word.text) !== undefined ||
    /^(?:St|Mt|Jr|Sr)\.$/u.test(word.text)
  );
}

/** The first word of a run at the start of a sentence, where the first word always has a capital. */
export function startOfRun(
  words: readonly SourceWord[],
  first: number,
  last: number,
  { lower, inside }: CapitalUsage,
  isCell: boolean,
): number {
  const word = words[first];
  if (word === undefined) return first;
  const { text } = word;
  if (startsPlace(words, first)) return first;
  if (inside.has(text) || placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined) {
    return first;
  }
  if (
    /^(?:(?:\p{Lu}\.?)+|(?:St|Mt)\.?)$/u.test(text) ||
    isHonorific(text) ||
    expandedOffice(text) !== undefined
  ) {
    return first;
  }
  const next = words[first + 1]?.text ?? '';
  if (/^(?:Upper|Lower|Nether)$/u.test(text) && last === first + 1 && !isEnglishWord(next))
    return first;
  if (first === last) {
    // “Bank of the Isles”
    const of = words.slice(first + 1, first + 4);
    const isHead = /^(?:of|for)$/u.test(next) && isBodyHead(text) && of.some(startsWithCapital);
    if (isHead) return first;
    const isOwner = word.possessive || word.compoundRest !== undefined;
    const plain = lower.has(text.toLowerCase()) || isEnglishWord(text);
    // “Suharti, an interpreter”, but not “Metaldehyde, used against slugs”
    const after = words[last + 1];
    const isDescribed =
      after?.gap === ', ' && (isArticle(after) || /^(?:\d{1,3}|who)$/u.test(after.text));
    const isAlone = isCell || isOwner || isDescribed;
    return isAlone && !plain ? first : first + 1;
  }
  if (isRoleNoun(text) || isPersonNoun(text) || isGivenName(text)) return first;
  if (isCompanyForm(words[last]?.text ?? '')) return first;
  // A line that is a name: “Prisons Directorate”
  if (first === 0 && last === words.length - 1 && isBodyHead(words[last]?.text ?? '')) return first;
  const office = words.slice(first + 1, last + 1).some((other) => isRoleNoun(other.text));
  if (office && (isRoleQualifier(text) || isTitleNoun(word))) return first;
  if (!isEnglishWord(text)) return lower.has(text.toLowerCase()) ? first + 1 : first;
  if (lower.has(text.toLowerCase()) || isRoleQualifier(text)) return first + 1;
  return startsName(words, first, last, inside) ? first : first + 1;
}

/** True for a noun that may describe an office: “Station Manager”, but not “Ask Minister”. */
function isTitleNoun({ text, tag }: SourceWord): boolean {
  return isEnglishWord(text) && /^(?:NOUN|PROPN)$/u.test(tag);
}

/** True if an English word at the start of a sentence is part of a name: “White House”, “Rose Osei, 54,”. */
function startsName(
  words: readonly SourceWord[],
  first: number,
  last: number,
  inside: ReadonlySet<string>,
): boolean {
  const second = words[first + 1]?.text ?? '';
  if (/^\p{Lu}\.$/u.test(second)) return true;
  if (last > first + 1) return false;
  // “Knew Lindqvist, he said.”
  if (words[first]?.tag === 'VERB' && isThirdOrPastForm(words[first].text)) return false;
  return isEnglishWord(second) || !inside.has(second) || words[last + 1]?.gap === ', ';
}
