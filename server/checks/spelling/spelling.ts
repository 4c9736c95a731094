import type { Readings } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { confusedWords } from './confused.js';
import { spellingOf } from './doubtfulWords.js';
import { type SpellingContext, calendarMisspelling, misspelling } from './misspelled.js';
import type { SpellingOptions } from './options.js';
import { varietyOf } from './variety.js';

/** Reports misspelled words, and words in the place of others. Yields after each block. */
export function* checkSpelling(
  draft: Prose,
  reference: Reference,
  readings: Readings,
  { isEnabled, language }: SpellingOptions,
): CooperativeTask<readonly Finding[]> {
  if (!isEnabled) return [];
  const findings: Finding[] = [];
  let known: SpellingContext | undefined;
  const contextOf = (): SpellingContext =>
    (known ??= {
      draft,
      reference,
      variety: language === 'auto' ? varietyOf(draft) : language,
      isStrict: language !== 'auto',
    });
  for (const block of draft.blocks) {
    const { doubtful, calendar, isForeign } = spellingOf(block.content);
    if (!isForeign) {
      const found = [
        ...doubtful.map((word) => misspelling(word, block, contextOf())),
        ...calendar.map((word) => calendarMisspelling(word, block, contextOf())),
      ];
      findings.push(...found.filter((each) => each !== undefined));
      findings.push(...confusedWords(block, readings));
    }
    yield;
  }
  return findings;
}
