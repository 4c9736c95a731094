import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { encryptionFor, readAddress } from '../../server/archive/address.js';

describe('the address of a database', () => {
  it('is encrypted and verified unless the host is this machine', async () => {
    for (const local of [
      'postgresql://anna@localhost/archive',
      'postgresql://anna@127.0.0.1:5433/archive',
      'postgresql://anna@[::1]/archive',
      'postgresql://anna@/archive?host=/var/run/postgresql',
      'postgresql:///archive',
    ]) {
      assert.equal(await encryptionFor(readAddress(local)), false, local);
    }
    for (const remote of [
      'postgresql://anna@archive.example.org/archive',
      'postgres://localhost.example.org/archive',
      'postgresql://anna@10.0.0.4/archive',
      'postgresql://anna@127.0.0.1.example.org/archive',
      'postgresql://anna@localhost@db.example/archive',
    ]) {
      assert.deepEqual(
        await encryptionFor(readAddress(remote)),
        { rejectUnauthorized: true },
        remote,
      );
    }
  });

  it('accepts an address without user and host', () => {
    const hostOf = (address: string): string => readAddress(address).host;
    assert.equal(hostOf('postgresql://db.example/archive'), 'db.example');
    assert.equal(hostOf('postgresql://db.example:5433/archive'), 'db.example');
    assert.equal(hostOf('postgresql:///archive'), 'localhost');
    assert.equal(hostOf('postgresql://anna@/archive'), 'localhost');
  });

  it('names host, port, user and database', () => {
    assert.deepEqual(readAddress('postgresql://anna%20b@db.example:5433/news%20archive'), {
      host: 'db.example',
      port: 5433,
      user: 'anna b',
      database: 'news archive',
      isLocal: false,
      certificates: undefined,
    });
  });
});
