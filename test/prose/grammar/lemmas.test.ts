import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hashOf, hashKeyOf } from '../../../server/prose/grammar/hashing.js';
import { Lemmas } from '../../../server/prose/grammar/lemmas.js';
import { ADJECTIVE, NOUN, VERB, entryOf } from '../../../server/prose/grammar/lexicon.js';
import { NumberTable } from '../../../server/prose/grammar/numberTable.js';

const DICTIONARY: Readonly<Record<string, number>> = {
  city: NOUN,
  knife: NOUN,
  church: NOUN,
  bus: NOUN,
  vote: NOUN | VERB,
  stop: NOUN | VERB,
  die: VERB,
  carry: VERB,
  miss: VERB,
  big: ADJECTIVE,
  early: ADJECTIVE,
  large: ADJECTIVE,
};

const lemmas = new Lemmas(
  new NumberTable(
    Int32Array.from(Object.keys(DICTIONARY), (word) => hashKeyOf(hashOf(word))),
    Object.values(DICTIONARY).map((kinds) => entryOf(kinds, 0, 0, 0)),
  ),
  new Map([['VERB/VBD went', 'go']]),
);

/** Each line: a form, its fine tag, its lemma. */
function expect(lines: string): void {
  for (const line of lines.trim().split('\n')) {
    const [form = '', tag = '', lemma = ''] = line.trim().split(' ');
    assert.equal(lemmas.lemmaOf(form, tag), lemma, line);
  }
}

describe('lemmas', () => {
  it('undo an ending if the dictionary knows the result', () => {
    expect(`
      cities NOUN/NNS city
      knives NOUN/NNS knife
      churches NOUN/NNS church
      buses NOUN/NNS bus
      Voted VERB/VBD vote
      stopped VERB/VBN stop
      dying VERB/VBG die
      carries VERB/VBZ carry
      misses VERB/VBZ miss
      bigger ADJ/JJR big
      earliest ADJ/JJS early
      larger ADJ/JJR large
    `);
  });

  it('undo an ending by English spelling rules for unknown words', () => {
    expect(`
      drones NOUN/NNS drone
      podcasted VERB/VBD podcast
      vlogging VERB/VBG vlog
      tweeted VERB/VBD tweet
      unfriended VERB/VBN unfriend
      monetized VERB/VBN monetize
    `);
  });

  it('include irregular forms, and leave names and other words unchanged', () => {
    expect(`
      went VERB/VBD go
      Adeyemi PROPN/NNP Adeyemi
      Kenyans PROPN/NNPS Kenyan
      Quickly ADV/RB quickly
      sheep NOUN/NNS sheep
      s NOUN/NNS s
    `);
  });
});
