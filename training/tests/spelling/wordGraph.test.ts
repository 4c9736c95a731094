import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readWordGraph, writeWordGraph } from '../../../server/checks/spelling/wordGraph.js';
import { buildWordGraph } from '../../spelling/graphBuilder.js';

/** The graph of words with their numbers, written and read again. */
const graphOf = (words: Readonly<Record<string, number>>): ReturnType<typeof readWordGraph> =>
  readWordGraph(writeWordGraph(buildWordGraph(new Map(Object.entries(words)))));

describe('a graph of words', () => {
  it('has the number of each word, also of one that begins another', () => {
    const graph = graphOf({ port: 3, ports: 5, "o'clock": 7, a: 9 });
    assert.deepEqual(
      ['port', 'ports', "o'clock", 'a'].map((word) => graph.valueOf(word)),
      [3, 5, 7, 9],
    );
  });

  it('has no other word, whatever its letters', () => {
    const graph = graphOf({ port: 3, ports: 5 });
    for (const word of ['', 'p', 'por', 'portss', 'Port', 'pört', 'port\u{1F600}'])
      assert.equal(graph.valueOf(word), -1, word);
  });

  it('has no word if it was built of none', () => {
    assert.equal(graphOf({}).valueOf('port'), -1);
  });

  it('stores an ending that words share once', () => {
    const ends = ['ing', 'ed', 's', 'er'];
    const one = buildWordGraph(new Map(ends.map((end) => [`paint${end}`, 1])));
    const two = buildWordGraph(
      new Map(ends.flatMap((end) => [`paint${end}`, `faint${end}`].map((word) => [word, 1]))),
    );
    // After its first letter, “faint” shares the rest of “paint”.
    assert.equal(two.edges.length, one.edges.length + 1);
  });

  it('has exactly the words that it was built of', () => {
    const word = fc.stringMatching(/^[abc']{1,6}$/u);
    fc.assert(
      fc.property(fc.dictionary(word, fc.nat(65_535)), word, (words, other) => {
        const graph = graphOf(words);
        for (const [known, value] of Object.entries(words))
          assert.equal(graph.valueOf(known), value);
        assert.equal(graph.valueOf(other), words[other] ?? -1);
      }),
      { seed: 7 },
    );
  });

  it('refuses a damaged file', () => {
    const file = writeWordGraph(buildWordGraph(new Map([['port', 3]])));
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    assert.throws(() => readWordGraph(file), /damaged/u);
  });
});
