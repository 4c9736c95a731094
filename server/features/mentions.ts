import { isEnglishWord } from '../prose/dictionary.js';
import { once } from '../prose/once.js';
import { type Block, type Prose, placeOf, sentencesOf } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import type { Span } from '../prose/span.js';
import type { Token } from '../prose/tokens.js';
import { isGivenName } from '../reference/learn/givenNames.js';
import type { Entity } from '../reference/model.js';
import type { Mention, NameIndex } from '../reference/nameIndex.js';
import { keyOf } from '../reference/names/spelling.js';
import { Surroundings } from '../reference/names/surroundings.js';
import { type NameWord, nameWords } from '../reference/names/words.js';
import type { Draft } from './draft.js';

/** A known name where it stands in a text. */
export interface PlacedMention {
  /** With the one first, of several of that name, whom the rest of the text speaks for. */
  readonly mention: Mention;
  readonly block: Block;
  /** UTF-16 offsets into the text; honorific and possessive ending left out. */
  readonly span: Span;
}

/**
 * The known names of a text in order, each with whom it means. A surname that someone unknown was
 * last named in full with is nobody's, and left out. Cannot throw.
 */
export function mentionsIn(prose: Prose, names: NameIndex): readonly PlacedMention[] {
  const placed: PlacedMention[] = [];
  const namings: Naming[] = [];
  for (const { block, sentence } of sentencesOf(prose)) {
    const mentions = names.mentionsIn(sentence.tokens);
    for (const mention of mentions) placed.push({ mention, block, span: placeOf(block, mention) });
    for (const { who, span } of namingsIn(sentence, mentions)) {
      namings.push({ who, at: placeOf(block, span).start });
    }
  }
  return placed.flatMap((one) => {
    const entity = meantBy(one, namings);
    if (entity === undefined) return [];
    const { mention } = one;
    const others = [mention.entity, ...mention.others].filter((other) => other !== entity);
    return [{ ...one, mention: { ...mention, entity, others } }];
  });
}

/** The known names of a draft, found once for each version of it. Cannot throw. */
export const mentionsOf = once(({ prose, reference }: Draft) => mentionsIn(prose, reference.names));

/** The known name at a UTF-16 offset of the draft, its right edge included. Cannot throw. */
export function mentionAt(draft: Draft, offset: number): PlacedMention | undefined {
  return mentionsOf(draft).find(({ span }) => span.start <= offset && offset <= span.end);
}

/**
 * All mentions, in any form, of the one whom the name at an offset of the draft means; of a place
 * either its names or its adjectives. Empty where no known name stands there. Cannot throw.
 */
export function mentionsLike(draft: Draft, offset: number): readonly PlacedMention[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { entity, demonym } = found.mention;
  return mentionsOf(draft).filter(
    ({ mention }) => mention.entity === entity && mention.demonym === demonym,
  );
}

/** Where somebody is named in a way that none of the same surname is. */
interface Naming {
  /** A known one; of someone unknown the key of the surname. */
  readonly who: Entity | string;
  /** UTF-16 offset into the text. */
  readonly at: number;
}

function namingsIn(
  { tokens }: Sentence,
  mentions: readonly Mention[],
): readonly { readonly who: Entity | string; readonly span: Span }[] {
  const full = mentions
    .filter(({ others }) => others.length === 0)
    .filter(({ first, last, entity }) => entity.kind !== 'person' || first < last)
    .map((mention) => ({ who: mention.entity, span: mention }));
  const isTaken = (token: number): boolean =>
    mentions.some(({ first, last }) => first <= token && token <= last);
  const strangers = namedInFull(tokens)
    .filter(({ given, surname }) => !isTaken(given.first) && !isTaken(surname.first))
    .map(({ surname }) => ({ who: surname.key, span: surname }));
  return [...full, ...strangers].sort((a, b) => a.span.start - b.span.start);
}

interface FullName {
  readonly given: NameWord;
  readonly surname: NameWord;
}

/** Words with a given name before them, whosoever; found once for the tokens of a sentence. */
const namedInFull = once((tokens: readonly Token[]): readonly FullName[] => {
  const words = nameWords(tokens);
  const around = new Surroundings(words);
  return words.flatMap((surname, at) => {
    const given = around.givenNameBefore(at);
    if (given === undefined || (isEnglishWord(given.text) && !isGivenName(given.text))) return [];
    return [{ given, surname }];
  });
});

/**
 * Who is meant by a name that several share: whoever was last named in full before it or, as in a
 * headline, first after it; the first of them where nobody is, and nobody where that is a stranger.
 */
function meantBy({ mention, span }: PlacedMention, namings: readonly Naming[]): Entity | undefined {
  const { entity, others } = mention;
  if (others.length === 0 && (entity.kind !== 'person' || mention.first < mention.last)) {
    return entity;
  }
  const candidates = new Set<Entity | string>([entity, ...others, keyOf(mention.form)]);
  let meant: Entity | string | undefined;
  for (const { who, at } of namings) {
    if (at > span.start && meant !== undefined) break;
    if (candidates.has(who)) meant = who;
  }
  return typeof meant === 'string' ? undefined : (meant ?? entity);
}
