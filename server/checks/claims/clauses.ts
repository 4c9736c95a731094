import { speechVerb } from '../../prose/speechVerbs.js';
import type { Clause } from './relations.js';
import type { Statement } from './statement.js';

/** A stretch of a sentence that claims one thing, in token indices, both included. */
export interface Cut {
  readonly first: number;
  readonly last: number;
}

/** A stretch shorter than this, in tokens, is no claim of its own. */
const SHORTEST = 3;

/**
 * Cuts a sentence into claims: at semicolons, and at commas before a clause that could stand alone
 * (“…, and its members met”, “…, where he will open a plant”, “…, greeted by children”, “…, the
 * ministry estimated”). Cannot throw.
 */
export function cutIntoClaims(statement: Statement): readonly Cut[] {
  const { tokens, clauses } = statement;
  const starts = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.text === ';') starts.add(at + 1);
  }
  for (const [index, clause] of clauses.entries()) {
    const start = startOf(statement, clause);
    if (start > 0 && opensClaim(statement, clause, clauses[index - 1], clauses[index + 1]))
      starts.add(start);
  }
  const cuts: Cut[] = [];
  let first = 0;
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start - first < SHORTEST || tokens.length - start < SHORTEST) continue;
    cuts.push(trimmed(statement, first, start - 1));
    first = start;
  }
  cuts.push(trimmed(statement, first, tokens.length - 1));
  return cuts.filter((cut) => cut.last >= cut.first);
}

/** Where a clause's own words start: after the comma and the “and” that part it from what comes before. */
function startOf({ tokens }: Statement, { first }: Clause): number {
  let at = first;
  while (/^(?:[,;:—–-]|and|but|or)$/u.test(tokens[at]?.text ?? '')) at++;
  // “in which”, “of whom”
  return tokens[at - 1]?.tag === 'ADP' && /^(?:which|whom)$/u.test(tokens[at]?.text ?? '')
    ? at - 1
    : at;
}

function opensClaim(
  statement: Statement,
  clause: Clause,
  before: Clause | undefined,
  after: Clause | undefined,
): boolean {
  const { tokens } = statement;
  const start = startOf(statement, clause);
  const parted = tokens[start - 1]?.text === ',' || /^[;—–]$/u.test(tokens[start - 1]?.text ?? '');
  const joined = tokens[start - 2]?.text === ',' || (parted && tokens[start - 1]?.text === ',');
  if (before === undefined || start < SHORTEST) return false;
  if (!parted && !joined) return false;
  switch (clause.link) {
    case 'coordinate':
    case 'main':
      return hasOwnSubject(clause, start) && !isShortAttribution(statement, clause);
    case 'relative':
      return endsSentence(after);
    case 'participle':
      return (
        !(tokens[clause.head]?.text ?? '').endsWith('ing') &&
        tokens[clause.head]?.lemma !== 'accord' &&
        endsSentence(after)
      );
    case 'subordinate':
      return (
        /^(?:while|whereas|but|although|though|where|when|as)$/iu.test(tokens[start]?.text ?? '') &&
        tokens[clause.first - 1]?.text === ','
      );
    default:
      return false;
  }
}

function hasOwnSubject(clause: Clause, start: number): boolean {
  return clause.subjects.some((subject) => subject >= start && subject < clause.head);
}

/** “…, she said”: who says it belongs to what is said. A body that reports is a claim of its own. */
function isShortAttribution(statement: Statement, clause: Clause): boolean {
  if (speechVerb(statement.tokens[clause.head]?.text ?? '') === undefined) return false;
  return clause.subjects.every((subject) => statement.tokens[subject]?.tag === 'PRON');
}

/** True where nothing that goes on with the sentence's first subject follows: “X, who leads it, said …”. */
function endsSentence(after: Clause | undefined): boolean {
  if (after === undefined) return true;
  if (after.link === 'infinitive' || after.link === 'participle' || after.link === 'complement')
    return true;
  return after.subjects.some((subject) => subject >= after.first);
}

/** A stretch without the marks and joining words at its edges; the full stop at its end stays. */
function trimmed({ tokens }: Statement, first: number, last: number): Cut {
  let from = first;
  let to = last;
  while (
    from < to &&
    /^(?:[,;:—–-]|and|but|or)$/iu.test(tokens[from]?.text ?? '') &&
    (first > 0 || tokens[from]?.kind === 'punctuation')
  )
    from++;
  while (to > from && /^(?:[,;—–:]|and|but|or)$/u.test(tokens[to]?.text ?? '')) to--;
  return { first: from, last: to };
}
