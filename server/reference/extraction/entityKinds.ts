import { isEnglishWord, isEnglishWordOrPlural, isPersonNoun } from '../../prose/dictionary.js';
import { isArticle } from '../../lexicon/functionWords.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { hasInstitutionAppositive } from './appositive.js';
import { isNameInCapitals } from './capitals.js';
import type { NameMention } from './mentions.js';
import { officesOf } from './offices.js';
import {
  isBodyHead,
  isEventHead,
  isPlaceHead,
  isPlaceStart,
  isSaint,
  isSchoolHead,
} from '../../lexicon/nameWords.js';
import { canDescribeBody, isRoleNoun } from '../../lexicon/roleWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { inNameCase } from './transcript.js';
import { type SourceWord, isAdjacent } from './words.js';

/**
 * The kind of a name, judged by its own words and by those around its mentions. `singleWords` are
 * the single-word names of the same source, `titled` those of them that follow “Mr.” or the like.
 */
export function entityKindOf(
  name: string,
  mentions: readonly NameMention[],
  singleWords: ReadonlySet<string>,
  titled: ReadonlySet<string>,
): EntityKind {
  const words = (isNameInCapitals(name) ? inNameCase(name) : name).split(/\s+/u);
  const acronym = words.length === 1 && /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(name);
  if (mentions.some(isTitled) && !acronym && hasNoBodyWord(words)) return 'person';
  // “HMP Marlow”, “RAF Ostra Hill”
  if (words.length > 1 && /^\p{Lu}{3,}$/u.test(words[0] ?? '')) return 'body';
  if (isPlaceName(words) || mentions.some(({ runKind }) => runKind === 'dateline')) return 'place';
  if (mentions.some(({ runKind }) => runKind === 'joined')) return joinedKind(words);
  if (acronym || /\p{N}/u.test(name)) return 'body';
  if (words.length > 1 && isSchoolHead(words.at(-1) ?? '')) return 'body';
  if (words.length > 1 && isSaint(words[0] ?? '')) return kindOfSaint(words, mentions);
  if (words.length === 2 && isGivenName(words[0] ?? '') && singleWords.has(words[1] ?? ''))
    return 'person';
  if (isFullNameOf(words, titled)) return 'person';
  // “Ann Marsh said” is a person, although a marsh is a place.
  if (
    words.length === 2 &&
    isGivenName(words[0] ?? '') &&
    isPlaceHead(words[1] ?? '') &&
    mentions.some(isUsedAsPerson)
  )
    return 'person';
  return (
    (words.length > 1 ? kindOfWords(words) : undefined) ??
    kindByContext(words, mentions, singleWords)
  );
}

/** The kind of “St Wenna's”, “St Davids”, “Santa Lucena”, “San Yu”: rarely a person. */
function kindOfSaint(words: readonly string[], mentions: readonly NameMention[]): EntityKind {
  const last = words.at(-1) ?? '';
  if (/['’]s$/u.test(last)) return 'body';
  if (words.length > 2) return kindOfWords(words) ?? 'place';
  return mentions.filter(isUsedAsPerson).length > mentions.filter(isUsedAsPlace).length
    ? 'person'
    : 'place';
}

/** True for two or three words of which the first or last is a person's short name and the rest is not English. */
function isFullNameOf(words: readonly string[], titled: ReadonlySet<string>): boolean {
  if (words.length < 2 || words.length > 3 || !hasNoBodyWord(words)) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const rest = titled.has(first) ? words.slice(1) : titled.has(last) ? words.slice(0, -1) : [];
  return rest.length > 0 && !rest.some(isEnglishWord);
}

/** True for a well-known place or a part of one (“West London”), and for a village by its name: “Lower Dunsop”. */
function isPlaceName(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (placeNamed(words.join(' ')) !== undefined) return true;
  if (/^(?:Upper|Lower|Nether)$/u.test(first) && words.length === 2) return !isEnglishWord(second);
  return (
    /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Inner|Outer|Downtown|Old|New)$/u.test(
      first,
    ) && placeNamed(words.slice(1).join(' ')) !== undefined
  );
}

/** The kind of a name with a preposition: “Ministry of Health”, “Battle of Hastings”, “Gulf of Guinea”. */
function joinedKind(words: readonly string[]): EntityKind {
  const link = words.findIndex((word) => /^(?:of|for|on)$/u.test(word));
  if (link < 0 && words.includes('and')) return 'body';
  const head = words[link < 0 ? words.length - 1 : link - 1] ?? '';
  if (isBodyHead(head)) return 'body';
  if (isEventHead(head)) return 'event';
  return isPlaceStart(head) ? 'place' : 'body';
}

/** The kind of a name of several words, if these words alone show it. */
function kindOfWords(words: readonly string[]): EntityKind | undefined {
  const last = words.at(-1) ?? '';
  if (isBodyHead(last)) return 'body';
  if (isEventHead(last)) return 'event';
  if (isPlaceHead(last) || isPlaceStart(words[0] ?? '')) return 'place';
  if (isTeam(words) || !hasNoBodyWord(words)) return 'body';
  return undefined;
}

/** True for a place and a plural: “Boston Celtics”. */
function isTeam(words: readonly string[]): boolean {
  const place = words.slice(0, -1).join(' ');
  return (
    (words.at(-1) ?? '').endsWith('s') && (placeNamed(place) ?? placeOfDemonym(place)) !== undefined
  );
}

function hasNoBodyWord(words: readonly string[]): boolean {
  return words.length === 1 || !words.some((word) => isBodyHead(word) || /[\p{N}&]/u.test(word));
}

/** The kind of a name judged by the words next to its mentions. */
function kindByContext(
  words: readonly string[],
  mentions: readonly NameMention[],
  singleWords: ReadonlySet<string>,
): EntityKind {
  const people = mentions.filter(isUsedAsPerson).length;
  const places = mentions.filter(isUsedAsPlace).length;
  const bodies = mentions.filter(isUsedAsBody).length;
  if (words.length > 1 && people === 0 && mentions.some(isOfThing))
    return places > bodies ? 'place' : 'body';
  if (isGivenName(words[0] ?? '') && !mentions.some(hasArticle)) return 'person';
  if (people + places + bodies === 0 && mentions.some(isWhere)) return 'place';
  if (words.length === 2 && /^\p{Lu}\p{Ll}+[‐‑-]\p{Ll}+$/u.test(words[1] ?? '')) return 'person';
  if (places === 0 && words.slice(1, -1).some((word) => PERSONAL_PARTICLE.test(word)))
    return 'person';
  if (bodies * 2 > mentions.length) return 'body';
  if (people === 0 && bodies * 2 === mentions.length && mentions.some(hasArticle)) return 'body';
  if (people > Math.max(places, bodies) && canBePersonal(words)) return 'person';
  if (places > bodies && (words.length === 1 || places * 3 >= mentions.length)) return 'place';
  // A longer name is more often that of an institution with its town.
  const isShort = words.length > 1 && words.length < 5;
  return isShort && looksPersonal(words, singleWords) ? 'person' : 'body';
}

/** Particles of people's names that names of places do not have. */
const PERSONAL_PARTICLE = /^(?:van|von|bin|ibn|ten|ter|ap)$/u;

/** True if capitalised words are probably a person's name: not English, or ending in a known short name. */
function looksPersonal(words: readonly string[], singleWords: ReadonlySet<string>): boolean {
  const last = words.at(-1) ?? '';
  if (!canBePersonal(words) || words.every(isEnglishWord)) return false;
  // “Strathlorne Renewables”
  if (/[^s]s$/u.test(last) && !isEnglishWord(last) && isEnglishWordOrPlural(last)) return false;
  return singleWords.has(last) || !(isEnglishWord(words[0] ?? '') || isEnglishWord(last));
}

function canBePersonal(words: readonly string[]): boolean {
  if (words.length > 5 || words.some((word) => /^\p{Lu}{3,}$/u.test(word))) return false;
  return !words.some((word) => (placeNamed(word) ?? placeOfDemonym(word)) !== undefined);
}

function isTitled(mention: NameMention): boolean {
  return (
    mention.runKind === 'credited' ||
    mention.honorific ||
    mention.office !== undefined ||
    hasOffice(mention)
  );
}

/** True for somebody whose office is stated: “striker Didier Drogba”, “Ada Roe, the director”, but not “investor Marks”. */
function hasOffice(mention: NameMention): boolean {
  return officesOf(mention).some(({ title, affiliation = '' }) => {
    const nouns = title.split(' ').filter((word) => isRoleNoun(word) || /^member$/iu.test(word));
    const isOfBody = nouns.every(canDescribeBody);
    // “Norwegian leader Ada Roe”
    const isOfCountry = mention.first < mention.last && placeNamed(affiliation) !== undefined;
    return !isOfBody || (title === 'leader' && isOfCountry);
  });
}

/** The word before a mention, if separated only by a space. */
function wordBefore({ sentence, first }: NameMention): SourceWord | undefined {
  const word = sentence.words[first];
  return word !== undefined && isAdjacent(word) ? sentence.words[first - 1] : undefined;
}

/** The word after a mention, if separated only by a space. */
function wordAfter({ sentence, last }: NameMention): SourceWord | undefined {
  const next = sentence.words[last + 1];
  const end = sentence.words[last];
  if (next === undefined || !isAdjacent(next) || end?.possessive === true) return undefined;
  return next;
}

function isUsedAsPerson(mention: NameMention): boolean {
  const next = mention.sentence.words[mention.last + 1];
  if (next?.gap === ', ' && /^(?:\d{1,3}|who|whose)$/u.test(next.text)) return true;
  // “Ada Roe, from the Reef Council”
  if (mention.first < mention.last && officesOf(mention).some(({ title }) => title === ''))
    return true;
  // A single word that says something is usually a company.
  if (mention.first === mention.last) return false;
  const after = wordAfter(mention);
  if (after !== undefined && speechVerb(after.text)?.participle === false) return true;
  const before = wordBefore(mention);
  return before !== undefined && speechVerb(before.text)?.inverts === true;
}

/**
 * True if “which”, or an appositive such as “a cable company”, shows that a name is no person's.
 */
function isOfThing({ sentence: { words }, first, last }: NameMention): boolean {
  const next = words[last + 1];
  // “They chose Ada Roe, which surprised the town” is about the choice.
  const isSubject = !words.slice(0, first).some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return (
    (isSubject && next?.gap === ', ' && next.text === 'which') ||
    hasInstitutionAppositive(words, last)
  );
}

/** True after a preposition of place, or after an office of one: “at Hamnavoe”, “the bishop of Carrow”, “from Rookhope”. */
function isWhere(mention: NameMention): boolean {
  const { words } = mention.sentence;
  const before = wordBefore(mention);
  const holder = words[mention.first - 2];
  if (before === undefined || startsWithCapital(words[mention.last + 1])) return false;
  if (/^(?:of|for)$/u.test(before.text))
    return OF_PLACES.test(`${holder?.text ?? ''} ${before.text}`);
  // Letters come from people, who have several names more often than places have.
  const isOfPlace =
    mention.first === mention.last ? /^(?:at|from|above|below)$/u : /^(?:at|above|below)$/u;
  if (!isOfPlace.test(before.text)) return false;
  // “An engineer at Norsea”, “works at Norsea”
  const isAtWork =
    before.text === 'at' &&
    (isPersonNoun(holder?.text ?? '') || /^(?:work|stud|teach|taught)/u.test(holder?.text ?? ''));
  return !isAtWork;
}

/** Offices that are held of a place. */
const OF_PLACES =
  /^(?:(?:mayor|bishop|archbishop|sheriff|vicar) of|(?:member|mps?|msp|candidate) for)$/iu;

const WHERE = /^(?:in|near|off|outside|around|across|throughout)$/iu;
const PLACE_NOUN =
  /^(?:province|city|county|state|district|region|town|village|prefecture|island|islands|river|valley|street|neighbou?rhood|suburb|area|peninsula|airport|border|capital|substation|depot|junction|harbour|harbor|reservoir|quarry|bypass|roundabout|moor|estate)$/u;

function isUsedAsPlace(mention: NameMention): boolean {
  const { words } = mention.sentence;
  if (/^(?:based|born|bred|area|wide)$/u.test(words[mention.last]?.compoundRest ?? '')) return true;
  const before = wordBefore(mention);
  if (before !== undefined && (WHERE.test(before.text) || PLACE_NOUN.test(before.text)))
    return true;
  // “In Ballyshane and Tromsø”
  const other = before?.text === 'and' ? mention.sentence.runTo.get(mention.first - 2) : undefined;
  if (other !== undefined && WHERE.test(words[other.first - 1]?.text ?? '')) return true;
  // “14 Mill Row”
  if (mention.first === 1 && mention.last > 1 && /^\d{1,4}\p{L}?$/u.test(before?.text ?? ''))
    return true;
  // “14 Mill Row, Dalebeck”
  const street = mention.sentence.runTo.get(mention.first - 1);
  if (
    street !== undefined &&
    words[mention.first]?.gap === ', ' &&
    /^\d{1,4}\p{L}?$/u.test(words[street.first - 1]?.text ?? '')
  )
    return true;
  // “Ada Roe, 54, of Marlow”
  const of = words[mention.first - 1];
  const age = words[mention.first - 2]?.text ?? '';
  if (of?.text === 'of' && of.gap === ', ' && /^\d{1,3}$/u.test(age)) return true;
  if (before?.text === 'of' && PLACE_NOUN.test(words[mention.first - 2]?.text ?? '')) return true;
  if (PLACE_NOUN.test(wordAfter(mention)?.text ?? '')) return true;
  // “Bethesda, Maryland”.
  const next = mention.sentence.runFrom.get(mention.last + 1);
  return (
    next !== undefined && words[next.first]?.gap === ', ' && placeNamed(next.text) !== undefined
  );
}

/** True after “the”, and between an article with an adjective and a noun: “the older Beinn Dearg turbines”. */
function hasArticle(mention: NameMention): boolean {
  const before = wordBefore(mention);
  if (before?.text.toLowerCase() === 'the') return true;
  const article = mention.sentence.words[mention.first - 2];
  const isDescribed = before?.tag === 'ADJ' && isAdjacent(before) && isArticle(article);
  return isDescribed && wordAfter(mention)?.tag === 'NOUN';
}

const BODY_NOUN =
  /^(?:company|firm|group|start-?up|newspaper|magazine|website|airline|carmaker|automaker|manufacturer|retailer|bank|club|team|party|band|charity|union|agency|network|broadcaster|brand|maker|giant|spokesman|spokeswoman|spokesperson|ceo|chief|executives?|officials?|shares|stock|shareholders|employees|lawmakers|fans|supporters|players)$/iu;

function isUsedAsBody(mention: NameMention): boolean {
  const before = wordBefore(mention);
  const after = wordAfter(mention);
  // The article of “the Dalebeck substation” belongs to the substation.
  if (hasArticle(mention) && !PLACE_NOUN.test(after?.text ?? '')) return true;
  if (after !== undefined && !startsWithCapital(after) && BODY_NOUN.test(after.text)) return true;
  return before !== undefined && !isRoleNoun(before.text) && BODY_NOUN.test(before.text);
}
