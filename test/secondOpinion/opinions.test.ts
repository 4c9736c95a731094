import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { JudgeReading } from '../../server/inference/readings.js';
import type { Verdict } from '../../server/checks/finding.js';
import { opinionOf } from '../../server/secondOpinion/opinions.js';
import type { Question } from '../../server/secondOpinion/questions.js';
import { askedDraft, onlyQuestion } from './askedDraft.js';

const SOURCE = 'The pool in Sundvik stays shut. Its roof is being repaired. The gym is open.';
const QUESTION = onlyQuestion(
  askedDraft('Swimmers in Sundvik wait for a new roof.', { 'council.md': SOURCE }),
);

function judgedAs(verdict: Verdict): Question {
  return { ...QUESTION, claim: { ...QUESTION.claim, verdict } };
}

function reading(given: Partial<JudgeReading>): JudgeReading {
  return { supported: 0, contradicted: 0, neither: 0, words: [], ...given };
}

describe('a second opinion', () => {
  it('has the sentences that the model quotes, and the words at issue', () => {
    const text = QUESTION.passages[0]?.text ?? '';
    const start = text.indexOf('shut. Its roof');
    const quote = { start, end: start + 'shut. Its roof'.length };
    const words = [{ start: 0, end: 'Swimmers'.length }];
    const opinion = opinionOf({ verdict: 'contradicted', passage: 0, quote, words }, QUESTION, 'm');
    assert.deepEqual(
      opinion.evidence.map(({ source, line, text: sentence }) => [source, line, sentence]),
      [
        ['council.md', 1, 'The pool in Sundvik stays shut.'],
        ['council.md', 1, 'Its roof is being repaired.'],
      ],
    );
    assert.deepEqual(opinion.words, ['Swimmers']);
  });

  it('says where the verdict is another', () => {
    const disagreement = (
      own: Verdict,
      verdict: 'supported' | 'contradicted' | 'undecided',
    ): unknown => opinionOf({ verdict, words: [] }, judgedAs(own), 'm').disagreement;
    assert.equal(disagreement('supported', 'supported'), undefined);
    assert.equal(disagreement('unclear', 'supported'), undefined);
    assert.equal(disagreement('unsupported', 'undecided'), undefined);
    assert.match(String(disagreement('supported', 'contradicted')), /own check it is supported/u);
    assert.match(String(disagreement('supported', 'undecided')), /own check it is supported/u);
    assert.match(String(disagreement('contradicted', 'supported')), /it is contradicted/u);
    assert.match(String(disagreement('unsupported', 'supported')), /it is not in the sources/u);
  });

  it('says where the judge leans towards another verdict', () => {
    const disagreement = (judged: Partial<JudgeReading>): unknown =>
      opinionOf({ verdict: 'supported', words: [] }, judgedAs('unclear'), 'm', reading(judged))
        .disagreement;
    assert.equal(disagreement({ supported: 0.6, neither: 0.4 }), undefined);
    assert.equal(disagreement({ supported: 0.4, neither: 0.3, contradicted: 0.3 }), undefined);
    assert.equal(disagreement({ contradicted: 0.7 }), 'The judge leans towards contradicted.');
    assert.equal(disagreement({ neither: 0.7 }), 'The judge leans towards neither.');
  });
});
