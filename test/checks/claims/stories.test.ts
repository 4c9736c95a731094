import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { judgeStatement, referenceTo } from './judgeDraft.js';
import { STORIES } from './stories.js';
import { STORY_MISSES } from './storyMisses.js';

/** The words of a statement that are marked as wrong. */
const MARKED = /\[(?<words>.+?)\]/u;

describe('statements about various stories', () => {
  for (const { beat, source, statements } of STORIES) {
    const misses = STORY_MISSES[beat];
    let judged: readonly {
      readonly truth: string;
      readonly statement: string;
      readonly verdict: string;
      readonly isFound: boolean;
    }[];
    before(() => {
      const reference = referenceTo(source);
      judged = statements.map((statement) => {
        const wrong = MARKED.exec(statement)?.groups?.words ?? '';
        const text = statement.slice(2).replace(/[[\]]/gu, '');
        const { verdict, words } = judgeStatement(text, reference);
        const isFound = words !== '' && (words.includes(wrong) || wrong.includes(words));
        return { truth: statement.slice(0, 1), statement, verdict, isFound };
      });
    });
    const statementsThat = (is: (one: (typeof judged)[number]) => boolean): readonly string[] =>
      judged.filter(is).map(({ statement }) => statement);

    it(`${beat}: true and unknowable ones are never contradicted`, () => {
      assert.deepEqual(
        statementsThat(({ truth, verdict }) => truth !== '-' && verdict === 'contradicted'),
        [],
      );
    });

    it(`${beat}: true ones are supported, except those listed`, () => {
      assert.deepEqual(
        statementsThat(({ truth, verdict }) => truth === '+' && verdict !== 'supported'),
        misses?.unsupported ?? [],
      );
    });

    it(`${beat}: false and unknowable ones are not supported, except those listed`, () => {
      assert.deepEqual(
        statementsThat(({ truth, verdict }) => truth !== '+' && verdict === 'supported'),
        misses?.supported ?? [],
      );
    });

    it(`${beat}: false ones are reported where they differ, except those listed`, () => {
      assert.deepEqual(
        statementsThat(({ truth, isFound }) => truth === '-' && !isFound),
        misses?.notFound ?? [],
      );
    });
  }
});
