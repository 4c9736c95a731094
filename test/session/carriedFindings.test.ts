import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import type { JudgeRequest } from '../../server/inference/readings.js';
import { readProse } from '../../server/prose/prose.js';
import { type EarlierFinding, carriedFindings } from '../../server/session/carriedFindings.js';

const DRAFT = 'The ferry have left. It rained.';
const prose = readProse(DRAFT);
const UNREAD = [{ text: 'The ferry have left.', place: 'paragraph' as const }];

function finding(words: string, code: Finding['code'] = 'sentence/agreement'): Finding {
  const start = DRAFT.indexOf(words);
  return {
    code,
    severity: 'warning',
    message: `About “${words}”.`,
    span: { start, end: start + words.length },
    evidence: [],
    fixes: [{ title: 'Fix it', preferred: true, edits: [] }],
  };
}

const earlier = (found: Finding, words: string): EarlierFinding => ({
  finding: { ...found, span: { start: 0, end: 0 } },
  words,
  span: found.span,
});

describe('carried findings', () => {
  it('stay at their new place, without fixes, while their sentence is read', () => {
    const have = finding('have');
    assert.deepEqual(carriedFindings(prose, UNREAD, [], [earlier(have, 'have')]), [
      { ...have, fixes: [] },
    ]);
  });

  it('end when the sentence has been read', () => {
    assert.deepEqual(carriedFindings(prose, [], [], [earlier(finding('have'), 'have')]), []);
  });

  it('exist only in sentences that are being read', () => {
    assert.deepEqual(carriedFindings(prose, UNREAD, [], [earlier(finding('It'), 'It')]), []);
  });

  it('go with the words that they mark', () => {
    assert.deepEqual(carriedFindings(prose, UNREAD, [], [earlier(finding('have'), 'has')]), []);
  });

  it('are replaced by findings at the same place', () => {
    const have = finding('have');
    assert.deepEqual(carriedFindings(prose, UNREAD, [have], [earlier(have, 'have')]), []);
    const other = finding('have', 'sentence/garbled');
    assert.equal(carriedFindings(prose, UNREAD, [other], [earlier(have, 'have')]).length, 1);
  });

  it('stay while a claim is read, if they are about a claim', () => {
    const claim = finding('ferry', 'claim/contradicted');
    const asked = (sentence: string): readonly JudgeRequest[] => [
      { sentence, claim: { start: 0, end: sentence.length }, passages: [] },
    ];
    const carried = (text: string, of: Finding, words: string): readonly Finding[] =>
      carriedFindings(prose, asked(text), [], [earlier(of, words)]);
    assert.equal(carried('The ferry have left', claim, 'ferry').length, 1);
    assert.deepEqual(carried('It rained', claim, 'ferry'), []);
    assert.deepEqual(carried('The ferry have left', finding('have'), 'have'), []);
    assert.deepEqual(carriedFindings(prose, UNREAD, [], [earlier(claim, 'ferry')]), []);
  });

  it('are only about sentences and claims', () => {
    const name = finding('ferry', 'name/unknown');
    assert.deepEqual(carriedFindings(prose, UNREAD, [], [earlier(name, 'ferry')]), []);
  });
});
