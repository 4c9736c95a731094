import { isEnglishWord } from '../../prose/dictionary.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type Prose, draftSpanOf, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import { NameContext } from '../../reference/names/nameContext.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Draft } from '../../checks/draft.js';

/** A known name at its place in a text. */
export interface PlacedMention {
  /** If several entities share the name, `entity` is the one that the rest of the text points to. */
  readonly mention: Mention;
  readonly block: Block;
  /** UTF-16 offsets into the text, without honorific and possessive ending. */
  readonly span: Span;
}

/**
 * The known names of a text, in order, each resolved to an entity. A surname is left out if the last
 * full name with it belongs to somebody unknown.
 */
export function mentionsIn(prose: Prose, names: NameIndex): readonly PlacedMention[] {
  const placed: (PlacedMention & { readonly order: number })[] = [];
  const fullNames = new FullNamePositions();
  let order = 0;
  for (const { block, sentence } of sentencesOf(prose)) {
    const mentions = names.mentionsIn(sentence.tokens);
    const orderOf = ({ start }: Span): number => order + start - sentence.start;
    for (const mention of mentions) {
      placed.push({ mention, block, span: draftSpanOf(block, mention), order: orderOf(mention) });
    }
    for (const { who, span } of fullNamesIn(sentence, mentions)) fullNames.add(who, orderOf(span));
    order += sentence.end - sentence.start;
  }
  return placed.flatMap(({ mention, block, span, order: at }) => {
    const entity = entityMeantBy(mention, fullNames, at);
    if (entity === undefined) return [];
    const others = [mention.entity, ...mention.others].filter((other) => other !== entity);
    return [{ mention: { ...mention, entity, others }, block, span }];
  });
}

/** The known names of a draft, memoized for each version. */
export const mentionsOf = memoize(({ prose, reference }: Draft) =>
  mentionsIn(prose, reference.names),
);

/** The known name at a UTF-16 offset of the draft, or ending there. */
export function mentionAt(draft: Draft, offset: number): PlacedMention | undefined {
  // Resolving names takes the whole draft, and most offsets have no name.
  if (!hasNameAt(draft, offset)) return undefined;
  return mentionsOf(draft).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** True if a known name is at an offset, whichever entity it means. */
function hasNameAt({ prose, reference: { names } }: Draft, offset: number): boolean {
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  return prose.blocks.some(
    (block) =>
      isAt(block.map.extent) &&
      block.sentences.some(({ tokens }) =>
        names.mentionsIn(tokens).some((mention) => isAt(draftSpanOf(block, mention))),
      ),
  );
}

/**
 * All mentions, in any form, of the entity named at an offset of the draft; for a place, either only
 * its names or only its demonyms. Empty if no known name is there.
 */
export function mentionsOfSameEntity(draft: Draft, offset: number): readonly PlacedMention[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { entity, demonym } = found.mention;
  return mentionsOf(draft).filter(
    ({ mention }) => mention.entity === entity && mention.demonym === demonym,
  );
}

/**
 * The places where people are named in full: known entities, and for unknown people the key of
 * their surname.
 */
class FullNamePositions {
  /** In UTF-16 units of prose in reading order: a caption counts before the paragraph that contains it. */
  readonly #positions = new Map<Entity | string, number[]>();

  /** Must be called in reading order. */
  add(who: Entity | string, at: number): void {
    const positions = this.#positions.get(who);
    if (positions === undefined) this.#positions.set(who, [at]);
    else positions.push(at);
  }

  /**
   * The candidate that was last named at or before a position; if none was, the one first named
   * after it.
   */
  nearest(candidates: readonly (Entity | string)[], position: number): Entity | string | undefined {
    let before = { who: undefined as Entity | string | undefined, at: -1 };
    let after = { ...before, at: Infinity };
    for (const who of candidates) {
      const positions = this.#positions.get(who) ?? [];
      const next = firstAfter(positions, position);
      const [last = -1, first = Infinity] = [positions[next - 1], positions[next]];
      if (last > before.at) before = { who, at: last };
      if (first < after.at) after = { who, at: first };
    }
    return before.who ?? after.who;
  }
}

/** The index of the first number greater than a limit; `numbers` are in ascending order. */
function firstAfter(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fullNamesIn(
  { tokens }: Sentence,
  mentions: readonly Mention[],
): readonly { readonly who: Entity | string; readonly span: Span }[] {
  const full = mentions
    .filter(({ others }) => others.length === 0)
    .filter(({ first, last, entity }) => entity.kind !== 'person' || first < last)
    .map((mention) => ({ who: mention.entity, span: mention }));
  const isTaken = (token: number): boolean =>
    mentions.some(({ first, last }) => first <= token && token <= last);
  const unknown = possibleFullNames(tokens)
    .filter(({ given, surname }) => !isTaken(given.first) && !isTaken(surname.first))
    .map(({ surname }) => ({ who: surname.key, span: surname }));
  return [...full, ...unknown].sort((a, b) => a.span.start - b.span.start);
}

interface FullName {
  readonly given: NameWord;
  readonly surname: NameWord;
}

/** Words with a given name before them, known or not. */
const possibleFullNames = memoize((tokens: readonly Token[]): readonly FullName[] => {
  const words = nameWords(tokens);
  const around = new NameContext(words);
  return words.flatMap((surname, at) => {
    const given = around.givenNameBefore(at);
    if (given === undefined || (isEnglishWord(given.text) && !isGivenName(given.text))) return [];
    return [{ given, surname }];
  });
});

/**
 * The entity meant by a name that several share: the one last named in full before it or, as for a
 * headline, first after it. The first candidate if nobody is named in full; `undefined` if the person
 * named is unknown.
 */
function entityMeantBy(
  mention: Mention,
  fullNames: FullNamePositions,
  position: number,
): Entity | undefined {
  const { entity, others } = mention;
  if (others.length === 0 && (entity.kind !== 'person' || mention.first < mention.last)) {
    return entity;
  }
  const meant = fullNames.nearest([entity, ...others, spellingKeyOf(mention.form)], position);
  return typeof meant === 'string' ? undefined : (meant ?? entity);
}
