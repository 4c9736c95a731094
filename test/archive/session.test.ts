import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { Archive } from '../../server/archive/archive.js';
import { openArchive } from '../../server/archive/postgresArchive.js';
import { driver } from '../../server/bin/databaseDriver.js';
import { ROOT } from '../machine.js';
import { TestClient } from '../protocol/testClient.js';
import { DRAFT, FakeEditor, UNCANCELLED } from '../session/fakeEditor.js';
import { type Cluster, KEYHOLDER, sharedCluster } from './cluster.js';
import { FERRY, documentOf } from './stories.js';

const MIGRATIONS = join(ROOT, 'server', 'archive', 'migrations');
const LOCAL = 'The library of Tolmin opened on Monday.\n';
const CLAIM = 'The harbour board of Tolmin bought two ferries for 14 million euros.';
const TEXT = `${LOCAL.trim()} ${CLAIM}\n`;

function open(address: string, password?: string): Promise<Archive> {
  return openArchive(driver, address, password, MIGRATIONS);
}

/** The maximum time for an answer of a real server, in milliseconds. */
const LONGEST = 20_000;

/**
 * Waits for a real server's answer, which no clock of a test controls. Rejects if there is none.
 */
async function until(holds: () => boolean): Promise<void> {
  const started = performance.now();
  while (!holds()) {
    if (performance.now() - started > LONGEST) throw new Error('The server did not answer.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('an editing session with an archive', function () {
  this.timeout(60_000);
  let cluster: Cluster;
  let address: string;

  before(async () => {
    cluster = sharedCluster();
    const owner = await open(await cluster.createDatabase('session'));
    await owner.migrate();
    await owner.store([documentOf('ferry', FERRY)]);
    await owner.tidy();
    await owner.close();
    await cluster.run('session', `CREATE ROLE dora LOGIN IN ROLE copydesk_reporter`);
    address = cluster.address('session', 'dora');
  });

  const editorAt = (at: string, password?: string): FakeEditor =>
    new FakeEditor({
      files: { 'sources/notes.md': LOCAL },
      openArchive: () => open(at, password),
      initializationOptions: { commands: ['copydesk.showFactSheet'] },
    });
  const state = (editor: FakeEditor): string | undefined =>
    editor.checked.at(-1)?.draft?.state.text;

  it('shows claims that only the archive supports, in hovers and the fact sheet', async () => {
    const editor = editorAt(address);
    editor.open(TEXT);
    await editor.timers.pass(1_500);
    await until(() => editor.timers.waiting.length > 0);
    await editor.timers.pass(0);
    assert.equal(state(editor), 'Checked against your sources and your archive.');
    const asked = editor.handlers.factSheet.sheet({ textDocument: { uri: DRAFT } }, UNCANCELLED);
    await editor.timers.pass(0);
    const sheet = await asked;
    assert.deepEqual(
      sheet?.entries.at(-1)?.evidence.map(({ source, link }) => [source, link]),
      [['archive, 12 March 2021, ferry', 'https://news.example/ferry']],
    );
    const hover = editor.handlers.annotations.hover(
      { textDocument: { uri: DRAFT }, position: { line: 0, character: TEXT.indexOf('bought') } },
      UNCANCELLED,
    );
    await editor.timers.pass(0);
    assert.match(
      JSON.stringify(await hover),
      /Only your archive of 12 March 2021 has this\..*\(\[archive, 12 March 2021, ferry\]\(https:\/\/news\.example\/ferry\)\)/u,
    );
    await editor.session.shutdown();
  });

  it('continues without a server that is down, and uses it when it is back', async () => {
    const editor = editorAt(address);
    cluster.stop();
    try {
      editor.open(TEXT);
      await editor.timers.pass(1_500);
      await until(() => editor.messages.some((message) => message.includes('does not answer')));
      await editor.timers.pass(0);
      assert.deepEqual(editor.codes, ['claim/unsupported']);
      assert.equal(state(editor), 'Checked against your sources.');
    } finally {
      cluster.start();
    }
    await editor.timers.pass(5_000);
    await until(() => editor.messages.at(-1) === 'The archive answers again.');
    await editor.timers.pass(500);
    assert.deepEqual(editor.codes, []);
    assert.equal(state(editor), 'Checked against your sources and your archive.');
    await editor.session.shutdown();
  });

  it('reports a wrong password once, and never shows it', async () => {
    await cluster.run(
      'session',
      `DO $$ BEGIN CREATE ROLE ${KEYHOLDER} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
       ALTER ROLE ${KEYHOLDER} PASSWORD 'open sesame';
       GRANT copydesk_reporter TO ${KEYHOLDER};`,
    );
    const locked = cluster.address('session', KEYHOLDER);
    for (const [password, problem] of [
      ['open barley', /does not accept keyholder: .*“Copydesk: Set Archive Password…”/u],
      [undefined, /asks for a password: .*“Copydesk: Set Archive Password…”/u],
    ] as const) {
      const editor = editorAt(locked, password);
      editor.open(TEXT);
      await editor.timers.pass(1_500);
      await until(() => editor.messages.length >= 2);
      assert.match(editor.messages.join('\n'), problem);
      assert.doesNotMatch(editor.messages.join('\n'), /barley/u);
      await editor.session.shutdown();
    }
    const editor = editorAt(locked, 'open sesame');
    editor.open(TEXT);
    await editor.timers.pass(1_500);
    await until(() => editor.timers.waiting.length > 0);
    await editor.timers.pass(0);
    assert.equal(state(editor), 'Checked against your sources and your archive.');
    await editor.session.shutdown();
  });

  describe('behind the protocol', () => {
    let folder: string;

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'copydesk-session-'));
      mkdirSync(join(folder, 'sources'));
      writeFileSync(join(folder, 'sources', 'notes.md'), LOCAL);
    });

    after(() => rmSync(folder, { recursive: true, force: true }));

    it('is asked by the built server if the environment names it', async () => {
      const client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio'], {
        COPYDESK_ARCHIVE: address,
      });
      client.settings = { sentenceReader: 'off' };
      await client.start(pathToFileURL(folder).href, undefined, {
        commands: ['copydesk.showFactSheet'],
      });
      const uri = pathToFileURL(join(folder, 'draft.md')).href;
      await client.open(uri, TEXT);
      await until(() =>
        client.checked.some(({ draft }) => draft?.state.text.includes('your archive') === true),
      );
      assert.equal(await client.end(), 0);
    });
  });
});
