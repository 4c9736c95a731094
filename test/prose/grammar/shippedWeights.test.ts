import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, it } from 'mocha';
import type { Analysis } from '../../../server/prose/grammar/analysis.js';
import { Grammar } from '../../../server/prose/grammar/grammar.js';
import { featsOf, finiteMainVerb, verbFormOf } from '../../../server/prose/grammar/morphology.js';
import { readWeights } from '../../../server/prose/grammar/weightsFile.js';

const file = readFileSync('models/grammar/weights.bin');
const grammar = new Grammar(readWeights(file));

function analyse(text: string): Analysis {
  return grammar.analyse(text.split(' '));
}

/** The finite verb of each sentence's main clause, if any. */
function mainVerb(text: string): string {
  const analysis = analyse(text);
  return analysis.words[finiteMainVerb(analysis)] ?? '';
}

/** A word's position in the tree: `relation head`. */
function place(text: string, word: string): string {
  const analysis = analyse(text);
  const index = analysis.words.indexOf(word);
  return `${analysis.relation(index)} ${analysis.words[analysis.head(index)] ?? '-'}`;
}

describe('the shipped weights', () => {
  it('are small', () => {
    const packed = deflateRawSync(file).length;
    assert.ok(packed < 6 * 2 ** 20, `${packed} bytes`);
    assert.ok(grammar.bytes < 25 * 2 ** 20, `${grammar.bytes} bytes`);
  });

  it('give the same tree regardless of earlier sentences', () => {
    const sentences = [
      'The jury convicted the former treasurer on four counts .',
      'The jury convicted the former treasurer of the club on four counts after two days .',
      'The club of the former treasurer , which the jury convicted , met after two days .',
    ].map((text) => text.split(' '));
    const relationsBy = (one: Grammar, words: readonly string[]): readonly string[] => {
      const analysis = one.analyse(words);
      return words.map((_, at) => `${analysis.relation(at)} ${analysis.head(at)}`);
    };
    const busy = new Grammar(readWeights(file));
    for (const words of sentences) relationsBy(busy, [...words, '”']);
    for (const words of sentences) {
      const fresh = new Grammar(readWeights(file));
      assert.deepEqual(relationsBy(busy, words), relationsBy(fresh, words));
    }
  });

  it('find the finite verb of a main clause, if any', () => {
    assert.equal(mainVerb('The jury convicted the former treasurer on four counts .'), 'convicted');
    assert.equal(mainVerb('The bridge , which opened in May , has been closed again .'), 'has');
    assert.equal(mainVerb('Chile ’s deputy minister , Ana Soto , stays at home .'), 'stays');
    assert.equal(mainVerb('Nobody was hurt when the stand collapsed .'), 'was');
    assert.equal(mainVerb('“ We will appeal , ” the club ’s lawyer said .'), 'said');
    assert.equal(mainVerb('A choir of pupils sang to her in Welsh , and left .'), 'sang');
    assert.equal(mainVerb('The council expected to approve the budget on Monday .'), 'expected');
    assert.equal(mainVerb('The largest comet ever seen from the southern observatory .'), '');
    assert.equal(mainVerb('A long queue of lorries outside the port of Mombasa .'), '');
  });

  it('find who did what', () => {
    const active = 'The mayor of Lusaka blamed the contractor for the delay .';
    assert.equal(place(active, 'mayor'), 'nsubj blamed');
    assert.equal(place(active, 'contractor'), 'obj blamed');
    const passive = 'The contractor was blamed by the mayor .';
    assert.equal(place(passive, 'contractor'), 'nsubj:pass blamed');
    assert.equal(place(passive, 'mayor').split(' ')[1], 'blamed');
    assert.equal(place('Amara Osei , the coach , praised her team .', 'coach'), 'appos Amara');
  });

  it('determine verb forms', () => {
    const analysis = analyse('She hopes to finish the race after training for a year .');
    const form = (word: string): string | undefined =>
      verbFormOf(analysis, analysis.words.indexOf(word));
    assert.equal(form('hopes'), 'Fin');
    assert.equal(form('finish'), 'Inf');
    assert.equal(form('training'), 'Ger');
    assert.equal(form('race'), undefined);
    assert.match(featsOf(analysis, 1), /Number=Sing\|Person=3\|Tense=Pres\|VerbForm=Fin/u);
    assert.equal(analysis.lemma(1), 'hope');
  });

  it('handle lower-case names, headlines and curly marks', () => {
    const lower = analyse('police in lagos arrested two men on tuesday .');
    assert.equal(lower.upos(2), 'PROPN');
    assert.equal(mainVerb('Council Approves New Budget After Long Debate'), 'Approves');
    const curly = analyse('“ He didn ’t pay , ” she said .');
    assert.equal(curly.upos(0), 'PUNCT');
    assert.equal(analyse('the club ’s owner').upos(2), 'PART');
  });

  it('analyse any input and terminate', () => {
    const long = Array.from({ length: 5000 }, (_, index) => (index % 7 === 0 ? 'said' : 'Xyz'));
    for (const words of [[], [''], ['\u0000', '\uD800'], ['a'.repeat(1_000_000)], long]) {
      const analysis = grammar.analyse(words);
      assert.equal(analysis.size, words.length);
      const roots = words.filter((_, index) => analysis.head(index) < 0);
      assert.equal(roots.length, Math.min(1, words.length));
      for (const index of words.keys()) featsOf(analysis, index);
    }
    assert.equal(grammar.analyse([]).lemma(3), '');
    assert.equal(grammar.analyse(['a\nb', 'c']).words[0], 'a\nb');
    assert.equal(grammar.analyse(['a', 'b\nc']).words[0], 'a');
  });

  it('return the cached analysis for the same words', () => {
    assert.equal(analyse('Rain stopped play .'), analyse('Rain stopped play .'));
  });
});
