import { mayBeOfOneOccasion } from '../claims/align/occasions.js';
import { termRelatedness } from '../claims/align/termAlignment.js';
import type { Quantity } from '../../values/figures.js';
import { quantitiesDiffer } from '../../values/figureComparison.js';
import type { Statement } from '../claims/statement/statement.js';
import { hasName } from '../claims/statement/statementQueries.js';
import { type Term, LIGHT_WEIGHT } from '../claims/statement/terms.js';
import { memoize } from '../../prose/memoize.js';
import {
  type Comparison,
  type StatedValue,
  mayBeOfOneTime,
  tellsOfAnother,
} from './statedValue.js';

/** The result of a match or of a vote. */
interface Score extends StatedValue {
  readonly quantity: Quantity;
}

/** Words for a score that is not the final one, or not that of the whole. */
const INTERIM =
  /^(?:half-time|halftime|interval|break|half|quarter|lead|ahead|trail|behind|level|minute|leg|aggregate|set|game|penalty|shoot-out|shootout|after|when|season|year|group|round|start|committee|panel|earlier)$/u;

/** Final scores between the same two sides, and results of votes on the same thing. */
export const SCORES: Comparison<Score> = {
  valuesIn: memoize((statement: Statement) => {
    const { tokens, quantities } = statement;
    const [score, ...others] = quantities.filter(({ kind }) => kind === 'score');
    if (score === undefined || others.length > 0) return [];
    if (tokens.some(({ lemma }) => INTERIM.test(lemma))) return [];
    const { figure: first, last, value: one, against: other = 0 } = score;
    const value = `${Math.max(one, other)}-${Math.min(one, other)}`;
    return [{ statement, of: 'score', value, first, last, quantity: score }];
  }),
  excludes: (one, other) =>
    quantitiesDiffer(one.quantity, other.quantity) &&
    ![one, other].some(({ statement }) => tellsOfAnother(statement)) &&
    mayBeOfOneTime(one.statement, other.statement) &&
    mayBeOfOneOccasion(one.statement, other.statement) &&
    (haveSameSides(one.statement, other.statement) || isSameVote(one.statement, other.statement)),
  tellsBoth: ({ quantities }, { quantity: one }, { quantity: other }) =>
    [one, other].every((score) =>
      quantities.some((found) => found.kind === 'score' && !quantitiesDiffer(found, score)),
    ),
  isReplaceable: true,
};

/** True if both sentences name the same two sides, and no others. */
function haveSameSides(one: Statement, other: Statement): boolean {
  const [names, others] = [namesOf(one), namesOf(other)];
  return (
    names.length === 2 &&
    others.length === 2 &&
    names.every((name) => hasName(other, name)) &&
    others.every((name) => hasName(one, name))
  );
}

function namesOf({ terms }: Statement): readonly Term[] {
  const names = terms.filter(({ kind, resolved }) => kind === 'name' && !resolved);
  return [...new Map(names.map((name) => [name.word, name])).values()];
}

/** Who votes and how. */
const VOTING =
  /^(?:vote|ballot|councillor|council|member|parliament|assembly|senate|majority|motion)$/u;

/** The least relatedness of two words for what a vote is on. */
const SAME_MATTER = 0.9;

/** True for two votes of which one names nothing that the other does not. */
function isSameVote(one: Statement, other: Statement): boolean {
  if (
    ![one, other].some(({ tokens }) => tokens.some(({ lemma }) => /^(?:vote|ballot)$/u.test(lemma)))
  )
    return false;
  const matters = [matterOf(one), matterOf(other)].sort((a, b) => a.length - b.length);
  const [few = [], many = []] = matters;
  return (
    few.length > 0 &&
    few.every((noun) => many.some((to) => termRelatedness(noun, to) >= SAME_MATTER))
  );
}

/** What a vote was on: the nouns and names of its sentence. */
function matterOf({ terms }: Statement): readonly Term[] {
  return terms.filter(
    ({ kind, word, weight }) =>
      (kind === 'noun' || kind === 'name') && weight > LIGHT_WEIGHT && !VOTING.test(word),
  );
}
