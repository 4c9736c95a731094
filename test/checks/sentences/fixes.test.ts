import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_READINGS } from '../../../server/inference/readings.js';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited, marked } from '../../marked.js';
import { DAMAGED } from './damaged.js';

/** A draft after each fix of each sentence error in it. */
function fixesIn(draft: string): readonly string[] {
  return runToCompletion(checkSentences(readProse(draft), NO_READINGS))
    .findings.flatMap(({ fixes }) => fixes)
    .map(({ edits }) => edited(draft, edits));
}

const MORE = [
  'The ferry been a lifeline for the island.',
  'The ferries been the only link since May.',
  'The firm was founded in 1911. Makes parts for tractors.',
  'The firms were founded in 1911. Are all in Leeds.',
  'They is late. They was here. The boats is late.',
  'The pool, TK, cost TK pounds (TK). “TK,” she said.',
];

/** Every draft here with an error, and all that its fixes make of it. */
const FIXED = [...Object.values(DAMAGED).flat(), ...MORE].flatMap((source) => {
  const { text } = marked(source);
  return fixesIn(text).map((fixed) => ({ text, fixed }));
});

describe('the fixes of sentences', () => {
  it('write no verb form that does not fit', () => {
    const WRONG =
      /\b(?:they|we|you) (?:is|was|has|does)\b|\b(?:he|she|it) (?:are|were|have|do)\b|\b(?:is|are|was|were|be) been\b/iu;
    assert.ok(FIXED.length > 100);
    for (const { text, fixed } of FIXED)
      if (!WRONG.test(text)) assert.doesNotMatch(fixed, WRONG, text);
    assert.deepEqual(fixesIn('The ferry been a lifeline for the island.'), [
      'The ferry has been a lifeline for the island.',
    ]);
    assert.deepEqual(fixesIn('The firm was founded in 1911. Makes parts for tractors.'), [
      'The firm was founded in 1911. It makes parts for tractors.',
    ]);
  });

  it('leave no double space, no space before a mark, and no empty brackets or quotation marks', () => {
    const HOLE = / {2}| [.,;:!?)\]]|\(\s*\)|“\s*”|,\s*[,.]|^\s|\s$/u;
    for (const { text, fixed } of FIXED)
      if (!HOLE.test(text)) assert.doesNotMatch(fixed, HOLE, text);
  });

  it('prefer no form of “be” that cannot be what is missing', () => {
    for (const draft of [
      'The company no dividend for the third year running.',
      'Scientists at the station a rise in methane since 2019.',
    ])
      assert.deepEqual(fixesIn(draft), []);
    assert.deepEqual(fixesIn('Prices risen by a fifth since the start of the year.'), [
      'Prices have risen by a fifth since the start of the year.',
    ]);
  });
});
