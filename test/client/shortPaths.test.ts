import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shortPaths } from '../../client/views/shortPaths.js';

describe('short paths', () => {
  it('are the names of files, with folders where two have one name', () => {
    assert.deepEqual(
      shortPaths(['sources/police.txt', 'sources/a/notes.md', 'sources/b/notes.md', 'notes.md']),
      new Map([
        ['sources/police.txt', 'police.txt'],
        ['sources/a/notes.md', 'a/notes.md'],
        ['sources/b/notes.md', 'b/notes.md'],
        ['notes.md', 'notes.md'],
      ]),
    );
  });

  it('are whole if one path is the end of another, and given once each', () => {
    assert.deepEqual(
      shortPaths(['notes.md', 'a/notes.md', 'a/notes.md']),
      new Map([
        ['a/notes.md', 'a/notes.md'],
        ['notes.md', 'notes.md'],
      ]),
    );
    assert.deepEqual(shortPaths([]), new Map());
  });
});
