import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SentencePlace } from '../../../server/inference/readings.js';
import { type KnownSentence, chooseDecisions } from '../../sentences/decisions.js';

/** Sentences with suspicions of one form at a place. Higher ones are more often right: `rights` of twenty at .5. */
function suspects(form: string, place: SentencePlace, rights: number): readonly KnownSentence[] {
  return [0.5, 0.8, 0.95].flatMap((damage, more) =>
    Array.from({ length: 20 }, (_, number) => ({
      place,
      isDamaged: number < rights + 4 * more,
      isNatural: true,
      suspicion: { form, place, damage },
    })),
  );
}

/** Sentences in which nothing is suspected. */
function unsuspected(
  place: SentencePlace,
  isDamaged: boolean,
  count: number,
): readonly KnownSentence[] {
  return Array.from({ length: count }, () => ({
    place,
    isDamaged,
    isNatural: true,
  }));
}

/** A few headings and many paragraphs with the same number of suspicions. */
const KNOWN = [
  ...suspects('missing-verb', 'paragraph', 11),
  ...suspects('fragment', 'paragraph', 4),
  ...unsuspected('paragraph', false, 200),
  ...suspects('missing-verb', 'heading', 11),
];

describe('the decisions of the sentence reader', () => {
  it('ask for less damage of a form that is right more often', () => {
    const { paragraph } = chooseDecisions(KNOWN, 10).decisions;
    const [likely = 1, unlikely = 0] = [paragraph?.['missing-verb'], paragraph?.fragment];
    assert.ok(likely < unlikely, `${likely} and ${unlikely}`);
  });

  it('ask for more damage at a place whose sound sentences are suspected more often', () => {
    const { paragraph, heading } = chooseDecisions(KNOWN, 10).decisions;
    const [usual = 1, rare = 0] = [paragraph?.['missing-verb'], heading?.['missing-verb']];
    assert.ok(usual < rare, `${usual} and ${rare}`);
  });

  it('keep within the false alarms that are allowed, and find more with more of them', () => {
    const few = chooseDecisions(KNOWN, 2);
    const many = chooseDecisions(KNOWN, 20);
    assert.ok(few.falseAlarms <= 2, String(few.falseAlarms));
    assert.ok(many.falseAlarms <= 20, String(many.falseAlarms));
    assert.ok(few.found < many.found, `${few.found} and ${many.found}`);
  });

  it('report nothing that is less likely damaged than not, however much is allowed', () => {
    const rare = suspects('garbled', 'paragraph', 0);
    const missed = unsuspected('paragraph', true, 100);
    const { decisions } = chooseDecisions([...rare, ...missed], 1000);
    assert.ok((decisions.paragraph?.garbled ?? 0) > 0.9);
  });
});
