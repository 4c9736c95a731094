import { type Span, overlaps } from '../../prose/span.js';
import type { GrammarError, GrammarErrorKind } from './grammarError.js';
import type { Passage } from './structure/passage.js';

/**
 * The findings of rules that are a speaker's own and no error of the writer's. Lost or doubled
 * words, marks and spaces are nobody's own.
 */
const SPEAKERS_OWN: ReadonlySet<GrammarErrorKind> = new Set(['agreement', 'wrong-form']);

/** True if a place, which may be empty, is in another person's words; both in the same units. */
export function isSpoken(speech: readonly Span[], { start, end }: Span): boolean {
  return speech.some((span) => overlaps(span, { start, end: Math.max(end, start + 1) }));
}

/** True if a rule's finding is another person's manner of speech. */
export function isSpeakersOwn({ speech }: Passage, { kind, span }: GrammarError): boolean {
  return SPEAKERS_OWN.has(kind) && isSpoken(speech, span);
}
