import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../../server/checks/claims/claims.js';
import { judgementsOf } from '../../../../server/checks/claims/judgements.js';
import {
  type ClozeRequest,
  NO_READINGS,
  type Readings,
  isJudgeRequest,
} from '../../../../server/inference/readings.js';
import { runToCompletion } from '../../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../../server/prose/prose.js';
import { referenceTo } from '../judgeDraft.js';

const SOURCE =
  'The Halden Star had come from Stavanger when it struck a rock. A tug came from Bergen.';
/** The alignment holds it to be possible that Stavanger was meant. */
const DRAFT = 'The Halden Star hit a rock on its way out of Bergen.';

const hiddenOf = ({ claim, hidden }: ClozeRequest): string => claim.slice(hidden.start, hidden.end);
const valuesOf = ({ passage, values }: ClozeRequest): readonly string[] =>
  values.map(({ sentence, start, end }) => passage[sentence]?.slice(start, end) ?? '');

/** Readings that give one value of the passage all that there is to give. */
const pointingAt = (word: string): Readings => ({
  ...NO_READINGS,
  isOn: true,
  cloze: (request) => ({ values: valuesOf(request).map((text) => Number(text === word)) }),
});

const unread: Readings = { ...NO_READINGS, isOn: true };

function verdictsOf(readings: Readings, draft = DRAFT): readonly string[] {
  return runToCompletion(judgementsOf(readProse(draft), referenceTo(SOURCE), { readings })).map(
    ({ verdict }) => verdict,
  );
}

describe('the claim reader', () => {
  const requestsFor = (draft: string, source = SOURCE): readonly ClozeRequest[] =>
    runToCompletion(checkClaims(readProse(draft), referenceTo(source), [], unread)).unread.filter(
      (request): request is ClozeRequest => !isJudgeRequest(request),
    );

  it('is asked where the alignment is in doubt, with the place of each value of the sources', () => {
    const [request, ...others] = requestsFor(DRAFT);
    assert.ok(request !== undefined);
    assert.deepEqual(others, []);
    assert.equal(request.claim, 'The Halden Star hit a rock on its way out of Bergen.');
    assert.equal(hiddenOf(request), 'Bergen');
    assert.equal(request.kind, 'name');
    assert.deepEqual(request.passage, SOURCE.split(/(?<=\.) /u));
    assert.deepEqual(valuesOf(request), ['Stavanger', 'Bergen']);
  });

  it('is told of a figure that it is one', () => {
    assert.deepEqual(
      requestsFor(
        'The museum got 370,000 kronor from the budget.',
        'The town gave the museum 214,000 kronor, after it had asked for more.',
      ).map((request) => [hiddenOf(request), request.kind]),
      [['370,000', 'figure']],
    );
  });

  it('decides between two values of the sources', () => {
    assert.deepEqual(verdictsOf(pointingAt('Stavanger')), ['contradicted']);
    assert.deepEqual(verdictsOf(pointingAt('Bergen')), ['unclear']);
    assert.deepEqual(verdictsOf(pointingAt('')), ['unclear']);
  });

  it('is not waited for: until it has read a claim, the alignment alone judges', () => {
    assert.deepEqual(verdictsOf(unread), verdictsOf(NO_READINGS));
  });

  it('decides by the readings that it is given, whatever was read before', () => {
    const prose = readProse(DRAFT);
    const reference = referenceTo(SOURCE);
    const judge = (readings: Readings): string | undefined =>
      runToCompletion(judgementsOf(prose, reference, { readings }))[0]?.verdict;
    assert.equal(judge(unread), 'unclear');
    assert.equal(judge(pointingAt('Stavanger')), 'contradicted');
    assert.equal(judge(NO_READINGS), 'unclear');
    assert.equal(judge(pointingAt('Stavanger')), 'contradicted');
  });

  it('is not asked where the alignment is sure, nor without sources', () => {
    assert.deepEqual(requestsFor('The Halden Star had left Bergen when it struck a rock.'), []);
    assert.deepEqual(requestsFor('The Halden Star had left Stavanger.'), []);
    assert.deepEqual(requestsFor(DRAFT, ''), []);
  });
});
