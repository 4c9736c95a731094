import { memoizeBy } from '../prose/memoize.js';
import type { Token } from '../prose/tokens.js';
import type { Entity } from './model.js';
import { FormTable } from './names/formTable.js';
import { type NameMatch, SentenceReader } from './names/sentenceReader.js';
import type { Slip } from './names/slips.js';

/** A known name where it stands in a sentence, rightly written or nearly so. */
export interface Mention {
  /**
   * Indices into the sentence's tokens, both included. Honorifics and possessive endings are left
   * out.
   */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
  /** Others whom the same words may name, as where two people share a surname; most often none. */
  readonly others: readonly Entity[];
  /** What should stand here: the known form that is written, or meant. */
  readonly form: string;
  /** False where what stands here is a near miss of `form`. */
  readonly exact: boolean;
  /**
   * True for an adjective or the name of a place's people (“Kazakh”) rather than the name itself.
   */
  readonly demonym: boolean;
  /** True for a form that the reference tells not to use. */
  readonly avoided: boolean;
  /** The wrong places, in order; none where `exact`. */
  readonly slips: readonly Slip[];
  /**
   * What speaks for a near miss: other words of the `name` stand there rightly, a `title` stands
   * before it, or nothing.
   */
  readonly grounds: 'name' | 'title' | 'none';
}

/** Finds known names. */
export interface NameIndex {
  /** The names in one sentence, in order, none overlapping another. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[];
  /**
   * Words in one sentence that may be misspelled names but are too far off to be taken for them
   * unless the rest of the draft speaks for it.
   */
  guessesIn(tokens: readonly Token[]): readonly Mention[];
  /**
   * True where some name ends with these words, given by their keys, and opens with others: “District Court”
   * of the “Gdańsk District Court”.
   */
  endsWith(keys: readonly string[]): boolean;
}

/** Builds the index of a base's names. */
export function createNameIndex(entities: readonly Entity[]): NameIndex {
  const table = new FormTable(entities);
  return {
    mentionsIn: (tokens) => (entities.length === 0 ? [] : mentionsOf(tokens, table)),
    guessesIn: (tokens) => (entities.length === 0 ? [] : mentionsBy(tokens, table, true)),
    endsWith: (keys) => table.endsWith(keys),
  };
}

const matchesOf = memoizeBy((tokens: readonly Token[], table: FormTable): readonly NameMatch[] =>
  new SentenceReader(table, tokens).matches(),
);

const mentionsOf = memoizeBy((tokens: readonly Token[], table: FormTable) =>
  mentionsBy(tokens, table, false),
);

function mentionsBy(
  tokens: readonly Token[],
  table: FormTable,
  guessed: boolean,
): readonly Mention[] {
  return matchesOf(tokens, table)
    .filter((match) => match.guessed === guessed)
    .flatMap((match) => mentionOf(table, match));
}

function mentionOf(table: FormTable, match: NameMatch): readonly Mention[] {
  const { first, last, form, forms, slips, grounds, owned } = match;
  const [entity, ...others] = new Set(forms.flatMap((each) => table.entity(each) ?? []));
  if (entity === undefined) return [];
  const kind = table.kind(form);
  const avoided = kind === 'avoided' || match.renamed;
  return [
    {
      first: first.first,
      last: last.last + (owned ? 1 : 0),
      start: first.start,
      end: owned ? (last.owned?.end ?? last.end) : last.end,
      entity,
      others,
      form: avoided ? entity.name : table.text(form),
      exact: slips.length === 0,
      demonym: kind === 'demonym',
      avoided,
      slips,
      grounds,
    },
  ];
}
