import { speechVerb } from '../../prose/speechVerbs.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import type { NameMention } from './mentions.js';
import { isBodyHead, isEventHead, isPlaceHead, isPlaceStart } from './nameWords.js';
import { isRoleNoun } from './roleWords.js';
import { isAdjacent, isCapital } from './words.js';

/** What a name is, by its own words and by those around its mentions. Cannot throw. */
export function kindOf(name: string, mentions: readonly NameMention[]): EntityKind {
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? '';
  const single = words.length === 1;
  if (mentions.some(isTitled)) return 'person';
  if (placeNamed(name) !== undefined) return 'place';
  if (mentions.some(({ joined }) => joined)) return joinedKind(words);
  if (single && /^\p{Lu}[\p{Lu}&.]+$/u.test(name)) return 'body';
  if (!single) {
    if (isBodyHead(last)) return 'body';
    if (isEventHead(last)) return 'event';
    if (isPlaceHead(last) || isPlaceStart(words[0] ?? '')) return 'place';
    if (isTeam(words)) return 'body';
  }
  const people = mentions.filter(isSpokenOfAsPerson).length;
  const places = mentions.filter(isWhere).length;
  const articles = mentions.filter(hasArticle).length;
  if (articles * 2 > mentions.length) return 'body';
  if (people > places) return 'person';
  if (places > 0 && (single || places * 2 > mentions.length)) return 'place';
  return !single && looksPersonal(words) ? 'person' : 'body';
}

/** “Ministry of Health” is a body, “Battle of Hastings” an event, “Gulf of Guinea” a place. */
function joinedKind(words: readonly string[]): EntityKind {
  const link = words.findIndex((word) => /^(?:of|for|on)$/u.test(word));
  const head = words[link < 0 ? words.length - 1 : link - 1] ?? '';
  if (isBodyHead(head)) return 'body';
  if (isEventHead(head)) return 'event';
  return isPlaceStart(head) ? 'place' : 'body';
}

/** “Boston Celtics”, “Sydney Swans”: a place and a plural. */
function isTeam(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const place = words.slice(0, -1).join(' ');
  return /s$/u.test(last) && (placeNamed(place) ?? placeOfDemonym(place)) !== undefined;
}

/** True for what two to five words in capitals most often are. */
function looksPersonal(words: readonly string[]): boolean {
  return (
    words.length <= 5 &&
    words.every((word) => !/\p{N}|^\p{Lu}{2,}$|&/u.test(word)) &&
    placeOfDemonym(words[0] ?? '') === undefined
  );
}

function isTitled(mention: NameMention): boolean {
  return mention.honorific || mention.office !== undefined || hasLowerOffice(mention);
}

/** “striker Didier Drogba”, “his aide Amina Diallo”. */
function hasLowerOffice({ sentence, first }: NameMention): boolean {
  const before = sentence.words[first - 1];
  const word = sentence.words[first];
  if (before === undefined || word === undefined || !isAdjacent(word) || isCapital(before)) {
    return false;
  }
  return !before.possessive && isRoleNoun(before.text);
}

function isSpokenOfAsPerson({ sentence, first, last }: NameMention): boolean {
  const { words } = sentence;
  const word = words[first];
  const end = words[last];
  const after = words[last + 1];
  const before = words[first - 1];
  if (end?.possessive === false && after !== undefined) {
    if (isAdjacent(after) && speechVerb(after.text)?.participle === false) return true;
    if (/^, $/u.test(after.gap) && /^(?:\d{1,3}|who|whose)$/u.test(after.text)) return true;
  }
  return (
    before !== undefined &&
    word !== undefined &&
    isAdjacent(word) &&
    speechVerb(before.text)?.inverts === true
  );
}

const WHERE = /^(?:in|near|outside|around|across|throughout)$/iu;

function isWhere({ sentence, first, last }: NameMention): boolean {
  const { words } = sentence;
  if (/^(?:based|born|bred|area|wide)$/u.test(words[last]?.compound ?? '')) return true;
  const before = words[first - 1];
  const word = words[first];
  return before !== undefined && word !== undefined && isAdjacent(word) && WHERE.test(before.text);
}

function hasArticle({ sentence, first }: NameMention): boolean {
  const before = sentence.words[first - 1];
  const word = sentence.words[first];
  return word !== undefined && isAdjacent(word) && before?.text.toLowerCase() === 'the';
}
