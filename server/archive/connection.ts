import type pg from 'pg';
import type { Driver } from './driver.js';
import { UnreadableError } from '../workspace/workspace.js';
import { RejectedError } from './archive.js';
import { type DatabaseAddress, encryptionFor } from './address.js';

/** A row of an answer, by the names of its columns. The caller checks the values. */
export type Row = Readonly<Record<string, unknown>>;

/** Sends a query: the pool of connections, or the one connection of a transaction. */
export interface Queryable {
  /** Rejects with an `UnreadableError`. */
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** How long a server may take to accept a connection, in milliseconds. */
const CONNECTION_MILLISECONDS = 5_000;

/** How long a search may take, in milliseconds; loading has no such limit. */
const SEARCH_MILLISECONDS = 5_000;

/** The number of searches that run at once. */
const MOST_CONNECTIONS = 4;

/** Connections to a database. */
export class Connection implements Queryable {
  readonly driver: Driver;
  readonly #pool: pg.Pool;
  readonly #address: DatabaseAddress;

  private constructor(driver: Driver, pool: pg.Pool, address: DatabaseAddress) {
    this.driver = driver;
    this.#pool = pool;
    this.#address = address;
  }

  /** Prepares connections; each is opened when it is needed. Rejects with an `UnreadableError`. */
  static async to(
    driver: Driver,
    address: DatabaseAddress,
    password: string | undefined,
  ): Promise<Connection> {
    const { host, port, user, database } = address;
    const server: pg.ClientConfig = {
      host,
      database,
      ...(port === undefined ? {} : { port }),
      ...(user === undefined ? {} : { user }),
    };
    const pool = new driver.Pool({
      ...server,
      // Called if the server asks for a password.
      password: async () => {
        const known = password ?? (await driver.savedPassword(server));
        if (known !== undefined) return known;
        throw new UnreadableError(`${nameOf(address)} asks for a password: ${CHECK_PASSWORD}`);
      },
      ssl: await encryptionFor(address),
      connectionTimeoutMillis: CONNECTION_MILLISECONDS,
      statement_timeout: SEARCH_MILLISECONDS,
      application_name: 'copydesk',
      max: MOST_CONNECTIONS,
      allowExitOnIdle: true,
    });
    // Whoever waits for an answer of a broken connection gets its error, and the next query opens
    // another.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => void client.on('error', () => undefined));
    return new Connection(driver, pool, address);
  }

  async rows(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    try {
      // The server cancels a query that takes too long; if it does not answer at all, the client
      // gives up a little later.
      const limit = SEARCH_MILLISECONDS + 1000;
      const query = { text: sql, values: [...values], query_timeout: limit };
      const result: pg.QueryResult<Row> = await this.#pool.query<Row>(query);
      return result.rows;
    } catch (error) {
      throw failureOf(error, this.#address);
    }
  }

  /**
   * Runs work in a transaction without a time limit: all of it is stored, or none. Rejects with an
   * `UnreadableError`, and if `work` rejects.
   */
  async transaction<Result>(
    work: (client: pg.PoolClient, queries: Queryable) => Promise<Result>,
  ): Promise<Result> {
    return this.#withClient(async (client) => {
      const queries = queriesOf(client, this.#address);
      await queries.rows('BEGIN');
      await queries.rows('SET LOCAL statement_timeout = 0');
      const result = await work(client, queries);
      await queries.rows('COMMIT');
      return result;
    });
  }

  /**
   * Runs statements without a time limit that cannot be part of a transaction. Rejects with an
   * `UnreadableError`.
   */
  async maintain(statements: readonly string[]): Promise<void> {
    await this.#withClient(async (client) => {
      const queries = queriesOf(client, this.#address);
      await queries.rows('SET statement_timeout = 0');
      for (const statement of statements) await queries.rows(statement);
      await queries.rows('RESET statement_timeout');
    });
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #withClient<Result>(use: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw failureOf(error, this.#address);
    }
    try {
      const result = await use(client);
      client.release();
      return result;
    } catch (error) {
      // Closing the connection also undoes its transaction.
      client.release(true);
      throw failureOf(error, this.#address);
    }
  }
}

/** The statements of a load have no time limit. */
function queriesOf(client: pg.PoolClient, address: DatabaseAddress): Queryable {
  return {
    rows: async (sql, values = []) => {
      try {
        const result: pg.QueryResult<Row> = await client.query<Row>(sql, [...values]);
        return result.rows;
      } catch (error) {
        throw failureOf(error, address);
      }
    },
  };
}

const CHECK_PASSWORD =
  'check the name, and the password in the file that PGPASSFILE names or, in VS Code, with “Copydesk: Set Archive Password…”';

function nameOf({ host }: DatabaseAddress): string {
  return `the archive's server at ${host}`;
}

/** The problem in one plain sentence, with the remedy. */
function failureOf(error: unknown, address: DatabaseAddress): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const reason = typeof message === 'string' ? message : String(error);
  const { host, user, database } = address;
  const server = nameOf(address);
  switch (typeof code === 'string' ? code : undefined) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return new UnreadableError(
        `${server} does not answer: is it running, and is the port right?`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UnreadableError(`there is no host ${host}: check the address of the archive`);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return new UnreadableError(
        `${server} has a certificate that this machine does not trust (${reason}): ask your newsroom for the certificate that signed it, and add “?sslrootcert=FILE” to the address`,
      );
    case '28P01':
    case '28000':
      return new UnreadableError(
        `${server} does not accept ${user ?? 'this user'}: ${CHECK_PASSWORD} (${reason})`,
      );
    case '3D000':
      return new UnreadableError(
        `${server} has no database “${database}”: create it with “createdb ${database}”`,
      );
    case '3F000':
    case '42P01':
    case '42883':
      return new UnreadableError(
        `the database “${database}” is not an archive yet, or of an older version: run “copydesk archive init”`,
      );
    case '42501':
      return new UnreadableError(
        `${user ?? 'this user'} has no right to do this in the archive “${database}” (${reason})`,
      );
    case '57014':
      return new UnreadableError(`${server} took too long`);
    default:
      // “Data exception” and “integrity constraint violation”, SQL's classes of errors.
      if (typeof code === 'string' && /^2[23]...$/u.test(code)) return new RejectedError(reason);
      return new UnreadableError(`${server} failed: ${reason.split('\n')[0] ?? ''}`);
  }
}
