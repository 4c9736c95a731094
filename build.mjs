// Bundles the entry points into dist/ and builds the built-in reference from its dossier.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

// Only the bundles of the database driver and of the loopback transport can reach the network,
// although packages in others could: those of the protocol open sockets, and the one for PDFs loads
// URLs.
const NO_NETWORK = {
  alias: { net: resolve('server/bin/noNetwork.ts') },
  define: { fetch: 'undefined', XMLHttpRequest: 'undefined', WebSocket: 'undefined' },
};

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

// With --watch, the bundles have source maps and are rebuilt after each change, until the process is stopped.
const { watch } = parseArgs({ options: { watch: { type: 'boolean', default: false } } }).values;

// Separate bundles, which an entry point imports when it needs them, so that it starts without them.
const SEPARATE_BUNDLES = new Map([
  ['./node.js', './server.cjs'],
  ['./nodeSession.js', './session.cjs'],
  ['./terminal.js', './terminal.cjs'],
  ['./mcp.js', './mcp.cjs'],
  ['./databaseDriver.js', './databaseDriver.cjs'],
  ['./loopbackTransport.js', './loopbackTransport.cjs'],
]);

/** @type {import('esbuild').Plugin} */
const separateBundles = {
  name: 'separate-bundles',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && SEPARATE_BUNDLES.has(path)
        ? { path: SEPARATE_BUNDLES.get(path), external: true }
        : undefined,
    ),
};

// The package of the native engine looks for its binary in its own folder, the bundle in `dist/native`.
/** @type {import('esbuild').Plugin} */
const nativeBinding = {
  name: 'native-binding',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /onnxruntime-node[\\/]dist[\\/]binding\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/(?<=\brequire\()`[^`]*\.node`/u, `'${NATIVE_BINDING}'`);
      if (contents === text) throw new Error(`${path} loads its binary in an unknown way`);
      return { contents };
    });
    onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
  },
};

const NATIVE_BINDING = './native/onnxruntime_binding.node';

// A single character outside Latin-1, as the bundler leaves them in regular expressions, makes V8 store the whole
// bundle with two bytes per character. Escaping it does not change the meaning, neither in a regular expression
// nor in the raw string that one is built from.
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

// All that a reading depends on; stored readings of another version are not used.
const READER = [
  'readerProcess.cjs',
  'readerWorker.mjs',
  'ort-wasm-simd-threaded.wasm',
  'sentence.onnx',
  'sentence-labels.json',
  'claim.onnx',
  'claim-labels.json',
  'reader-vocabulary.txt',
];

/**
 * Builds one bundle, and keeps it up to date with --watch. Breakpoints need one line for each statement and columns
 * that no plugin has moved, so such a bundle is neither minified nor escaped.
 *
 * @param {import('esbuild').BuildOptions} bundleOptions
 */
async function bundle(bundleOptions) {
  if (!watch) {
    await build(bundleOptions);
    return;
  }
  const watched = await context({
    ...bundleOptions,
    sourcemap: 'linked',
    logLevel: 'info',
    minify: false,
    minifySyntax: false,
    minifyWhitespace: false,
    plugins: (bundleOptions.plugins ?? []).filter((plugin) => plugin !== ascii),
  });
  await watched.rebuild();
  await watched.watch();
}

/** @param {readonly string[]} names */
async function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(await readFile(`dist/${name}`));
  return hash.digest('hex');
}

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Names are kept for readable stack traces. Keeping them with `keepNames` beside minified ones would name every
  // closure when it is created, which costs a tenth of the time per key.
  minifySyntax: true,
  minifyWhitespace: true,
  // The protocol's packages are UMD by default; only their ESM builds can be bundled.
  mainFields: ['module', 'main'],
  alias: NO_NETWORK.alias,
  define: {
    ...NO_NETWORK.define,
    COPYDESK_VERSION: JSON.stringify(version),
    // The equivalent in a CommonJS bundle.
    'import.meta.url': '__filename',
  },
  plugins: [separateBundles, ascii],
  supported: {
    // Compiled to “require”: the loader of ES modules takes as long again as parsing.
    'dynamic-import': false,
    // Otherwise esbuild would replace every regular expression with Unicode properties by a constructor call, for
    // early versions of Node 20 with an older Unicode version.
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

// The file names depend on the contents.
await rm('dist/extractors', { recursive: true, force: true });
await rm('dist/archive', { recursive: true, force: true });
await Promise.all([
  bundle({
    ...options,
    entryPoints: ['server/bin/cli.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  bundle({ ...options, entryPoints: ['server/bin/terminal.ts'], outfile: 'dist/terminal.cjs' }),
  bundle({ ...options, entryPoints: ['server/bin/mcp.ts'], outfile: 'dist/mcp.cjs', minify: true }),
  bundle({ ...options, entryPoints: ['server/bin/node.ts'], outfile: 'dist/server.cjs' }),
  bundle({ ...options, entryPoints: ['server/bin/nodeSession.ts'], outfile: 'dist/session.cjs' }),
  // Loaded when an archive is opened, which the reporter must have asked for.
  bundle({
    ...options,
    entryPoints: ['server/bin/databaseDriver.ts'],
    outfile: 'dist/databaseDriver.cjs',
    alias: {},
    // Used by the driver in place of sockets on another platform, and in place of itself.
    external: ['pg-native', 'pg-cloudflare'],
  }),
  // Loaded when a model on this machine is asked, which the reporter must have asked for.
  bundle({
    ...options,
    entryPoints: ['server/bin/loopbackTransport.ts'],
    outfile: 'dist/loopbackTransport.cjs',
    alias: {},
  }),
  bundle({
    ...options,
    entryPoints: ['server/bin/ingestWorker.ts'],
    outfile: 'dist/ingestWorker.cjs',
  }),
  // The code for each document format is a file of its own, loaded with the first such document.
  bundle({
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
  // An ES module, because the runtime of the model asks for the URL of its module.
  bundle({
    ...options,
    entryPoints: ['server/bin/readerWorker.ts'],
    outfile: 'dist/readerWorker.mjs',
    format: 'esm',
    minify: true,
    supported: { 'regexp-unicode-property-escapes': true },
    define: NO_NETWORK.define,
  }),
  bundle({
    ...options,
    entryPoints: ['server/bin/readerProcess.ts'],
    outfile: 'dist/readerProcess.cjs',
    minify: true,
    plugins: [...options.plugins, nativeBinding],
  }),
  bundle({
    ...options,
    entryPoints: ['client/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    // The editor waits until it is loaded.
    minify: true,
  }),
]);
await Promise.all([
  bundle({
    ...browserOptions,
    entryPoints: ['client/webview/factSheet.ts'],
    outfile: 'dist/factSheet.js',
    format: 'esm',
    // The page of a view runs in the browser of the editor, on the desktop too.
    define: NO_NETWORK.define,
  }),
  bundle({
    ...browserOptions,
    entryPoints: ['client/webExtension.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  bundle({
    ...browserOptions,
    entryPoints: ['server/bin/browser.ts'],
    outfile: 'dist/web/server.js',
    // Packages may expect a page under the condition “browser”, which a worker does not have.
    conditions: ['worker', 'module'],
  }),
  bundle({
    ...browserOptions,
    entryPoints: ['server/bin/readerBrowserWorker.ts'],
    outfile: 'dist/web/readerWorker.js',
    // The runtime of the model is a module; a worker that is started from a blob is none.
    define: { ...browserOptions.define, 'import.meta.url': 'self.location.href' },
  }),
]);
await copyFile('client/webview/factSheet.css', 'dist/factSheet.css');
await cp('server/archive/migrations', 'dist/archive', { recursive: true });
await copyFile('models/grammar/weights.bin', 'dist/grammar.bin');
await copyFile('models/spelling/words.bin', 'dist/words.bin');
await copyFile('models/sentence/model.onnx', 'dist/sentence.onnx');
await copyFile('models/sentence/labels.json', 'dist/sentence-labels.json');
await copyFile('models/claim/model.onnx', 'dist/claim.onnx');
await copyFile('models/claim/labels.json', 'dist/claim-labels.json');
await copyFile('models/sentence/vocabulary.txt', 'dist/reader-vocabulary.txt');
await copyFile(
  'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  'dist/ort-wasm-simd-threaded.wasm',
);
await copyNativeFiles();
const large = await copyLargeReaders();
await writeFile('dist/reader-version.txt', await hashOf([...READER, ...large]));
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
if (watch) console.log('The bundles in dist/ are up to date. Waiting for changes…');

/** Copies the large readers, if they have been exported to `models/desktop`, without their cards; returns their paths. */
async function copyLargeReaders() {
  await rm('dist/desktop', { recursive: true, force: true });
  if (!existsSync('models/desktop')) return [];
  const paths = await readdir('models/desktop', { recursive: true });
  const files = paths.filter((path) => /\.(?:bin|json|onnx|txt)$/u.test(path)).sort();
  for (const path of files) {
    const to = join('dist/desktop', path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join('models/desktop', path), to);
  }
  return files.map((path) => `desktop/${path}`);
}

/** Copies the native engine for the platform that the build runs on; there is none for some. */
async function copyNativeFiles() {
  const { platform, arch } = process;
  const files = JSON.parse(await readFile('nativeFiles.json', 'utf8'))[`${platform}-${arch}`] ?? [];
  await rm('dist/native', { recursive: true, force: true });
  for (const name of files) {
    await mkdir('dist/native', { recursive: true });
    await copyFile(
      `node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/${name}`,
      `dist/native/${name}`,
    );
  }
}
