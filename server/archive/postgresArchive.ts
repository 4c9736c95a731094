import type { EntityKind } from '../reference/model.js';
import { isRecord } from '../reference/isRecord.js';
import { SOURCE_KINDS, type SourceKind } from '../reference/sourceIndex.js';
import type {
  Archive,
  ArchiveSummary,
  ArchivedDocument,
  ArchivedName,
  ArchivedPassages,
  MentionDetails,
  MentionRow,
  SentenceRow,
} from './archive.js';
import { readAddress } from './address.js';
import { Connection, type Row } from './connection.js';
import type { Driver } from './driver.js';
import { migrate } from './migrations.js';
import { storeDocuments } from './store.js';

/**
 * Opens the archive at an address; connects to the server when it is first needed. Rejects with an
 * `UnreadableError` if the address is invalid.
 *
 * @param password `undefined` for that of PGPASSWORD or of the file that PGPASSFILE names.
 * @param migrations The folder with the SQL of the migrations.
 */
export async function openArchive(
  driver: Driver,
  address: string,
  password: string | undefined,
  migrations: string,
): Promise<Archive> {
  const connection = await Connection.to(driver, readAddress(address), password);
  return new PostgresArchive(connection, migrations);
}

/** The maximum number of passages for one claim. */
const MOST_PASSAGES = 5;

/** The maximum number of results for one name. */
const MOST_NAMES = 8;

/** The number of documents that are removed at once. */
const REMOVED_AT_ONCE = 500;

/** The number of addresses that are read at once. */
const ADDRESSES_AT_ONCE = 10_000;

class PostgresArchive implements Archive {
  readonly #connection: Connection;
  readonly #migrations: string;
  /** The years that are known to have a partition. */
  readonly #years = new Set<number>();

  constructor(connection: Connection, migrations: string) {
    this.#connection = connection;
    this.#migrations = migrations;
  }

  migrate(): Promise<readonly string[]> {
    return migrate(this.#connection, this.#migrations);
  }

  async summary(): Promise<ArchiveSummary> {
    const [row = {}] = await this.#connection.rows(
      'SELECT documents, sentences, oldest::text, newest::text FROM archive.summary()',
    );
    return {
      documents: Number(row.documents),
      sentences: Number(row.sentences),
      oldest: optionalText(row.oldest),
      newest: optionalText(row.newest),
    };
  }

  async digestsOf(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#connection.transaction((_client, queries) =>
      queries.rows('SELECT address, digest FROM archive.documents WHERE address = ANY ($1)', [
        addresses,
      ]),
    );
    return new Map(rows.map(({ address, digest }) => [textOf(address), textOf(digest)]));
  }

  async store(documents: readonly ArchivedDocument[]): Promise<void> {
    await storeDocuments(this.#connection, documents, this.#years);
  }

  async removeOthers(origin: string, kept: ReadonlySet<string>): Promise<number> {
    const superfluous: string[] = [];
    for (let last = ''; ;) {
      const after = last;
      const rows = await this.#connection.transaction((_client, queries) =>
        queries.rows(
          'SELECT address FROM archive.documents WHERE origin = $1 AND address > $2 ORDER BY address LIMIT $3',
          [origin, after, ADDRESSES_AT_ONCE],
        ),
      );
      const addresses = rows.map(({ address }) => textOf(address));
      superfluous.push(...addresses.filter((address) => !kept.has(address)));
      last = addresses.at(-1) ?? '';
      if (addresses.length < ADDRESSES_AT_ONCE) break;
    }
    for (let at = 0; at < superfluous.length; at += REMOVED_AT_ONCE) {
      const batch = superfluous.slice(at, at + REMOVED_AT_ONCE);
      await this.#connection.transaction((_client, queries) =>
        queries.rows('DELETE FROM archive.documents WHERE address = ANY ($1)', [batch]),
      );
    }
    return superfluous.length;
  }

  async tidy(): Promise<void> {
    await this.#connection.maintain([
      'VACUUM (ANALYZE) archive.documents, archive.sentences, archive.entities, archive.mentions',
    ]);
    // The planner's statistics of words are enough to separate common ones from rare ones.
    await this.#connection.transaction(async (_client, queries) => {
      await queries.rows('DELETE FROM archive.common_words');
      await queries.rows(`
        INSERT INTO archive.common_words (word, share)
        SELECT words.word, most_common_elem_freqs[words.place]
        FROM pg_stats
        CROSS JOIN LATERAL unnest(most_common_elems::text::text[]) WITH ORDINALITY AS words (word, place)
        WHERE schemaname = 'archive' AND tablename = 'sentences' AND attname = 'words' AND inherited`);
    });
  }

  async search(words: readonly string[]): Promise<readonly ArchivedPassages[]> {
    const rows = await this.#connection.rows(
      'SELECT document::text, line, passage, text, speaker, written::text, quote, "position", address, title, link, published::text, kind FROM archive.find_passages($1, $2)',
      [words, MOST_PASSAGES],
    );
    const documents = groupedBy(rows, ({ document }) => textOf(document));
    const mentions =
      documents.size === 0
        ? []
        : await this.#connection.rows(
            'SELECT document::text, kind, name, line, forms, details FROM archive.mentions_in($1)',
            [[...documents.keys()]],
          );
    const named = groupedBy(mentions, ({ document }) => textOf(document));
    return [...documents].flatMap(([document, found]) => {
      const [first] = found;
      return first === undefined
        ? []
        : [
            {
              address: textOf(first.address),
              title: textOf(first.title),
              link: optionalText(first.link),
              published: optionalText(first.published),
              kind: kindOf(first.kind),
              sentences: found.map(sentenceOf),
              mentions: (named.get(document) ?? []).flatMap(mentionOf),
            },
          ];
    });
  }

  async namesLike(name: string): Promise<readonly ArchivedName[]> {
    const rows = await this.#connection.rows(
      'SELECT kind, name, likeness, roles, documents, latest::text FROM archive.names_like($1, $2)',
      [name, MOST_NAMES],
    );
    return rows.map((row) => ({
      kind: textOf(row.kind),
      name: textOf(row.name),
      likeness: Number(row.likeness),
      roles: textsOf(row.roles),
      documents: Number(row.documents),
      latest: optionalText(row.latest),
    }));
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

function groupedBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function sentenceOf(row: Row): SentenceRow {
  return {
    position: Number(row.position),
    line: Number(row.line),
    passage: optionalText(row.passage),
    text: textOf(row.text),
    speaker: optionalText(row.speaker),
    written: optionalText(row.written),
    quote: row.quote === true,
  };
}

const ENTITY_KINDS: readonly EntityKind[] = ['person', 'body', 'place', 'event'];

/** None for a kind from another version. */
function mentionOf(row: Row): readonly MentionRow[] {
  const kind = ENTITY_KINDS.find((known) => known === row.kind);
  if (kind === undefined) return [];
  const details = detailsOf(row.details);
  const [first] = details.roles;
  return [
    {
      kind,
      name: textOf(row.name),
      line: Number(row.line),
      forms: textsOf(row.forms),
      role: first?.title,
      affiliation: first?.affiliation,
      details,
    },
  ];
}

/** Anyone who may load documents may have written these. */
function detailsOf(value: unknown): MentionDetails {
  const { roles, demonyms, avoided, bio, seat } = isRecord(value) ? value : {};
  return {
    roles: (Array.isArray(roles) ? roles : []).filter(isRecord).map(({ title, affiliation }) => ({
      title: textOf(title),
      ...(typeof affiliation === 'string' ? { affiliation } : {}),
    })),
    demonyms: textsOf(demonyms),
    ...(Array.isArray(avoided) ? { avoided: textsOf(avoided) } : {}),
    bio: textOf(bio),
    ...(typeof seat === 'string' ? { seat } : {}),
  };
}

function kindOf(value: unknown): SourceKind {
  return SOURCE_KINDS.find((kind) => kind === value) ?? 'article';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
