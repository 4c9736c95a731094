import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { retrieverOf } from '../../../server/checks/claims/retrieve/evidenceRetriever.js';
import { slotWordsOf } from '../../../server/checks/claims/statement/statementQueries.js';
import { compareValues, valueReport } from '../../../server/checks/claims/values.js';
import { tokensOf } from '../../tokensOf.js';
import { referenceTo } from './judgeDraft.js';

/** The values of a claim that no sentence of a source has, and the likeliest difference as `found > expected > fix`. */
function compared(source: string, text: string): readonly [missing: string, differs: string] {
  const retriever = retrieverOf(referenceTo(source));
  const statement = retriever.parse(tokensOf(text));
  const claim = { statement, first: 0, last: statement.tokens.length - 1 };
  const sentences = retriever.read(retriever.hitsOf(claim), claim);
  const { missing, differences } = compareValues(claim, sentences, retriever.rarity);
  const [first] = differences;
  const { found = '', expected = '', replacement = '-' } = first ? valueReport(claim, first) : {};
  return [
    missing.map((slot) => slotWordsOf(statement, slot.first, slot.last)).join(', '),
    first === undefined ? '' : `${found} > ${expected} > ${replacement}`,
  ];
}

const LIDO =
  'The lido at Fennick opened on 22 September 2024 with 340 swimmers. Ada Roe, 47, runs it. ' +
  'Repairs cost £1.2 million. The first swim began at 6.30 a.m. and the last at 9pm.';

describe('the values of a claim', () => {
  for (const [text, missing, differs] of [
    ['The lido opened with 430 swimmers.', '430', '430 > 340 > 340'],
    ['The lido opened on Oct. 5.', 'Oct., Oct. 5', 'Oct. 5 > 22 September 2024 > Sept. 22'],
    [
      'Repairs to the lido cost £2.1 million.',
      '£2.1 million',
      '£2.1 million > £1.2 million > £1.2 million',
    ],
    ['Ada Roe, 74, runs the lido.', '74', '74 > 47 > 47'],
    ['The first swim began at 7.30 a.m.', '7.30 a.m.', '7.30 a.m. > 6.30 a.m. > 6.30 a.m.'],
    ['The first swim began at half past six.', '', ''],
    ['The lido opened with 340 swimmers.', '', ''],
    ['The lido sold towels.', '', ''],
  ] as const)
    it(`are compared with those of the passages: ${text}`, () => {
      assert.deepEqual(compared(LIDO, text), [missing, differs]);
    });

  it('differ where another sentence has the value, but less of the claim', () => {
    const source = 'In the first storm 12 boats sank off Corrie. Later 30 boats were saved.';
    assert.deepEqual(compared(source, 'In the first storm 30 boats sank off Corrie.'), [
      '',
      '30 > 12 > 12',
    ]);
  });

  it('differ in the age of the same person, not of somebody else', () => {
    const source = 'Ada Roe, 47, runs the lido. Ola Brandt, 52, cleans the baths.';
    assert.deepEqual(compared(source, 'Ada Roe, 52, runs the lido.'), ['', '52 > 47 > 47']);
    assert.deepEqual(compared(source, 'Tove Ekman, 31, runs the lido.').at(0), 'Tove Ekman, 31');
    assert.doesNotMatch(compared(source, 'Tove Ekman, 31, runs the lido.')[1], /31/u);
  });

  it('are fixed by a name in the form of the draft’s, and not by one of several', () => {
    const source =
      'The wardens are Ida Crole and Emlyn Voss. Voss opened the crypt in June. Ida Crole and Emlyn Voss opposed the levy.';
    assert.equal(
      compared(source, 'Tove Ekman opened the crypt in June.')[1],
      'Tove Ekman > Voss > Emlyn Voss',
    );
    assert.equal(
      compared(source, 'Tove Ekman opposed the levy.')[1],
      'Tove Ekman > Ida Crole and Emlyn Voss > -',
    );
    const minutes =
      'Wardens: Ida Crole, Emlyn Voss.\n\nWardens Crole and Voss voted against the levy.';
    assert.equal(
      compared(minutes, 'Tove Ekman voted against the levy.')[1],
      'Tove Ekman > Crole and Voss > -',
    );
  });
});
