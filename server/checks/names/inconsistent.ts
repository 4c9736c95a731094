import { isKnownName } from '../../prose/dictionary.js';
import { placeOf } from '../../prose/prose.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { NearWords } from '../../reference/names/nearWords.js';
import { inCaseOf } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { editOf } from '../fix.js';
import { isOneName, isPlace } from './oneName.js';
import { type Spelling, spellingsOf } from './spellings.js';
import type { NamesInDraft } from './nameIndexing.js';
import { times } from './wording.js';

/** No story has more names; a list or a machine's text may, and among so many there are always two alike. */
const MOST_SPELLINGS = 4000;

/**
 * Tells once, where it first stands, a spelling that is a slip for another in the draft, whether any
 * source knows the name or not; the mend is for all of its places, or for this one. With a block or a
 * pair of spellings to a slice.
 */
export function* checkInconsistent(found: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const spellings = yield* spellingsOf(found);
  if (spellings.length > MOST_SPELLINGS) return [];
  const findings: Finding[] = [];
  const told = new Set<Spelling>();
  for (const [one, other] of pairsIn(spellings.map(({ key }) => key).join('\n'))) {
    yield;
    const [spelling, pair] = [spellings[one], spellings[other]];
    if (spelling === undefined || pair === undefined) continue;
    if (told.has(spelling) || told.has(pair) || !isOneName(spelling, pair)) continue;
    const [right, wrong] = ranked(spelling, pair);
    told.add(wrong);
    findings.push(...inconsistent(right, wrong));
  }
  return findings;
}

/** The lists of words whose pairs are remembered: few keys bring a name into a draft or take one out. */
const LISTS = 8;

/** The pairs among words, one a line, that may be one word, by their indices. */
const pairsIn = boundedMemo((lines: string): readonly (readonly [one: number, other: number])[] => {
  const words = lines.split('\n');
  const near = new NearWords(words);
  return words.flatMap((word, one) =>
    [...near.of(word)].filter((other) => other > one).map((other) => [one, other] as const),
  );
}, LISTS);

/**
 * The spelling to keep, then the one to change: a known place or given name stays, else the one that is
 * commoner, that is in the dictionary, or that comes first.
 */
function ranked(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  for (const is of [isPlace, isGiven]) if (is(a) !== is(b)) return is(a) ? [a, b] : [b, a];
  const more = b.places.length - a.places.length;
  if (more === 0) return isKnownName(b.key) && !isKnownName(a.key) ? [b, a] : [a, b];
  return more > 0 ? [b, a] : [a, b];
}

function isGiven({ key }: Spelling): boolean {
  return isGivenName(key);
}

function inconsistent(right: Spelling, wrong: Spelling): readonly Finding[] {
  const [place, form] = [wrong.places[0], right.places[0]?.text ?? ''];
  if (place === undefined) return [];
  const preferred = right.places.length > wrong.places.length || isPlace(right) || isGiven(right);
  const title = `Change to “${inCaseOf(place.text, form)}”`;
  const edits = wrong.places.map((each) => editOf(each.block, each, inCaseOf(each.text, form)));
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
      severity: DEFAULT_SEVERITY['name/inconsistent'],
      message: `“${place.text}” (${times(wrong.places)}) is “${form}” elsewhere in the draft (${times(right.places)}).`,
      span: placeOf(place.block, place),
      evidence: [],
      fixes,
      name: { text: place.text, kind: undefined },
    },
  ];
}
