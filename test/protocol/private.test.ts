import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { ownTarget } from '../../packaging.js';
import { findProgram } from '../machine.js';
import {
  SecondOpinionPlanRequest,
  SecondOpinionRequest,
  UseModelNotification,
} from '../../protocol/modelRequests.js';
import { FactSheetRequest } from '../../protocol/requests.js';
import { Installation } from './installation.js';
import { CAPABILITIES, QUIET, TestClient, WITH_FACT_SHEET } from './testClient.js';

const TEXT = 'Council leader Maren Oduay opened the lido.\n';
const SOURCES: readonly (readonly [string, string])[] = [
  [
    'lido.md',
    'Council leader Maren Oduya opened the lido on Monday. Maren Oduya, the leader, spoke.\n',
  ],
  // Loading the resources of this page would need the network.
  [
    'page.html',
    '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body><article><h1>Lido</h1><p>The lido opened. <img src="http://127.0.0.1:9/a.png"></p></article></body></html>',
  ],
];

/**
 * Loaded before the program: ends it with a special status at the first attempt to use the network
 * or to load code that could.
 */
const TRAP = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns';
  import net from 'node:net';
  import dgram from 'node:dgram';
  import { Module } from 'node:module';
  const load = Module._load;
  const ends = { databaseDriver: 87, loopbackTransport: 88 };
  Module._load = (name, ...others) => {
    for (const [bundle, status] of Object.entries(ends))
      if (name.includes(bundle)) process.exit(status);
    return load(name, ...others);
  };
  const exit = () => process.exit(86);
  net.Socket.prototype.connect = exit;
  net.Server.prototype.listen = exit;
  dgram.Socket.prototype.send = exit;
  dns.lookup = exit;
  globalThis.fetch = exit;
`)}`;

/** The command prefix that runs a program without a network, if the system permits it. */
function withoutNetwork(): readonly string[] {
  const unshare = findProgram('unshare');
  if (unshare === undefined) return [];
  const command = [unshare, '--net', '--map-root-user'];
  return spawnSync(unshare, [...command.slice(1), 'true']).status === 0 ? command : [];
}

const NODE = [...withoutNetwork(), process.execPath, '--import', TRAP];

describe('the program', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'draft.md'), TEXT);
    for (const [name, text] of SOURCES) await writeFile(join(folder, 'sources', name), text);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('checks drafts on the command line without a network', () => {
    const [program, ...args] = [...NODE, 'dist/cli.cjs', 'check', '--format', 'json'];
    const { status, stdout, stderr } = spawnSync(
      program,
      [...args, '--sources', join(folder, 'sources/**'), join(folder, 'draft.md')],
      { encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.match(stdout, /name\/misspelled/u);
  });

  it('answers an assistant without a network', () => {
    const [program, ...args] = [...NODE, 'dist/cli.cjs', 'mcp', '--no-reader', folder];
    const question = {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'who_is', arguments: { name: 'Oduya' } },
    };
    const { status, stdout } = spawnSync(program, args, {
      encoding: 'utf8',
      input: `${JSON.stringify(question)}\n`,
    });
    assert.equal(status, 0);
    assert.match(stdout, /leader/u);
  });

  const engines = [
    ['native engine', () => undefined],
    [
      'WebAssembly',
      (installation: Installation) => rmSync(installation.path('native'), { recursive: true }),
    ],
  ] as const;
  for (const [engine, change] of ownTarget() === 'universal' ? engines.slice(1) : engines) {
    it(`serves an editor without a network, and reads with ${engine}`, async () => {
      const installation = new Installation();
      change(installation);
      const client = new TestClient([...NODE, installation.path('server.cjs'), '--stdio']);
      client.settings = { severity: QUIET };
      await client.start(pathToFileURL(folder).href, CAPABILITIES, WITH_FACT_SHEET);
      const draft = pathToFileURL(join(folder, 'draft.md')).href;
      await client.open(draft, TEXT);
      const codes = (await client.diagnostics(draft, 1)).map(({ code }) => code);
      assert.deepEqual(codes, ['name/misspelled']);
      assert.match(await client.engine, new RegExp(`^Readers: ${engine}`, 'u'));
      assert.equal(await client.end(), 0);
      installation.remove();
    });
  }

  it('loads the driver of an archive only if one is named', async () => {
    const args = ['dist/cli.cjs', 'check', join(folder, 'draft.md'), '--no-reader'];
    const address = 'postgresql://anna@localhost:9/archive';
    const [program, ...given] = [...NODE, ...args, '--archive', address];
    assert.equal(spawnSync(program, given).status, 87);
    const client = new TestClient([...NODE, 'dist/server.cjs', '--stdio'], {
      COPYDESK_ARCHIVE: address,
    });
    await client.start(pathToFileURL(folder).href);
    await client.open(
      pathToFileURL(join(folder, 'draft.md')).href,
      'The harbour board of Tolmin bought two ferries for 14 million euros in 2019.\n',
    );
    assert.equal(await client.ended(), 87);
  });

  it('loads the code that reaches a model on this machine only when one is asked', async () => {
    const args = ['dist/cli.cjs', 'check', join(folder, 'draft.md'), '--no-reader'];
    const address = 'http://127.0.0.1:9/v1';
    const [program, ...given] = [...NODE, ...args, '--second-opinion', address, '--model', 'm'];
    assert.equal(spawnSync(program, given).status, 88);

    const client = new TestClient([...NODE, 'dist/server.cjs', '--stdio']);
    client.settings = { severity: QUIET, sentenceReader: 'off' };
    await client.start(pathToFileURL(folder).href, CAPABILITIES, WITH_FACT_SHEET);
    const uri = pathToFileURL(join(folder, 'draft.md')).href;
    const textDocument = { uri };
    await client.open(uri, TEXT);
    await client.diagnostics(uri, 1);
    const model = { kind: 'loopback', address, name: 'm' } as const;
    const use = { model, sharesConfidential: false, perHour: 1, patience: 1 };
    const { connection } = client;
    await connection.sendNotification(UseModelNotification, {
      folder: pathToFileURL(folder).href,
      use,
    });
    assert.notEqual(await connection.sendRequest(FactSheetRequest, { textDocument }), null);
    assert.notEqual(
      await connection.sendRequest(SecondOpinionPlanRequest, { textDocument, use }),
      null,
    );
    const position = { line: 0, character: 3 };
    const asked = connection.sendRequest(SecondOpinionRequest, { textDocument, position });
    asked.catch(() => undefined);
    assert.equal(await client.ended(), 88);
  });

  it('is built without code that reaches the network, for the desktop and the browser', async () => {
    const built = await readdir('dist', { recursive: true });
    // These are loaded only for an archive that the reporter has named, and for a model that the reporter asks.
    const exceptions = ['databaseDriver.cjs', 'loopbackTransport.cjs'];
    const bundles = built.filter(
      (name) => /\.[cm]?js$/u.test(name) && !/^test\b/u.test(name) && !exceptions.includes(name),
    );
    assert.ok(bundles.includes('server.cjs') && bundles.includes('web/server.js'), bundles.join());
    for (const name of bundles) {
      const code = await readFile(join('dist', name), 'utf8');
      const found =
        /(?:require\(|from\s?|import\()["'](?:node:)?(?:net|tls|http2?|https|dgram|dns|inspector)["']|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\b(?:importScripts|sendBeacon)\(/u.exec(
          code,
        );
      assert.equal(found?.[0], undefined, name);
    }
    const transport = await readFile('dist/loopbackTransport.cjs', 'utf8');
    const modules = [...transport.matchAll(/require\("([^"]+)"\)/gu)].map(([, name]) => name);
    assert.deepEqual(modules.sort(), ['node:http', 'node:net']);
    assert.doesNotMatch(transport, /\bfetch\b|lookup/u);
  });

  it('does not accept a socket as transport', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/server.cjs', '--pipe=/tmp/none'],
      {
        encoding: 'utf8',
      },
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /Copydesk uses no network/u);
  });
});
