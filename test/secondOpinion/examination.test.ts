import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Answer, readAnswer } from '../../server/secondOpinion/answer.js';
import { examine, isDropped } from '../../server/secondOpinion/examination.js';
import { askedDraft, onlyQuestion } from './askedDraft.js';
import { answerText } from './fakeModel.js';

const SOURCE =
  'The council of Sundvik met on Tuesday evening. Council leader Maren Oduya told members that the outdoor pool would stay shut until repairs to its roof are finished. The repairs cost 84,000 pounds. The gym reopened on 3 March 2025.';

const SHUT =
  'Council leader Maren Oduya told members that the outdoor pool would stay shut until repairs to its roof are finished.';

/** The examined answer to the only claim of a draft: its verdict with the places as words, or why it was dropped. */
function examined(draft: string, given: Partial<Answer>): string {
  const asked = askedDraft(draft, { 'council.md': SOURCE });
  const question = onlyQuestion(asked);
  const answer = readAnswer(answerText({ passage: 1, ...given }));
  assert.ok(answer !== undefined);
  const result = examine(answer, question, asked.report.reference);
  if (isDropped(result)) return `dropped: ${result.dropped}`;
  const quoted = question.passages[result.passage ?? -1]?.text.slice(
    result.quote?.start,
    result.quote?.end,
  );
  const words = result.words.map(({ start, end }) => question.request.sentence.slice(start, end));
  return [result.verdict, ...(quoted === undefined ? [] : [quoted]), ...words].join(' | ');
}

const NOT_QUOTED = 'dropped: the words that it quotes are not in the passage';
const NO_VALUES =
  'dropped: the passage does not have all figures, times and names of the statement';

describe('the examination of an answer', () => {
  const waiting = 'Swimmers have to wait until the roof of the pool is repaired.';

  it('keeps a verdict with words that stand in the passage', () => {
    assert.equal(examined(waiting, { verdict: 'supported', quote: SHUT }), `supported | ${SHUT}`);
    assert.equal(examined(waiting, { verdict: 'undecided' }), 'undecided');
  });

  it('takes gaps of any width for the same', () => {
    const quote = 'the outdoor  pool\nwould stay shut';
    assert.equal(
      examined(waiting, { verdict: 'supported', quote }),
      'supported | the outdoor pool would stay shut',
    );
  });

  it('takes the marks of typewriters for those of printers', () => {
    const source = 'The pool’s roof – “a sieve” – leaks in Sundvik.';
    const asked = askedDraft('In Sundvik rain comes through the roof of the pool.', {
      'council.md': source,
    });
    const quote = 'The pool\'s roof - "a sieve" - leaks in Sundvik.';
    const answer = readAnswer(answerText({ verdict: 'supported', passage: 1, quote }));
    assert.ok(answer !== undefined);
    const result = examine(answer, onlyQuestion(asked), asked.report.reference);
    assert.ok(!isDropped(result), JSON.stringify(result));
    assert.deepEqual(result.quote, { start: 0, end: source.length });
  });

  it('drops words that do not stand there, and too few of them', () => {
    for (const quote of [
      '',
      'shut',
      'outdoor pool',
      'the outdoor pool would stay closed',
      'the indoor pool would stay shut',
      'outdoor pool would … repairs to its roof',
      'he outdoor pool would stay shu',
      '.* .* .*',
    ])
      assert.equal(examined(waiting, { verdict: 'supported', quote }), NOT_QUOTED, quote);
  });

  it('drops a passage that was not given', () => {
    for (const passage of [0, -1, 9])
      assert.equal(
        examined(waiting, { verdict: 'supported', passage, quote: SHUT }),
        'dropped: there is no such passage',
      );
  });

  it('drops support by words about something else', () => {
    const quote = 'The gym reopened on 3 March 2025.';
    assert.equal(
      examined(waiting, { verdict: 'supported', quote }),
      'dropped: the words that it quotes are about something else',
    );
  });

  it('drops support that lacks a figure, a time or a name of the claim', () => {
    const supported = (draft: string, quote: string): string =>
      examined(draft, { verdict: 'supported', quote });
    const cost = 'The repairs cost 84,000 pounds.';
    assert.equal(supported('Mending the roof costs 84,000 pounds.', cost), `supported | ${cost}`);
    assert.equal(supported('Mending the roof costs 48,000 pounds.', cost), NO_VALUES);
    assert.equal(supported('Mending the roof costs 84,000 euros.', cost), NO_VALUES);
    const gym = 'The gym reopened on 3 March 2025.';
    assert.equal(supported('People could use the gym again on 4 March 2025.', gym), NO_VALUES);
    assert.equal(supported('Tobias Grigg wants the pool kept shut for now.', SHUT), NO_VALUES);
  });

  it('looks for figures in the words that are quoted, not beside them', () => {
    assert.equal(
      examined('The shut pool needs repairs for 84,000 pounds.', {
        verdict: 'supported',
        quote: SHUT,
      }),
      NO_VALUES,
    );
  });

  it('keeps a contradiction with its words at issue', () => {
    assert.equal(
      examined('The pool reopens before its roof is repaired.', {
        verdict: 'contradicted',
        quote: SHUT,
        words: ['reopens before'],
      }),
      `contradicted | ${SHUT} | reopens before`,
    );
  });

  it('drops a contradiction without words at issue, with others, and with values that agree', () => {
    const contradicted = (words: readonly string[]): string =>
      examined('Mending the roof of the pool costs 84,000 pounds.', {
        verdict: 'contradicted',
        quote: 'The repairs cost 84,000 pounds.',
        words,
      });
    assert.equal(contradicted([]), 'dropped: the passage has the words at issue');
    assert.equal(contradicted(['84,000 pounds']), 'dropped: the passage has the words at issue');
    assert.equal(
      contradicted(['48,000 pounds']),
      'dropped: the words at issue are not in the statement',
    );
  });
});
