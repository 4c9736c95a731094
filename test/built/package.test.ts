import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, it } from 'mocha';
import nativeFiles from '../../nativeFiles.json' with { type: 'json' };
import { TARGETS, type Target, pack, packageFiles } from '../../packaging.js';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

/** The packager's names for files that the marketplace shows. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['CHANGELOG.md', 'changelog.md'],
  ['LICENSE', 'LICENSE.txt'],
  ['docs/extension.md', 'readme.md'],
]);

/** The files of every package; hashes are left out of the names of the extractors, which are split into files. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'dist/astana-summit.json',
  'dist/cli.cjs',
  'dist/client.cjs',
  'dist/databaseDriver.cjs',
  'dist/extractors/chunk.mjs',
  'dist/extractors/docx.mjs',
  'dist/extractors/eml.mjs',
  'dist/extractors/extractorWorker.mjs',
  'dist/extractors/html.mjs',
  'dist/extractors/pdf.mjs',
  'dist/extractors/pdfjs.mjs',
  'dist/extractors/xlsx.mjs',
  'dist/factSheet.css',
  'dist/factSheet.js',
  'dist/grammar.bin',
  'dist/ingestWorker.cjs',
  'dist/loopbackTransport.cjs',
  'dist/mcp.cjs',
  'dist/ort-wasm-simd-threaded.wasm',
  'dist/reader-version.txt',
  'dist/reader-vocabulary.txt',
  'dist/readerProcess.cjs',
  'dist/readerWorker.mjs',
  'dist/sentence-labels.json',
  'dist/sentence.onnx',
  'dist/server.cjs',
  'dist/session.cjs',
  'dist/terminal.cjs',
  'dist/web/client.js',
  'dist/web/readerWorker.js',
  'dist/web/server.js',
  'dist/words.bin',
  'docs/extension.md',
  'docs/rules.md',
  'icons/activity-bar.svg',
  'icons/copydesk.png',
  'package.json',
  'package.nls.json',
  'reference/astana-summit.md',
  'samples/astana-report.md',
  'schemas/suppressions.schema.json',
  'syntaxes/copydesk.tmLanguage.json',
  'walkthrough/check.md',
  'walkthrough/fact-sheet.md',
  'walkthrough/finding.md',
  'walkthrough/fix.md',
  'walkthrough/sample.md',
  'walkthrough/sources.md',
];

/** The files that only the package for a platform contains. */
const NATIVE: Readonly<Record<Target, readonly string[]>> = {
  universal: [],
  'darwin-arm64': ['libonnxruntime.1.dylib', 'onnxruntime_binding.node'],
  'linux-arm64': ['libonnxruntime.so.1', 'onnxruntime_binding.node'],
  'linux-x64': ['libonnxruntime.so.1', 'onnxruntime_binding.node'],
  'win32-arm64': ['onnxruntime.dll', 'onnxruntime_binding.node'],
  'win32-x64': ['onnxruntime.dll', 'onnxruntime_binding.node'],
};

/** The large readers, which need the native engine: each has a folder, and two files are for all. */
const LARGE_READERS = ['judge', 'sentence'];
const OF_EACH_READER = ['decisions.json', 'labels.json', 'model.onnx'];
const OF_ALL_READERS = ['table.bin', 'vocabulary.txt'];

/** All files of the package for a target, in order. */
function filesFor(target: Target): readonly string[] {
  const native = NATIVE[target].map((name) => `dist/native/${name}`);
  const exported = LARGE_READERS.filter((name) => existsSync(join('models', 'desktop', name)));
  const large = [
    ...OF_ALL_READERS,
    ...exported.flatMap((name) => OF_EACH_READER.map((file) => join(name, file))),
  ].map((path) => `dist/desktop/${path}`);
  return [...FILES, ...native, ...(target === 'universal' ? [] : large)].sort();
}

function withoutHashes(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.replace(/-[0-9A-Z]{8}(?=\.mjs$)/u, '')))].sort();
}

/** The sizes of the files of a package that is there as a file, in bytes, and its manifest. */
function opened(path: string): {
  readonly sizes: ReadonlyMap<string, number>;
  readonly manifest: string;
} {
  const sizes = new Map<string, number>();
  const read = unzipSync(readFileSync(path), {
    filter: ({ name, originalSize }) => {
      sizes.set(name, originalSize);
      return name === 'extension.vsixmanifest';
    },
  });
  return { sizes, manifest: strFromU8(read['extension.vsixmanifest'] ?? new Uint8Array()) };
}

describe('the package', function () {
  // The packager searches everything that is installed here.
  this.timeout(120_000);

  for (const target of TARGETS) {
    it(`contains what the extension needs, and nothing else, for ${target}`, async () => {
      const files = await packageFiles(target);
      assert.deepEqual(withoutHashes([...files.keys()]), filesFor(target));
      for (const from of files.values()) assert.ok(existsSync(from), from);
    });
  }

  for (const target of ['linux-x64', 'universal'] as const) {
    it(`is a file with them for ${target}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
      try {
        const file = join(folder, 'copydesk.vsix');
        await pack(target, file);
        const { sizes, manifest } = opened(file);
        const shipped = [...sizes.keys()].flatMap((name) =>
          name.startsWith('extension/') ? [name.slice('extension/'.length)] : [],
        );
        assert.deepEqual(
          withoutHashes(shipped),
          filesFor(target)
            .map((name) => RENAMED.get(name) ?? name)
            .sort(),
        );
        for (const [name, from] of await packageFiles(target))
          if (name.startsWith('dist/'))
            assert.equal(sizes.get(`extension/${name}`), statSync(from).size, name);
        const platform = /TargetPlatform="([^"]+)"/u.exec(manifest)?.[1];
        assert.equal(platform, target === 'universal' ? undefined : target);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('contains the native engine without its installer and its code for graphics cards', () => {
    const bundle = readFileSync('dist/readerProcess.cjs', 'utf8');
    assert.match(bundle, /require\("\.\/native\/onnxruntime_binding\.node"\)/u);
    assert.doesNotMatch(bundle, /adm-zip|global-agent|nuget/iu);
    for (const other of ['cli', 'terminal', 'server', 'session', 'client', 'mcp'])
      assert.doesNotMatch(readFileSync(`dist/${other}.cjs`, 'utf8'), /onnxruntime/u, other);
  });

  it('contains native engines without code for the network', () => {
    for (const [platform, names] of Object.entries(nativeFiles))
      for (const name of names) {
        const folder = `node_modules/onnxruntime-node/bin/napi-v6/${platform.replace('-', '/')}`;
        const code = readFileSync(join(folder, name));
        // The first resolves an address on Linux, the second opens a connection on a Mac.
        for (const sign of ['getaddrinfo', 'NSURLSession', 'events.data.microsoft'])
          assert.ok(!code.includes(sign), `${platform}, ${name}: ${sign}`);
      }
  });

  it('contains the connection to the editor once, although the checks are a separate bundle', () => {
    assert.match(readFileSync('dist/server.cjs', 'utf8'), /vscode-jsonrpc/u);
    assert.doesNotMatch(readFileSync('dist/session.cjs', 'utf8'), /vscode-jsonrpc/u);
  });

  it('contains the protocol of assistants in a bundle that no other one contains', () => {
    assert.match(readFileSync('dist/mcp.cjs', 'utf8'), /resources\/read/u);
    for (const bundle of ['cli', 'terminal', 'server', 'session', 'client']) {
      assert.doesNotMatch(readFileSync(`dist/${bundle}.cjs`, 'utf8'), /resources\/read/u, bundle);
    }
  });

  it('contains the driver of the archive in a bundle that no other one contains', () => {
    const driver = /StartupMessage|requestSsl/u;
    assert.match(readFileSync('dist/databaseDriver.cjs', 'utf8'), driver);
    for (const bundle of ['cli', 'terminal', 'server', 'session', 'client', 'mcp']) {
      assert.doesNotMatch(readFileSync(`dist/${bundle}.cjs`, 'utf8'), driver, bundle);
    }
  });

  it('contains bundles that the engine stores with one byte a character', () => {
    for (const bundle of [
      'client',
      'server',
      'session',
      'ingestWorker',
      'terminal',
      'mcp',
      'web/server',
    ]) {
      const suffix = bundle.startsWith('web/') ? 'js' : 'cjs';
      assert.match(readFileSync(`dist/${bundle}.${suffix}`, 'utf8'), /^\p{ASCII}*$/u, bundle);
    }
  });

  it('is built from dependencies that are pinned by hash', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, Locked>>;
    };
    const loose = Object.entries(lock.packages).filter(
      ([path, { integrity, link }]) => path !== '' && integrity === undefined && link !== true,
    );
    assert.deepEqual(
      loose.map(([path]) => path),
      [],
    );
  });
});
