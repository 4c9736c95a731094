import { isGivenName } from '../../lexicon/givenNames.js';
import { memoize } from '../../prose/memoize.js';
import type { Base, Entity } from '../../reference/model.js';
import { editDistance } from '../../reference/names/editDistance.js';
import { fold } from '../../reference/names/spelling.js';
import { type SourceSide, olderFirst, sidesInWords } from '../differingSources.js';
import type { Evidence } from '../finding.js';

/** Sources that spell a name in several ways. */
export interface SpellingConflict {
  /** “Sources differ: Maren Oduyya (Sunday, sunday.md:3), Maren Oduya (Monday, monday.md:3).” */
  readonly text: string;
  /** Its places in each source. */
  readonly evidence: readonly Evidence[];
}

/** The greatest distance between two spellings of one name, and the shortest name that is compared, in letters. */
const MOST_DISTANT = 1.2;
const SHORTEST = 4;

/**
 * Upper bound on the people whose names share a word that are compared with each other, which keeps
 * the work linear.
 */
const MOST_COMPARED = 16;

/** A person, and the word in which other spellings of the name may differ. */
interface Spelled {
  readonly person: Entity;
  readonly word: string;
}

/** The people whose names may differ in one word, by the other words: “maren ”. */
const spelledAlike = memoize(({ entities }: Base): ReadonlyMap<string, readonly Spelled[]> => {
  const groups = new Map<string, Spelled[]>();
  for (const person of entities) {
    for (const [rest, word] of wordsApart(person)) {
      const group = groups.get(rest);
      if (group === undefined) groups.set(rest, [{ person, word }]);
      else if (group.length < MOST_COMPARED) group.push({ person, word });
    }
  }
  return groups;
});

/** Each word of a person's name that is long enough, by the others. */
function wordsApart({ kind, name }: Entity): readonly (readonly [rest: string, word: string])[] {
  if (kind !== 'person' || !name.includes(' ')) return [];
  const words = fold(name).split(/\s+/u);
  return [...words.entries()]
    .filter(([, word]) => word.length >= SHORTEST)
    .map(([at, word]) => [words.with(at, '').join(' '), word]);
}

/** The people of other sources whose names differ from a person's in the spelling of one word: “Maren Oduyya”. */
function otherSpellingsOf(person: Entity, base: Base): readonly Entity[] {
  return wordsApart(person).flatMap(([rest, word]) =>
    (spelledAlike(base).get(rest) ?? [])
      .filter((one) => isFromAnotherSource(person, one.person) && isMisspelling(word, one.word))
      .map((one) => one.person),
  );
}

function isFromAnotherSource({ citation }: Entity, { citation: other }: Entity): boolean {
  return citation.source !== other.source;
}

function isMisspelling(word: string, other: string): boolean {
  return (
    word !== other &&
    !(isGivenName(word) && isGivenName(other)) &&
    editDistance(word, other, MOST_DISTANT) <= MOST_DISTANT
  );
}

/** The names of people that sources spell differently, each pair once. */
export function differingSpellings(base: Base): readonly (readonly SourceSide[])[] {
  const seen = new Set<Entity>();
  return base.entities.flatMap((person) => {
    seen.add(person);
    return otherSpellingsOf(person, base)
      .filter((other) => !seen.has(other))
      .map((other) => [person, other].map(sideOf));
  });
}

/** How the sources spell a person's name, if they differ; `undefined` if they do not. */
export function spellingConflictOf(person: Entity, base: Base): SpellingConflict | undefined {
  const others = otherSpellingsOf(person, base);
  if (others.length === 0) return undefined;
  const dayOf = (source: string): string | undefined => base.days?.get(source);
  const sides = olderFirst([person, ...others].map(sideOf), dayOf);
  return {
    text: `Sources differ: ${sidesInWords(sides, dayOf)}.`,
    evidence: sides.map(({ evidence }) => evidence),
  };
}

function sideOf({ name, citation }: Entity): SourceSide {
  return { words: name, evidence: { ...citation, text: name } };
}
