import { keepBeside, memoizeBy } from '../prose/memoize.js';
import type { Token } from '../prose/tokens.js';
import type { Entity } from './model.js';
import { FormTable } from './names/formTable.js';
import { type NameMatch, NameMatcher } from './names/nameMatcher.js';
import type { Misspelling } from './names/misspellings.js';

/** An occurrence of a known name in a sentence, written correctly or nearly so. */
export interface Mention {
  /** Indices of the sentence's tokens, both inclusive, without honorific and possessive ending. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
  /** Other entities with the same name, such as people who share a surname; usually empty. */
  readonly others: readonly Entity[];
  /** The known form of the name that is written or meant here. */
  readonly form: string;
  /** False if the text is only similar to `form`. */
  readonly exact: boolean;
  /** True for a place's adjective or people (“Kazakh”) rather than the name itself. */
  readonly demonym: boolean;
  /** True for a form that a dossier lists as one to avoid. */
  readonly avoided: boolean;
  /** The differences from `form`, in order; empty if `exact`. */
  readonly misspellings: readonly Misspelling[];
  /** What supports an inexact match: other words of the `name` that are correct, a `title` before it, or nothing. */
  readonly grounds: 'name' | 'title' | 'none';
  /** True for an inexact match that needs support from the rest of the draft. */
  readonly tentative: boolean;
}

/** Finds known names. */
export interface NameIndex {
  /** The names in one sentence, in order and without overlaps. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[];
  /**
   * Words in one sentence that may be misspelled names, but are so different that they count only if the rest of the
   * draft supports it.
   */
  tentativeMentionsIn(tokens: readonly Token[]): readonly Mention[];
  /** True if a longer name ends with the words of these keys: “District Court” in “Gdańsk District Court”. */
  endsWith(keys: readonly string[]): boolean;
}

/**
 * Builds the index of a base's names.
 *
 * @param isBeside True to keep the results in addition to those of another index; see `keepBeside`.
 */
export function createNameIndex(
  entities: readonly Entity[],
  { isBeside = false }: { readonly isBeside?: boolean } = {},
): NameIndex {
  const table = new FormTable(entities);
  const names: NameIndex = {
    mentionsIn: (tokens) => (entities.length === 0 ? [] : mentionsOf(tokens, table)),
    tentativeMentionsIn: (tokens) => (entities.length === 0 ? [] : mentionsBy(tokens, table, true)),
    endsWith: (keys) => table.endsWith(keys),
  };
  if (isBeside) {
    keepBeside(table);
    keepBeside(names);
  }
  return names;
}

const matchesOf = memoizeBy((tokens: readonly Token[], table: FormTable): readonly NameMatch[] =>
  new NameMatcher(table, tokens).matches(),
);

const mentionsOf = memoizeBy((tokens: readonly Token[], table: FormTable) =>
  mentionsBy(tokens, table, false),
);

function mentionsBy(
  tokens: readonly Token[],
  table: FormTable,
  isTentative: boolean,
): readonly Mention[] {
  return matchesOf(tokens, table)
    .filter((match) => match.isTentative === isTentative)
    .flatMap((match) => mentionOf(table, match));
}

function mentionOf(table: FormTable, match: NameMatch): readonly Mention[] {
  const { first, last, form, forms, misspellings, grounds, includesPossessive } = match;
  const [entity, ...others] = new Set(forms.flatMap((each) => table.entity(each) ?? []));
  if (entity === undefined) return [];
  const kind = table.kind(form);
  const avoided = kind === 'avoided' || match.isRenamed;
  return [
    {
      first: first.first,
      last: last.last + (includesPossessive ? 1 : 0),
      start: first.start,
      end: includesPossessive ? (last.possessive?.end ?? last.end) : last.end,
      entity,
      others,
      form: avoided ? entity.name : table.text(form),
      exact: misspellings.length === 0,
      demonym: kind === 'demonym',
      avoided,
      misspellings,
      grounds,
      tentative: match.isTentative,
    },
  ];
}
