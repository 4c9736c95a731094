import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ArchiveChoice, serverOf } from '../../client/archiveChoice.js';
import { ARCHIVE_PASSWORD_VARIABLE, ARCHIVE_VARIABLE } from '../../protocol/archive.js';

const ADDRESS = 'postgresql://anna@db.example/archive';

/** An editor in which settings, trust, memory and answers are in the test's hands. */
class Editor {
  address = '';
  isTrusted = true;
  agreed: string | undefined;
  readonly passwords = new Map<string, string>();
  readonly asked: string[] = [];
  restarts = 0;
  answer: () => Promise<boolean> = () => Promise.resolve(true);
  readonly choice = new ArchiveChoice({
    address: () => this.address,
    isTrusted: () => this.isTrusted,
    agreed: () => this.agreed,
    rememberAgreement: (server) => {
      this.agreed = server;
      return Promise.resolve();
    },
    ask: (server) => {
      this.asked.push(server);
      return this.answer();
    },
    password: (address) => Promise.resolve(this.passwords.get(address)),
    restart: () => {
      this.restarts++;
    },
  });
}

describe('the archive of the editor', () => {
  it('is none without the setting: nothing is asked and nothing passed to the server', async () => {
    const editor = new Editor();
    await editor.choice.load();
    await editor.choice.update();
    assert.deepEqual(editor.choice.environment, {});
    assert.deepEqual([editor.asked, editor.restarts], [[], 0]);
  });

  it('is passed to the server once the reporter has agreed to send words there', async () => {
    const editor = new Editor();
    editor.address = ADDRESS;
    await editor.choice.load();
    assert.deepEqual(editor.choice.environment, {});
    await editor.choice.update();
    assert.deepEqual(editor.choice.environment, { [ARCHIVE_VARIABLE]: ADDRESS });
    assert.deepEqual([editor.asked, editor.restarts], [['db.example'], 1]);
    await editor.choice.update();
    assert.deepEqual([editor.asked.length, editor.restarts], [1, 1]);
    editor.address = '';
    await editor.choice.update();
    assert.deepEqual([editor.choice.environment, editor.restarts], [{}, 2]);
  });

  it('is not asked about again in a session if the reporter did not agree', async () => {
    const editor = new Editor();
    editor.address = ADDRESS;
    editor.answer = () => Promise.resolve(false);
    await editor.choice.update();
    await editor.choice.update();
    assert.deepEqual([editor.asked.length, editor.restarts, editor.choice.environment], [1, 0, {}]);
  });

  it('needs a new agreement for another server, also if the address changed during the question', async () => {
    const editor = new Editor();
    editor.address = ADDRESS;
    editor.agreed = 'db.example';
    await editor.choice.load();
    assert.equal(editor.choice.environment[ARCHIVE_VARIABLE], ADDRESS);
    editor.address = 'postgresql://anna@evil.example/archive';
    editor.answer = () => {
      editor.answer = () => Promise.resolve(false);
      editor.address = 'postgresql://anna@worse.example/archive';
      return Promise.resolve(true);
    };
    await editor.choice.update();
    assert.deepEqual(editor.asked, ['evil.example', 'worse.example']);
    assert.deepEqual(editor.choice.environment, {});
  });

  it('is none in an untrusted folder, even after an agreement', async () => {
    const editor = new Editor();
    editor.address = ADDRESS;
    editor.agreed = 'db.example';
    editor.isTrusted = false;
    await editor.choice.load();
    await editor.choice.update();
    assert.deepEqual([editor.choice.environment, editor.asked], [{}, []]);
    editor.isTrusted = true;
    await editor.choice.update();
    assert.deepEqual(editor.choice.environment, { [ARCHIVE_VARIABLE]: ADDRESS });
  });

  it('has the password of its own address, and starts the server again with another', async () => {
    const editor = new Editor();
    editor.address = ADDRESS;
    editor.agreed = 'db.example';
    editor.passwords.set('postgresql://anna@db.example/other', 'barley');
    await editor.choice.load();
    assert.equal(editor.choice.environment[ARCHIVE_PASSWORD_VARIABLE], undefined);
    editor.passwords.set(ADDRESS, 'sesame');
    await editor.choice.update();
    assert.deepEqual(editor.choice.environment, {
      [ARCHIVE_VARIABLE]: ADDRESS,
      [ARCHIVE_PASSWORD_VARIABLE]: 'sesame',
    });
    assert.equal(editor.restarts, 1);
  });

  it('names the server of an address', () => {
    for (const [address, server] of [
      [ADDRESS, 'db.example'],
      ['postgres://db.example:5433/archive?sslrootcert=/etc/ca.pem', 'db.example:5433'],
      ['postgresql:///archive', 'localhost'],
      ['postgresql://anna@/archive?host=/var/run/postgresql', '/var/run/postgresql'],
      ['postgresql://anna@decoy.example/archive?host=db.example', 'db.example'],
      ['postgresql://anna@db.example', undefined],
      ['https://db.example/archive', undefined],
      ['', undefined],
    ] as const) {
      assert.equal(serverOf(address), server, address);
    }
  });
});
