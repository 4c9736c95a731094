import type { Base, Entity } from '../../reference/model.js';
import { nameFormsOf, isFamilyName, wordsOfForms } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import type { Draft } from '../../checks/draft.js';
import { mentionsOf } from '../navigation/mentions.js';

/** Letters by which names are looked up. */
const LETTERS = 2;

const known = new WeakMap<Base, ReadonlyMap<string, readonly Entity[]>>();

/**
 * The entities of a base of which a word of the name, or another form, begins with what was typed,
 * two letters or more. Letter case and diacritics do not matter.
 */
export function namesBeginning(base: Base, typed: string): readonly Entity[] {
  const wanted = fold(typed);
  let index = known.get(base);
  if (index === undefined) {
    index = indexOf(base);
    known.set(base, index);
  }
  return (index.get(wanted.slice(0, LETTERS)) ?? []).filter((entity) =>
    wordsToType(entity).some((word) => word.startsWith(wanted)),
  );
}

/** True where the draft names somebody in full, or something at all, before an offset, headings aside. */
export function isNamedBefore(entity: Entity, draft: Draft, offset: number): boolean {
  return mentionsOf(draft).some(
    ({ mention, block, span }) =>
      mention.entity === entity &&
      span.end <= offset &&
      block.kind !== 'heading' &&
      (entity.kind !== 'person' || mention.first < mention.last),
  );
}

/**
 * What is left of a name on second reference, likeliest first: of a person the surname, of a body the
 * short forms listed for it; empty where there is none.
 */
export function shortNamesOf(entity: Entity): readonly string[] {
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
  const [first = ''] = wordsOfForms(entity.name);
  // Listed forms come first; a family name of the kind that goes first comes before the other word.
  return isFamilyName(first) && short.includes(first) && !entity.forms.includes(short[0] ?? '')
    ? [first, ...short.filter((text) => text !== first)]
    : short;
}

function indexOf(base: Base): ReadonlyMap<string, readonly Entity[]> {
  const index = new Map<string, Entity[]>();
  for (const entity of base.entities) {
    const heads = wordsToType(entity).map((word) => word.slice(0, LETTERS));
    for (const head of new Set(heads)) {
      const same = index.get(head);
      if (same === undefined) index.set(head, [entity]);
      else same.push(entity);
    }
  }
  return index;
}

/** The words by which a name, or what is left of it, may be begun or gone on with. */
function wordsToType(entity: Entity): readonly string[] {
  return [entity.name, ...shortNamesOf(entity)].flatMap((name) => name.split(/\s+/u)).map(fold);
}
