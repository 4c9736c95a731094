import { isEnglishWord } from '../../prose/dictionary.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type Prose, placeOf, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Draft } from '../../checks/draft.js';

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
 * last named in full with is nobody's, and left out.
 */
export function mentionsIn(prose: Prose, names: NameIndex): readonly PlacedMention[] {
  const placed: (PlacedMention & { readonly order: number })[] = [];
  const namings = new Namings();
  let order = 0;
  for (const { block, sentence } of sentencesOf(prose)) {
    const mentions = names.mentionsIn(sentence.tokens);
    const orderOf = ({ start }: Span): number => order + start - sentence.start;
    for (const mention of mentions) {
      placed.push({ mention, block, span: placeOf(block, mention), order: orderOf(mention) });
    }
    for (const { who, span } of namingsIn(sentence, mentions)) namings.add(who, orderOf(span));
    order += sentence.end - sentence.start;
  }
  return placed.flatMap(({ mention, block, span, order: at }) => {
    const entity = meantBy(mention, namings, at);
    if (entity === undefined) return [];
    const others = [mention.entity, ...mention.others].filter((other) => other !== entity);
    return [{ mention: { ...mention, entity, others }, block, span }];
  });
}

/** The known names of a draft, found once for each version of it. */
export const mentionsOf = memoize(({ prose, reference }: Draft) =>
  mentionsIn(prose, reference.names),
);

/** The known name at a UTF-16 offset of the draft, its right edge included. */
export function mentionAt(draft: Draft, offset: number): PlacedMention | undefined {
  // To find out whom names mean takes the whole draft, and at most places there is none.
  if (!isNamed(draft, offset)) return undefined;
  return mentionsOf(draft).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** True where a known name stands at an offset, whomever it means. */
function isNamed({ prose, reference: { names } }: Draft, offset: number): boolean {
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  return prose.blocks.some(
    (block) =>
      isAt(block.map.whole) &&
      block.sentences.some(({ tokens }) =>
        names.mentionsIn(tokens).some((mention) => isAt(placeOf(block, mention))),
      ),
  );
}

/**
 * All mentions, in any form, of the one whom the name at an offset of the draft means; of a place
 * either its names or its adjectives. Empty where no known name stands there.
 */
export function mentionsLike(draft: Draft, offset: number): readonly PlacedMention[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { entity, demonym } = found.mention;
  return mentionsOf(draft).filter(
    ({ mention }) => mention.entity === entity && mention.demonym === demonym,
  );
}

/**
 * Where those are named in a way that nobody else of their surname is: known ones, and of the unknown the key of
 * the surname.
 */
class Namings {
  /** By how much of the text's prose goes before, in UTF-16 units: a caption's before the paragraph's that it is in. */
  readonly #places = new Map<Entity | string, number[]>();

  /** To be called in that order. */
  add(who: Entity | string, at: number): void {
    const places = this.#places.get(who);
    if (places === undefined) this.#places.set(who, [at]);
    else places.push(at);
  }

  /** Who of some was last named before a place or at it; where none was, who is first named after it. */
  nearest(some: readonly (Entity | string)[], place: number): Entity | string | undefined {
    let before = { who: undefined as Entity | string | undefined, at: -1 };
    let after = { ...before, at: Infinity };
    for (const who of some) {
      const places = this.#places.get(who) ?? [];
      const next = firstAfter(places, place);
      const [last = -1, first = Infinity] = [places[next - 1], places[next]];
      if (last > before.at) before = { who, at: last };
      if (first < after.at) after = { who, at: first };
    }
    return before.who ?? after.who;
  }
}

/** The index of the first of some numbers, in ascending order, that is greater than another. */
function firstAfter(numbers: readonly number[], other: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= other) low = middle + 1;
    else high = middle;
  }
  return low;
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
const namedInFull = memoize((tokens: readonly Token[]): readonly FullName[] => {
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
function meantBy(mention: Mention, namings: Namings, place: number): Entity | undefined {
  const { entity, others } = mention;
  if (others.length === 0 && (entity.kind !== 'person' || mention.first < mention.last)) {
    return entity;
  }
  const meant = namings.nearest([entity, ...others, spellingKeyOf(mention.form)], place);
  return typeof meant === 'string' ? undefined : (meant ?? entity);
}
