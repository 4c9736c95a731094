import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableError } from '../workspace/workspace.js';
import type { Connection } from './connection.js';

/** A step that takes the tables of an archive from one version to the next. */
interface Migration {
  readonly number: number;
  /** Its file: “001-tables.sql”. */
  readonly name: string;
  readonly sql: string;
}

/** The oldest version of the server that has everything the migrations use. */
const OLDEST_VERSION = 15;

/**
 * Runs the missing migrations of a folder in a database, all or none; returns their names. Rejects
 * with an `UnreadableError`.
 */
export async function migrate(connection: Connection, folder: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  return connection.transaction(async (_client, queries) => {
    const [server] = await queries.rows(
      `SELECT current_setting('server_version_num')::integer / 10000 AS version, to_regclass('archive.migrations') IS NOT NULL AS started`,
    );
    const version = Number(server?.version);
    if (version < OLDEST_VERSION) {
      throw new UnreadableError(
        `the server is PostgreSQL ${version}; the archive needs ${OLDEST_VERSION} or newer`,
      );
    }
    // Two processes that start at once would both run them.
    await queries.rows(`SELECT pg_advisory_xact_lock(hashtext('copydesk archive'))`);
    const applied =
      server?.started === true ? await queries.rows('SELECT number FROM archive.migrations') : [];
    const done = new Set(applied.map(({ number }) => Number(number)));
    const newest = Math.max(0, ...done);
    if (newest > (migrations.at(-1)?.number ?? 0)) {
      throw new UnreadableError(
        'the archive was made by a newer version of Copydesk: update this one',
      );
    }
    const missing = migrations.filter(({ number }) => !done.has(number));
    for (const { number, name, sql } of missing) {
      await queries.rows(sql);
      await queries.rows('INSERT INTO archive.migrations (number, name) VALUES ($1, $2)', [
        number,
        name,
      ]);
    }
    return missing.map(({ name }) => name);
  });
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number.parseInt(name, 10),
      name,
      sql: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
