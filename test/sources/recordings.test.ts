import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { recordingsBeside } from '../../server/sources/recordings.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

describe('recordings beside captions', () => {
  it('are those of the same name, with pictures if there are two', async () => {
    const workspace = new MemoryWorkspace({
      'sources/hearing.mp3': '',
      'sources/hearing.MP4': '',
      'sources/hearing.txt': '',
      'sources/hall/walk.m4a': '',
      'sources/other.mp3': '',
      'sources/late.mp3.part': '',
    });
    const captions = ['sources/hearing.vtt', 'sources/hall/walk.en.srt', 'sources/late.vtt'];
    const found = await recordingsBeside([...captions, 'sources/other.txt'], workspace);
    assert.deepEqual(
      [...found],
      [
        ['sources/hearing.vtt', 'memory:///sources/hearing.MP4'],
        ['sources/hall/walk.en.srt', 'memory:///sources/hall/walk.m4a'],
      ],
    );
  });

  it('are looked for in the folders of captions only, in a fixed number of these', async () => {
    const asked: string[] = [];
    const workspace = {
      find: (globs: readonly string[]) => {
        asked.push(...globs);
        return Promise.resolve([]);
      },
      uriOf: (path: string) => path,
    };
    await recordingsBeside(['a/notes.md', 'a/table.csv'], workspace);
    assert.deepEqual(asked, []);
    await recordingsBeside(['[a] (b)/c.vtt', '[a] (b)/d.vtt', 'e.srt'], workspace);
    assert.deepEqual(asked, ['?a? ?b?/*', '*']);
    const many = Array.from({ length: 10_000 }, (_, at) => `${at}/c.vtt`);
    await recordingsBeside(many, workspace);
    assert.equal(asked.length, 102);
  });
});
