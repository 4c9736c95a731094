import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import type { Finding } from '../../../server/checks/finding.js';
import { readProse } from '../../../server/prose/prose.js';
import { NO_REFERENCE, referenceFromSources } from '../../../server/reference/reference.js';
import { edited, expectSpans, marked } from '../../marked.js';
import { CONSISTENT, INCONSISTENT, MISSED } from './stories.js';

/** What is reported about a draft; `source` is what the sources say. */
function findingsIn(draft: string, source?: string): readonly Finding[] {
  const reference =
    source === undefined
      ? NO_REFERENCE
      : referenceFromSources([{ name: 'notes.md', text: source }]);
  return checkDraft(readProse(draft), reference).findings;
}

/** What is reported about a draft and itself. */
function inconsistenciesIn(draft: string, source?: string): readonly Finding[] {
  return findingsIn(draft, source).filter(({ code }) => code === 'claim/inconsistent');
}

/** The codes of what is reported about the only place of some words in a draft. */
function codesAt(words: string, draft: string, source: string): readonly string[] {
  return findingsIn(draft, source)
    .filter(({ span }) => draft.slice(span.start, span.end) === words)
    .map(({ code }) => code);
}

/** Asserts that the marked places of a draft are reported as inconsistent, and no others. */
function expectInconsistent(draft: string, source?: string): void {
  expectSpans(draft, (text) => inconsistenciesIn(text, source).map(({ span }) => span));
}

const FIRE = `Twelve people died in a fire at the Sundvik paper mill on Monday.

The mill made packaging. The fire killed [|14|] people.`;

/** The same, of which the sources' sentence with the value does not name the fire, so that it contradicts nothing. */

describe('a draft against itself', () => {
  for (const draft of INCONSISTENT) {
    it(`is inconsistent: ${draft.split('\n')[0] ?? ''}`, () => {
      expectInconsistent(draft);
    });
  }

  for (const draft of CONSISTENT) {
    it(`is consistent: ${draft}`, () => {
      expectInconsistent(draft);
    });
  }

  for (const draft of MISSED) {
    it(`is not understood: ${draft.split('\n')[0] ?? ''}`, () => {
      assert.deepEqual(inconsistenciesIn(marked(draft).text), []);
    });
  }

  it('has both places, and a fix for each', () => {
    const { text } = marked(FIRE);
    const [finding, ...others] = inconsistenciesIn(text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '“14” here, “Twelve” earlier in the draft.');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.evidence, []);
    assert.deepEqual(
      finding.related?.map(({ span, text: sentence }) => [
        text.slice(span.start, span.end),
        sentence,
      ]),
      [['Twelve', 'Twelve people died in a fire at the Sundvik paper mill on Monday.']],
    );
    assert.deepEqual(
      finding.fixes.map(({ title, preferred, edits }) => [title, preferred, edited(text, edits)]),
      [
        ['Change to “Twelve”', false, text.replace('14', 'twelve')],
        ['Change the earlier “Twelve” to “14”', false, text.replace('Twelve', '14')],
      ],
    );
  });

  const BURNED = 'The fire killed 14 people.';
  const WRONG_TOLL = `[|Twelve|] people died in a fire at the Sundvik paper mill on Monday.

The mill made packaging. The fire killed 14 people.`;

  it('is wrong where the sources have the other value', () => {
    expectInconsistent(WRONG_TOLL, BURNED);
  });

  it('takes the value of the sources', () => {
    const { text } = marked(WRONG_TOLL);
    const [finding] = inconsistenciesIn(text, BURNED);
    assert.equal(finding?.message, '“Twelve” here, “14” later in the draft and in the sources.');
    assert.deepEqual(
      finding.fixes.map(({ preferred, edits }) => [preferred, edited(text, edits)]),
      [[true, text.replace('Twelve', '14')]],
    );
    assert.deepEqual(
      finding.evidence.map(({ source, line }) => `${source}:${line}`),
      ['notes.md:1'],
    );
  });

  it('has one mark where a value is also in no source', () => {
    const { text } = marked(WRONG_TOLL);
    assert.deepEqual(codesAt('Twelve', text, BURNED), ['claim/inconsistent']);
  });

  it('is not reported where the sources contradict it already', () => {
    const { text } = marked(FIRE);
    const source = 'The fire at the Sundvik paper mill killed twelve people on Monday.';
    assert.deepEqual(codesAt('14', text, source), ['claim/contradicted']);
  });

  it('is not reported if the sources have both values', () => {
    const { text } = marked(FIRE);
    assert.deepEqual(
      inconsistenciesIn(
        text,
        'Twelve people died in a fire at the Sundvik paper mill on Monday.\n\nThe fire killed 14 people.',
      ),
      [],
    );
  });

  it('marks the rarer of two values, wherever it is', () => {
    expectInconsistent(`The fire killed [|13|] people.

The mill was old. The fire killed 12 people.

Fires are rare. Twelve people died in the fire.`);
  });

  it('leaves three values alone, as they are of three things', () => {
    expectInconsistent(
      'The fire killed 12 people.\n\nThe fire killed 13 people.\n\nThe fire killed 14 people.',
    );
  });

  it('leaves quotations, questions and tables alone', () => {
    expectInconsistent('The fire killed 12 people.\n\n“The fire killed 14 people,” he said.');
    expectInconsistent('The fire killed 12 people.\n\nDid the fire kill 14 people?');
    expectInconsistent(
      'The fire killed 12 people.\n\n| Fire | Dead |\n| --- | --- |\n| The fire killed 14 people. | 14 |',
    );
  });
});
