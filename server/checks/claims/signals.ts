import type { ClaimSpan } from './claimSpan.js';
import type { EvidenceSentence } from './evidenceRetriever.js';
import { type Figure, isQuantity, mustBeGrounded } from './grounding.js';
import { isNegated } from './negation.js';
import type { Statement } from './statement.js';
import { clauseAround } from './statementQueries.js';
import { type Signs } from './support.js';
import { type ItemMatch, bestMatch, termSimilarity, tokenRelatedness } from './termAlignment.js';
import { type Term, LIGHT_WEIGHT } from './terms.js';
import { overlapsRange } from './tokenRange.js';
import { hasSameForce, passagesOf, bestRow } from './proof.js';

export type Signals = Readonly<Record<string, number>>;

const FOUND = 0.6;

export function signalsOf(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  rows: readonly (readonly ItemMatch[])[],
  signs: Signs,
  ungrounded: readonly Figure[],
  rarity: (word: string) => number,
  overclaimed: boolean,
): Signals {
  const { statement } = claim;
  const terms = statement.terms.filter((term) => overlapsRange(claim, term));
  const quantities = statement.quantities.filter((one) => overlapsRange(claim, one));
  const dates = statement.dates.filter((one) => overlapsRange(claim, one));
  const items: readonly (Term | Figure)[] = [...terms, ...quantities, ...dates];
  const base = rows[0] ?? [];
  // values matched without their unit
  const soft = rows.map((row, at) =>
    row.map((item, index) => {
      const one = items[index];
      const source = evidence[at]?.statement;
      if (one === undefined || source === undefined || !('value' in one) || item.match >= FOUND) return item;
      return hasValue(source, one) ? { ...item, match: 0.9 } : item;
    }),
  );
  const total = weightOf(base);
  const passages = passagesOf(evidence);
  const share = (row: readonly ItemMatch[]): number => total === 0 ? 0 : row.reduce((s, { weight, match }) => s + weight * match, 0) / total;
  const joinedRow = (passage: readonly number[], from: readonly (readonly ItemMatch[])[] = soft): readonly ItemMatch[] => bestRow(passage.map((i) => from[i] ?? []));
  let best: readonly number[] = [];
  let most = -1;
  for (const passage of passages) {
    const value = share(joinedRow(passage)) - 0.02 * (passage.length - 1);
    if (value > most) [best, most] = [passage, value];
  }
  const single = Math.max(0, ...soft.map(share));
  const inPassage = joinedRow(best);
  const inPassageHard = joinedRow(best, rows);
  const everywhere = bestRow(soft);
  const everywhereHard = bestRow(rows);
  const missing = (row: readonly ItemMatch[], kinds: readonly string[]): number =>
    row.reduce((s, { kind, match, weight, resolved }) => s + (kinds.includes(kind) && !resolved && match < FOUND ? weight : 0), 0);
  const missingShare = (row: readonly ItemMatch[], kinds: readonly string[]): number => {
    const own = row.filter(({ kind, weight }) => kinds.includes(kind) && weight > LIGHT_WEIGHT);
    const all = weightOf(own);
    return all === 0 ? 0 : own.reduce((s, { weight, match }) => s + weight * (1 - match), 0) / all;
  };
  const nowhere = items.map((one) => isNowhere(claim, one, rarity));
  const nowhereOf = (kinds: readonly string[]): number =>
    base.reduce((s, { kind, weight, resolved }, i) => s + (kinds.includes(kind) && !resolved && nowhere[i] === true && (everywhere[i]?.match ?? 0) < FOUND ? weight : 0), 0);
  const passageStatements = best.flatMap((i) => evidence[i]?.statement ?? []);
  const verbs = inPassage.filter(({ kind, weight }) => kind === 'verb' && weight > LIGHT_WEIGHT);
  const force = passages.length === 0 ? 0 : hasSameForce(claim, passageStatements) ? 0 : 1;
  const anyForce = passages.some((p) => hasSameForce(claim, p.flatMap((i) => evidence[i]?.statement ?? []))) ? 0 : 1;
  const relations = relationsOf(claim, passageStatements);
  const negations = statement.clauses.filter((c) => c.head >= claim.first && c.head <= claim.last && isNegated(statement, c)).length;
  const sourceNegations = passageStatements.reduce((s, st) => s + st.clauses.filter((c) => isNegated(st, c)).length, 0);
  const content = base.filter(({ weight }) => weight > LIGHT_WEIGHT).length;
  const sources = new Set(evidence.flatMap((e, i) => (share(soft[i] ?? []) >= 0.5 ? [e.fact.citation.source] : [])));
  return {
    ...signs,
    single,
    passage: share(inPassage),
    passageHard: share(inPassageHard),
    all: share(everywhere),
    nowhereShare: total === 0 ? 0 : base.reduce((s, { weight }, i) => s + (nowhere[i] === true && (everywhere[i]?.match ?? 0) < FOUND ? weight : 0), 0) / total,
    nameMissPassage: missing(inPassage, ['name']),
    nameMissAll: missing(everywhere, ['name']),
    nameNowhere: nowhereOf(['name']),
    figMissPassage: missing(inPassage, ['quantity']),
    figMissPassageHard: missing(inPassageHard, ['quantity']),
    figMissAll: missing(everywhere, ['quantity']),
    figMissAllHard: missing(everywhereHard, ['quantity']),
    figNowhere: nowhereOf(['quantity']),
    dateMissPassage: missing(inPassage, ['date']),
    dateMissAll: missing(everywhere, ['date']),
    dateNowhere: nowhereOf(['date']),
    nounMiss: missingShare(inPassage, ['noun']),
    verbMiss: missingShare(inPassage, ['verb']),
    modMiss: missingShare(inPassage, ['modifier']),
    nounMissAll: missingShare(everywhere, ['noun']),
    verbMissAll: missingShare(everywhere, ['verb']),
    hasVerb: verbs.length === 0 || verbs.some(({ match }) => match >= FOUND) ? 1 : 0,
    wordsNowhere: nowhereOf(['noun', 'verb', 'modifier']),
    force,
    anyForce,
    overclaim: overclaimed ? 1 : 0,
    ...relations,
    negations,
    negDiff: Math.abs(Math.min(1, negations) - Math.min(1, sourceNegations)),
    negOnly: negations > 0 && sourceNegations === 0 ? 1 : 0,
    srcNegOnly: negations === 0 && sourceNegations > 0 ? 1 : 0,
    content,
    names: base.filter(({ kind, resolved }) => kind === 'name' && !resolved).length,
    figures: quantities.length,
    dates: dates.length,
    resolved: base.filter(({ resolved }) => resolved).length,
    ungrounded: ungrounded.filter(mustBeGrounded).length,
    sources: sources.size,
    passageSize: best.length,
    rank: best[0] ?? 9,
  };
}

function weightOf(items: readonly ItemMatch[]): number {
  return items.reduce((s, { weight }) => s + weight, 0);
}

function hasValue(source: Statement, figure: Figure): boolean {
  if (!isQuantity(figure)) return figure.kind === 'year' && source.quantities.some(({ value }) => value === figure.value);
  if (figure.kind === 'rank') return false;
  if (figure.value <= 12 && Number.isInteger(figure.value) && figure.kind === 'count') return source.quantities.some(({ value, kind, unit }) => value === figure.value && kind !== 'rank' && (unit === '' || figure.unit === ''));
  return source.quantities.some(({ value, against, kind }) => (value === figure.value || against === figure.value) && kind !== 'rank') || source.dates.some(({ kind, value }) => kind === 'year' && value === figure.value);
}

function isNowhere({ statement }: ClaimSpan, one: Term | Figure, rarity: (word: string) => number): boolean {
  if ('word' in one) return one.word.split(/[\s-]+/u).filter((w) => w.length > 1).every((word) => rarity(word) === 1);
  const written = statement.tokens.slice(one.first, one.last + 1).filter(({ kind }) => kind !== 'punctuation').map(({ text }) => text);
  const forms = isQuantity(one) ? [String(one.value), one.value.toLocaleString('en'), ...statement.tokens.slice(one.figure, one.figure + 1).map(({ text }) => text)] : written;
  return forms.every((word) => rarity(word) === 1);
}

/** Relations between matched words. */
function relationsOf(claim: ClaimSpan, passage: readonly Statement[]): Record<string, number> {
  const { statement } = claim;
  let matched = 0, same = 0, swapped = 0, other = 0, subjectDiffers = 0;
  for (const { kind, head, dependent } of statement.relations) {
    if (head < claim.first || head > claim.last || dependent < claim.first || dependent > claim.last) continue;
    for (const source of passage) {
      const heads = source.tokens.flatMap((_, at) => tokenRelatedness(statement, head, source, at) >= 0.6 ? [at] : []);
      const deps = source.tokens.flatMap((_, at) => tokenRelatedness(statement, dependent, source, at) >= 0.6 ? [at] : []);
      if (heads.length === 0 || deps.length === 0) continue;
      matched++;
      const found = source.relations.filter((r) => heads.includes(r.head) && deps.includes(r.dependent));
      if (found.some((r) => r.kind === kind)) same++;
      else if (found.some((r) => (r.kind === 'subject' && kind !== 'subject') || (kind === 'subject' && r.kind !== 'subject'))) swapped++;
      else if (found.length > 0) other++;
      if (kind === 'subject' && found.length === 0 && source.relations.some((r) => heads.includes(r.head) && r.kind === 'subject')) subjectDiffers++;
      break;
    }
  }
  return { relMatched: matched, relSame: same, relSwapped: swapped, relOther: other, subjectDiffers };
}

export { bestMatch, clauseAround, termSimilarity };
