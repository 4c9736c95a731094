import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ArchivedPassages } from '../../server/archive/archive.js';
import type { ArchiveQuery } from '../../server/reference/archiveEvidence.js';
import { ArchiveSearch, withArchiveAnswers } from '../../server/session/archiveSearch.js';

const FERRY: ArchivedPassages = {
  address: 'cms#1',
  title: 'Two ferries',
  link: undefined,
  published: '2021-03-12',
  kind: 'article',
  sentences: [
    {
      position: 0,
      line: 1,
      passage: undefined,
      text: 'The board bought two ferries.',
      speaker: undefined,
      written: undefined,
      quote: false,
    },
  ],
  mentions: [],
};

function queryOf(...words: readonly string[]): ArchiveQuery {
  return { key: words.join(' '), words };
}

describe('a search of an archive for a draft', () => {
  it('waits for a few answers at once, and keeps each', async () => {
    let [running, most, asked] = [0, 0, 0];
    const search = new ArchiveSearch({
      search: async () => {
        asked++;
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        return [FERRY];
      },
    });
    const queries = Array.from({ length: 30 }, (_, at) => queryOf('ferry', String(at)));
    await search.ask(queries);
    assert.deepEqual([asked, most], [30, 4]);
    assert.deepEqual(search.evidence.answered, new Set(queries.map(({ key }) => key)));
    assert.equal(search.evidence.reference.base.facts.length, 1);
  });

  it('keeps what was answered before a failure', async () => {
    const search = new ArchiveSearch({
      search: ([word]) =>
        word === 'bad' ? Promise.reject(new Error('it is down')) : Promise.resolve([FERRY]),
    });
    await assert.rejects(search.ask([queryOf('good'), queryOf('bad')]), /it is down/u);
    assert.deepEqual(search.evidence.answered, new Set(['good']));
  });

  it('goes on until a check asks for nothing more', async () => {
    const sent: (readonly string[])[] = [];
    const search = new ArchiveSearch({
      search: (words) => {
        sent.push(words);
        return Promise.resolve([]);
      },
    });
    const wanted = [queryOf('harbour', 'ferry'), queryOf('board', 'euro')];
    const answered = await withArchiveAnswers(
      search,
      ({ answered: known }) => Promise.resolve(known),
      (known) => wanted.slice(0, known.size + 1).filter(({ key }) => !known.has(key)),
    );
    assert.deepEqual(sent, [
      ['harbour', 'ferry'],
      ['board', 'euro'],
    ]);
    assert.deepEqual(answered, new Set(['harbour ferry', 'board euro']));
  });
});
