import { isUnreliable } from '../unreliable.js';
import type { Claim, Evidence } from '../finding.js';
import type { Stretch } from './alignment.js';
import { mayBePart, mayComeOf } from './derived.js';
import type { Archive, Witness } from './evidence.js';
import {
  type Figure,
  isNamedAlone,
  isQuantity,
  mustBeHeld,
  shareWithout,
  unheldIn,
  without,
} from './held.js';
import { layOn } from './laying.js';
import { overclaimIn } from './modality.js';
import { type SlotDifference, differenceIn } from './slots/differences.js';
import { type Dispute, disputeIn } from './slots/disputes.js';
import type { Hearing } from './slots/slot.js';
import { type Signs, type Support, weigh } from './support.js';
import type { Term } from './terms.js';
import { scoreOf, verdictOf } from './verdict.js';

/** What the verdict on a claim rests on. */
export interface Grounds {
  /** The source sentences it was held against, best first. */
  readonly witnesses: readonly Witness[];
  readonly signs: Signs;
  /** What it has otherwise than the sources, the surest first. */
  readonly differences: readonly SlotDifference[];
  readonly dispute: Dispute | undefined;
  readonly claim: Omit<Claim, 'span'>;
}

const DAMAGED = 'Your sources have this in a damaged sentence only.';

/** What speaks for and against a claim in source sentences, given best first. */
export function groundsOf(
  archive: Archive,
  stretch: Stretch,
  witnesses: readonly Witness[],
): Grounds {
  return groundsIn(archive, hear(archive, stretch, witnesses));
}

function groundsIn(archive: Archive, hearing: Heard): Grounds {
  const { claim: stretch, witnesses, signs, bearers, unheld } = hearing;
  const dispute = disputeIn(hearing);
  const differences = differencesIn(archive, hearing, dispute);
  const contradicted = differences.length > 0;
  const overclaim = overclaimIn(stretch, witnesses, (word) => archive.rarity(word));
  const score = scoreOf(signs, unheld.some(mustBeHeld) || overclaim !== undefined, contradicted);
  const verdict = verdictOf(score, contradicted);
  const sound = bearers.filter(({ fact }) => !isUnreliable(fact));
  // A damaged sentence helps to weigh, and is shown only where there is no other.
  const isDamaged = verdict === 'supported' && sound.length === 0 && bearers.length > 0;
  const note =
    overclaim?.text ??
    (dispute === undefined ? undefined : `${dispute.text}.`) ??
    (isDamaged ? DAMAGED : undefined);
  const claim = {
    verdict,
    score,
    evidence: distinct(
      contradicted
        ? differences.flatMap(({ evidence }) => evidence)
        : [
            ...(overclaim === undefined ? [] : [evidenceOf(overclaim.witness.fact)]),
            ...(isDamaged ? bearers : sound).map(({ fact }) => evidenceOf(fact)),
            ...(dispute?.evidence ?? []),
          ],
    ),
    ...(contradicted || note === undefined ? {} : { note }),
  };
  return { witnesses, signs, differences, dispute, claim };
}

/**
 * The grounds that the sentence nearest to a claim gives by itself; `undefined` where that does not bear out
 * all of it.
 */
export function settlingGrounds(
  archive: Archive,
  claim: Stretch,
  nearest: Witness,
): Grounds | undefined {
  if (!hasAll(archive, claim, nearest)) return undefined;
  const hearing = hear(archive, claim, [nearest]);
  if (!saysAll(hearing) || isUnreliable(nearest.fact)) return undefined;
  const grounds = groundsIn(archive, hearing);
  const isPlain = grounds.differences.length === 0 && grounds.claim.note === undefined;
  return isPlain && grounds.claim.verdict === 'supported' ? grounds : undefined;
}

/** From here up a sentence has all that a claim says, and says it in one. */
const ALL = 0.97;
const IN_ONE = 0.9;

/** True where nothing of a claim is lacking in a sentence: of most that is quickly known. */
function hasAll(archive: Archive, claim: Stretch, { statement }: Witness): boolean {
  const rarity = (word: string): number => archive.rarity(word);
  return (
    unheldIn(claim, [statement]).length === 0 && shareWithout(claim, [], statement, rarity) >= ALL
  );
}

/** True where nothing of a claim is lacking, and nothing speaks against it. */
function saysAll({ signs, unheld }: Support): boolean {
  const { together, joined, ...against } = signs;
  return (
    together >= ALL &&
    joined >= IN_ONE &&
    unheld.length === 0 &&
    Object.values(against).every((sign) => sign === 0)
  );
}

/** What is weighed of a claim, as all slots are given it. */
type Heard = Hearing & Support;

function hear(archive: Archive, claim: Stretch, witnesses: readonly Witness[]): Heard {
  const rarity = (word: string): number => archive.rarity(word);
  const statements = witnesses.map(({ statement }) => statement);
  const laid = statements.map((statement) => layOn(claim, statement));
  const support = weigh(claim, witnesses, laid, rarity);
  return {
    ...support,
    claim,
    witnesses,
    laid,
    entities: archive.entities,
    rarity,
    derived: new Set([
      ...support.derived,
      ...support.unheld.filter(
        (one) => isNamedAlone(one, statements) || (isQuantity(one) && mayBePart(one, statements)),
      ),
    ]),
    reckoned: new Set(
      support.unheld.filter(
        (one) => isQuantity(one) && mayComeOf(one, claim.statement, statements),
      ),
    ),
    scoreWithout: (parts: readonly (Figure | Term)[]) =>
      scoreOf(weigh(without(claim, parts), witnesses, laid, rarity).signs, false, false),
  };
}

/** The most differences that are told of one claim: beyond them it tells of something else. */
const MOST_DIFFERENCES = 3;

/**
 * What a claim has otherwise, the surest first. Of the second is told what would be told once the first is
 * mended: the claim is heard again without it.
 */
function differencesIn(
  archive: Archive,
  hearing: Heard,
  dispute: Dispute | undefined,
): readonly SlotDifference[] {
  const told: SlotDifference[] = [];
  let rest = hearing.claim;
  let difference = differenceIn(hearing, dispute);
  while (difference !== undefined && told.length < MOST_DIFFERENCES) {
    const { first, last } = difference;
    if (told.some((other) => other.first <= last && first <= other.last)) break;
    told.push(difference);
    rest = without(rest, partsAmong(rest, first, last));
    const again = hear(archive, rest, hearing.witnesses);
    difference = differenceIn(again, disputeIn(again));
  }
  return told;
}

/** What stands from one token of a claim to another. */
function partsAmong(
  { statement: { terms, quantities, dates } }: Stretch,
  first: number,
  last: number,
): readonly (Figure | Term)[] {
  return [...terms, ...quantities, ...dates].filter(
    (part) => part.first <= last && first <= part.last,
  );
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(
    ({ source, line, text }, index) =>
      index ===
      evidence.findIndex(
        (other) => other.source === source && other.line === line && other.text === text,
      ),
  );
}

function evidenceOf({ citation, text }: Witness['fact']): Evidence {
  return { source: citation.source, line: citation.line, text };
}
