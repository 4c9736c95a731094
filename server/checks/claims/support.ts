import type { ClaimSpan } from './claimSpan.js';
import { ungroundedDenial } from './denial.js';
import type { EvidenceSentence } from './evidenceRetriever.js';
import { type Figure, isDerivedFigure, ungroundedIn } from './grounding.js';
import { misplacedNamesIn } from './misplaced.js';
import { type Replacement, replacementsIn } from './replacements.js';
import { type Statement, EMPTY_STATEMENT } from './statement.js';
import {
  type ClaimItem,
  type ItemMatch,
  claimItemsOf,
  matchItems,
  termSimilarity,
} from './termAlignment.js';
import type { TokenAlignment } from './tokenAlignment.js';

/** The signs for and against a claim, all 0 or more. */
export interface Signs {
  /** The share of the claim that the best three sentences have together. */
  readonly together: number;
  /** The share of neighbouring words that are neighbours in a source too. */
  readonly joined: number;
  /** The number of names and figures that the sources have only in another context. */
  readonly loose: number;
  /** The weight of the names, and of the figures and times, that no evidence sentence has. */
  readonly strangeNames: number;
  readonly strangeFigures: number;
  /**
   * Names and figures for which a source has others in the same context, weighted by the similarity
   * of that context.
   */
  readonly replacedNames: number;
  readonly replacedFigures: number;
  /** Names and figures missing from the best sentence of a claim that otherwise copies it. */
  readonly exchanged: number;
  /** Words for which a source has an antonym in the same context. */
  readonly opposites: number;
  /** The number of names used as places that the sources never use so. */
  readonly misplaced: number;
  /** How surely the claim denies what no evidence sentence denies, 0 to 1. */
  readonly denial: number;
}

/** The signs of a claim, and the sentences that support it best. */
export interface Support {
  readonly signs: Signs;
  /** Best first; at most three. */
  readonly supporting: readonly EvidenceSentence[];
  /** The matches with each sentence, in the order of the evidence. */
  readonly rows: readonly (readonly ItemMatch[])[];
  /** Its figures and times that no sentence has and that cannot be derived. */
  readonly ungrounded: readonly Figure[];
  /** Its figures and times that are derived from others. */
  readonly derived: ReadonlySet<Figure>;
}

/** The least match of a word that counts as found. */
const MET = 0.5;
/** The most sentences that support a claim together. */
const TOGETHER = 3;
/** The least share of the claim that a further sentence must add. */
const GAIN = 0.04;
/** The sentences in which neighbouring words are looked for. */
const CLOSEST = 5;
/** The most missing weight that counts against a copied claim. */
const MOST_LACKING = 1.5;

/**
 * Computes the signs of a claim from the evidence, given best first, and its alignments. With
 * `termRelatedness` as `compare` it answers whether the sentences are about the same event, not
 * whether they say the same.
 */
export function weighSupport(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  alignment: readonly TokenAlignment[],
  rarity: (word: string) => number,
  likenessOf = termSimilarity,
): Support {
  const statements = evidence.map(({ statement }) => statement);
  const ungrounded = ungroundedIn(claim, statements);
  const derived = new Set(
    ungrounded.filter((figure) => isDerivedFigure(figure, claim, statements)),
  );
  const rows = statements.map((statement) =>
    matchItems(claim, statement, rarity, derived, likenessOf),
  );
  const wanted = rows[0] ?? matchItems(claim, EMPTY_STATEMENT, rarity, undefined, likenessOf);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = choose(rows, total);
  const supporting = chosen.flatMap((index) => evidence[index] ?? []);
  const best = supporting[0]?.statement;
  const items = claimItemsOf(claim, likenessOf);
  const places = evidence.map(({ statement }) => items.map((item) => item.find(statement)));
  const among = (picked: readonly number[]): readonly number[] =>
    wanted.map((_, item) => Math.max(0, ...picked.map((row) => rows[row]?.[item]?.match ?? 0)));
  const anywhere = among(rows.map((_, index) => index));
  const inBest = among(chosen.slice(0, 1));
  const replacements = replacementsIn(claim, evidence, alignment);
  const replaced = (kind: Replacement['kind']): number =>
    replacements.reduce((sum, one) => sum + (one.kind === kind ? one.likeness ** 2 : 0), 0);
  return {
    supporting,
    rows,
    ungrounded: ungrounded.filter((figure) => !derived.has(figure)),
    derived,
    signs: {
      together: shareOf(wanted, among(chosen), total),
      joined: joinedShare(items, places.slice(0, CLOSEST)),
      loose: looseIn(items, places),
      strangeNames: lacking(wanted, anywhere, NAMES),
      strangeFigures: lacking(wanted, anywhere, FIGURES),
      replacedNames: replaced('name'),
      replacedFigures: replaced('figure'),
      exchanged:
        copiedShare(claim, best) *
        Math.min(MOST_LACKING, lacking(wanted, inBest, [...NAMES, ...FIGURES])),
      opposites: replaced('word'),
      misplaced: misplacedNamesIn(claim, evidence),
      denial: ungroundedDenial(claim, evidence, supporting),
    },
  };
}

const NAMES: readonly ItemMatch['kind'][] = ['name'];
const FIGURES: readonly ItemMatch['kind'][] = ['quantity', 'date'];

function shareOf(wanted: readonly ItemMatch[], met: readonly number[], total: number): number {
  if (total === 0) return 0;
  return wanted.reduce((sum, { weight }, index) => sum + weight * (met[index] ?? 0), 0) / total;
}

function lacking(
  wanted: readonly ItemMatch[],
  met: readonly number[],
  kinds: readonly ItemMatch['kind'][],
): number {
  return wanted.reduce(
    (sum, { kind, weight, resolved }, index) =>
      sum + (kinds.includes(kind) && !resolved && (met[index] ?? 0) < MET ? weight : 0),
    0,
  );
}

/** The sentences that together have most of the claim, as indices, best first. */
function choose(rows: readonly (readonly ItemMatch[])[], total: number): readonly number[] {
  const chosen: number[] = [];
  const have = (rows[0] ?? []).map(() => 0);
  while (chosen.length < TOGETHER) {
    let best = -1;
    let most = GAIN * total;
    for (const [index, row] of rows.entries()) {
      if (chosen.includes(index)) continue;
      const gain = row.reduce(
        (sum, { weight, match: met }, item) => sum + weight * Math.max(0, met - (have[item] ?? 0)),
        0,
      );
      if (gain > most + 1e-9) [best, most] = [index, gain];
    }
    if (best < 0) break;
    chosen.push(best);
    for (const [item, { match: met }] of (rows[best] ?? []).entries())
      have[item] = Math.max(have[item] ?? 0, met);
  }
  return chosen;
}

type Place = ReturnType<ClaimItem['find']>;

/** Distances between neighbouring words in the source, in tokens. */
const NEAR = 5;
const FAR = 11;

/** How close neighbouring words of the claim are in a source, on average. */
function joinedShare(items: readonly ClaimItem[], places: readonly (readonly Place[])[]): number {
  if (items.length < 2) return Math.max(0, ...places.map((row) => row[0]?.likeness ?? 0));
  let sum = 0;
  for (let index = 0; index + 1 < items.length; index++) {
    let most = 0;
    for (const row of places) {
      const one = row[index];
      const other = row[index + 1];
      if (one === undefined || other === undefined) continue;
      const distance = other.first - one.last;
      const near = distance >= 0 && distance <= NEAR ? 1 : Math.abs(distance) <= FAR ? 0.6 : 0.25;
      most = Math.max(most, near * Math.min(one.likeness, other.likeness));
    }
    sum += most;
  }
  return sum / (items.length - 1);
}

/** The neighbours of a name of which a source must have one nearby. */
const NEIGHBOURS = [-2, -1, 1, 2] as const;

function looseIn(items: readonly ClaimItem[], places: readonly (readonly Place[])[]): number {
  if (items.length < 2) return 0;
  return items.filter(({ named }, index) => {
    const here = places.filter((row) => row[index] !== undefined);
    return named && here.length > 0 && !here.some((row) => hasNeighbour(row, index));
  }).length;
}

function hasNeighbour(row: readonly Place[], index: number): boolean {
  const own = row[index];
  return NEIGHBOURS.some((step) => {
    const other = row[index + step];
    return own !== undefined && other !== undefined && Math.abs(other.first - own.first) <= FAR + 1;
  });
}

/** The share of the claim's word pairs that are in the source. */
function copiedShare(claim: ClaimSpan, source: Statement | undefined): number {
  if (source === undefined) return 0;
  const pairs = new Set(pairsOf(source, 0, source.tokens.length - 1));
  const own = pairsOf(claim.statement, claim.first, claim.last);
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

function pairsOf({ tokens }: Statement, first: number, last: number): readonly string[] {
  const words = tokens
    .slice(first, last + 1)
    .filter(({ kind }) => kind === 'word' || kind === 'number')
    .map(({ lower }) => lower);
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}
