import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createBase } from '../../server/reference/sourceIndex.js';
import type { Base } from '../../server/reference/model.js';
import {
  type IngestHost,
  type IngestResult,
  type IndexCache,
  type IngestProgress,
  Ingest,
} from '../../server/sources/ingest.js';
import { PassingError, UnreadableError, type Workspace } from '../../server/workspace/workspace.js';
import { pdfOf, wordOf, wordParagraph } from './extractors/bytes.js';
import { CLASSROOM } from '../ingestHost.js';
import { MemoryCache } from '../memoryCache.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What sources teach, with the base that this makes. */
async function learnedIn(
  workspace: Workspace,
  paths: readonly string[],
): Promise<IngestResult & { readonly base: Base }> {
  const learned = await new Ingest(workspace, CLASSROOM).learn(paths);
  assert.ok(learned !== undefined);
  return { ...learned, base: createBase(learned.lessons) };
}

function learned(files: Files, gone: Files = {}): ReturnType<typeof learnedIn> {
  return learnedIn(new MemoryWorkspace(files), Object.keys({ ...files, ...gone }));
}

function facts({ facts: all }: Base): readonly string[] {
  return all.map(({ text, citation: { source, line, passage } }) =>
    [`${source}:${line}`, ...(passage === undefined ? [] : [passage]), text].join(' '),
  );
}

const STORY = 'The lido stays open. Maren Oduya leads the council.';

describe('sources', () => {
  it('are learned from whatever they are written as, each cited by its line', async () => {
    const { base, read, complaints } = await learned({
      'a.md': `# The lido\n\n${STORY}`,
      'b.txt': STORY,
      'c.html': `<body><h1>The lido</h1><p>${STORY}</p></body>`,
      'd.docx': wordOf(wordParagraph('Of the lido.') + wordParagraph(STORY)),
      'e.pdf': pdfOf([[{ text: 'It rained.', y: 700 }], [{ text: STORY, y: 700 }]]),
    });
    assert.deepEqual(complaints, []);
    assert.equal(read.length, 5);
    assert.deepEqual(
      facts(base).filter((fact) => fact.includes('stays')),
      [
        'a.md:3 The lido stays open.',
        'b.txt:1 The lido stays open.',
        'c.html:2 The lido stays open.',
        'd.docx:2 The lido stays open.',
        'e.pdf:2 p. 2 The lido stays open.',
      ],
    );
  });

  it('are read in the encoding they are in', async () => {
    const western = Buffer.from('Zo\xeb Nu\xf1ez leads the council.', 'latin1');
    const wide = Buffer.from('\uFEFFJürgen Groß swims.', 'utf16le');
    const { base } = await learned({ 'a.txt': western, 'b.txt': wide });
    assert.deepEqual(facts(base), [
      'a.txt:1 Zoë Nuñez leads the council.',
      'b.txt:1 Jürgen Groß swims.',
    ]);
  });

  it('that cannot be read are told with the reason, and the rest is learned', async () => {
    const { base, read, complaints } = await learned(
      {
        'a.md': STORY,
        'b.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
        'c.docx': Buffer.from('not a document'),
        'd.pdf': Buffer.from('%PDF-1.7\nbroken'),
        'e.rtf': '{\\rtf1 The lido}',
        'f.json': '{}',
        'g.html': '<script>alert(1)</script>',
      },
      { 'h.txt': '' },
    );
    assert.deepEqual(complaints, [
      'b.md is a binary file, not text; it is left out',
      'c.docx is no Word document (.docx), or is damaged; it is left out',
      'd.pdf is no PDF, or is damaged; it is left out',
      'e.rtf is of a kind that is not read (.rtf); it is left out',
      'f.json is no base that this version of Copydesk stored, or is damaged; it is left out',
      'g.html holds no text; it is left out',
      'h.txt does not exist; it is left out',
    ]);
    assert.deepEqual(read, ['a.md']);
    assert.equal(base.facts.length, 2);
  });

  it('of tiny paragraphs without end are refused before they are learned', async () => {
    const files = {
      'a.md': 'a\n\n'.repeat(100_001),
      'b.txt': 'a\r\n'.repeat(100_001),
      'c.md': `${'|a'.repeat(60_000)}\n${'|-'.repeat(60_000)}\n`,
      'd.md': '![a](b)'.repeat(100_001),
      'e.md': STORY,
    };
    const { read, complaints } = await learned(files);
    assert.deepEqual(
      complaints,
      ['a.md', 'b.txt', 'c.md', 'd.md'].map(
        (path) => `${path} has more than 100,000 lines; it is left out`,
      ),
    );
    assert.deepEqual(read, ['e.md']);
  });

  it('of 50 MB are refused unread', async () => {
    const { complaints } = await learned({ 'a.txt': Buffer.alloc(50 * 1024 * 1024, 'word ') });
    assert.deepEqual(complaints, ['a.txt is larger than 4 MB; it is left out']);
  });

  it('may vanish between being found and being read', async () => {
    class Vanishing extends MemoryWorkspace {
      override readBytes(path: string): Promise<Uint8Array> {
        return Promise.reject(new UnreadableError(`${path} does not exist`, true));
      }
    }
    const workspace = new Vanishing({ 'a.md': STORY });
    const { base, complaints } = await learnedIn(workspace, await workspace.find(['*.md']));
    assert.deepEqual(complaints, ['a.md does not exist; it is left out']);
    assert.equal(base.facts.length, 0);
  });
});

/** Files that a test sees being read. */
class Folder extends MemoryWorkspace {
  readonly read: string[] = [];

  override readBytes(path: string, limit: number): Promise<Uint8Array> {
    this.read.push(path);
    return super.readBytes(path, limit);
  }

  /** Writes a file that has a stamp. */
  stamped(path: string, text: string, stamp: string): void {
    this.write(path, text);
    this.stamps.set(path, stamp);
  }
}

/** A class in which a test sees who learned. */
class Course {
  readonly folder: Folder;
  readonly taught: string[] = [];
  readonly #sources: Ingest;

  constructor(folder: Folder, cache?: IndexCache) {
    this.folder = folder;
    this.#sources = new Ingest(
      folder,
      {
        ...CLASSROOM,
        learn: (source) => {
          this.taught.push(source.name);
          return CLASSROOM.learn(source);
        },
      },
      cache,
    );
  }

  /** The sentences that are known then, in order; `undefined` where it was cancelled. */
  async learn(progress?: IngestProgress): Promise<readonly string[] | undefined> {
    this.taught.length = 0;
    this.folder.read.length = 0;
    const paths = await this.folder.find(['**']);
    const learned = await this.#sources.learn(paths, progress);
    return learned && createBase(learned.lessons).facts.map(({ text }) => text);
  }
}

function stamped(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder({});
  for (const [path, text] of Object.entries(files)) folder.stamped(path, text, '1');
  return folder;
}

const THREE = { 'a.md': 'The lido is open.', 'b.md': 'It rained.', 'c.md': 'Ferries run.' };

describe('sources that are learned from again', () => {
  it('are read only where they were written', async () => {
    const course = new Course(stamped(THREE));
    await course.learn();
    assert.deepEqual(course.taught, ['a.md', 'b.md', 'c.md']);
    course.folder.stamped('b.md', 'It snowed.', '2');
    assert.deepEqual(await course.learn(), ['The lido is open.', 'It snowed.', 'Ferries run.']);
    assert.deepEqual(course.folder.read, ['b.md']);
    assert.deepEqual(course.taught, ['b.md']);
  });

  it('are not learned again where they say what they said', async () => {
    const course = new Course(stamped(THREE));
    await course.learn();
    course.folder.stamped('b.md', 'It rained.', '2');
    await course.learn();
    assert.deepEqual(course.folder.read, ['b.md']);
    assert.deepEqual(course.taught, []);
    await course.learn();
    assert.deepEqual(course.folder.read, []);
  });

  it('are read each time where nobody can tell whether they were written', async () => {
    const course = new Course(new Folder(THREE));
    await course.learn();
    await course.learn();
    assert.deepEqual(course.folder.read, ['a.md', 'b.md', 'c.md']);
    assert.deepEqual(course.taught, []);
  });

  it('come and go', async () => {
    const course = new Course(stamped(THREE));
    await course.learn();
    course.folder.remove('a.md');
    course.folder.stamped('d.md', 'Trams stop.', '1');
    assert.deepEqual(await course.learn(), ['It rained.', 'Ferries run.', 'Trams stop.']);
    assert.deepEqual(course.taught, ['d.md']);
  });

  it('that could not be read are tried again', async () => {
    const folder = stamped(THREE);
    const course = new Course(folder);
    const sources = new Ingest(folder, CLASSROOM);
    assert.deepEqual((await sources.learn(['a.md', 'z.md']))?.complaints, [
      'z.md does not exist; it is left out',
    ]);
    folder.stamped('z.md', 'Trams stop.', '1');
    assert.deepEqual((await sources.learn(['a.md', 'z.md']))?.complaints, []);
    assert.deepEqual(course.taught, []);
  });

  it('tell how far they are', async () => {
    const course = new Course(stamped(THREE));
    const told: string[] = [];
    const progress: IngestProgress = {
      report: (done, all) => told.push(`${done} of ${all}`),
      isCancelled: () => false,
    };
    await course.learn(progress);
    course.folder.stamped('b.md', 'It snowed.', '2');
    await course.learn(progress);
    assert.deepEqual(told, ['0 of 3', '1 of 3', '2 of 3', '3 of 3', '0 of 1', '1 of 1']);
  });

  it('go on where they were cancelled', async () => {
    const folder = new Folder({});
    for (let index = 10; index < 50; index++) folder.stamped(`${index}.md`, 'It rained.', '1');
    const course = new Course(folder);
    let done = 0;
    const cancelled = await course.learn({
      report: (count) => (done = count),
      isCancelled: () => done >= 10,
    });
    assert.equal(cancelled, undefined);
    const learned = course.taught.length;
    assert.ok(learned >= 10 && learned < 40, String(learned));
    assert.equal((await course.learn())?.length, 40);
    assert.equal(course.taught.length, 40 - learned);
  });
});

describe('sources with a cache', () => {
  it('are not read at the next start, save those that changed meanwhile', async () => {
    const cache = new MemoryCache();
    const folder = stamped(THREE);
    await new Course(folder, cache).learn();
    folder.stamped('b.md', 'It snowed.', '2');
    folder.remove('c.md');
    const course = new Course(folder, cache);
    assert.deepEqual(await course.learn(), ['The lido is open.', 'It snowed.']);
    assert.deepEqual(course.taught, ['b.md']);
    assert.deepEqual(folder.read, ['b.md']);
    assert.equal(cache.saves, 2);
  });

  it('write it only where something has changed', async () => {
    const cache = new MemoryCache();
    const course = new Course(stamped(THREE), cache);
    await course.learn();
    await course.learn();
    assert.equal(cache.saves, 1);
  });

  it('keep that one was looked at, so that it is not read the next time', async () => {
    const cache = new MemoryCache();
    const folder = stamped(THREE);
    await new Course(folder, cache).learn();
    folder.stamped('b.md', 'It rained.', '2');
    await new Course(folder, cache).learn();
    const course = new Course(folder, cache);
    await course.learn();
    assert.deepEqual(folder.read, []);
  });

  it('keep what was learned before it was cancelled, once all is', async () => {
    const cache = new MemoryCache();
    const course = new Course(stamped(THREE), cache);
    let done = 0;
    const stopAfter = (count: number): IngestProgress => ({
      report: (now) => (done = now),
      isCancelled: () => done >= count,
    });
    assert.equal(await course.learn(stopAfter(3)), undefined);
    assert.deepEqual([course.taught.length, cache.saves], [3, 0]);
    assert.equal((await course.learn())?.length, 3);
    assert.deepEqual([course.taught.length, cache.saves], [0, 1]);
  });

  it('keep that the content of one could not be read, and tell it again', async () => {
    const cache = new MemoryCache();
    const folder = stamped({ 'a.md': 'The lido is open.', 'd.docx': 'no document' });
    for (const read of [['a.md', 'd.docx'], []]) {
      folder.read.length = 0;
      const learned = await new Ingest(folder, CLASSROOM, cache).learn(['a.md', 'd.docx']);
      assert.deepEqual(learned?.read, ['a.md']);
      assert.deepEqual(learned.complaints, [
        'd.docx is no Word document (.docx), or is damaged; it is left out',
      ]);
      assert.deepEqual(folder.read, read);
    }
  });

  it('do not keep that one took too long or too much, as the next time it may not', async () => {
    const cache = new MemoryCache();
    const folder = stamped({ 'a.md': 'The lido is open.', 'b.md': 'It rained.', 'd.pdf': '%PDF' });
    const classroom: IngestHost = {
      ...CLASSROOM,
      readDocument: () =>
        Promise.resolve({ unreadable: 'takes too long to read', isPassing: true }),
      learn: (material) =>
        material.name === 'b.md'
          ? Promise.reject(new PassingError('b.md takes too much to learn from'))
          : CLASSROOM.learn(material),
    };
    const learned = await new Ingest(folder, classroom, cache).learn(['a.md', 'b.md', 'd.pdf']);
    assert.deepEqual(learned?.complaints, [
      'b.md takes too much to learn from; it is left out',
      'd.pdf takes too long to read; it is left out',
    ]);
    assert.deepEqual(
      cache.kept.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('hold the bytes of no more than two documents at a time, and of more texts', async () => {
    const folder = new Folder({});
    const paths: string[] = [];
    for (let index = 10; index < 20; index++) {
      paths.push(`${index}.docx`, `${index}.md`);
    }
    for (const path of paths) folder.write(path, 'It rained.');
    let [most, at] = [0, 0];
    const classroom: IngestHost = {
      ...CLASSROOM,
      readDocument: async () => {
        most = Math.max(most, folder.read.filter((path) => path.endsWith('.docx')).length - at);
        await new Promise(setImmediate);
        at++;
        return [];
      },
    };
    await new Ingest(folder, classroom).learn(paths);
    assert.deepEqual([most, at], [2, 10]);
  });
});
