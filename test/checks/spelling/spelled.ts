import { NO_READINGS, type Readings } from '../../../server/inference/readings.js';
import { type Finding } from '../../../server/checks/finding.js';
import { checkSpelling } from '../../../server/checks/spelling/spelling.js';
import { DEFAULT_SPELLING, type SpellingOptions } from '../../../server/checks/spelling/options.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { NO_REFERENCE, referenceFromSources } from '../../../server/reference/reference.js';
import { edited, expectSpans, marked } from '../../marked.js';

/** The settings that a draft is checked with. */
export interface Setting {
  /** The text of a source. */
  readonly source?: string;
  readonly language?: SpellingOptions['language'];
  /** The readings of the sentence reader; by default it is off. */
  readonly readings?: Readings;
}

/** The findings about spelling in a draft. */
export function spellingIn(
  draft: string,
  { source, language, readings = NO_READINGS }: Setting = {},
): readonly Finding[] {
  const reference =
    source === undefined
      ? NO_REFERENCE
      : referenceFromSources([{ name: 'notes.md', text: source }]);
  const options = { ...DEFAULT_SPELLING, ...(language === undefined ? {} : { language }) };
  return runToCompletion(checkSpelling(readProse(draft), reference, readings, options)).findings;
}

/** Asserts that exactly the marked words of a draft are reported. */
export function expectReported(draft: string, setting?: Setting): void {
  expectSpans(draft, (text) => spellingIn(text, setting).map(({ span }) => span));
}

/** The draft after the first fix of each finding. */
export function corrected(draft: string, setting?: Setting): string {
  const { text } = marked(draft);
  const edits = spellingIn(text, setting).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return edited(text, edits);
}
