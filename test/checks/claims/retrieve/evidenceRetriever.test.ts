import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgementsOf } from '../../../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../../server/prose/prose.js';
import type { Fact } from '../../../../server/reference/model.js';
import { createReference, referenceFromSources } from '../../../../server/reference/reference.js';

function fact(source: string, line: number, text: string): Fact {
  return { text, unreliable: false, citation: { source, line } };
}

const FERRY = [
  fact(
    'ferry.md',
    1,
    'The ferry Halcyon sank off Port Brannoch on Monday with 52 passengers aboard.',
  ),
  fact('ferry.md', 3, 'The coastguard closed the port to passengers.'),
];
const POLICE = fact(
  'police.md',
  1,
  'Police said the Halcyon sank off Port Brannoch with 61 passengers aboard.',
);
const COUNCIL = fact('council.md', 1, 'The council asked passengers to be patient.');

/** More sentences than fit the cache, about something else. */
const OTHERS = Array.from({ length: 5000 }, (_, at) =>
  fact('diary.md', at + 1, `Page ${at} of the diary was about apples, ladders and rain.`),
);

/** The evidence for a claim about the ferry, by source and line. */
function evidenceFor(facts: readonly Fact[]): readonly string[] {
  const draft = 'The ferry Halcyon sank off Port Brannoch on Monday with 52 passengers aboard.';
  const base = { entities: [], quotes: [], facts };
  return runToCompletion(judgementsOf(readProse(draft), createReference(base)))
    .flatMap((judgement) => judgement.rationale.evidence)
    .map(({ fact: { citation } }) => `${citation.source}:${citation.line}`);
}

describe('the evidence for a claim', () => {
  it('is every sentence that shares words, in a small base', () => {
    assert.deepEqual([...evidenceFor([...FERRY, POLICE, COUNCIL])].sort(), [
      'council.md:1',
      'ferry.md:1',
      'ferry.md:3',
      'police.md:1',
    ]);
  });

  it('names the author of a letter in the place of “I” and “we”', () => {
    const namesIn = (letter: string): readonly string[] =>
      runToCompletion(
        judgementsOf(
          readProse('The ferry was bought in 1998.'),
          referenceFromSources([{ name: 'letter.txt', text: letter }]),
        ),
      )
        .flatMap(({ rationale }) => rationale.evidence)
        .filter(({ fact: { text } }) => text.includes('1998'))
        .flatMap(({ statement }) => statement.terms)
        .flatMap(({ resolved, entity }) => (resolved && entity ? [entity.name] : []));
    const words = 'I bought the ferry in 1998. We run it to this day.';
    assert.deepEqual(namesIn(`Dear all,\n\n${words}\n\nAda Roe\nDirector`), ['Ada Roe']);
    assert.deepEqual(namesIn(`Ada Roe wrote a letter.\n\n${words}\n\nNobody answered.`), []);
  });

  it('is, in a large base, the sentences about the same event and others from their sources', () => {
    assert.deepEqual(evidenceFor([...FERRY, POLICE, COUNCIL, ...OTHERS]), [
      'ferry.md:1',
      'police.md:1',
      'ferry.md:3',
    ]);
  });

  it('is parsed on request if the nearest sentence entails the claim', () => {
    const [said = ''] = FERRY.map(({ text }) => text);
    for (const [draft, most] of [
      [said, 0],
      [said.replace('52', '57'), Infinity],
    ] as const) {
      let reads = 0;
      const log = {
        ...POLICE,
        get text() {
          reads++;
          return POLICE.text;
        },
      };
      const facts = [...FERRY, log];
      const reference = createReference({ entities: [], quotes: [], facts });
      reads = 0;
      const [judged] = runToCompletion(judgementsOf(readProse(draft), reference));
      assert.ok(judged !== undefined && reads <= most);
      assert.ok(judged.rationale.evidence.some(({ fact: one }) => one === log));
      assert.ok(reads > 0);
    }
  });

  it('includes a damaged sentence, with a note, only if there is no other', () => {
    const draft = 'The ferry Halcyon sank off Port Brannoch on Monday with 52 passengers aboard.';
    for (const [unreliable, note] of [
      [true, 'Your sources have this only in a damaged sentence.'],
      [false, undefined],
    ] as const) {
      const facts = [{ text: draft, unreliable, citation: { source: 'ferry.md', line: 1 } }];
      const reference = createReference({ entities: [], quotes: [], facts });
      const [judged] = runToCompletion(judgementsOf(readProse(draft), reference));
      assert.equal(judged?.claim.verdict, 'supported');
      assert.equal(judged.claim.note, note);
      assert.equal(judged.claim.evidence.length, 1);
    }
  });
});
