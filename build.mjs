// Bundles the entries into dist/ and learns the base that ships from its dossier.
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

// No bundle can reach the network, though the packages in it could: those of the protocol open sockets,
// the one for PDFs loads addresses.
const NO_NETWORK = {
  alias: { net: resolve('server/bin/noNetwork.ts') },
  define: { fetch: 'undefined', XMLHttpRequest: 'undefined', WebSocket: 'undefined' },
};

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

// These are bundles of their own, so that an entry that imports one when it needs it starts without it.
const BUNDLES = new Map([
  ['./node.js', './server.cjs'],
  ['./nodeSession.js', './session.cjs'],
  ['./terminal.js', './terminal.cjs'],
]);

/** @type {import('esbuild').Plugin} */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && BUNDLES.has(path)
        ? { path: BUNDLES.get(path), external: true }
        : undefined,
    ),
};

// One character in an expression that is no ASCII, as the bundler leaves it there, has the engine hold the whole
// bundle in two bytes a character. In an expression, and in the raw text that one is made of, its escape means the
// same.
/** @type {import('esbuild').Plugin} */
const ascii = {
  name: 'ascii',
  setup: ({ initialOptions: { outfile }, onEnd }) =>
    onEnd(async () => {
      if (outfile === undefined) return;
      const text = await readFile(outfile, 'utf8');
      await writeFile(outfile, text.replace(/[^\0-\x7f]/gu, escaped));
    }),
};

/** @param {string} character */
function escaped(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return character.length === 1 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`;
}

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Names are kept, so that a failure tells where it was. To keep them beside shorter ones has every closure named
  // when it is made, a tenth of the time that a key takes.
  minifySyntax: true,
  minifyWhitespace: true,
  // The protocol's packages are UMD; their ESM builds are what a bundler can read.
  mainFields: ['module', 'main'],
  alias: NO_NETWORK.alias,
  define: {
    ...NO_NETWORK.define,
    COPYDESK_VERSION: JSON.stringify(version),
    // What a CommonJS bundle has in its place.
    'import.meta.url': '__filename',
  },
  plugins: [apart, ascii],
  supported: {
    // “require” in its place: what the loader of modules does for an import takes as long again as to parse.
    'dynamic-import': false,
    // For early versions of Node 20, which have the properties of an older Unicode, each expression would be
    // made anew by a constructor whenever it is come to.
    'regexp-unicode-property-escapes': true,
  },
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const browserOptions = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  define: { ...NO_NETWORK.define, COPYDESK_VERSION: JSON.stringify(version) },
  plugins: [ascii],
  logLevel: 'warning',
};

// The names of its files change with what they hold.
await rm('dist/extractors', { recursive: true, force: true });
await Promise.all([
  build({
    ...options,
    entryPoints: ['server/bin/cli.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({ ...options, entryPoints: ['server/bin/terminal.ts'], outfile: 'dist/terminal.cjs' }),
  build({ ...options, entryPoints: ['server/bin/node.ts'], outfile: 'dist/server.cjs' }),
  build({ ...options, entryPoints: ['server/bin/nodeSession.ts'], outfile: 'dist/session.cjs' }),
  build({
    ...options,
    entryPoints: ['server/bin/ingestWorker.ts'],
    outfile: 'dist/ingestWorker.cjs',
  }),
  // What each kind of document needs is a file of its own, loaded with the first such document.
  build({
    ...options,
    entryPoints: ['server/bin/extractorWorker.ts'],
    outdir: 'dist/extractors',
    format: 'esm',
    splitting: true,
    minify: true,
    supported: { 'regexp-unicode-property-escapes': true },
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    define: NO_NETWORK.define,
  }),
  build({
    ...options,
    entryPoints: ['client/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    // The editor waits for it.
    minify: true,
  }),
]);
await Promise.all([
  build({
    ...browserOptions,
    entryPoints: ['client/webExtension.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({
    ...browserOptions,
    entryPoints: ['server/bin/browser.ts'],
    outfile: 'dist/web/server.js',
    // A worker has no page, which packages may use that are told of a browser alone.
    conditions: ['worker', 'module'],
  }),
]);
await copyFile('models/grammar/weights.bin', 'dist/grammar.bin');
await copyFile('models/gaps/weights.bin', 'dist/gaps.bin');
await chmod('dist/cli.cjs', 0o755);
execFileSync(
  process.execPath,
  [
    'dist/cli.cjs',
    'reference',
    'build',
    'reference/astana-summit.md',
    '--out',
    'dist/astana-summit.json',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
