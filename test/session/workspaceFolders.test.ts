import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { URI } from 'vscode-uri';
import { WorkspaceFolders } from '../../server/session/workspaceFolders.js';

const named = (...uris: readonly string[]) => uris.map((uri) => ({ uri, name: '' }));

describe('workspace folders', () => {
  it('contain a file in the innermost of them', () => {
    const folders = new WorkspaceFolders();
    folders.change({
      added: named('file:///story', 'file:///story/may%20day', 'file:///story2/'),
      removed: [],
    });
    const folderOf = (uri: string): string | undefined =>
      folders.containing(URI.parse(uri))?.toString();
    assert.equal(folderOf('file:///story/a.md'), 'file:///story');
    assert.equal(folderOf('file:///story/may day/a.md'), 'file:///story/may%20day');
    assert.equal(folderOf('file:///story2/a.md'), 'file:///story2/');
    assert.equal(folderOf('file:///story3/a.md'), undefined);
    assert.equal(folderOf('untitled:Untitled-1'), undefined);
  });

  it('are the same with and without a slash at the end, and count once', () => {
    const folders = new WorkspaceFolders();
    folders.change({
      added: named('file:///story/', 'file:///story', 'file:///story'),
      removed: [],
    });
    assert.equal(folders.all.length, 1);
    folders.change({ added: [], removed: named('file:///story') });
    assert.deepEqual(folders.all, []);
  });

  it('are removed however they are escaped, and left out if their URI is invalid', () => {
    const folders = new WorkspaceFolders();
    folders.change({ added: named('file:///a%2Cb', 'memory:////x'), removed: [] });
    assert.equal(folders.all.length, 1);
    folders.change({ added: [], removed: named('file:///a,b') });
    assert.deepEqual(folders.all, []);
  });
});
