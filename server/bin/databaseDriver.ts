import pg from 'pg';
import { from } from 'pg-copy-streams';
import pgpass from 'pgpass';
import type { Driver } from '../archive/driver.js';

/**
 * A client that closes its connection when it cannot log in, because there is no password or the
 * server's answer is unexpected. The driver leaves that to the server, which waits a minute.
 */
class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this;
    connection.once('error', () => connection.stream.destroy());
  }
}

class Pool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super({ ...config, Client });
  }
}

/** The driver of PostgreSQL, in a bundle of its own: no other one can reach a network. */
export const driver: Driver = {
  Pool,
  copyFrom: from,
  savedPassword: async (address) => {
    // Fills in the parts that an address leaves out.
    const { host, port, user, database, password } = new pg.Client({ ...address });
    return (
      password ??
      (await new Promise<string | undefined>((resolve) => {
        pgpass({ host, port, user, database }, resolve);
      }))
    );
  },
};
