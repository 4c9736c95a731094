import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../server/checks/claims/claims.js';
import { type Readings, isJudgeRequest, textOf } from '../../../server/inference/readings.js';
import { explainClaims } from '../../../server/checks/claims/explanation.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Span } from '../../../server/prose/span.js';
import type { Fix } from '../../../server/checks/finding.js';
import { edited } from '../../marked.js';
import { DECISIONS, type Opinion, judgeSaying } from './fakeJudge.js';
import { referenceTo } from './judgeDraft.js';

const SOURCE =
  'The harbour board meets on Tuesdays. On 3 May it sold the old ferry to Marrick Stone for 40,000 pounds. ' +
  'Ola Brandt, the harbour master, had asked the board to wait. The board has not yet chosen a new ferry.';
const REFERENCE = referenceTo(SOURCE);

function check(draft: string, readings: Readings) {
  const report = runToCompletion(checkClaims(readProse(draft), REFERENCE, [], readings));
  const claims = runToCompletion(report.claims());
  return { ...report, claims };
}

/** The verdicts on the claims of a draft, and each finding as `its words > their fix: message`. */
function judged(draft: string, opinion: Opinion, decisions = DECISIONS) {
  const { claims, findings } = check(draft, judgeSaying(opinion, decisions));
  return {
    verdicts: claims.map(({ verdict }) => verdict),
    findings: findings.map(
      ({ span, fixes: [fix], message }) =>
        `${draft.slice(span.start, span.end)} > ${fix === undefined ? '-' : fixedWords(draft, span, fix)}: ${message}`,
    ),
    evidence: claims.map(({ evidence }) => evidence.map(({ text }) => text)),
  };
}

/** The words of a draft at a place after a fix of it. */
function fixedWords(draft: string, { start, end }: Span, { edits }: Fix): string {
  return edited(draft, edits).slice(start, end + edited(draft, edits).length - draft.length);
}

const unread = judgeSaying(() => undefined);

describe('the judge', () => {
  it('is asked about the claim in its sentence, with passages', () => {
    const draft =
      'They met. Brandt wanted to hold on to the **boat**, but Stone got it for little money.\n';
    const requests = check(draft, unread).unread.filter(isJudgeRequest);
    assert.deepEqual(requests.map(textOf), [
      'Brandt wanted to hold on to the boat',
      'Stone got it for little money.',
    ]);
    const [first, second] = requests;
    assert.equal(
      first?.sentence,
      'Brandt wanted to hold on to the boat, but Stone got it for little money.',
    );
    assert.equal(second?.sentence, first.sentence);
    assert.match(first.passages.join(' '), /Ola Brandt, the harbour master/u);
  });

  it('is not asked about what a source says in its own words', () => {
    const { claims, unread: requests } = check('The harbour board meets on Tuesdays.', unread);
    assert.deepEqual(requests, []);
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['supported'],
    );
  });

  it('is waited for: until it has read a claim, the claim is left to check', () => {
    const draft = 'The board sold the old ferry for 90,000 pounds.';
    const { claims, findings } = check(draft, unread);
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['unclear'],
    );
    assert.deepEqual(findings, []);
  });

  it('decides by the readings that it is given, whatever was read before', () => {
    const prose = readProse('Brandt wanted to keep the boat.');
    const verdictBy = (readings: Readings): string | undefined => {
      const { claims } = runToCompletion(checkClaims(prose, REFERENCE, [], readings));
      return runToCompletion(claims())[0]?.verdict;
    };
    const sure = judgeSaying({ supported: 0.9 });
    assert.equal(verdictBy(unread), 'unclear');
    assert.equal(verdictBy(sure), 'supported');
    assert.equal(verdictBy(judgeSaying({ contradicted: 0.95, against: 'keep' })), 'contradicted');
    assert.equal(verdictBy(sure), 'supported');
  });

  it('is ticked in other words than the source’s', () => {
    const { verdicts, evidence } = judged('Brandt wanted to keep the boat.', { supported: 0.9 });
    assert.deepEqual(verdicts, ['supported']);
    assert.match(evidence.flat().join(' '), /had asked the board to wait/u);
  });

  it('is not ticked with a value that no passage has', () => {
    const draft = 'Marrick Stone got the boat for 4 May.';
    assert.deepEqual(judged(draft, { supported: 0.99 }).verdicts, ['unclear']);
  });

  it('is contradicted in a value, with the fix', () => {
    const draft = 'Stone paid the board 90,000 pounds for the old ferry.';
    assert.deepEqual(judged(draft, { contradicted: 0.6, against: '90,000' }).findings, [
      '90,000 > 40,000: “90,000”: the source says “40,000”.',
    ]);
  });

  it('is contradicted in the value that the judge holds against it', () => {
    const draft = 'On 5 May Stone paid the board 90,000 pounds for the old ferry.';
    assert.deepEqual(judged(draft, { contradicted: 0.6, against: '5 May' }).findings, [
      '5 May > 3 May: “5 May”: the source says “3 May”.',
    ]);
  });

  it('is contradicted in other words if the judge is very sure, with the passage and no fix', () => {
    const draft = 'The board has picked another ferry.';
    const opinion = { contradicted: 0.95, against: 'has picked' };
    assert.deepEqual(judged(draft, opinion).findings, [
      'has picked > -: “has picked”: the source says otherwise, “The board has not yet chosen a new ferry.”',
    ]);
    assert.deepEqual(judged(draft, { ...opinion, contradicted: 0.6 }).verdicts, ['unclear']);
  });

  it('is contradicted by the passage that denies it, not by one with more of its other words', () => {
    const draft = 'Ola Brandt, the harbour master, has chosen a new ferry.';
    const opinion = { contradicted: 0.95, against: 'chosen a new ferry' };
    assert.deepEqual(judged(draft, opinion).findings, [
      'chosen a new ferry > -: “chosen a new ferry”: the source says otherwise, “The board has not yet chosen a new ferry.”',
    ]);
  });

  it('is marked without the words around it that say nothing, and not beyond a comma', () => {
    const cut = (draft: string, against: string) =>
      judged(draft, { contradicted: 0.95, against }).findings.map((line) => line.split(' > ')[0]);
    assert.deepEqual(cut('The board has picked a ferry of its own.', 'has picked a ferry of'), [
      'has picked a ferry',
    ]);
    assert.deepEqual(
      cut('The board has picked a ferry, the harbour master said.', 'picked a ferry, the harbour'),
      ['picked a ferry'],
    );
  });

  it('is contradicted with the quotation marks of the passage inside those of the message', () => {
    const reference = referenceTo('“Nobody has picked a ferry,” said Ola Brandt, harbour master.');
    const readings = judgeSaying({ contradicted: 0.95, against: 'has picked' });
    const { findings } = runToCompletion(
      checkClaims(readProse('Ola Brandt has picked a ferry.'), reference, [], readings),
    );
    assert.match(findings[0]?.message ?? '', /otherwise, “‘Nobody has picked a … Ola/u);
  });

  it('is not in the sources if a part of it is nowhere', () => {
    const draft = 'Brandt has resigned from the board.';
    const { verdicts, findings } = judged(draft, { neither: 0.8, against: 'resigned' });
    assert.deepEqual(verdicts, ['unsupported']);
    assert.match(findings.join(' '), /^resigned > -: “resigned” is not in the sources\./u);
  });

  it('is marked without the punctuation at its ends', () => {
    const draft = 'Brandt has resigned from the board, amid a scandal.';
    const { findings } = judged(draft, { neither: 0.8, against: ', amid a scandal.' });
    assert.match(
      findings.join(' '),
      /^amid a scandal > -: “amid a scandal” is not in the sources/u,
    );
  });

  it('is explained by what the judge says', () => {
    const readings = judgeSaying({ supported: 0.9, neither: 0.1 });
    const [explained] = explainClaims(
      readProse('Brandt wanted to keep the boat.'),
      REFERENCE,
      readings,
    );
    assert.equal(
      explained?.reasons[0],
      'By the judge, the passages support it with a probability of 90 percent, contradict it with 0 and say nothing of it with 10.',
    );
  });

  it('is left to check if the judge is not sure', () => {
    const draft = 'Brandt has resigned from the board.';
    const { verdicts, findings } = judged(draft, {
      neither: 0.4,
      supported: 0.3,
      contradicted: 0.3,
    });
    assert.deepEqual([verdicts, findings], [['unclear'], []]);
  });
});
