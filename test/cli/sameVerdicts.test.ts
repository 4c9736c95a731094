import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { DECISIONS, type Opinion, readingOf } from '../checks/claims/fakeJudge.js';
import { FakeReader } from '../inference/fakeReader.js';
import { copydesk } from './testHost.js';

const SOURCE =
  'The council of Tarn Bay met on Monday. It heard from Ines Calloway, who rents the kiosk on the pier and pays 400 pounds a year.\n';

/** What the judge says of each claim, and the verdict that follows. */
const CLAIMS: readonly (readonly [claim: string, opinion: Opinion, verdict: string])[] = [
  ['Ines Calloway addressed the council of Tarn Bay.', { supported: 0.97 }, 'supported'],
  [
    'Ines Calloway owns the kiosk on the pier.',
    { contradicted: 0.98, against: 'owns' },
    'contradicted',
  ],
  ['Ines Calloway wants to widen the kiosk.', { supported: 0.3, neither: 0.4 }, 'unclear'],
];

const SENTENCES = CLAIMS.map(([claim]) => claim);
const FILES = { 'sources/minutes.md': SOURCE, 'draft.md': `${SENTENCES.join('\n\n')}\n` };
const VERDICTS = CLAIMS.map(([, , verdict]) => verdict);

function reader(): ReadingQueue {
  const judgements = Object.fromEntries(
    CLAIMS.map(([sentence, opinion]) => {
      const claim = { start: 0, end: sentence.length };
      return [sentence, readingOf(opinion, { sentence, claim, context: '', passages: [] })];
    }),
  );
  const fake = new FakeReader({}, judgements);
  fake.weights = { ...fake.weights, judgeDecisions: DECISIONS };
  return new ReadingQueue(fake);
}

interface Verdicts {
  readonly claims: readonly { readonly verdict: string }[];
}

function verdictsIn(report: unknown): readonly string[] {
  return (report as Verdicts).claims.map(({ verdict }) => verdict);
}

describe('the verdicts on a draft', () => {
  it('are those of the judge in a batch', async () => {
    const request = {
      id: '1',
      draft: FILES['draft.md'],
      sources: [{ name: 'minutes.md', text: SOURCE }],
    };
    const { output } = await copydesk(['batch'], {
      input: JSON.stringify(request),
      reader: reader(),
    });
    assert.deepEqual(verdictsIn(JSON.parse(output)), VERDICTS);
  });

  it('are the same on the command line', async () => {
    const { output } = await copydesk(['check', 'draft.md', '--explain'], {
      files: FILES,
      reader: reader(),
    });
    const shown = output
      .split('\n')
      .flatMap(
        (line) => /^draft\.md:\S+ {2}(supported|contradicted|to check) /u.exec(line)?.[1] ?? [],
      );
    assert.deepEqual(shown, ['supported', 'contradicted', 'to check']);
  });

  it('are the same for an assistant, of the draft and of each statement', async () => {
    const told: unknown[] = [];
    await copydesk(['mcp', '.'], {
      files: FILES,
      reader: reader(),
      assistant: async (desk) => {
        const answers = [
          await desk.answer('check_draft', { path: 'draft.md' }),
          ...(await Promise.all(SENTENCES.map((claim) => desk.answer('find_evidence', { claim })))),
        ];
        for (const answer of answers) told.push('value' in answer ? answer.value : answer.refusal);
      },
    });
    const [draft, ...statements] = told;
    assert.deepEqual(verdictsIn(draft), VERDICTS);
    assert.deepEqual(
      statements.flatMap((one) =>
        (one as { readonly statements: Verdicts['claims'] }).statements.map(
          ({ verdict }) => verdict,
        ),
      ),
      VERDICTS,
    );
  });
});
