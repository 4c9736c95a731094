import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../server/checks/claims/claims.js';
import type { Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../../server/reference/reference.js';
import { SLOT_STORIES } from './slotStories.js';

/** `{kind: wrong|right}` */
const VARIANT = /\{\w+: (?<wrong>[^|}]+)\|(?<right>[^}]+)\}/gu;

function contradictedIn(draft: string, reference: Reference): readonly Finding[] {
  return runToCompletion(checkClaims(readProse(draft), reference)).findings.filter(
    ({ code }) => code === 'claim/contradicted',
  );
}

/** A draft with one slip of its sentences in it, and where that stands. */
interface FlawedDraft {
  readonly draft: string;
  readonly start: number;
  readonly end: number;
}

/** The draft once for each slip, all else as it should be. */
function flawedDrafts(sentences: readonly string[]): readonly FlawedDraft[] {
  const text = sentences.join(' ');
  return [...text.matchAll(VARIANT)].map((slip) => {
    const before = text.slice(0, slip.index).replace(VARIANT, '$<right>');
    const after = text.slice(slip.index + slip[0].length).replace(VARIANT, '$<right>');
    const wrong = slip.groups?.wrong ?? '';
    return {
      draft: before + wrong + after,
      start: before.length,
      end: before.length + wrong.length,
    };
  });
}

describe('stories with a slip', () => {
  let slips = 0;
  let told = 0;
  for (const { beat, source, draft, statements } of SLOT_STORIES) {
    const reference = createReference(buildBase([{ name: 'source.txt', text: source }]).base);
    const plain = (statement: string): string =>
      statement.replace(/^. \w+: /u, '').replace(/[[\]]/gu, '');

    it(`${beat}: accuses nothing that is so, that nobody could know, or that is colour`, () => {
      assert.deepEqual(contradictedIn(draft.join(' ').replace(VARIANT, '$<right>'), reference), []);
      for (const statement of statements.filter((one) => !one.startsWith('-')))
        assert.deepEqual(contradictedIn(plain(statement), reference), [], statement);
    });

    it(`${beat}: tells most of what differs in close wording, where it does`, () => {
      const wrong = statements.filter((one) => one.startsWith('-'));
      const found = wrong.filter((statement) => {
        const [finding] = contradictedIn(plain(statement), reference);
        const words =
          finding === undefined ? '' : plain(statement).slice(finding.span.start, finding.span.end);
        return [...statement.matchAll(/\[(?<words>.+?)\]/gu)].some(
          ({ groups }) =>
            words !== '' &&
            (words.includes(groups?.words ?? '') || (groups?.words ?? '').includes(words)),
        );
      });
      assert.ok(found.length >= wrong.length * 0.6, `${found.length} of ${wrong.length}`);
    });

    it(`${beat}: tells slips in other words`, () => {
      const here = flawedDrafts(draft);
      const found = here.filter((one) =>
        contradictedIn(one.draft, reference).some(
          ({ span }) => span.start < one.end && one.start < span.end,
        ),
      );
      slips += here.length;
      told += found.length;
      assert.ok(found.length >= here.length * 0.2, `${found.length} of ${here.length}`);
    });
  }

  it('tells more than half of all slips in other words', () => {
    assert.ok(told > slips / 2, `${told} of ${slips}`);
  });
});
