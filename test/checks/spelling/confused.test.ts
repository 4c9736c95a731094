import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_READINGS, type Readings } from '../../../server/inference/readings.js';
import weights from '../../../models/confusions/weights.json';
import { PLAIN_USES } from './plainUses.js';
import { corrected, expectReported, spellingIn } from './spelled.js';

/** Asserts that the first fix turns each draft into the other. */
function expectCorrected(pairs: readonly (readonly [wrong: string, right: string])[]): void {
  for (const [wrong, right] of pairs) {
    assert.equal(corrected(wrong), right);
    assert.deepEqual(spellingIn(right), [], right);
  }
}

describe('the check of confused words', () => {
  it('corrects words that do not fit the words beside them', () => {
    expectCorrected([
      ['The council could of closed it.', 'The council could have closed it.'],
      ['They shouldn’t of been there.', 'They shouldn’t have been there.'],
      ['They should not of been there.', 'They should not have been there.'],
      ['The man who’s car was stolen left.', 'The man whose car was stolen left.'],
      ['In it’s own way it works.', 'In its own way it works.'],
      ["In it's own way it works.", 'In its own way it works.'],
      ['Its been a long year.', 'It’s been a long year.'],
      ['Your going to like it.', 'You’re going to like it.'],
      ['Their is no money left.', 'There is no money left.'],
      ['They brought there own chairs.', 'They brought their own chairs.'],
      ['It cost more then 200 crowns.', 'It cost more than 200 crowns.'],
      ['It has been shut since than.', 'It has been shut since then.'],
      ['There were far to many cars.', 'There were far too many cars.'],
      ['The price is to high for us.', 'The price is too high for us.'],
      ['They will loose the match.', 'They will lose the match.'],
      [
        'Over the passed decade the herd has doubled.',
        'Over the past decade the herd has doubled.',
      ],
    ]);
  });

  it('corrects, with the reader’s support, words that another one would fit better', () => {
    const draft = 'The band was lead by his son.';
    const suspected = (damage: number): Readings => ({
      ...NO_READINGS,
      isOn: true,
      sentence: ({ text }) => {
        const start = text.indexOf('lead');
        const word = { start, end: start + 'lead'.length, damage, kinds: [], edits: [] };
        return { damage, words: [word] };
      },
    });
    expectReported(draft);
    expectReported(draft, { readings: suspected(0.05) });
    const marked = 'The band was [|lead|] by his son.';
    expectReported(marked, { readings: suspected(0.95) });
    assert.equal(corrected(draft, { readings: suspected(0.95) }), 'The band was led by his son.');
  });

  it('leaves compounds and names alone', () => {
    expectReported(
      'He wore a barely-there shirt. The Principle Group sold it to New Principal Ltd.',
    );
  });

  it('decides between “a” and “an” by the sound', () => {
    expectCorrected([
      ['She ate a apple.', 'She ate an apple.'],
      ['He left an university.', 'He left a university.'],
      ['It took a hour.', 'It took an hour.'],
      ['He is a MP.', 'He is an MP.'],
      ['It was an UN mission.', 'It was a UN mission.'],
      ['It is a 8-year plan.', 'It is an 8-year plan.'],
    ]);
    expectReported(
      'A European, an hour, an MP, a UN unit, a one-off, a unit, an umbrella, an heir.',
    );
    expectReported('An historic day, a historic day, a NATO plan, an 11-year ban, a 110-year ban.');
    expectReported(
      'An X-ray, a U-turn, a ewe, an unidentified man, a uniform, vitamin A and an F.',
    );
  });

  it('is silent where the words could be meant', () => {
    expectReported('The might of the army grew. He could, of course, leave.');
    expectReported('Neither of the ladders was of much use in the flood.');
    expectReported('It got better; then the rain came. To high winds they said no.');
    expectReported('She was lead singer. They have lead pipes. Let loose the dogs.');
    expectReported('The principal of the school spoke on principle. He went to many places.');
    expectReported('It’s clear that it’s over, and who’s there knows whose it is.');
  });

  it('leaves plain uses of every word alone', () => {
    const words = weights.pairs.flatMap(({ one, other, isOneWay }) =>
      isOneWay ? [one] : [one, other],
    );
    for (const word of words) assert.ok((PLAIN_USES.get(word) ?? []).length >= 15, word);
    for (const use of [...PLAIN_USES.values()].flat()) expectReported(use);
  });

  it('leaves “to” alone where it stands for a whole infinitive', () => {
    expectReported('It has no power to. They were asked to leave, but did not want to, she said.');
  });

  it('prefers no fix in a quote', () => {
    const [finding] = spellingIn('“They could of closed it,” he said.');
    assert.equal(finding?.code, 'spelling/confused');
    assert.equal(finding.fixes[0]?.preferred, false);
  });
});
