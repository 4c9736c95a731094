import { factsOf } from '../reference/indexedFacts.js';
import type { Entity, Fact } from '../reference/model.js';
import type { ArchivedDocument, MentionRow, SentenceRow } from './archive.js';

type Read = Pick<ArchivedDocument, 'index' | 'linesBefore'>;

/**
 * The sentences of a document followed by its quotes, without statements that a dossier marks as
 * unreliable.
 */
export function sentenceRowsOf({ index, linesBefore }: Read): readonly SentenceRow[] {
  return [
    ...factsOf([index])
      .map((fact) => fact)
      .filter(({ unreliable }) => !unreliable)
      .map((fact) => rowOf(fact, { written: fact.written, quote: false })),
    ...index.quotes
      .filter(({ unreliable }) => !unreliable)
      .map((quote) => rowOf(quote, { written: undefined, quote: true })),
  ].map((row, position) => ({ ...row, position, line: Math.max(1, row.line - linesBefore) }));
}

function rowOf(
  { text, citation: { line, passage }, speaker }: Pick<Fact, 'text' | 'citation' | 'speaker'>,
  rest: Pick<SentenceRow, 'written' | 'quote'>,
): Omit<SentenceRow, 'position'> {
  return { text, line, passage, speaker, ...rest };
}

/** One row for each person or thing that a document names. */
export function mentionRowsOf({ index, linesBefore }: Read): readonly MentionRow[] {
  const rows = new Map<string, MentionRow>();
  for (const entity of index.entities) {
    const key = `${entity.kind} ${entity.name}`;
    if (!rows.has(key)) rows.set(key, mentionRowOf(entity, linesBefore));
  }
  return [...rows.values()];
}

function mentionRowOf(entity: Entity, linesBefore: number): MentionRow {
  const { kind, name, forms, roles, demonyms, avoided, bio, seat, citation } = entity;
  const [first] = roles;
  return {
    kind,
    name,
    line: Math.max(1, citation.line - linesBefore),
    forms,
    role: first?.title === '' ? undefined : first?.title,
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
