import type { Prose } from '../prose/prose.js';
import { contains } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { Finding } from './finding.js';

/**
 * Drops findings that the name check reports too: a known name without its capital is reported
 * once.
 */
export function withoutReportedNames(
  sentences: readonly Finding[],
  names: readonly Finding[],
): readonly Finding[] {
  const known = new SpanIndex(names.filter(({ code }) => code !== 'name/unknown'));
  return sentences.filter(
    ({ code, span }) => code !== 'sentence/lowercase-start' || known.overlapping(span).length === 0,
  );
}

/**
 * The findings about sentences and about spelling, without those that repeat another on the same
 * words: a name and words run together have their own checks, a sentence's finding inside a
 * misspelled word is about that word, and a confused word explains why the words do not fit
 * together (“could of been”).
 */
export function withReportedOnce(
  sentences: readonly Finding[],
  spelling: readonly Finding[],
  names: readonly Finding[],
): readonly Finding[] {
  const taken = [
    ...names.filter(({ code }) => code !== 'name/unknown'),
    ...sentences.filter(({ code }) => OF_SINGLE_WORDS.has(code)),
  ];
  const remaining = withoutOverlapping(spelling, taken);
  const words = new SpanIndex(remaining);
  return [
    ...sentences.filter(
      ({ code, span }) =>
        !words
          .overlapping(span)
          .some((word) => contains(word.span, span) || isExplained(code, word)),
    ),
    ...remaining,
  ];
}

/**
 * True for a finding about words that do not fit together because one of them is a confused word.
 */
function isExplained(code: string, word: Finding): boolean {
  return word.code === 'spelling/confused' && OF_WORDS_TOGETHER.has(code);
}

const OF_WORDS_TOGETHER: ReadonlySet<string> = new Set([
  'sentence/agreement',
  'sentence/garbled',
  'sentence/missing-article',
  'sentence/missing-preposition',
  'sentence/missing-to',
  'sentence/missing-verb',
  'sentence/swapped-words',
  'sentence/wrong-form',
]);

/**
 * Findings on claims, on the whole name if a part of an organisation's name is in no source:
 * “Sundvik Primary School”.
 */
export function inWholeNames(
  { text }: Prose,
  claims: readonly Finding[],
  names: readonly Finding[],
): readonly Finding[] {
  const bodies = names.filter(({ code, name }) => code === 'name/unknown' && name?.kind === 'body');
  if (bodies.length === 0) return claims;
  const whole = new SpanIndex(bodies);
  return claims.map((finding) => {
    const [body] = finding.code === 'claim/unsupported' ? whole.overlapping(finding.span) : [];
    if (body === undefined) return finding;
    const { span } = body;
    const [part, name] = [finding.span, span].map(({ start, end }) => text.slice(start, end));
    const message = finding.message.replace(`“${part ?? ''}”`, `“${name ?? ''}”`);
    return { ...finding, span, message, found: name ?? '' };
  });
}

/**
 * Findings on claims, without a value that is in no source and also differs from another of the
 * draft.
 */
export function withoutAbsent(
  claims: readonly Finding[],
  inconsistent: readonly Finding[],
): readonly Finding[] {
  const taken = new SpanIndex(inconsistent);
  return claims.filter(
    ({ code, span }) => code !== 'claim/unsupported' || taken.overlapping(span).length === 0,
  );
}

/**
 * Findings on claims, without words that the sources cannot have because they are misspelled, here
 * or elsewhere in the draft.
 */
export function withoutMisspelled(
  { text }: Prose,
  claims: readonly Finding[],
  spelling: readonly Finding[],
): readonly Finding[] {
  const misspelled = new Set(
    spelling.flatMap(({ code, word }) => (code === 'spelling/misspelled' ? (word ?? []) : [])),
  );
  return claims.filter(({ span }) => !misspelled.has(text.slice(span.start, span.end)));
}

/** The errors of a word that are not about its spelling. */
const OF_SINGLE_WORDS: ReadonlySet<string> = new Set([
  'sentence/run-together',
  'sentence/lowercase-start',
  'sentence/placeholder',
]);

/** Findings without those on words that another finding is about. */
export function withoutOverlapping(
  findings: readonly Finding[],
  others: readonly Finding[],
): readonly Finding[] {
  if (findings.length === 0 || others.length === 0) return findings;
  const index = new SpanIndex(others);
  return findings.filter(({ span }) => index.overlapping(span).length === 0);
}
