import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readAddress } from '../../server/archive/address.js';
import { Connection } from '../../server/archive/connection.js';
import type { Driver } from '../../server/archive/driver.js';
import { driver } from '../../server/bin/databaseDriver.js';

const ADDRESS = readAddress('postgresql://anna@archive.example.org/archive');

/** The driver, with a network on which each query fails with a code and a message. */
function failing(code: string, message: string): Driver {
  class Pool extends driver.Pool {
    override query = (): Promise<never> =>
      Promise.reject(Object.assign(new Error(message), { code }));
  }
  return { ...driver, Pool };
}

describe('a connection to an archive that fails', () => {
  for (const [code, message, said] of [
    [
      'ENOTFOUND',
      'getaddrinfo ENOTFOUND',
      /^there is no host archive\.example\.org: check the address/u,
    ],
    [
      'ECONNREFUSED',
      'connect ECONNREFUSED',
      /does not answer: is it running, and is the port right\?$/u,
    ],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'self-signed certificate in certificate chain',
      /does not trust \(self-signed .*\): ask your newsroom .* “\?sslrootcert=FILE”/u,
    ],
    [
      'ECONNRESET',
      'read ECONNRESET',
      /^the archive's server at archive\.example\.org failed: read ECONNRESET$/u,
    ],
  ] as const) {
    it(`explains how to fix ${code}`, async () => {
      const connection = await Connection.to(failing(code, message), ADDRESS, undefined);
      await assert.rejects(connection.rows('SELECT 1'), { message: said });
      await connection.close();
    });
  }
});
