import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hunspellWords } from '../../spelling/hunspell.js';

const AFF = `SET UTF-8
NOSUGGEST !
ONLYINCOMPOUND c

PFX A Y 1
PFX A 0 re .

SFX S Y 3
SFX S y ies [^aeiou]y
SFX S 0 s [aeiou]y
SFX S 0 s [^sy]
`;

/** The words of a dictionary with these entries, sorted. */
function wordsOf(...entries: readonly string[]): readonly string[] {
  const dic = [String(entries.length), ...entries].join('\n');
  return [...hunspellWords(AFF, dic).words].sort();
}

describe('the words of a Hunspell dictionary', () => {
  it('are its stems, without the count in the first line', () => {
    assert.deepEqual(wordsOf('gull', 'quay'), ['gull', 'quay']);
  });

  it('have each suffix under its condition', () => {
    assert.deepEqual(wordsOf('ferry/S', 'quay/S', 'gull/S'), [
      'ferries',
      'ferry',
      'gull',
      'gulls',
      'quay',
      'quays',
    ]);
  });

  it('have each prefix before each suffix', () => {
    assert.deepEqual(wordsOf('paint/AS'), ['paint', 'paints', 'repaint', 'repaints']);
  });

  it('are without notes about a word and without parts of compounds', () => {
    assert.deepEqual(wordsOf('gull\tpo:noun', 'footed/c'), ['gull']);
  });

  it('are all accepted, and some not suggested', () => {
    const { words, hidden } = hunspellWords(AFF, '2\ndarn/S!\ngull');
    assert.deepEqual(
      [[...words].sort(), [...hidden].sort()],
      [
        ['darn', 'darns', 'gull'],
        ['darn', 'darns'],
      ],
    );
  });
});
