import type { Readings } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding, LimitedFindings } from '../finding.js';
import { confusedWords } from './confused.js';
import { spellingOf } from './doubtfulWords.js';
import { type SpellingContext, calendarMisspelling, misspelling } from './misspelled.js';
import type { SpellingOptions } from './options.js';
import { varietyOf } from './variety.js';

/**
 * No story has more doubtful words. A list of codes or generated text may, and looking up each
 * takes milliseconds.
 */
const MOST_DOUBTFUL = 4000;

const LEFT_OUT = `This draft has more than ${MOST_DOUBTFUL.toLocaleString('en')} words that are not in the dictionary, so it was not checked for misspelled words.`;

/** Reports misspelled and confused words. Yields after each doubtful word and each block. */
export function* checkSpelling(
  draft: Prose,
  reference: Reference,
  readings: Readings,
  { isEnabled, language }: SpellingOptions,
): CooperativeTask<LimitedFindings> {
  if (!isEnabled) return { findings: [], leftOut: [] };
  const findings: Finding[] = [];
  let known: SpellingContext | undefined;
  const contextOf = (): SpellingContext =>
    (known ??= {
      draft,
      reference,
      variety: language === 'auto' ? varietyOf(draft) : language,
      isStrict: language !== 'auto',
    });
  let count = 0;
  for (const block of draft.blocks) {
    const { doubtful, isForeign } = spellingOf(block.content);
    if (!isForeign) count += doubtful.filter(({ isVariant }) => !isVariant).length;
    yield;
  }
  const isTooLong = count > MOST_DOUBTFUL;
  for (const block of draft.blocks) {
    const { doubtful, calendar, isForeign } = spellingOf(block.content);
    if (isForeign) continue;
    for (const word of isTooLong ? [] : doubtful) {
      const found = misspelling(word, block, contextOf());
      if (found !== undefined) findings.push(found);
      yield;
    }
    for (const word of calendar) {
      const found = calendarMisspelling(word, block, contextOf());
      if (found !== undefined) findings.push(found);
    }
    findings.push(...confusedWords(draft, block, readings));
    yield;
  }
  return { findings, leftOut: isTooLong ? [LEFT_OUT] : [] };
}
