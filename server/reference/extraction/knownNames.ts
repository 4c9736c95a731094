import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import type { Entity } from '../model.js';
import { nameFormsOf, splitName } from '../names/forms.js';
import { spellingKeyOf } from '../names/spelling.js';

/** Entities by the spelling keys of their name forms; `undefined` if two entities share a form. */
export type KnownNames = ReadonlyMap<string, Entity | undefined>;

/** Indexes the names of a source's entities. */
export function namesOf(entities: readonly Entity[]): KnownNames {
  const known = new Map<string, Entity | undefined>();
  for (const entity of entities) {
    for (const { text } of nameFormsOf(entity)) {
      const key = splitName(text).map(spellingKeyOf).join(' ');
      const other = known.get(key);
      known.set(key, known.has(key) && other?.name !== entity.name ? undefined : entity);
    }
  }
  return known;
}

/** The entity to which a name refers, ignoring titles before it: “Foreign Minister Ada Roe”. */
export function entityOf(name: string, known: KnownNames): Entity | undefined {
  const words = splitName(withoutPostNominals(name)).map(spellingKeyOf);
  for (let from = 0; from < words.length; from++) {
    const key = words.slice(from).join(' ');
    if (known.has(key)) return known.get(key);
  }
  return undefined;
}

/** A name without post-nominal letters: “Ada Roe KC”. */
function withoutPostNominals(name: string): string {
  const words = name.split(/\s+/u);
  const last = words.findLastIndex((word) => !isPostNominal(word));
  return words.slice(0, last < 1 ? undefined : last + 1).join(' ');
}

/** The name of the entity that a name refers to; of an unknown one the name without titles. */
export function fullName(name: string, known: KnownNames): string {
  const entity = entityOf(name, known);
  if (entity !== undefined) return entity.name;
  const words = name.split(/\s+/u);
  const first = words.findIndex((word) => !isHonorific(word));
  return withoutPostNominals(words.slice(Math.max(first, 0)).join(' '));
}
