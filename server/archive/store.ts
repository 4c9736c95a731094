import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import type { ArchivedDocument, MentionRow, SentenceRow } from './archive.js';
import type { Driver } from './driver.js';
import type { Connection, Queryable } from './connection.js';
import { mentionRowsOf, sentenceRowsOf } from './rows.js';

/** A document with its number in the archive and its sentences. */
type Numbered = ArchivedDocument & {
  readonly id: string;
  readonly sentences: readonly SentenceRow[];
};

/**
 * Stores documents in one transaction, in place of those with the same addresses. `years` are known
 * to have a partition; new ones are added. Rejects with an `UnreadableError`; nothing is stored
 * then.
 */
export async function storeDocuments(
  connection: Connection,
  documents: readonly ArchivedDocument[],
  years: Set<number>,
): Promise<void> {
  await addPartitions(connection, documents, years);
  await connection.transaction(async (client, queries) => {
    await queries.rows('DELETE FROM archive.documents WHERE address = ANY ($1)', [
      documents.map(({ address }) => address),
    ]);
    const numbered = await withNumbers(queries, documents);
    const copy = copier(connection.driver, client);
    await copy('documents', DOCUMENT_COLUMNS, numbered.map(documentValues));
    await copy('sentences', SENTENCE_COLUMNS, numbered.flatMap(sentenceValues));
    await storeMentions(copy, queries, numbered);
  });
}

/** A new partition locks the whole table, so it is not created while documents are stored. */
async function addPartitions(
  connection: Connection,
  documents: readonly ArchivedDocument[],
  years: Set<number>,
): Promise<void> {
  const missing = new Set(documents.map(yearOf).filter((year) => !years.has(year)));
  if (missing.size === 0) return;
  await connection.transaction(async (_client, queries) => {
    await queries.rows(`SELECT pg_advisory_xact_lock(hashtext('copydesk archive'))`);
    for (const year of missing) {
      // A number, because a definition takes no parameters.
      await queries.rows(
        `CREATE TABLE IF NOT EXISTS archive.sentences_${year} PARTITION OF archive.sentences FOR VALUES IN (${year})`,
      );
    }
  });
  for (const year of missing) years.add(year);
}

/** The year of publication; 0 if it is not known. */
function yearOf({ published }: ArchivedDocument): number {
  return published === undefined ? 0 : Number.parseInt(published, 10);
}

async function withNumbers(
  queries: Queryable,
  documents: readonly ArchivedDocument[],
): Promise<readonly Numbered[]> {
  const rows = await queries.rows(
    `SELECT nextval('archive.document_ids')::text AS id FROM generate_series(1, $1)`,
    [documents.length],
  );
  return documents.map((document, at) => ({
    ...document,
    id: String(rows[at]?.id),
    sentences: sentenceRowsOf(document),
  }));
}

/** A value of a row; `undefined` is null. */
type Value = string | number | boolean | undefined;

const DOCUMENT_COLUMNS =
  'id, address, origin, digest, title, link, published, kind, language, visibility, embargo, sentence_count';

function documentValues(document: Numbered): readonly Value[] {
  const { id, address, origin, digest, title, link, published, language } = document;
  const { visibility, embargo, index, sentences } = document;
  return [
    ...[id, address, origin, digest, title, link, published, index.kind, language],
    ...[visibility, embargo, sentences.length],
  ];
}

const SENTENCE_COLUMNS = 'document, year, position, line, passage, text, speaker, written, quote';

function sentenceValues(document: Numbered): readonly (readonly Value[])[] {
  const year = yearOf(document);
  return document.sentences.map(({ position, line, passage, text, speaker, written, quote }) => [
    ...[document.id, year, position, line, passage, text, speaker, written, quote],
  ]);
}

const MENTION_COLUMNS = 'document, entity, line, forms, role, affiliation, details';

async function storeMentions(
  copy: Copy,
  queries: Queryable,
  documents: readonly Numbered[],
): Promise<void> {
  const mentions = documents.flatMap((document) =>
    mentionRowsOf(document).map((mention) => ({ id: document.id, mention })),
  );
  const ids = await entityNumbers(
    queries,
    mentions.map(({ mention }) => mention),
  );
  await copy(
    'mentions',
    MENTION_COLUMNS,
    mentions.map(({ id, mention }) => {
      const { line, forms, role, affiliation, details } = mention;
      return [
        ...[id, ids.get(keyOf(mention)), line, arrayLiteral(forms), role, affiliation],
        JSON.stringify(details),
      ];
    }),
  );
}

type Named = Pick<MentionRow, 'kind' | 'name'>;

function keyOf({ kind, name }: Named): string {
  return `${kind} ${name}`;
}

/** The numbers of entities in the archive, by `keyOf`; new ones are added. */
async function entityNumbers(
  queries: Queryable,
  mentions: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  // Always in the same order, so that two loads at once do not wait for each other in a circle.
  const entities = [...new Map(mentions.map((mention) => [keyOf(mention), mention])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, mention]) => mention);
  const values = [entities.map(({ kind }) => kind), entities.map(({ name }) => name)];
  await queries.rows(
    'INSERT INTO archive.entities (kind, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING',
    values,
  );
  const rows = await queries.rows(
    'SELECT entities.id::text, kind, name FROM archive.entities JOIN unnest($1::text[], $2::text[]) AS wanted (kind, name) USING (kind, name)',
    values,
  );
  return new Map(rows.map(({ id, kind, name }) => [`${String(kind)} ${String(name)}`, String(id)]));
}

/** Sends rows to a table in the text format of COPY. */
type Copy = (table: string, columns: string, rows: readonly (readonly Value[])[]) => Promise<void>;

function copier({ copyFrom }: Driver, client: PoolClient): Copy {
  return async (table, columns, rows) => {
    const stream = client.query(copyFrom(`COPY archive.${table} (${columns}) FROM STDIN`));
    await pipeline(Readable.from(linesOf(rows)), stream);
  };
}

/** The number of rows that are sent in one piece. */
const ROWS_AT_ONCE = 500;

function* linesOf(rows: readonly (readonly Value[])[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    yield rows
      .slice(at, at + ROWS_AT_ONCE)
      .map((row) => `${row.map(copied).join('\t')}\n`)
      .join('');
  }
}

/** A value in the text format of COPY. */
function copied(value: Value): string {
  if (value === undefined) return '\\N';
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/gu, escaped) : String(value);
}

function escaped(character: string): string {
  switch (character) {
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    default:
      return '\\\\';
  }
}

/** A list of texts as PostgreSQL writes it: `{"one","two"}`. */
function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`;
}
