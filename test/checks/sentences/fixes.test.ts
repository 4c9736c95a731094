import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited, marked } from '../../marked.js';
import { withTrainedReader } from '../../trainedReader.js';
import { FOR_THE_READER, FOUND_BY_RULES } from './damaged.js';

/** A draft after each fix of each sentence error in it. */
async function fixesIn(draft: string): Promise<readonly string[]> {
  const prose = readProse(draft);
  const { findings } = await withTrainedReader((readings) =>
    runToCompletion(checkSentences(prose, readings)),
  );
  return findings.flatMap(({ fixes }) => fixes).map(({ edits }) => edited(draft, edits));
}

const MORE = [
  'They is late. They was here. The boats is late.',
  'The pool, TK, cost TK pounds (TK). “TK,” she said.',
];

describe('the fixes of sentences', () => {
  /** Every draft with an error in these tests, and the results of all its fixes. */
  const all: { readonly text: string; readonly fixed: string }[] = [];

  before(async () => {
    const sources = [FOUND_BY_RULES, FOR_THE_READER].flatMap((kinds) =>
      Object.values(kinds).flat(),
    );
    for (const source of [...sources, ...MORE]) {
      const { text } = marked(source);
      for (const fixed of await fixesIn(text)) all.push({ text, fixed });
    }
    assert.ok(all.length > 100);
  });

  it('write no verb form that does not fit', () => {
    const WRONG =
      /\b(?:they|we|you) (?:is|was|has|does)\b|\b(?:he|she|it) (?:are|were|have|do)\b|\b(?:is|are|was|were|be) been\b/iu;
    for (const { text, fixed } of all)
      if (!WRONG.test(text)) assert.doesNotMatch(fixed, WRONG, text);
  });

  it('leave no double space, no space before a mark, and no empty brackets or quotation marks', () => {
    const HOLE = / {2}| [.,;:!?)\]]|\(\s*\)|“\s*”|,\s*[,.]|^\s|\s$/u;
    for (const { text, fixed } of all) if (!HOLE.test(text)) assert.doesNotMatch(fixed, HOLE, text);
  });
});
