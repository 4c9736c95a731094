import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse, sentencesOf } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { grammarErrorsIn, hasGrammarError } from '../../../server/checks/sentences/grammarCheck.js';
import { expectSound } from './errors.js';

/** The kinds told in a draft, in order. */
function kindsIn(draft: string): readonly string[] {
  return runToCompletion(grammarErrorsIn(readProse(draft).blocks)).map(({ found }) => found.kind);
}

/** A court report as a desk would pass it. */
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

describe('soundness', () => {
  it('is silent on a whole report', () => {
    expectSound(REPORT);
  });

  it('tells only the most certain of what judges how a sentence is built', () => {
    assert.deepEqual(kindsIn('They was able send the the letter.'), ['garbled', 'repeated-word']);
  });

  it('tells slips of the pen in one sentence one by one', () => {
    assert.deepEqual(kindsIn('The court rose. the jury met on monday and and went home.'), [
      'lowercase-start',
      'lowercase-start',
      'repeated-word',
    ]);
  });

  it('takes a paragraph for a caption where it ends in a credit, and not in a word before a colon', () => {
    expectSound('The pier, which storms had damaged twice before. Photo: Ana Roe.');
    assert.deepEqual(kindsIn('The jury watched the whole video: they was not moved by it.'), [
      'agreement',
    ]);
  });

  it('asks less of headings, lists and quotations', () => {
    assert.deepEqual(
      kindsIn('# Said to be shut\n\n- Said to be shut\n\n> Said to be shut for good.'),
      [],
    );
  });

  it('judges the same words by where they stand', () => {
    assert.deepEqual(kindsIn('Said that the pool is shut.\n\n> Said that the pool is shut.'), [
      'missing-subject',
    ]);
  });

  it('knows a sentence that is not to be relied on', () => {
    const prose = readProse('The club lost. The club has being sold to a bank in May.');
    assert.deepEqual(
      sentencesOf(prose).map(({ block, sentence }) => hasGrammarError(block, sentence)),
      [false, true],
    );
  });

  it('finds in a sentence that has moved what it found before, where it stands now', () => {
    const draft = (opening: string): string =>
      `${opening} The club has being sold. Because the bank pays. They was not asked.`;
    const before = readProse(draft('The club lost.'));
    runToCompletion(grammarErrorsIn(before.blocks));
    for (const opening of ['The club lost badly.', 'The club lost. Did it?', 'The club']) {
      const text = draft(opening);
      assert.deepEqual(
        runToCompletion(grammarErrorsIn(readProse(text, 'markdown', before).blocks)).map(
          ({ found }) => found,
        ),
        runToCompletion(grammarErrorsIn(readProse(text).blocks)).map(({ found }) => found),
      );
    }
  });

  it('takes a page flattened into one paragraph for what it is', () => {
    const captioned = `The club lost again on Saturday The coach left at once. ${'The fans went home early and in silence. '.repeat(30)}`;
    assert.deepEqual(kindsIn(captioned), []);
  });

  it('stays linear on hostile text', () => {
    for (const piece of [
      '“',
      '( ',
      'a.B',
      'the of ',
      'and, ',
      'x',
      '1',
      'killed ',
      '“a. ',
      '"a” ',
    ]) {
      const draft = piece.repeat(200_000 / piece.length);
      const start = performance.now();
      runToCompletion(grammarErrorsIn(readProse(draft).blocks));
      assert.ok(performance.now() - start < 8000, `${piece}: too slow`);
    }
  }).timeout(60_000);
});
