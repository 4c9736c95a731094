import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim, Opinion } from '../../server/checks/finding.js';
import { withOpinions } from '../../server/secondOpinion/opinionsOnDraft.js';
import { askedDraft, onlyQuestion } from './askedDraft.js';

const COUNCIL =
  'Council leader Maren Oduya told members that the outdoor pool in Sundvik would stay shut until its roof is repaired.';
const TIP = 'The contractor of the outdoor pool in Sundvik has been insolvent since October.';
const BAKERY = 'Bakers in Tolmin sold nine thousand buns during the carnival.';

const CONFIDENTIAL = '---\nconfidential: true\n---\n\n';
const EMBARGOED = '---\nembargo: 2026-12-01\n---\n\n';
const RELEASED = '---\nembargo: 2026-11-29\n---\n\n';

const CLAIM = 'Swimmers have to wait until the roof of the pool in Sundvik is mended.';

describe('the questions about a draft', () => {
  it('have each claim with its sentence, the sentence before and its passages', () => {
    const draft = `The council met. ${CLAIM}`;
    const question = askedDraft(draft, { 'council.md': COUNCIL }).asked.at(-1);
    assert.ok(question !== undefined);
    const { request, claim, passages } = question;
    assert.deepEqual(request, {
      sentence: CLAIM,
      claim: { start: 0, end: CLAIM.length },
      context: 'The council met.',
      passages: [COUNCIL],
    });
    assert.equal(draft.slice(claim.span.start, claim.span.end), CLAIM);
    const places = passages.flatMap(({ text, sentences }) =>
      sentences.map(({ start, end, fact }) => [text.slice(start, end), fact.citation.source]),
    );
    assert.deepEqual(places, [[COUNCIL, 'council.md']]);
  });

  it('name a speaker before what is spoken, outside the place of the sentence', () => {
    const source = '“The roof of the pool in Sundvik will be mended by summer,” said Maren Oduya.';
    const { passages } = onlyQuestion(
      askedDraft('The pool in Sundvik gets a new roof by summer.', { 'council.md': source }),
    );
    for (const { text, sentences } of passages)
      for (const { start, end, fact } of sentences) assert.equal(text.slice(start, end), fact.text);
  });

  it('are none about quotations, rows of tables, and a draft that no source covers', () => {
    const quoted = '“The pool in Sundvik stays shut until the roof is mended,” said Maren Oduya.';
    const table = '| Pool | Cost |\n| --- | --- |\n| Sundvik | 84,000 |\n';
    const of = (draft: string, source: string): number =>
      askedDraft(draft, { 'council.md': source }).asked.length;
    assert.equal(of(quoted, COUNCIL), 0);
    assert.equal(of(table, COUNCIL), 0);
    assert.equal(of(CLAIM, ''), 0);
  });

  for (const [kind, front] of [
    ['confidential', CONFIDENTIAL],
    ['embargoed', EMBARGOED],
  ] as const) {
    it(`leave out a claim to which a ${kind} source has something close`, () => {
      const sources = { 'council.md': COUNCIL, 'tip.md': `${front}${TIP}` };
      const { asked, withheld } = askedDraft(CLAIM, sources);
      assert.deepEqual([asked.length, withheld.length], [0, 1]);
    });

    it(`leave out a claim to which a ${kind} source has a sentence that is too long for a passage`, () => {
      const claim = 'Mayor Odile Trent opened the pool in Sundvik on Monday, a caretaker said.';
      const opening = 'Mayor Odile Trent opened the pool in Sundvik on Monday with a speech.';
      const diary = `The caretaker wrote it down${', and on the next day she wrote down the rest'.repeat(18)}.`;
      const plain = { 'council.md': opening, 'diary.md': diary };
      const { request } = onlyQuestion(askedDraft(claim, plain));
      assert.deepEqual(request.passages, [opening]);
      const { asked, withheld } = askedDraft(claim, { ...plain, 'diary.md': `${front}${diary}` });
      assert.deepEqual([asked.length, withheld.length], [0, 1]);
    });

    it(`leave out the rest of a sentence of which a part may be from a ${kind} source`, () => {
      const draft =
        'Bakers in Tolmin sold nine thousand buns at carnival, and the contractor of the pool is insolvent.';
      const { asked } = askedDraft(draft, { 'bakery.md': BAKERY, 'tip.md': `${front}${TIP}` });
      assert.deepEqual(asked, []);
    });

    it(`leave out a sentence before that may be from a ${kind} source`, () => {
      const claim = 'Bakers in Tolmin baked more than nine thousand buns for the carnival.';
      const before = 'The contractor of the outdoor pool in Sundvik is said to be insolvent.';
      const plain = { 'bakery.md': BAKERY, 'tip.md': TIP };
      const [, unrestricted] = askedDraft(`${before} ${claim}`, plain).asked;
      assert.equal(unrestricted?.request.context, before);
      const restricted = { ...plain, 'tip.md': `${front}${TIP}` };
      const question = onlyQuestion(askedDraft(`${before} ${claim}`, restricted));
      assert.equal(question.request.sentence, claim);
      assert.equal(question.request.context, '');
    });
  }

  it('are none about a draft that is confidential or embargoed itself', () => {
    for (const front of [CONFIDENTIAL, EMBARGOED]) {
      const { asked, withheld } = askedDraft(`${front}${CLAIM}`, { 'council.md': COUNCIL });
      assert.deepEqual([asked.length, withheld.length], [0, 1]);
    }
    assert.equal(askedDraft(`${RELEASED}${CLAIM}`, { 'council.md': COUNCIL }).asked.length, 1);
  });

  it('have sources whose embargo is over', () => {
    const sources = { 'council.md': COUNCIL, 'tip.md': `${RELEASED}${TIP}` };
    const { asked, withheld } = askedDraft(CLAIM, sources);
    assert.deepEqual([asked.length, withheld.length], [1, 0]);
  });

  it('leave out a claim beside a quotation that may be from a confidential source', () => {
    const draft =
      '“Somebody will drown in that pool one day,” an engineer said in Tolmin of nine thousand buns.';
    const tip = `${CONFIDENTIAL}“Somebody will drown in that pool one day,” an engineer said.`;
    const { asked } = askedDraft(draft, { 'bakery.md': BAKERY, 'tip.md': tip });
    assert.deepEqual(asked, []);
  });
});

describe('opinions on a draft', () => {
  const opinion: Opinion = {
    model: 'mistral',
    verdict: 'contradicted',
    evidence: [{ source: 'council.md', line: 1, text: COUNCIL }],
    words: ['wait'],
  };

  it('stand beside the verdicts and change none, nor any finding', () => {
    const { report, asked } = askedDraft(CLAIM, { 'council.md': COUNCIL });
    const seen = withOpinions(report, asked, () => opinion);
    assert.deepEqual(
      seen.claims.map((claim) => claim.opinion),
      [opinion],
    );
    const without = ({ span, verdict, score, evidence }: Claim): object => ({
      ...{ span, verdict, score, evidence },
    });
    assert.deepEqual(seen.claims.map(without), report.claims.map(without));
    assert.equal(seen.findings, report.findings);
    assert.equal(seen.isCovered, report.isCovered);
  });

  it('leave a report alone about which the model said nothing', () => {
    const { report, asked } = askedDraft(CLAIM, { 'council.md': COUNCIL });
    assert.equal(
      withOpinions(report, asked, () => undefined),
      report,
    );
  });
});
