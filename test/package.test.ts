import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { PackageManager, listFiles } from '@vscode/vsce';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

describe('the package', function () {
  // The packager looks through all that is installed here.
  this.timeout(60_000);

  it('holds what the extension needs, and nothing else', async () => {
    const files = (await listFiles({ packageManager: PackageManager.None })).map((name) =>
      // What a reader of documents needs is cut into files whose names end in a hash.
      name.replace(/-[0-9A-Z]{8}(?=\.mjs$)/u, ''),
    );
    assert.deepEqual(files.sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'dist/astana-summit.json',
      'dist/client.cjs',
      'dist/extractors/chunk.mjs',
      'dist/extractors/chunk.mjs',
      'dist/extractors/chunk.mjs',
      'dist/extractors/docx.mjs',
      'dist/extractors/extractorWorker.mjs',
      'dist/extractors/html.mjs',
      'dist/extractors/pdf.mjs',
      'dist/extractors/pdfjs.mjs',
      'dist/gaps.bin',
      'dist/grammar.bin',
      'dist/ingestWorker.cjs',
      'dist/server.cjs',
      'dist/session.cjs',
      'dist/web/client.js',
      'dist/web/server.js',
      'icons/copydesk.png',
      'icons/desk.svg',
      'package.json',
      'package.nls.json',
      'reference/astana-summit.md',
      'samples/astana-report.md',
      'schemas/decisions.schema.json',
      'syntaxes/copydesk.tmLanguage.json',
      'walkthrough/fact-sheet.md',
      'walkthrough/mark.md',
      'walkthrough/mend.md',
      'walkthrough/sample.md',
      'walkthrough/sources.md',
    ]);
  });

  it('has the connection to the editor once, though checks are a bundle of their own', () => {
    assert.match(readFileSync('dist/server.cjs', 'utf8'), /vscode-jsonrpc/u);
    assert.doesNotMatch(readFileSync('dist/session.cjs', 'utf8'), /vscode-jsonrpc/u);
  });

  it('has bundles that the engine holds in one byte a character', () => {
    for (const bundle of ['client', 'server', 'desk', 'learning', 'terminal', 'web/server']) {
      const suffix = bundle.startsWith('web/') ? 'js' : 'cjs';
      assert.match(readFileSync(`dist/${bundle}.${suffix}`, 'utf8'), /^\p{ASCII}*$/u, bundle);
    }
  });

  it('is built from dependencies that are each pinned by their hash', () => {
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
