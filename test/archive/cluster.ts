import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findProgram, install } from '../machine.js';

/**
 * A PostgreSQL server only for the tests, which listens on a socket in its folder and nowhere else.
 */
export interface Cluster {
  /** The address of a database, in the form of `--database`. */
  readonly address: (database: string, role?: string) => string;
  /** Creates an empty database and returns its address. */
  readonly createDatabase: (name: string) => Promise<string>;
  /** Runs statements in a database, by default as the owner of everything. */
  readonly run: (database: string, sql: string, role?: string) => Promise<readonly Row[]>;
  /** Stops the server without warning, as a crash does. */
  readonly stop: () => void;
  /** Starts it again. */
  readonly start: () => void;
}

/** A row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** The role that owns everything in the tests. */
export const OWNER = 'owner';

/** The only role that needs a password. */
export const KEYHOLDER = 'keyholder';

/** The user “nobody”, whom every Debian installation has: the server refuses to run as root. */
const NOBODY = 65_534;

let shared: Cluster | undefined;

/**
 * The server that all tests of this process share, started with the first call. It ends with the process, and its
 * folder is removed. Throws if PostgreSQL cannot be installed or started.
 */
export function sharedCluster(): Cluster {
  return (shared ??= startCluster());
}

function startCluster(): Cluster {
  const programs = programFolder();
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'));
  const data = join(folder, 'data');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  // The commands under test run as another user than the server does.
  chmodSync(folder, 0o755);
  const run = (program: string, args: readonly string[]): void => {
    execFileSync(join(programs, program), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
  };
  const control = (...args: readonly string[]): void =>
    run('pg_ctl', ['--pgdata', data, '--silent', '--wait', ...args]);
  const options = [
    ...['-k', folder, '-c', 'listen_addresses='],
    // Nothing here has to survive a loss of power; what is committed has to survive a crash of the server.
    ...['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    ...['-c', 'max_wal_size=4GB', '-c', 'shared_buffers=256MB'],
  ].join(' ');
  const start = (): void => control('--log', join(folder, 'log'), '--options', options, 'start');
  const stop = (): void => control('--mode', 'immediate', 'stop');
  run('initdb', [
    ...['--pgdata', data, '--username', OWNER, '--auth', 'trust', '--no-sync'],
    ...['--encoding', 'UTF8', '--locale', 'C.UTF-8'],
  ]);
  // One role needs its password; the others are trusted.
  writeFileSync(
    join(data, 'pg_hba.conf'),
    `local all ${KEYHOLDER} scram-sha-256\nlocal all all trust\n`,
  );
  start();
  process.once('exit', () => {
    if (existsSync(join(data, 'postmaster.pid'))) stop();
    rmSync(folder, { recursive: true, force: true });
  });
  // A signal ends a process without that.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(1));
  const address = (database: string, role = OWNER): string =>
    `postgresql://${role}@/${database}?host=${encodeURIComponent(folder)}`;
  const query = async (database: string, sql: string, role = OWNER): Promise<readonly Row[]> => {
    const client = new pg.Client({ host: folder, user: role, database });
    await client.connect();
    try {
      const result: pg.QueryResult<Row> = await client.query<Row>(sql);
      return result.rows;
    } finally {
      await client.end();
    }
  };
  return {
    address,
    createDatabase: async (name) => {
      await query('postgres', `CREATE DATABASE ${name}`);
      return address(name);
    },
    run: query,
    stop,
    start,
  };
}

/** The folder with the programs of the server; the Debian package leaves it out of the path. */
function programFolder(): string {
  const found = findPrograms();
  if (found !== undefined) return found;
  install('postgresql');
  const installed = findPrograms();
  if (installed === undefined) throw new Error('PostgreSQL is installed, but initdb is not found.');
  return installed;
}

/** The folder with the programs of the newest server that is installed; `undefined` if none is. */
export function findPrograms(): string | undefined {
  const onPath = findProgram('initdb');
  if (onPath !== undefined) return dirname(onPath);
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  return versions
    .sort((a, b) => b - a)
    .map((version) => join(DEBIAN, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

const DEBIAN = '/usr/lib/postgresql';
