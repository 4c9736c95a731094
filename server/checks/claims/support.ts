import { type Item, type Met, type Stretch, itemsOf, meet } from './alignment.js';
import { denialAlone } from './denial.js';
import type { Witness } from './evidence.js';
import type { Laid } from './laying.js';
import { type Figure, isDerivedFigure, unheldIn } from './held.js';
import { misplacedIn } from './misplaced.js';
import { type Replacement, replacementsIn } from './replacements.js';
import { EMPTY_STATEMENT, type Statement } from './statement.js';

/** What speaks for and against a claim being in the sources; each is 0 where there is nothing of it. */
export interface Signs {
  /** Share of the claim that the best three sentences have together. */
  readonly together: number;
  /** Share of neighbouring words that a source has together too. */
  readonly joined: number;
  /** How many names and figures the source has, but never beside what the claim has beside them. */
  readonly loose: number;
  /** Weight of the names, and of the figures and times, that no source sentence at hand has. */
  readonly strangeNames: number;
  readonly strangeFigures: number;
  /** Names and figures for which a source has others in the same words, each by how alike these are. */
  readonly replacedNames: number;
  readonly replacedFigures: number;
  /** Names and figures that the best sentence lacks of a claim that otherwise copies it. */
  readonly exchanged: number;
  /** Words for which the source has the opposite in the same words. */
  readonly opposites: number;
  /** How many names stand in a place's part that the sources never have there. */
  readonly misplaced: number;
  /** How surely the claim denies what no source sentence denies, 0 to 1. */
  readonly denial: number;
}

/** A claim's signs, and the source sentences that bear it best. */
export interface Support {
  readonly signs: Signs;
  /** Best first; three at most. */
  readonly bearers: readonly Witness[];
  /** Its figures and times that no sentence has and that follow from none. */
  readonly unheld: readonly Figure[];
  /** Those that follow from others. */
  readonly derived: ReadonlySet<Figure>;
}

/** From here up a word is met. */
const MET = 0.5;
/** Sentences put together for one claim. */
const TOGETHER = 3;
/** A sentence joins the bearers where it adds at least this share of the claim. */
const GAIN = 0.04;
/** Sentences in which neighbours of the claim are looked for. */
const CLOSEST = 5;
/** What is lacking beyond this weight makes a copied claim no worse. */
const MOST_LACKING = 1.5;

/** Weighs a claim against source sentences, given best first, each with how it lies on the claim. */
export function weigh(
  claim: Stretch,
  witnesses: readonly Witness[],
  laid: readonly Laid[],
  rarity: (word: string) => number,
): Support {
  const statements = witnesses.map(({ statement }) => statement);
  const unheld = unheldIn(claim, statements);
  const derived = new Set(unheld.filter((figure) => isDerivedFigure(figure, claim, statements)));
  const rows = statements.map((statement) => meet(claim, statement, rarity, derived));
  const wanted = rows[0] ?? meet(claim, EMPTY_STATEMENT, rarity);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = choose(rows, total);
  const bearers = chosen.flatMap((index) => witnesses[index] ?? []);
  const best = bearers[0]?.statement;
  const items = itemsOf(claim);
  const places = witnesses.map(({ statement }) => items.map((item) => item.find(statement)));
  const among = (picked: readonly number[]): readonly number[] =>
    wanted.map((_, item) => Math.max(0, ...picked.map((row) => rows[row]?.[item]?.met ?? 0)));
  const anywhere = among(rows.map((_, index) => index));
  const inBest = among(chosen.slice(0, 1));
  const replacements = replacementsIn(claim, witnesses, laid);
  const replaced = (kind: Replacement['kind']): number =>
    replacements.reduce((sum, one) => sum + (one.kind === kind ? one.likeness ** 2 : 0), 0);
  return {
    bearers,
    unheld: unheld.filter((figure) => !derived.has(figure)),
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
      misplaced: misplacedIn(claim, witnesses),
      denial: denialAlone(claim, witnesses, bearers),
    },
  };
}

const NAMES: readonly Met['kind'][] = ['name'];
const FIGURES: readonly Met['kind'][] = ['quantity', 'date'];

function shareOf(wanted: readonly Met[], met: readonly number[], total: number): number {
  if (total === 0) return 0;
  return wanted.reduce((sum, { weight }, index) => sum + weight * (met[index] ?? 0), 0) / total;
}

function lacking(
  wanted: readonly Met[],
  met: readonly number[],
  kinds: readonly Met['kind'][],
): number {
  return wanted.reduce(
    (sum, { kind, weight, resolved }, index) =>
      sum + (kinds.includes(kind) && !resolved && (met[index] ?? 0) < MET ? weight : 0),
    0,
  );
}

/** The sentences that together have most of the claim, as indices, the one with most first. */
function choose(rows: readonly (readonly Met[])[], total: number): readonly number[] {
  const chosen: number[] = [];
  const have = (rows[0] ?? []).map(() => 0);
  while (chosen.length < TOGETHER) {
    let best = -1;
    let most = GAIN * total;
    for (const [index, row] of rows.entries()) {
      if (chosen.includes(index)) continue;
      const gain = row.reduce(
        (sum, { weight, met }, item) => sum + weight * Math.max(0, met - (have[item] ?? 0)),
        0,
      );
      if (gain > most + 1e-9) [best, most] = [index, gain];
    }
    if (best < 0) break;
    chosen.push(best);
    for (const [item, { met }] of (rows[best] ?? []).entries())
      have[item] = Math.max(have[item] ?? 0, met);
  }
  return chosen;
}

type Place = ReturnType<Item['find']>;

/** How near two words that the claim has side by side stand in the source, in tokens. */
const NEAR = 5;
const FAR = 11;

/** How well neighbours in the claim stand together in a source, on average. */
function joinedShare(items: readonly Item[], places: readonly (readonly Place[])[]): number {
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

/** Neighbours on either side within which a name must find one of its own. */
const NEIGHBOURS = [-2, -1, 1, 2] as const;

function looseIn(items: readonly Item[], places: readonly (readonly Place[])[]): number {
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

/** How much of the claim's wording, word pair by word pair, stands in the source. */
function copiedShare(claim: Stretch, source: Statement | undefined): number {
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
