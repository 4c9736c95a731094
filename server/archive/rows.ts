import { factsOf } from '../reference/indexedFacts.js';
import type { Entity, EntityKind, Fact, Role } from '../reference/model.js';
import type { SourceIndex } from '../reference/sourceIndex.js';

/** A sentence or a quote of a document, as it is stored. */
export interface SentenceRow {
  readonly position: number;
  readonly line: number;
  readonly passage: string | undefined;
  readonly text: string;
  readonly speaker: string | undefined;
  readonly written: string | undefined;
  readonly quote: boolean;
}

/** What a document says of someone or something that it names, as it is stored. */
export interface MentionRow {
  readonly kind: EntityKind;
  readonly name: string;
  readonly line: number;
  readonly forms: readonly string[];
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  readonly details: MentionDetails;
}

/** What else is known of an entity; see `Entity`. */
export interface MentionDetails {
  readonly roles: readonly Omit<Role, 'citation'>[];
  readonly demonyms?: readonly string[];
  readonly avoided?: readonly string[];
  readonly bio?: string;
  readonly seat?: string;
}

/** The sentences of a document and after them its quotes; what a dossier marks as unreliable is left out. */
export function sentenceRowsOf(index: SourceIndex): readonly SentenceRow[] {
  return [
    ...factsOf([index])
      .map((fact) => fact)
      .filter(({ unreliable }) => !unreliable)
      .map((fact) => rowOf(fact, { written: fact.written, quote: false })),
    ...index.quotes
      .filter(({ unreliable }) => !unreliable)
      .map((quote) => rowOf(quote, { written: undefined, quote: true })),
  ].map((row, position) => ({ ...row, position }));
}

function rowOf(
  { text, citation: { line, passage }, speaker }: Pick<Fact, 'text' | 'citation' | 'speaker'>,
  rest: Pick<SentenceRow, 'written' | 'quote'>,
): Omit<SentenceRow, 'position'> {
  return { text, line, passage, speaker, ...rest };
}

/** One row for each of those whom a document names. */
export function mentionRowsOf({ entities }: SourceIndex): readonly MentionRow[] {
  const rows = new Map<string, MentionRow>();
  for (const entity of entities) {
    const key = `${entity.kind} ${entity.name}`;
    if (!rows.has(key)) rows.set(key, mentionRowOf(entity));
  }
  return [...rows.values()];
}

function mentionRowOf(entity: Entity): MentionRow {
  const { kind, name, forms, roles, demonyms, avoided, bio, seat, citation } = entity;
  const [first] = roles;
  return {
    kind,
    name,
    line: citation.line,
    forms,
    role: first?.title,
    affiliation: first?.affiliation,
    details: {
      roles: roles.map(({ title, affiliation }) =>
        affiliation === undefined ? { title } : { title, affiliation },
      ),
      ...(demonyms.length === 0 ? {} : { demonyms }),
      ...(avoided === undefined ? {} : { avoided }),
      ...(bio === '' ? {} : { bio }),
      ...(seat === undefined ? {} : { seat }),
    },
  };
}
