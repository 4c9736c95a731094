import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse, sentencesOf } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { grammarErrorsIn, hasGrammarError } from '../../../server/checks/sentences/grammarCheck.js';
import { expectNoErrors } from './errors.js';

/** The kinds of error reported in a draft, in order. */
function kindsIn(draft: string): readonly string[] {
  return runToCompletion(grammarErrorsIn(readProse(draft).blocks)).placed.map(
    ({ found }) => found.kind,
  );
}

/** A court report fit for print. */
const REPORT = `# Jury out in bridge trial

*By Ana Ruiz and J. R. Osei*

CORK, Ireland — A jury began to weigh the case against three engineers on Monday, a day after the last of 40 witnesses was heard. The bridge they built fell in 2019. Nobody was hurt.

“We did what we were asked to do,” said Tom Berg, 61, who led the team. “No more. No less.”

## What the court heard

- A report on the steel
- Letters between the firm and the state
- The engineers' own notes

Who signed the plans? Mr. Berg, he told the court. Who checked them? No one.

> We trusted them. Fools that we were.

| Witness | Day |
| --- | --- |
| Lena Dahl | Monday |

The firm, which has since been sold, says it is not to blame; the state says the same of itself. More than half of the papers are lost. What is left fills two boxes.

![The bridge in 2018](bridge.jpg)
*The bridge a year before it fell. Photo: T. Lund*

The judge, Mary Adeyemi, told the jury to take its time. Had the steel been tested, she said, the trial might never have been held.
`;

describe('the grammar check', () => {
  it('reports nothing in a sound report', () => {
    expectNoErrors(REPORT);
  });

  it('reports only the most certain error about the structure of a sentence', () => {
    assert.deepEqual(kindsIn('They was able send the the letter.'), [
      'missing-to',
      'repeated-word',
    ]);
  });

  it('reports slips of the pen in one sentence one by one', () => {
    assert.deepEqual(kindsIn('The court rose. the jury met on monday and and went home.'), [
      'lowercase-start',
      'lowercase-start',
      'repeated-word',
    ]);
  });

  it('takes a paragraph for a caption if it ends in a credit, but not for a word before a colon', () => {
    expectNoErrors('The pier, which storms had damaged twice before. Photo: Ana Roe.');
    assert.deepEqual(kindsIn('The jury watched the whole video: they was not moved by it.'), [
      'agreement',
    ]);
  });

  it('expects less of headings, lists and quotations', () => {
    assert.deepEqual(
      kindsIn('# Said to be shut\n\n- Said to be shut\n\n> Said to be shut for good.'),
      [],
    );
  });

  it('judges the same words by their block', () => {
    assert.deepEqual(kindsIn('the pool is shut. the park is open.\n\n- the pool is shut'), [
      'lowercase-start',
      'lowercase-start',
    ]);
  });

  it('recognises a sentence that cannot be relied on', () => {
    const prose = readProse('The club lost. The club has being sold to a bank in May.');
    assert.deepEqual(
      sentencesOf(prose).map(({ block, sentence }) => hasGrammarError(block, sentence)),
      [false, true],
    );
  });

  it('finds the same errors in a sentence that has moved, at its new place', () => {
    const draft = (opening: string): string =>
      `${opening} The club has being sold. Because the bank pays. They was not asked.`;
    const before = readProse(draft('The club lost.'));
    runToCompletion(grammarErrorsIn(before.blocks));
    for (const opening of ['The club lost badly.', 'The club lost. Did it?', 'The club']) {
      const text = draft(opening);
      assert.deepEqual(
        runToCompletion(grammarErrorsIn(readProse(text, 'markdown', before).blocks)).placed.map(
          ({ found }) => found,
        ),
        runToCompletion(grammarErrorsIn(readProse(text).blocks)).placed.map(({ found }) => found),
      );
    }
  });

  it('recognises a page flattened into one paragraph', () => {
    const captioned = `The club lost again on Saturday The coach left at once. ${'The fans went home early and in silence. '.repeat(30)}`;
    assert.deepEqual(kindsIn(captioned), []);
    const joined = `The club lost on Saturday.The coach left at once. ${'The fans went home early and in silence. '.repeat(30)}`;
    assert.deepEqual(kindsIn(joined), []);
    assert.deepEqual(kindsIn('The club lost on Saturday.The coach left at once.'), [
      'run-together',
    ]);
  });

  // A quadratic check exceeds the runner's time limit.
  for (const piece of ['“', '( ', 'a.B', 'the of ', 'and, ', 'x', '1', 'killed ', '“a. ', '"a” ']) {
    it(`finishes on a long draft of “${piece.trim()}”`, () => {
      const draft = piece.repeat(200_000 / piece.length);
      assert.doesNotThrow(() => runToCompletion(grammarErrorsIn(readProse(draft).blocks)));
    });
  }
});
