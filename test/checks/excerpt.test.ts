import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excerpt, shortened } from '../../server/checks/excerpt.js';

const PASSAGE =
  'The east has paid its share for thirty years, said the miller, and it has not seen one new bridge, road or school.';

/** The passage as a message shows it if some of its words must stay. */
function shownWith(words: string): string {
  const start = PASSAGE.indexOf(words);
  assert.ok(start >= 0);
  return shortened(PASSAGE, { start, end: start + words.length });
}

describe('the excerpt of a passage', () => {
  it('is cut in the middle', () => {
    assert.equal(shortened('It rained.'), 'It rained.');
    assert.equal(shortened(PASSAGE), 'The east has paid its share … new bridge, road or school.');
    assert.equal(excerpt(PASSAGE), PASSAGE);
  });

  it('shows the words that must stay visible', () => {
    assert.equal(shownWith('paid'), shortened(PASSAGE));
    assert.equal(shownWith('school'), shortened(PASSAGE));
    assert.equal(shownWith('thirty'), '… has paid its share for thirty years, said the miller, …');
    assert.equal(
      shownWith('it has not seen'),
      '… the miller, and it has not seen one new bridge, road …',
    );
    for (const word of PASSAGE.match(/\p{L}+/gu) ?? []) {
      const shown = shownWith(word);
      assert.ok(shown.includes(word));
      assert.ok(shown.length <= 60, shown);
    }
  });

  it('starts with words that are longer than a message', () => {
    const words = PASSAGE.slice(4, -8);
    assert.match(shownWith(words), /^… east has paid .* …$/u);
    assert.ok(shownWith(words).length <= 60);
  });

  it('shows where words are missing', () => {
    const at = PASSAGE.indexOf('thirty');
    assert.match(shortened(PASSAGE, { start: at, end: at }), / for thirty /u);
    assert.ok(shortened('x'.repeat(500), { start: 200, end: 201 }).length <= 60);
  });
});
