import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { URI } from 'vscode-uri';
import {
  fileNameOf,
  parentFolder,
  parseUri,
  relativePath,
  uriKey,
} from '../../server/workspace/uris.js';

describe('URIs', () => {
  it('have one key however they are escaped', () => {
    for (const [one, other] of [
      ['file:///story/one, two.md', 'file:///story/one%2C%20two.md'],
      ['memory:///a.md', 'memory:/a.md'],
      ['file:///C:/story', 'file:///c%3A/story'],
    ] as const) {
      assert.equal(uriKey(one), uriKey(other));
    }
    assert.notEqual(uriKey('file:///a.md'), uriKey('file:///A.md'));
  });

  it('are handled without an error if they are invalid', () => {
    for (const text of ['memory:////x', 'file:///\uD800.md']) {
      assert.equal(parseUri(text), undefined);
      assert.equal(parentFolder(text), undefined);
      assert.equal(uriKey(text), text);
      assert.equal(fileNameOf(text), text);
    }
  });

  it('have a file name and a folder', () => {
    assert.equal(fileNameOf('file:///story/one%2C%20two.md'), 'one, two.md');
    assert.equal(fileNameOf('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(parentFolder('file:///story/a.md')?.toString(), 'file:///story');
  });

  it('have paths relative to a folder that contains them', () => {
    const path = (folder: string, file: string): string | undefined =>
      relativePath(URI.parse(folder), URI.parse(file));
    assert.equal(path('file:///story', 'file:///story/may/a%20b.md'), 'may/a b.md');
    assert.equal(path('file:///story/', 'file:///story/a.md'), 'a.md');
    assert.equal(path('vfs://host', 'vfs://host/a.md'), 'a.md');
    assert.equal(path('file:///story', 'file:///story'), '');
    assert.equal(path('file:///story/', 'file:///story'), '');
    for (const file of ['file:///story2/a.md', 'file:///a.md', 'vfs:///story/a.md']) {
      assert.equal(path('file:///story', file), undefined, file);
    }
    assert.equal(path('vfs://host/story', 'vfs://other/story/a.md'), undefined);
  });
});
