import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { PackageManager, listFiles } from '@vscode/vsce';
import manifest from '../../package.json' with { type: 'json' };

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

describe('the package', function () {
  // The packager searches everything that is installed here.
  this.timeout(60_000);

  it('contains what the extension needs, and nothing else', async () => {
    const { readmePath } = manifest.vsce;
    const options = { packageManager: PackageManager.None, readmePath };
    const listed = await listFiles(options);
    const files = listed.map((name) =>
      // The extractors are split into files whose names end in a hash.
      name.replace(/-[0-9A-Z]{8}(?=\.mjs$)/u, ''),
    );
    assert.deepEqual([...new Set(files)].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'dist/astana-summit.json',
      'dist/claim-labels.json',
      'dist/claim.onnx',
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
      'dist/grammar.bin',
      'dist/ingestWorker.cjs',
      'dist/mcp.cjs',
      'dist/ort-wasm-simd-threaded.wasm',
      'dist/reader-version.txt',
      'dist/reader-vocabulary.txt',
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
      'walkthrough/fact-sheet.md',
      'walkthrough/finding.md',
      'walkthrough/fix.md',
      'walkthrough/sample.md',
      'walkthrough/sources.md',
    ]);
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
