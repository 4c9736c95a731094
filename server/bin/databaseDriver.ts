import pg from 'pg';
import { from } from 'pg-copy-streams';
import pgpass from 'pgpass';
import type { Driver } from '../archive/driver.js';

/** The driver of PostgreSQL, in a bundle of its own: no other one can reach a network. */
export const driver: Driver = {
  Pool: pg.Pool,
  copyFrom: from,
  savedPassword: async (address) => {
    // Knows what stands for the parts that an address leaves out.
    const { host, port, user, database, password } = new pg.Client({ ...address });
    return (
      password ??
      (await new Promise<string | undefined>((resolve) => {
        pgpass({ host, port, user, database }, resolve);
      }))
    );
  },
};
