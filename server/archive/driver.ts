import type pg from 'pg';
import type { from } from 'pg-copy-streams';

/** What is needed of the packages that connect to PostgreSQL, which are loaded when an archive is opened. */
export interface Driver {
  readonly Pool: typeof pg.Pool;
  /** A stream into a COPY statement. */
  readonly copyFrom: typeof from;
}
