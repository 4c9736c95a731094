import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../server/checks/finding.js';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { overlaps } from '../../../server/prose/span.js';
import { marked } from '../../marked.js';
import { withTrainedReader } from '../../trainedReader.js';
import { FOR_THE_READER, FOUND_BY_RULES } from './damaged.js';
import { markedErrors } from './errors.js';
import { STORIES } from './stories.js';

/** The findings in a draft with the weights that ship. */
async function findingsIn(draft: string): Promise<readonly Finding[]> {
  const prose = readProse(draft);
  const { findings } = await withTrainedReader((readings) =>
    runToCompletion(checkSentences(prose, readings)),
  );
  return findings;
}

/** The share of the marked places of drafts that are reported. */
async function shareFound(sources: readonly string[]): Promise<number> {
  let found = 0;
  for (const source of sources) {
    const { text, spans } = marked(source);
    const findings = await findingsIn(text);
    if (findings.some(({ span }) => spans.some((place) => overlaps(span, place)))) found++;
  }
  return found / sources.length;
}

// The findings are compared exactly: a retrained grammar or a changed check shows here.
describe('damaged sentences', () => {
  for (const [kind, sources] of Object.entries(FOUND_BY_RULES)) {
    it(`show every ${kind} error to a rule`, () => {
      assert.deepEqual(
        sources.map((source) => markedErrors(marked(source).text)),
        sources.map((source) => ({ text: source, kinds: [kind] })),
      );
    });
  }

  it('show most other errors to the reader', async () => {
    const share = await shareFound(Object.values(FOR_THE_READER).flat());
    assert.ok(share >= LEAST_FOUND, `only ${share.toFixed(2)} of the damaged sentences are found`);
  });
});

/** A retrained reader that finds fewer has got worse. */
const LEAST_FOUND = 0.4;

describe('sound stories', () => {
  it('give the reader hardly anything to report', async () => {
    const reported: string[] = [];
    for (const story of Object.values(STORIES))
      for (const { message } of await findingsIn(story)) reported.push(message);
    assert.ok(reported.length <= MOST_REPORTED, reported.join('\n'));
  });
});

/** In thirty stories. */
const MOST_REPORTED = 4;
