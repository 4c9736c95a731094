import { isEnglishWord } from '../../prose/dictionary.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isIntroduced } from './introduction.js';
import type { NameMention } from './mentions.js';
import { isBodyHead, isEventHead, isPlaceHead, isPlaceStart } from '../../lexicon/nameWords.js';
import { isAlsoOfBodies, isRoleNoun } from '../../lexicon/roleWords.js';
import { type SourceWord, isAdjacent, isCapital } from './words.js';

/**
 * What a name is, by its own words and by those around its mentions. `alone` holds the single words
 * that stand as names in the same source, `titled` those of them that stand behind “Mr.” or the like.
 */
export function kindOf(
  name: string,
  mentions: readonly NameMention[],
  alone: ReadonlySet<string>,
  titled: ReadonlySet<string>,
): EntityKind {
  const words = name.split(/\s+/u);
  const acronym = words.length === 1 && /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(name);
  if (mentions.some(isTitled) && !acronym && isBareOfBodies(words)) return 'person';
  if (isPlaceName(words) || mentions.some(({ nature }) => nature === 'dateline')) return 'place';
  if (mentions.some(({ nature }) => nature === 'joined')) return joinedKind(words);
  if (acronym || /\p{N}/u.test(name)) return 'body';
  if (words.length === 2 && isGivenName(words[0] ?? '') && alone.has(words[1] ?? ''))
    return 'person';
  if (isFullNameOf(words, titled)) return 'person';
  return (words.length > 1 ? kindOfWords(words) : undefined) ?? kindBySight(words, mentions, alone);
}

/** True for two or three words of which the first or last is someone's short name, and the rest no plain English. */
function isFullNameOf(words: readonly string[], titled: ReadonlySet<string>): boolean {
  if (words.length < 2 || words.length > 3 || !isBareOfBodies(words)) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const rest = titled.has(first) ? words.slice(1) : titled.has(last) ? words.slice(0, -1) : [];
  return rest.length > 0 && !rest.some(isEnglishWord);
}

/** A place that every desk knows, or a part of one: “West London”. */
function isPlaceName(words: readonly string[]): boolean {
  if (placeNamed(words.join(' ')) !== undefined) return true;
  return (
    /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Inner|Outer|Downtown|Old|New)$/u.test(
      words[0] ?? '',
    ) && placeNamed(words.slice(1).join(' ')) !== undefined
  );
}

/** “Ministry of Health” is a body, “Battle of Hastings” an event, “Gulf of Guinea” a place. */
function joinedKind(words: readonly string[]): EntityKind {
  const link = words.findIndex((word) => /^(?:of|for|on)$/u.test(word));
  const head = words[link < 0 ? words.length - 1 : link - 1] ?? '';
  if (isBodyHead(head)) return 'body';
  if (isEventHead(head)) return 'event';
  return isPlaceStart(head) ? 'place' : 'body';
}

/** What a name of several words is by these words alone, where they tell. */
function kindOfWords(words: readonly string[]): EntityKind | undefined {
  const last = words.at(-1) ?? '';
  if (isBodyHead(last)) return 'body';
  if (isEventHead(last)) return 'event';
  if (isPlaceHead(last) || isPlaceStart(words[0] ?? '')) return 'place';
  if (isTeam(words) || !isBareOfBodies(words)) return 'body';
  return undefined;
}

/** “Boston Celtics”, “Sydney Swans”: a place and a plural. */
function isTeam(words: readonly string[]): boolean {
  const place = words.slice(0, -1).join(' ');
  return (
    (words.at(-1) ?? '').endsWith('s') && (placeNamed(place) ?? placeOfDemonym(place)) !== undefined
  );
}

function isBareOfBodies(words: readonly string[]): boolean {
  return words.length === 1 || !words.some((word) => isBodyHead(word) || /[\p{N}&]/u.test(word));
}

/** What a name is by what its mentions stand beside. */
function kindBySight(
  words: readonly string[],
  mentions: readonly NameMention[],
  alone: ReadonlySet<string>,
): EntityKind {
  const people = mentions.filter(isSpokenOfAsPerson).length;
  const places = mentions.filter(isWhere).length;
  const bodies = mentions.filter(isSpokenOfAsBody).length;
  if (isGivenName(words[0] ?? '') && !mentions.some(hasArticle)) return 'person';
  if (words.length === 2 && /^\p{Lu}\p{Ll}+[‐‑-]\p{Ll}+$/u.test(words[1] ?? '')) return 'person';
  if (bodies * 2 > mentions.length) return 'body';
  if (people > Math.max(places, bodies) && canBePersonal(words)) return 'person';
  if (places > bodies && (words.length === 1 || places * 2 > mentions.length)) return 'place';
  return words.length > 1 && looksPersonal(words, alone) ? 'person' : 'body';
}

/** True for what two to five words in capitals most often are, unless they are plain English. */
function looksPersonal(words: readonly string[], alone: ReadonlySet<string>): boolean {
  const last = words.at(-1) ?? '';
  if (!canBePersonal(words) || words.every(isEnglishWord)) return false;
  return alone.has(last) || !(isEnglishWord(words[0] ?? '') || isEnglishWord(last));
}

function canBePersonal(words: readonly string[]): boolean {
  if (words.length > 5 || words.some((word) => /^\p{Lu}{3,}$/u.test(word))) return false;
  return !words.some((word) => (placeNamed(word) ?? placeOfDemonym(word)) !== undefined);
}

function isTitled(mention: NameMention): boolean {
  return (
    mention.nature === 'credited' ||
    mention.honorific ||
    mention.office !== undefined ||
    hasLowerOffice(mention) ||
    isIntroduced(mention.sentence.words, mention.last)
  );
}

/** “striker Didier Drogba”, “his aide Amina Diallo”, “Norwegian leader Ada Roe”. */
function hasLowerOffice(mention: NameMention): boolean {
  const before = wordBefore(mention);
  if (before === undefined || isCapital(before) || before.possessive || !isRoleNoun(before.text))
    return false;
  return !isAlsoOfBodies(before.text) || (before.text === 'leader' && isOfCountry(mention));
}

/** True where a country owns the word before a name of several words. */
function isOfCountry({ sentence, first, last }: NameMention): boolean {
  const owner = sentence.runTo.get(first - 2);
  const noun = sentence.words[first - 1];
  if (owner === undefined || noun === undefined || !isAdjacent(noun) || first === last)
    return false;
  return (placeOfDemonym(owner.text) ?? placeNamed(owner.text)) !== undefined;
}

/** The word before a mention, where only a space is between. */
function wordBefore({ sentence, first }: NameMention): SourceWord | undefined {
  const word = sentence.words[first];
  return word !== undefined && isAdjacent(word) ? sentence.words[first - 1] : undefined;
}

/** The word after a mention, where only a space is between. */
function wordAfter({ sentence, last }: NameMention): SourceWord | undefined {
  const next = sentence.words[last + 1];
  const end = sentence.words[last];
  if (next === undefined || !isAdjacent(next) || end?.possessive === true) return undefined;
  return next;
}

function isSpokenOfAsPerson(mention: NameMention): boolean {
  const next = mention.sentence.words[mention.last + 1];
  if (next?.gap === ', ' && /^(?:\d{1,3}|who|whose)$/u.test(next.text)) return true;
  // Of single words, it is mostly companies that say something.
  if (mention.first === mention.last) return false;
  const after = wordAfter(mention);
  if (after !== undefined && speechVerb(after.text)?.participle === false) return true;
  const before = wordBefore(mention);
  return before !== undefined && speechVerb(before.text)?.inverts === true;
}

const WHERE = /^(?:in|near|outside|around|across|throughout)$/iu;
const PLACE_NOUN =
  /^(?:province|city|county|state|district|region|town|village|prefecture|island|islands|river|valley|street|neighbou?rhood|suburb|area|peninsula|airport|border|capital)$/u;

function isWhere(mention: NameMention): boolean {
  const { words } = mention.sentence;
  if (/^(?:based|born|bred|area|wide)$/u.test(words[mention.last]?.compound ?? '')) return true;
  const before = wordBefore(mention);
  if (before !== undefined && (WHERE.test(before.text) || PLACE_NOUN.test(before.text)))
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

function hasArticle(mention: NameMention): boolean {
  return wordBefore(mention)?.text.toLowerCase() === 'the';
}

const BODY_NOUN =
  /^(?:company|firm|group|start-?up|newspaper|magazine|website|airline|carmaker|automaker|manufacturer|retailer|bank|club|team|party|band|charity|union|agency|network|broadcaster|brand|maker|giant|spokesman|spokeswoman|spokesperson|ceo|chief|executives?|officials?|shares|stock|shareholders|employees|lawmakers|fans|supporters|players)$/iu;

function isSpokenOfAsBody(mention: NameMention): boolean {
  if (hasArticle(mention)) return true;
  const before = wordBefore(mention);
  const after = wordAfter(mention);
  if (after !== undefined && !isCapital(after) && BODY_NOUN.test(after.text)) return true;
  return before !== undefined && !isRoleNoun(before.text) && BODY_NOUN.test(before.text);
}
