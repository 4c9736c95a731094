import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createBase } from '../../server/reference/base.js';
import { decodeSourceIndex, encodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';
import { restoreIndexes, storeIndexes } from '../../server/reference/storedIndexes.js';
import type { Base } from '../../server/reference/model.js';
import {
  type IngestHost,
  type IngestResult,
  type IndexCache,
  type IngestProgress,
  Ingest,
} from '../../server/sources/ingest.js';
import {
  TransientReadError,
  UnreadableError,
  type Workspace,
} from '../../server/workspace/workspace.js';
import { pdfOf, wordOf, wordParagraph, workbookOf } from './extractors/bytes.js';
import { INGEST_HOST } from '../ingestHost.js';
import { MemoryIndexCache } from '../memoryCache.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Indexes sources and builds their base. */
async function indexIn(
  workspace: Workspace,
  paths: readonly string[],
): Promise<IngestResult & { readonly base: Base }> {
  const result = await new Ingest(workspace, INGEST_HOST).update(paths);
  assert.ok(result !== undefined);
  return { ...result, base: createBase(result.indexes) };
}

function indexed(files: Files, missing: Files = {}): ReturnType<typeof indexIn> {
  return indexIn(new MemoryWorkspace(files), Object.keys({ ...files, ...missing }));
}

function facts({ facts: all }: Base): readonly string[] {
  return all.map(({ text, citation: { source, line, passage } }) =>
    [`${source}:${line}`, ...(passage === undefined ? [] : [passage]), text].join(' '),
  );
}

const STORY = 'The lido stays open. Maren Oduya leads the council.';

describe('sources', () => {
  it('are indexed in every supported format, each cited by its line', async () => {
    const { base, read, warnings } = await indexed({
      'a.md': `# The lido\n\n${STORY}`,
      'b.txt': STORY,
      'c.html': `<body><h1>The lido</h1><p>${STORY}</p></body>`,
      'd.docx': wordOf(wordParagraph('Of the lido.') + wordParagraph(STORY)),
      'e.pdf': pdfOf([[{ text: 'It rained.', y: 700 }], [{ text: STORY, y: 700 }]]),
      'g.xlsx': workbookOf({ A: `<row><c t="inlineStr"><is><t>${STORY}</t></is></c></row>` }),
      'f.eml': `Subject: The lido\n\n${STORY}`,
    });
    assert.deepEqual(warnings, []);
    assert.equal(read.length, 7);
    assert.deepEqual(
      facts(base).filter((fact) => fact.includes('stays')),
      [
        'a.md:3 The lido stays open.',
        'b.txt:1 The lido stays open.',
        'c.html:2 The lido stays open.',
        'd.docx:2 The lido stays open.',
        'e.pdf:2 p. 2 The lido stays open.',
        'g.xlsx:1 A!A1 The lido stays open.',
        'f.eml:2 The lido stays open.',
      ],
    );
  });

  it('that are tables or captions are cited by their lines', async () => {
    const { base, warnings, indexes } = await indexed({
      'a.csv': Buffer.from('\uFEFFPlace,2023,2024\r\nLund,12,14\r\n', 'utf16le'),
      'b.tsv': Buffer.from('Place\tBoats\nBj\xf8rnsk\t7\n', 'latin1'),
      'c.vtt':
        'WEBVTT\n\n01:00:01.000 --> 01:00:03.000\n<v Ada Roe>The lido stays open.\n\n01:00:03.000 --> 01:00:05.000\n<v Tom Hale>It is too cold for that.\n\n01:00:05.000 --> 01:00:06.000\n<v Ada Roe>We heat it.\n',
      'd.srt': '1\n00:00:01,000 --> 00:00:02,000\nThe lido stays open.\n',
    });
    assert.deepEqual(warnings, []);
    assert.deepEqual(facts(base), [
      'a.csv:2 Lund, 2023: 12',
      'a.csv:2 Lund, 2024: 14',
      'b.tsv:2 Bjørnsk, Boats: 7',
      'c.vtt:4 at 1:00:01 Ada Roe: The lido stays open.',
      'c.vtt:7 at 1:00:03 Tom Hale: It is too cold for that.',
      'c.vtt:10 at 1:00:05 Ada Roe: We heat it.',
      'd.srt:3 at 0:01 The lido stays open.',
    ]);
    assert.deepEqual(
      indexes.map(({ kind }) => kind),
      ['table', 'table', 'transcript', 'article'],
    );
    assert.deepEqual(
      base.quotes.map(({ speaker, text }) => `${speaker}: ${text}`),
      [
        'Ada Roe: The lido stays open.',
        'Tom Hale: It is too cold for that.',
        'Ada Roe: We heat it.',
      ],
    );
  });

  it('that are captions cite each sentence at its time, also after storing', async () => {
    const { indexes } = await indexed({
      'c.srt':
        '1\n00:00:01,000 --> 00:00:03,000\nThe lido stays open. It is\n\n2\n00:00:03,000 --> 00:00:05,000\ncold there. We heat\n\n3\n00:00:05,000 --> 00:00:06,000\nit.\n',
    });
    const expected = [
      'c.srt:3 at 0:01 The lido stays open.',
      'c.srt:3 at 0:01 It is cold there.',
      'c.srt:7 at 0:03 We heat it.',
    ];
    assert.deepEqual(facts(createBase(indexes)), expected);
    const stored = indexes.map((index) => decodeSourceIndex(encodeSourceIndex(index)));
    assert.deepEqual(facts(createBase(stored)), expected);
    assert.deepEqual(facts(createBase(restoreIndexes(storeIndexes(indexes)) ?? [])), expected);
  });

  it('that are recordings are read by their captions alone', async () => {
    const { read, warnings } = await indexed({
      'c.mp4': Buffer.alloc(5),
      'c.srt': '1\n00:00:01,000 --> 00:00:02,000\nThe lido stays open.\n',
      'd.MP3': Buffer.alloc(5),
    });
    assert.deepEqual(read, ['c.srt']);
    assert.deepEqual(warnings, [
      'd.MP3 is a recording, which is not listened to: put its captions (.vtt or .srt) beside it under the same name; it was skipped',
    ]);
  });

  it('that list web pages say which are not read, unless they are confidential', async () => {
    const { read, unreadable, warnings, notes } = await indexed({
      'confidential/links.txt': 'https://c.example\n',
      'links.txt': 'Agenda: https://a.example/agenda\n',
    });
    assert.deepEqual(read, ['confidential/links.txt', 'links.txt']);
    const reason =
      'is not read, as Copydesk uses no network: save the page among your sources (“Save Page As” in the browser, or print it as a PDF), then delete the address';
    assert.deepEqual(unreadable, [
      {
        path: 'https://c.example',
        reason,
        listedIn: { source: 'confidential/links.txt', line: 1 },
      },
      {
        path: 'https://a.example/agenda',
        reason,
        listedIn: { source: 'links.txt', line: 1 },
      },
    ]);
    assert.deepEqual(warnings, []);
    assert.deepEqual(notes, [`links.txt:1: https://a.example/agenda ${reason}`]);
  });

  it('that are tables with too many cells are rejected', async () => {
    const { read, warnings } = await indexed({
      'a.csv': 'a,b\n'.repeat(25_001),
      'b.csv': `${',\n'.repeat(100_000)}Lund,14`,
      'c.csv': 'a,'.repeat(100_000),
    });
    const reason =
      'has more than 50,000 cells (keep the rows that the story needs); it was skipped';
    assert.deepEqual(warnings, [`a.csv ${reason}`, `c.csv ${reason}`]);
    assert.deepEqual(read, ['b.csv']);
  });

  it('are read in their own encoding', async () => {
    const western = Buffer.from('Zo\xeb Nu\xf1ez leads the council.', 'latin1');
    const wide = Buffer.from('\uFEFFJürgen Groß swims.', 'utf16le');
    const { base } = await indexed({ 'a.txt': western, 'b.txt': wide });
    assert.deepEqual(facts(base), [
      'a.txt:1 Zoë Nuñez leads the council.',
      'b.txt:1 Jürgen Groß swims.',
    ]);
  });

  it('that cannot be read are reported with the reason, and the others are indexed', async () => {
    const { base, read, warnings } = await indexed(
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
    assert.deepEqual(warnings, [
      'b.md is a binary file, not text; it was skipped',
      'c.docx is not a Word document (.docx) or is damaged; it was skipped',
      'd.pdf is not a PDF or is damaged; it was skipped',
      'e.rtf has an unsupported file type (.rtf); it was skipped',
      'f.json is damaged or was not stored by this version of Copydesk; it was skipped',
      'g.html contains no text; it was skipped',
      'h.txt does not exist; it was skipped',
    ]);
    assert.deepEqual(read, ['a.md']);
    assert.equal(base.facts.length, 2);
  });

  it('with too many tiny paragraphs are rejected before they are indexed', async () => {
    const files = {
      'a.md': 'a\n\n'.repeat(100_001),
      'b.txt': 'a\r\n'.repeat(100_001),
      'c.md': `${'|a'.repeat(60_000)}\n${'|-'.repeat(60_000)}\n`,
      'd.md': '![a](b)'.repeat(100_001),
      'e.md': STORY,
    };
    const { read, warnings } = await indexed(files);
    assert.deepEqual(warnings, [
      'a.md has more than 100,000 lines; it was skipped',
      'b.txt has more than 100,000 lines; it was skipped',
      'c.md has more than 100,000 lines, table cells and pictures; it was skipped',
      'd.md has more than 100,000 lines, table cells and pictures; it was skipped',
    ]);
    assert.deepEqual(read, ['e.md']);
  });

  it('of 50 MB are rejected without being read', async () => {
    const { warnings } = await indexed({ 'a.txt': Buffer.alloc(50 * 1024 * 1024, 'word ') });
    assert.deepEqual(warnings, ['a.txt is larger than 4 MB; it was skipped']);
  });

  it('may disappear between being found and being read', async () => {
    class Vanishing extends MemoryWorkspace {
      override readBytes(path: string): Promise<Uint8Array> {
        return Promise.reject(new UnreadableError(`${path} does not exist`, true));
      }
    }
    const workspace = new Vanishing({ 'a.md': STORY });
    const { base, warnings } = await indexIn(workspace, await workspace.find(['*.md']));
    assert.deepEqual(warnings, ['a.md does not exist; it was skipped']);
    assert.equal(base.facts.length, 0);
  });
});

/** A folder that records which files are read. */
class Folder extends MemoryWorkspace {
  readonly read: string[] = [];

  override readBytes(path: string, limit: number): Promise<Uint8Array> {
    this.read.push(path);
    return super.readBytes(path, limit);
  }

  /** Writes a file with a stamp. */
  stamped(path: string, text: string, stamp: string): void {
    this.write(path, text);
    this.stamps.set(path, stamp);
  }
}

/** Indexes a folder and records which sources are indexed. */
class RecordedIngest {
  readonly folder: Folder;
  readonly indexed: string[] = [];
  readonly #ingest: Ingest;

  constructor(folder: Folder, cache?: IndexCache) {
    this.folder = folder;
    this.#ingest = new Ingest(
      folder,
      {
        ...INGEST_HOST,
        index: (source) => {
          this.indexed.push(source.name);
          return INGEST_HOST.index(source);
        },
      },
      cache,
    );
  }

  /** The sentences of all sources after an update, in order; `undefined` after cancellation. */
  async update(progress?: IngestProgress): Promise<readonly string[] | undefined> {
    this.indexed.length = 0;
    this.folder.read.length = 0;
    const paths = await this.folder.find(['**']);
    const result = await this.#ingest.update(paths, progress);
    return result && createBase(result.indexes).facts.map(({ text }) => text);
  }
}

function stamped(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder({});
  for (const [path, text] of Object.entries(files)) folder.stamped(path, text, '1');
  return folder;
}

const THREE = { 'a.md': 'The lido is open.', 'b.md': 'It rained.', 'c.md': 'Ferries run.' };

describe('sources that are indexed again', () => {
  it('are read only if they were written', async () => {
    const ingest = new RecordedIngest(stamped(THREE));
    await ingest.update();
    assert.deepEqual(ingest.indexed, ['a.md', 'b.md', 'c.md']);
    ingest.folder.stamped('b.md', 'It snowed.', '2');
    assert.deepEqual(await ingest.update(), ['The lido is open.', 'It snowed.', 'Ferries run.']);
    assert.deepEqual(ingest.folder.read, ['b.md']);
    assert.deepEqual(ingest.indexed, ['b.md']);
  });

  it('are not indexed again if their content is the same', async () => {
    const ingest = new RecordedIngest(stamped(THREE));
    await ingest.update();
    ingest.folder.stamped('b.md', 'It rained.', '2');
    await ingest.update();
    assert.deepEqual(ingest.folder.read, ['b.md']);
    assert.deepEqual(ingest.indexed, []);
    await ingest.update();
    assert.deepEqual(ingest.folder.read, []);
  });

  it('are read every time if they have no stamp', async () => {
    const ingest = new RecordedIngest(new Folder(THREE));
    await ingest.update();
    await ingest.update();
    assert.deepEqual(ingest.folder.read, ['a.md', 'b.md', 'c.md']);
    assert.deepEqual(ingest.indexed, []);
  });

  it('can be added and removed', async () => {
    const ingest = new RecordedIngest(stamped(THREE));
    await ingest.update();
    ingest.folder.remove('a.md');
    ingest.folder.stamped('d.md', 'Trams stop.', '1');
    assert.deepEqual(await ingest.update(), ['It rained.', 'Ferries run.', 'Trams stop.']);
    assert.deepEqual(ingest.indexed, ['d.md']);
  });

  it('that could not be read are retried', async () => {
    const folder = stamped(THREE);
    const ingest = new RecordedIngest(folder);
    const sources = new Ingest(folder, INGEST_HOST);
    assert.deepEqual((await sources.update(['a.md', 'z.md']))?.warnings, [
      'z.md does not exist; it was skipped',
    ]);
    folder.stamped('z.md', 'Trams stop.', '1');
    assert.deepEqual((await sources.update(['a.md', 'z.md']))?.warnings, []);
    assert.deepEqual(ingest.indexed, []);
  });

  it('report progress', async () => {
    const ingest = new RecordedIngest(stamped(THREE));
    const reports: string[] = [];
    const progress: IngestProgress = {
      report: (done, all) => reports.push(`${done} of ${all}`),
      isCancelled: () => false,
    };
    await ingest.update(progress);
    ingest.folder.stamped('b.md', 'It snowed.', '2');
    await ingest.update(progress);
    assert.deepEqual(reports, ['0 of 3', '1 of 3', '2 of 3', '3 of 3', '0 of 1', '1 of 1']);
  });

  it('continue after a cancellation', async () => {
    const folder = new Folder({});
    for (let index = 10; index < 50; index++) folder.stamped(`${index}.md`, 'It rained.', '1');
    const ingest = new RecordedIngest(folder);
    let done = 0;
    const cancelled = await ingest.update({
      report: (count) => (done = count),
      isCancelled: () => done >= 10,
    });
    assert.equal(cancelled, undefined);
    const indexedCount = ingest.indexed.length;
    assert.ok(indexedCount >= 10 && indexedCount < 40, String(indexedCount));
    assert.equal((await ingest.update())?.length, 40);
    assert.equal(ingest.indexed.length, 40 - indexedCount);
  });
});

describe('sources with a cache', () => {
  it('are not read at the next start unless they changed', async () => {
    const cache = new MemoryIndexCache();
    const folder = stamped(THREE);
    await new RecordedIngest(folder, cache).update();
    folder.stamped('b.md', 'It snowed.', '2');
    folder.remove('c.md');
    const ingest = new RecordedIngest(folder, cache);
    assert.deepEqual(await ingest.update(), ['The lido is open.', 'It snowed.']);
    assert.deepEqual(ingest.indexed, ['b.md']);
    assert.deepEqual(folder.read, ['b.md']);
    assert.equal(cache.saveCount, 2);
  });

  it('are saved only if something has changed', async () => {
    const cache = new MemoryIndexCache();
    const ingest = new RecordedIngest(stamped(THREE), cache);
    await ingest.update();
    await ingest.update();
    assert.equal(cache.saveCount, 1);
  });

  it('are saved with a new stamp, so that they are not read the next time', async () => {
    const cache = new MemoryIndexCache();
    const folder = stamped(THREE);
    await new RecordedIngest(folder, cache).update();
    folder.stamped('b.md', 'It rained.', '2');
    await new RecordedIngest(folder, cache).update();
    const ingest = new RecordedIngest(folder, cache);
    await ingest.update();
    assert.deepEqual(folder.read, []);
  });

  it('are saved after a cancellation once all are indexed', async () => {
    const cache = new MemoryIndexCache();
    const ingest = new RecordedIngest(stamped(THREE), cache);
    let done = 0;
    const stopAfter = (count: number): IngestProgress => ({
      report: (now) => (done = now),
      isCancelled: () => done >= count,
    });
    assert.equal(await ingest.update(stopAfter(3)), undefined);
    assert.deepEqual([ingest.indexed.length, cache.saveCount], [3, 0]);
    assert.equal((await ingest.update())?.length, 3);
    assert.deepEqual([ingest.indexed.length, cache.saveCount], [0, 1]);
  });

  it('are saved even if they could not be read, and are reported again', async () => {
    const cache = new MemoryIndexCache();
    const folder = stamped({ 'a.md': 'The lido is open.', 'd.docx': 'not a document' });
    for (const read of [['a.md', 'd.docx'], []]) {
      folder.read.length = 0;
      const result = await new Ingest(folder, INGEST_HOST, cache).update(['a.md', 'd.docx']);
      assert.deepEqual(result?.read, ['a.md']);
      assert.deepEqual(result.warnings, [
        'd.docx is not a Word document (.docx) or is damaged; it was skipped',
      ]);
      assert.deepEqual(folder.read, read);
    }
  });

  it('are not saved after a timeout or lack of memory', async () => {
    const cache = new MemoryIndexCache();
    const folder = stamped({ 'a.md': 'The lido is open.', 'b.md': 'It rained.', 'd.pdf': '%PDF' });
    const host: IngestHost = {
      ...INGEST_HOST,
      readDocument: () =>
        Promise.resolve({ unreadable: 'takes too long to read', isTransient: true }),
      index: (input) =>
        input.name === 'b.md'
          ? Promise.reject(new TransientReadError('b.md needs too much memory to index'))
          : INGEST_HOST.index(input),
    };
    const result = await new Ingest(folder, host, cache).update(['a.md', 'b.md', 'd.pdf']);
    assert.deepEqual(result?.warnings, [
      'b.md needs too much memory to index; it was skipped',
      'd.pdf takes too long to read; it was skipped',
    ]);
    assert.deepEqual(
      cache.saved.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('are held in memory at most two documents at a time, but more texts', async () => {
    const folder = new Folder({});
    const paths: string[] = [];
    for (let index = 10; index < 20; index++) {
      paths.push(`${index}.docx`, `${index}.md`);
    }
    for (const path of paths) folder.write(path, 'It rained.');
    let [most, at] = [0, 0];
    const host: IngestHost = {
      ...INGEST_HOST,
      readDocument: async () => {
        most = Math.max(most, folder.read.filter((path) => path.endsWith('.docx')).length - at);
        await new Promise(setImmediate);
        at++;
        return [];
      },
    };
    await new Ingest(folder, host).update(paths);
    assert.deepEqual([most, at], [2, 10]);
  });
});
