import type pg from 'pg';
import type { from } from 'pg-copy-streams';

/**
 * The parts of the packages for PostgreSQL that are used; they are loaded when an archive is
 * opened.
 */
export interface Driver {
  readonly Pool: typeof pg.Pool;
  /** A stream into a COPY statement. */
  readonly copyFrom: typeof from;
  /**
   * The password of PGPASSWORD or of the file that PGPASSFILE names; `undefined` if neither has one
   * for the address.
   */
  readonly savedPassword: (address: Readonly<pg.ClientConfig>) => Promise<string | undefined>;
}
