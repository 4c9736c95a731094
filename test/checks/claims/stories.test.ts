import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../server/checks/claims/claims.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../../server/reference/reference.js';
import { STORIES } from './stories.js';

/** The verdict on a statement that stands alone, and the words that a contradiction points at. */
function verdictOn(text: string, reference: Reference): { verdict: string; words: string } {
  const { claims, findings } = runToCompletion(checkClaims(readProse(text), reference));
  const told = findings.find(({ code }) => code === 'claim/contradicted');
  if (told !== undefined)
    return { verdict: 'contradicted', words: text.slice(told.span.start, told.span.end) };
  const made = runToCompletion(claims());
  const borne = made.length > 0 && made.every(({ verdict }) => verdict === 'supported');
  return { verdict: borne ? 'supported' : 'unsupported', words: '' };
}

describe('stories of many beats', () => {
  for (const { beat, source, statements } of STORIES) {
    const reference = createReference(buildBase([{ name: 'source.txt', text: source }]).base);
    const judged = statements.map((statement) => ({
      truth: statement[0],
      statement,
      wrong: /\[(?<words>.+?)\]/u.exec(statement)?.groups?.words ?? '',
      ...verdictOn(statement.slice(2).replace(/[[\]]/gu, ''), reference),
    }));
    const of = (truth: string): typeof judged => judged.filter((one) => one.truth === truth);

    it(`${beat}: accuses nothing that is so, or that nobody could know`, () => {
      const accused = [...of('+'), ...of('?')].filter(({ verdict }) => verdict === 'contradicted');
      assert.deepEqual(
        accused.map(({ statement }) => statement),
        [],
      );
    });

    it(`${beat}: bears out most of what is so`, () => {
      const borne = of('+').filter(({ verdict }) => verdict === 'supported');
      assert.ok(borne.length >= of('+').length * 0.75, `${borne.length} of ${of('+').length}`);
    });

    it(`${beat}: tells much of what is not so, where it differs`, () => {
      const told = of('-').filter(
        ({ words, wrong }) => words !== '' && (words.includes(wrong) || wrong.includes(words)),
      );
      assert.ok(told.length >= of('-').length * 0.4, `${told.length} of ${of('-').length}`);
    });
  }
});
