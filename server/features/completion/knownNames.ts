import { memoize } from '../../prose/memoize.js';
import type { Base, Entity } from '../../reference/model.js';
import { nameFormsOf, isFamilyName, splitName } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import type { Draft } from '../../checks/draft.js';
import { mentionsOf } from '../navigation/mentions.js';

/** The number of letters by which names are indexed. */
const PREFIX_LENGTH = 2;

/**
 * The entities of a base with a word, in their name or in a short form, that starts with the typed
 * text (two letters or more). Case and diacritics do not matter.
 */
export function entitiesWithPrefix(base: Base, typed: string): readonly Entity[] {
  const prefix = fold(typed);
  const entities = prefixIndexOf(base).get(prefix.slice(0, PREFIX_LENGTH)) ?? [];
  return entities.filter((entity) =>
    searchableWords(entity).some((word) => word.startsWith(prefix)),
  );
}

/**
 * True if the draft mentions an entity before an offset, outside headings. A person counts only if
 * mentioned by full name.
 */
export function isMentionedBefore(entity: Entity, draft: Draft, offset: number): boolean {
  return mentionsOf(draft).some(
    ({ mention, block, span }) =>
      mention.entity === entity &&
      span.end <= offset &&
      block.kind !== 'heading' &&
      (entity.kind !== 'person' || mention.first < mention.last),
  );
}

/**
 * The short forms of a name for second reference, likeliest first: the surname of a person, the listed
 * short forms of an organisation. Empty if there are none.
 */
export function shortFormsOf(entity: Entity): readonly string[] {
  const forms = nameFormsOf(entity);
  if (entity.kind !== 'person') {
    return forms
      .filter(
        ({ kind, text }) =>
          kind !== 'full' &&
          kind !== 'demonym' &&
          kind !== 'avoided' &&
          text.length < entity.name.length,
      )
      .map(({ text }) => text);
  }
  const short = forms.filter(({ kind }) => kind === 'short').map(({ text }) => text);
  const [first = ''] = splitName(entity.name);
  // Listed forms come first. Of a name that starts with the family name, that is the likelier form.
  return isFamilyName(first) && short.includes(first) && !entity.forms.includes(short[0] ?? '')
    ? [first, ...short.filter((text) => text !== first)]
    : short;
}

const prefixIndexOf = memoize((base: Base): ReadonlyMap<string, readonly Entity[]> => {
  const index = new Map<string, Entity[]>();
  for (const entity of base.entities) {
    const prefixes = searchableWords(entity).map((word) => word.slice(0, PREFIX_LENGTH));
    for (const prefix of new Set(prefixes)) {
      const same = index.get(prefix);
      if (same === undefined) index.set(prefix, [entity]);
      else same.push(entity);
    }
  }
  return index;
});

/** The words of a name and its short forms, folded. */
function searchableWords(entity: Entity): readonly string[] {
  return [entity.name, ...shortFormsOf(entity)].flatMap((name) => name.split(/\s+/u)).map(fold);
}
