import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ArchivedPassages } from '../../server/archive/archive.js';
import type { Token } from '../../server/prose/tokens.js';
import type { ArchiveEvidence, ArchiveQuery } from '../../server/reference/archiveEvidence.js';
import { tokensOfFact } from '../../server/reference/indexedFacts.js';
import {
  ArchiveSearch,
  isAnswerTo,
  withArchiveAnswers,
} from '../../server/session/archiveSearch.js';

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
    await search.ask(queries);
    assert.equal(asked, 30);
    const evidence = search.evidence(queries);
    assert.deepEqual(evidence.answered, new Set(queries.map(({ key }) => key)));
    assert.equal(evidence.reference.base.facts.length, 1);
    assert.equal(isAnswerTo(evidence, queries), true);
    assert.equal(isAnswerTo(evidence, queries.slice(1)), false);
  });

  it('has a new reference only for other passages', async () => {
    const search = new ArchiveSearch({
      search: ([word]) => Promise.resolve(word === 'ferry' ? [FERRY] : []),
    });
    const [ferry, mill] = [queryOf('ferry', 'board'), queryOf('mill', 'fire')];
    await search.ask([ferry, mill]);
    const first = search.evidence([ferry]);
    const both = search.evidence([ferry, mill], first);
    assert.equal(both.reference, first.reference);
    assert.equal(both.answered.size, 2);
    assert.notEqual(search.evidence([mill], first).reference, first.reference);
  });

  it('does not analyse a passage again when others are added', async () => {
    const mill = { ...FERRY, address: 'cms#2', title: 'A mill' };
    const search = new ArchiveSearch({
      search: ([word]) => Promise.resolve([word === 'ferry' ? FERRY : mill]),
    });
    const queries = [queryOf('ferry', 'board'), queryOf('mill', 'fire')];
    await search.ask(queries);
    const tokensIn = ({ reference }: ArchiveEvidence): readonly Token[] => {
      const fact = reference.base.facts.at(0);
      assert.ok(fact !== undefined);
      return tokensOfFact(fact);
    };
    const first = search.evidence(queries.slice(0, 1));
    const both = search.evidence(queries, first);
    assert.notEqual(both.reference, first.reference);
    assert.equal(tokensIn(both), tokensIn(first));
    assert.equal(tokensIn(first).length, 6);
  });

  it('sends nothing more after a failure, and begins with the others the next time', async () => {
    const sent: string[] = [];
    let isDown = true;
    const search = new ArchiveSearch({
      search: ([word = '']) => {
        sent.push(word);
        return isDown && word === 'bad' ? Promise.reject(new Error('down')) : Promise.resolve([]);
      },
    });
    const queries = ['good', 'bad', 'c', 'd', 'e', 'f'].map((word) => queryOf(word));
    await assert.rejects(search.ask(queries), /down/u);
    assert.deepEqual(sent, ['good', 'bad', 'c', 'd', 'e']);
    assert.equal(search.hasAnswered(queries), false);
    assert.deepEqual(search.evidence(queries).answered, new Set(['good', 'c', 'd', 'e']));
    isDown = false;
    await search.ask(queries);
    assert.deepEqual(sent.slice(5), ['f', 'bad']);
    assert.equal(search.hasAnswered(queries), true);
  });

  it('sends nothing that is not wanted any more', async () => {
    let asked = 0;
    const search = new ArchiveSearch({
      search: () => {
        asked++;
        return Promise.resolve([]);
      },
    });
    const queries = ['a', 'b', 'c', 'd', 'e', 'f'].map((word) => queryOf(word));
    await search.ask(queries, () => asked < 3);
    assert.equal(asked, 3);
    assert.equal(search.hasAnswered(queries.slice(0, 3)), true);
  });

  it('continues until a check had the answers to all its queries, and to no others', async () => {
    const sent: (readonly string[])[] = [];
    const search = new ArchiveSearch({
      search: (words) => {
        sent.push(words);
        return Promise.resolve([]);
      },
    });
    const [ferry, euro] = [queryOf('harbour', 'ferry'), queryOf('board', 'euro')];
    const answered = await withArchiveAnswers(
      search,
      ({ answered: known }) => Promise.resolve(known),
      (known) => (known.size === 0 ? [ferry] : [euro]),
    );
    assert.deepEqual(sent, [
      ['harbour', 'ferry'],
      ['board', 'euro'],
    ]);
    assert.deepEqual(answered, new Set(['board euro']));
  });
});
