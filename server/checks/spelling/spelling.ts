import type { Readings } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { confusedWords } from './confused.js';
import { spellingOf } from './doubtfulWords.js';
import { type SpellingContext, misspelling } from './misspelled.js';
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
  let context: SpellingContext | undefined;
  for (const block of draft.blocks) {
    const { doubtful, isForeign } = spellingOf(block.content);
    for (const word of isForeign ? [] : doubtful) {
      context ??= {
        draft,
        reference,
        variety: language === 'auto' ? varietyOf(draft) : language,
        isStrict: language !== 'auto',
      };
      const found = misspelling(word, block, context);
      if (found !== undefined) findings.push(found);
    }
    if (!isForeign) findings.push(...confusedWords(block, readings));
    yield;
  }
  return findings;
}
