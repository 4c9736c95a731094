import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { Reference } from '../../../server/reference/reference.js';
import { contradictionsIn, referenceTo } from './judgeDraft.js';
import { SLOT_STORIES } from './slotStories.js';
import { SLOT_STORY_MISSES } from './slotStoryMisses.js';

/** `{kind: wrong|right}` */
const VARIANT = /\{\w+: (?<wrong>[^|}]+)\|(?<right>[^}]+)\}/gu;

/** A draft with one error, and the error's place. */
interface FlawedDraft {
  readonly variant: string;
  readonly draft: string;
  readonly start: number;
  readonly end: number;
}

/** The draft once for each error, otherwise correct. */
function flawedDrafts(sentences: readonly string[]): readonly FlawedDraft[] {
  const text = sentences.join(' ');
  return [...text.matchAll(VARIANT)].map((match) => {
    const opening = text.slice(0, match.index).replace(VARIANT, '$<right>');
    const rest = text.slice(match.index + match[0].length).replace(VARIANT, '$<right>');
    const wrong = match.groups?.wrong ?? '';
    return {
      variant: match[0],
      draft: opening + wrong + rest,
      start: opening.length,
      end: opening.length + wrong.length,
    };
  });
}

/** A statement without its mark, its kind and its brackets. */
function plain(statement: string): string {
  return statement.replace(/^. \w+: /u, '').replace(/[[\]]/gu, '');
}

describe('stories with errors', () => {
  for (const { beat, source, draft, statements } of SLOT_STORIES) {
    let reference: Reference;
    before(() => {
      reference = referenceTo(source);
    });

    it(`${beat}: contradicts nothing that is true, unknowable or colour`, () => {
      const correct = draft.join(' ').replace(VARIANT, '$<right>');
      assert.deepEqual(contradictionsIn(correct, reference), []);
      for (const statement of statements.filter((one) => !one.startsWith('-')))
        assert.deepEqual(contradictionsIn(plain(statement), reference), [], statement);
    });

    it(`${beat}: finds the error of each statement in close wording, except those listed`, () => {
      const missed = statements.filter((statement) => {
        if (!statement.startsWith('-')) return false;
        const text = plain(statement);
        const [first] = contradictionsIn(text, reference);
        const found = first === undefined ? '' : text.slice(first.start, first.end);
        const marked = [...statement.matchAll(/\[(?<words>.+?)\]/gu)];
        return !marked.some(
          ({ groups: { words = '' } = {} }) =>
            found !== '' && (found.includes(words) || words.includes(found)),
        );
      });
      assert.deepEqual(missed, SLOT_STORY_MISSES[beat]?.statements ?? []);
    });

    it(`${beat}: finds each error of the draft in other words, except those listed`, () => {
      const missed = flawedDrafts(draft).filter(
        (one) =>
          !contradictionsIn(one.draft, reference).some(
            ({ start, end }) => start < one.end && one.start < end,
          ),
      );
      assert.deepEqual(
        missed.map(({ variant }) => variant),
        SLOT_STORY_MISSES[beat]?.draft ?? [],
      );
    });
  }
});
