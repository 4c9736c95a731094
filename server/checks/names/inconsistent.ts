import { isKnownName } from '../../prose/dictionary.js';
import { placeOf } from '../../prose/prose.js';
import { isGivenName } from '../../reference/learn/givenNames.js';
import { NearWords } from '../../reference/names/nearWords.js';
import { inCaseOf } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import { isOneName, isPlace } from './oneName.js';
import { type Occurrence, type Spelling, spellingsOf } from './spellings.js';
import type { Survey } from './survey.js';
import { times } from './wording.js';

/**
 * Tells a name that the draft spells two ways, one of them by a slip, whether any source knows it or
 * not. Cannot throw.
 */
export function checkInconsistent(found: Survey): readonly Finding[] {
  const spellings = spellingsOf(found);
  const near = new NearWords(spellings.map(({ key }) => key));
  const findings: Finding[] = [];
  const told = new Set<number>();
  for (const [index, spelling] of spellings.entries()) {
    for (const other of near.of(spelling.key)) {
      const pair = spellings[other];
      if (other <= index || pair === undefined || told.has(index) || told.has(other)) continue;
      if (!isOneName(spelling, pair)) continue;
      const [right, wrong] = ranked(spelling, pair);
      told.add(wrong === spelling ? index : other);
      findings.push(...wrong.places.map((place) => inconsistent(place, right, wrong)));
    }
  }
  return findings;
}

/**
 * The spelling to keep, then the one to change: a known place or name stays, else the one that is
 * commoner or comes first.
 */
function ranked(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  for (const is of [isPlace, isKnown]) if (is(a) !== is(b)) return is(a) ? [a, b] : [b, a];
  return b.places.length > a.places.length ? [b, a] : [a, b];
}

function isKnown({ key }: Spelling): boolean {
  return isGivenName(key) || isKnownName(key);
}

function inconsistent(place: Occurrence, right: Spelling, wrong: Spelling): Finding {
  const form = right.places[0]?.text ?? '';
  const sure = right.places.length > wrong.places.length || isPlace(right) || isKnown(right);
  const newText = inCaseOf(place.text, form);
  return {
    code: 'name/inconsistent',
    severity: DEFAULT_SEVERITY['name/inconsistent'],
    message: `“${place.text}” (${times(wrong.places)}) is “${form}” elsewhere in the draft (${times(right.places)}).`,
    span: placeOf(place.block, place),
    evidence: [],
    fixes: [replacement(`Change to “${newText}”`, place.block, place, newText, sure)],
    name: { text: place.text, kind: undefined },
  };
}
