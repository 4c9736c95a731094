import { isGivenName } from '../../lexicon/givenNames.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isKnownName } from '../../prose/dictionary.js';
import { draftSpanOf } from '../../prose/prose.js';
import { matchCase } from '../../reference/names/spelling.js';
import { SpellingIndex } from '../../reference/names/spellingIndex.js';
import type { Finding } from '../finding.js';
import { editOf } from '../fix.js';
import { RULES } from '../rules.js';
import { entryOf } from '../spelling/dictionary.js';
import { isMisspelledPair, isPlaceSpelling } from './spellingPairs.js';
import type { DraftSpelling, Spelling } from './spellings.js';
import { countInWords } from './wording.js';

/**
 * Reports a spelling that is a misspelling of another in the draft, whether or not any source knows
 * the name. Each is reported once, at its first occurrence; the fix is for all occurrences or for
 * that one. Yields after each pair of spellings.
 */
export function* checkInconsistent(
  spellings: readonly DraftSpelling[],
): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  const reported = new Set<Spelling>();
  for (const [one, other] of similarPairs(spellings.map(({ key }) => key).join('\n'))) {
    yield;
    const [spelling, pair] = [spellings[one], spellings[other]];
    if (spelling === undefined || pair === undefined) continue;
    if (reported.has(spelling) || reported.has(pair) || !isMisspelledPair(spelling, pair)) continue;
    const [right, wrong] = preferredFirst(spelling, pair);
    reported.add(wrong);
    findings.push(...inconsistentFinding(right, wrong));
  }
  return findings;
}

/** The number of word lists that are memoized. Few keystrokes add or remove a name. */
const REMEMBERED_LISTS = 8;

/** The index pairs of words that may be the same word; `lines` has one word a line. */
const similarPairs = boundedMemo(
  (lines: string): readonly (readonly [one: number, other: number])[] => {
    const words = lines.split('\n');
    const near = new SpellingIndex(words);
    return words.flatMap((word, one) =>
      [...near.candidates(word)]
        .filter((other) => other > one)
        .map((other) => [one, other] as const),
    );
  },
  REMEMBERED_LISTS,
);

/**
 * The spelling to keep, then the one to change. Well-known places and given names are kept, then
 * the more frequent, the one in the dictionary, and the first.
 */
function preferredFirst(
  a: DraftSpelling,
  b: DraftSpelling,
): readonly [DraftSpelling, DraftSpelling] {
  for (const is of [isPlaceSpelling, isGiven]) if (is(a) !== is(b)) return is(a) ? [a, b] : [b, a];
  const more = b.occurrences.length - a.occurrences.length;
  if (more === 0) return isInDictionary(b) && !isInDictionary(a) ? [b, a] : [a, b];
  return more > 0 ? [b, a] : [a, b];
}

function isGiven({ key }: Spelling): boolean {
  return isGivenName(key);
}

function isInDictionary({ key }: Spelling): boolean {
  return isKnownName(key) || entryOf(key) !== undefined;
}

function inconsistentFinding(right: DraftSpelling, wrong: DraftSpelling): readonly Finding[] {
  const [place, form] = [wrong.occurrences[0], right.text];
  if (place === undefined) return [];
  const preferred =
    right.occurrences.length > wrong.occurrences.length ||
    [isPlaceSpelling, isGiven, isInDictionary].some((is) => is(right) && !is(wrong));
  const title = `Change to “${matchCase(place.text, form)}”`;
  const edits = wrong.occurrences.map((each) =>
    editOf(each.block, each, matchCase(each.text, form)),
  );
  const fixes =
    edits.length === 1
      ? [{ title, preferred, edits }]
      : [
          { title: `${title} everywhere (${edits.length} places)`, preferred, edits },
          { title: `${title} here`, preferred: false, edits: edits.slice(0, 1) },
        ];
  return [
    {
      code: 'name/inconsistent',
      severity: RULES['name/inconsistent'].severity,
      message: `“${place.text}” (${countInWords(wrong.occurrences)}) is spelled “${form}” (${countInWords(right.occurrences)}) elsewhere in the draft.`,
      span: draftSpanOf(place.block, place),
      evidence: [],
      fixes,
      name: { text: place.text, kind: undefined },
    },
  ];
}
