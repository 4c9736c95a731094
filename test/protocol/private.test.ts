import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { findProgram } from '../machine.js';
import { QUIET, Talk } from './talk.js';

const TEXT = 'Council leader Maren Oduay opened the lido.\n';
const SOURCES: readonly (readonly [string, string])[] = [
  [
    'lido.md',
    'Council leader Maren Oduya opened the lido on Monday. Maren Oduya, the leader, spoke.\n',
  ],
  // Whoever loads what this page names would have to ask for it.
  [
    'page.html',
    '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body><article><h1>Lido</h1><p>The lido opened. <img src="http://127.0.0.1:9/a.png"></p></article></body></html>',
  ],
];

/** Loaded before the program: it ends at the first attempt to reach anything outside, with a status of its own. */
const TRAP = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns';
  import net from 'node:net';
  import dgram from 'node:dgram';
  const fall = () => process.exit(86);
  net.Socket.prototype.connect = fall;
  net.Server.prototype.listen = fall;
  dgram.Socket.prototype.send = fall;
  dns.lookup = fall;
  globalThis.fetch = fall;
`)}`;

/** What starts a program without any network, where this system lets a user do that. */
function cutOff(): readonly string[] {
  const unshare = findProgram('unshare');
  if (unshare === undefined) return [];
  const command = [unshare, '--net', '--map-root-user'];
  return spawnSync(unshare, [...command.slice(1), 'true']).status === 0 ? command : [];
}

const NODE = [...cutOff(), process.execPath, '--import', TRAP];

describe('the program', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'draft.md'), TEXT);
    for (const [name, text] of SOURCES) await writeFile(join(folder, 'sources', name), text);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('checks from the command line with the network cut off', () => {
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

  it('serves an editor with the network cut off', async () => {
    const talk = new Talk([...NODE, 'dist/server.cjs', '--stdio']);
    talk.settings = { severity: QUIET };
    await talk.start(pathToFileURL(folder).href);
    const draft = pathToFileURL(join(folder, 'draft.md')).href;
    await talk.open(draft, TEXT);
    const codes = (await talk.diagnostics(draft, 1)).map(({ code }) => code);
    assert.deepEqual(codes, ['name/misspelled']);
    assert.equal(await talk.end(), 0);
  });

  it('is built without anything that reaches the network, on a desktop and in a browser', async () => {
    const built = await readdir('dist', { recursive: true });
    const bundles = built.filter((name) => /\.[cm]?js$/u.test(name) && !/^test\b/u.test(name));
    assert.ok(bundles.includes('server.cjs') && bundles.includes('web/server.js'), bundles.join());
    for (const name of bundles) {
      const code = await readFile(join('dist', name), 'utf8');
      const found =
        /(?:require\(|from\s?|import\()["'](?:node:)?(?:net|tls|http2?|https|dgram|dns|inspector)["']|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\b(?:importScripts|sendBeacon)\(/u.exec(
          code,
        );
      assert.equal(found?.[0], undefined, name);
    }
  });

  it('does not take a socket to talk over', () => {
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
