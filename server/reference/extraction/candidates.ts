import { isEnglishWord, isPersonNoun } from '../../prose/dictionary.js';
import { hasWordInCapitals, personWithoutCapitals, withoutCapitals } from './capitals.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { initialsOfPerson } from './initials.js';
import { companiesAmong } from './companies.js';
import { entityKindOf } from './entityKinds.js';
import { type NameMention, mentionIn } from './mentions.js';
import type { NamedSentence } from './nameRun.js';
import {
  isBodyHead,
  isEventHead,
  isFaithOrPeople,
  isPlaceHead,
  isSaint,
} from '../../lexicon/nameWords.js';
import { isPersonTitle, isRoleQualifier } from '../../lexicon/roleWords.js';
import { isAdjacent } from './words.js';
import { isPostNominal } from '../../lexicon/honorifics.js';

/** A name exactly as written in a source, with all its mentions in order. */
export interface Candidate {
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentions: readonly NameMention[];
}

/** The names of a source with their kinds. */
export function candidatesIn(sentences: readonly NamedSentence[]): readonly Candidate[] {
  const byName = new Map<string, NameMention[]>();
  for (const sentence of sentences) {
    for (const run of sentence.runs) {
      const mention = mentionIn(sentence, run);
      if (mention === undefined || isNotEntity(mention.name)) continue;
      const known = byName.get(mention.name);
      if (known === undefined) byName.set(mention.name, [mention]);
      else known.push(mention);
    }
  }
  mergeLongRuns(byName);
  splitTowns(byName);
  completeSaints(byName);
  mergeCapitals(byName);
  const alone = new Set([...byName.keys()].filter((name) => !name.includes(' ')));
  const titled = new Set(
    [...alone].filter((name) => byName.get(name)?.some(({ honorific }) => honorific)),
  );
  const companies = companiesAmong([...byName.keys()]);
  const found = [...byName]
    .filter(([name, mentions]) => isLikely(name, mentions) && !isLabel(name, mentions))
    .map(([name, mentions]) => {
      const isCompany = companies.has(name) && !mentions.some(hasTitle);
      const kind = isCompany ? 'body' : entityKindOf(name, mentions, alone, titled);
      return { name: kind === 'person' ? personWithoutCapitals(name) : name, kind, mentions };
    });
  const initials = new Set(
    found.filter(({ kind }) => kind === 'person').map(({ name }) => initialsOfPerson(name)),
  );
  // “Action: MK” in minutes that name Moira Kestrel.
  return found.filter(
    ({ name, mentions }) =>
      !(/^\p{Lu}{2,3}$/u.test(name) && initials.has(name)) || mentions.some(hasDeterminer),
  );
}

/** True for somebody with a title, such as the founder after whom a company is named. */
function hasTitle({ honorific, office }: NameMention): boolean {
  return honorific || office !== undefined;
}

/** True for a word or letters in capitals that only label or stress: “CARRIED”, “VERY HIGH”, “Band D”. */
function isLabel(name: string, mentions: readonly NameMention[]): boolean {
  const words = name.split(' ');
  const [first = ''] = words;
  if (words.length === 2 && /^(?:\p{Lu}|[IVX]{2,4})$/u.test(words[1] ?? '')) {
    return isEnglishWord(first) && !isGivenName(first);
  }
  const last = words.at(-1) ?? '';
  if (isBodyHead(last)) return false;
  if (isShouted(words) && !mentions.some(isNamed)) return true;
  const isHead = isPlaceHead(last) || isEventHead(last) || words.some(isGivenName);
  if (words.length > 1 && !isHead && words.every(isEnglishWord) && mentions.every(isHeading))
    return true;
  const isStressed = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word) && isEnglishWord(word);
  if (!words.slice(0, 2).every(isStressed)) return false;
  if (words.length > 1) return true;
  // Shorter words are more often acronyms (“WHO”), unless they are alone in the cell of a table.
  if (first.length < 4) return mentions.every(({ sentence: { block } }) => block.text === name);
  return !mentions.some(isInSentence);
}

/** True for two words in capitals if one of them is no acronym: “SALIDA CERRADA”. */
function isShouted(words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}{2,}$/u.test(word)) &&
    words.some((word) => word.length > LONGEST_ACRONYM)
  );
}

/** The maximum number of letters that an acronym usually has. */
const LONGEST_ACRONYM = 5;

/** True if an article, a title, a credit or an apposition shows that a mention names somebody or something. */
function isNamed(mention: NameMention): boolean {
  const { sentence, last, honorific, office, runKind } = mention;
  if (/^(?:, | \()$/u.test(sentence.words[last + 1]?.gap ?? '')) return true;
  return honorific || office !== undefined || runKind !== 'plain' || hasDeterminer(mention);
}

/** True for a name that is a whole line of text, or that a colon follows as a label. */
function isHeading({ sentence: { block, words }, last, name }: NameMention): boolean {
  if (block.kind === 'tableCell') return false;
  return block.text.trim() === name || block.text.charAt(words[last]?.end ?? 0) === ':';
}

/** True if an article or a preposition before a name, or brackets around it, show that it is one. */
function isInSentence(mention: NameMention): boolean {
  const { sentence, first } = mention;
  if (sentence.words[first]?.gap === ' (' || hasDeterminer(mention)) return true;
  return /^(?:by|of|from|with|to|at|for|and)$/u.test(wordBefore(mention));
}

function hasDeterminer(mention: NameMention): boolean {
  return /^(?:the|an?)$/iu.test(wordBefore(mention));
}

/** The word before a mention, if only a space separates it; otherwise nothing. */
function wordBefore({ sentence: { words }, first }: NameMention): string {
  const word = words[first];
  return word !== undefined && isAdjacent(word) ? (words[first - 1]?.text ?? '') : '';
}

/** True for a single letter, a repeated word, or a demonym, religion, role or similar noun: none of these is an entity. */
function isNotEntity(name: string): boolean {
  return (
    /^\p{L}\.?$/u.test(name) ||
    /(?:^|\s)(\S+)\s\1(?:\s|$)/u.test(name) ||
    placeOfDemonym(name) !== undefined ||
    isFaithOrPeople(name) ||
    isBodyHead(name) ||
    isAloneTitle(name) ||
    isPostNominal(name) ||
    // “Cabinet Member”, “Board Members”
    /(?:^|\s)Members?$/u.test(name)
  );
}

/** True for a title without a name, but not for “DC”. */
function isAloneTitle(name: string): boolean {
  const words = name.split(' ');
  const isDescribed = words.slice(0, -1).every(isRoleQualifier);
  const last = words.at(-1) ?? '';
  const isTitle = words.length > 1 && isDescribed && isPersonNoun(last) && !isBodyHead(last);
  return (isTitle || isPersonTitle(name)) && placeNamed(name) === undefined;
}

/** Merges “Unpopular Ada Roe” into “Ada Roe” if the source also has that name. */
function mergeLongRuns(byName: Map<string, NameMention[]>): void {
  for (const [name, mentions] of byName) {
    const words = name.split(' ');
    for (let from = 1; from < words.length - 1; from++) {
      const rest = words.slice(from).join(' ');
      const known = isGivenName(words[from] ?? '') ? byName.get(rest) : undefined;
      if (known === undefined) continue;
      const cut = (mention: NameMention): NameMention => ({
        ...mention,
        first: mention.first + from,
        name: rest,
      });
      known.push(...mentions.map(cut));
      byName.delete(name);
      break;
    }
  }
}

/**
 * Ends a name before that of a place or paper that a source also names alone: “Museu Teixeira Foz da Lontra” is the museum
 * in Foz da Lontra.
 */
function splitTowns(byName: Map<string, NameMention[]>): void {
  for (const [name, mentions] of [...byName]) {
    const words = name.split(' ');
    for (let length = words.length - 2; length > 1; length--) {
      const known = byName.get(words.slice(0, length).join(' '));
      if (known === undefined || !byName.has(words.slice(length).join(' '))) continue;
      known.push(
        ...mentions.map((mention) => ({
          ...mention,
          last: mention.first + length - 1,
          name: words.slice(0, length).join(' '),
        })),
      );
      byName.delete(name);
      break;
    }
  }
}

/** Merges “KWON Mi-ran” into “Kwon Mi-ran”. */
function mergeCapitals(byName: Map<string, NameMention[]>): void {
  const alike = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const key = name.toLowerCase();
    alike.set(key, [...(alike.get(key) ?? []), name]);
  }
  for (const [name, mentions] of [...byName]) {
    const others = alike.get(name.toLowerCase()) ?? [];
    // A longer word in capitals is no acronym: “BALLYSHANE” above a text about Ballyshane.
    const isShouted = name.length > LONGEST_ACRONYM && others.length > 1;
    if (!hasWordInCapitals(name) && !isShouted) continue;
    const right = withoutCapitals(name, others);
    if (right === name) continue;
    const renamed = mentions.map((mention) => ({ ...mention, name: right }));
    byName.delete(name);
    byName.set(right, [...(byName.get(right) ?? []), ...renamed]);
  }
}

/**
 * Gives churches and schools named after a saint the ending that their name always has: “St
 * Wenna's”.
 */
function completeSaints(byName: Map<string, NameMention[]>): void {
  for (const [name, mentions] of [...byName]) {
    const [saint = '', patron] = name.split(' ');
    if (patron === undefined || !isSaint(saint)) continue;
    const endings = new Set(mentions.map(possessiveEnding));
    const [ending = ''] = endings;
    if (endings.size > 1 || ending === '') continue;
    byName.delete(name);
    byName.set(
      `${name}${ending}`,
      mentions.map((mention) => ({ ...mention, name: `${name}${ending}` })),
    );
  }
}

function possessiveEnding({ sentence: { block, words }, last }: NameMention): string {
  const end = words[last]?.end ?? 0;
  return /^['’]s(?!\p{L})/u.exec(block.text.slice(end, end + 3))?.[0] ?? '';
}

/** False for an English word that has a capital only once, probably because the full stop before it is missing. */
function isLikely(name: string, mentions: readonly NameMention[]): boolean {
  if (mentions.length > 1 || name.includes(' ') || !isEnglishWord(name)) return true;
  return (
    isGivenName(name) ||
    placeNamed(name) !== undefined ||
    /^\p{Lu}{2}/u.test(name) ||
    mentions.some(
      ({ honorific, office, runKind }) =>
        honorific || office !== undefined || /^(?:credited|joined)$/u.test(runKind),
    )
  );
}
