import { isOrderWord } from '../../../lexicon/functionWords.js';
import { isGenericSpeaker } from '../../../reference/extraction/transcript.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import type { RelationClause } from '../statement/relations.js';
import type { Statement } from '../statement/statement.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** A segment of fewer tokens is not a claim of its own. */
const SHORTEST = 3;

/**
 * Splits a sentence into claims: at semicolons, and at commas before a clause that could stand
 * alone (“…, and its members met”, “…, where he will open a plant”, “…, greeted by children”, “…,
 * the ministry estimated”).
 */
export function splitIntoClaims(statement: Statement): readonly TokenRange[] {
  const { tokens, clauses } = statement;
  const starts = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.text === ';') starts.add(at + 1);
  }
  for (const clause of clauses) {
    const start = startOf(statement, clause);
    if (start >= SHORTEST && opensClaim(statement, clause, start)) starts.add(start);
  }
  const cuts: TokenRange[] = [];
  let first = afterLabel(statement);
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start - first < SHORTEST || tokens.length - start < SHORTEST) continue;
    cuts.push(trimmed(statement, first, start - 1));
    first = start;
  }
  cuts.push(trimmed(statement, first, tokens.length - 1));
  return cuts.filter((cut) => cut.last >= cut.first);
}

/** The longest label of a script's line, in tokens. */
const LONGEST_LABEL = 12;

/** The first token after the label of a line in a script: “REPORTER (on the quay): The ferry is in.” */
function afterLabel({ tokens }: Statement): number {
  if (!isGenericSpeaker(tokens[0]?.text ?? '')) return 0;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const isLabel = colon > 0 && colon <= LONGEST_LABEL && /^[:(,]$/u.test(tokens[1]?.text ?? '');
  return isLabel && colon + 1 < tokens.length ? colon + 1 : 0;
}

/** The first token of a clause after the comma and conjunction that precede it. */
function startOf({ tokens }: Statement, { first }: RelationClause): number {
  let at = first;
  while (/^(?:[,;:—–-]|and|but|or)$/u.test(tokens[at]?.text ?? '')) at++;
  // “in which”, “of whom”
  return tokens[at - 1]?.tag === 'ADP' && /^(?:which|whom)$/u.test(tokens[at]?.text ?? '')
    ? at - 1
    : at;
}

function opensClaim(statement: Statement, clause: RelationClause, start: number): boolean {
  const { tokens } = statement;
  if (![1, 2].some((back) => /^[,;—–]$/u.test(tokens[start - back]?.text ?? ''))) return false;
  // The part before it would claim nothing.
  if (!statement.clauses.some(({ head }) => head < start)) return false;
  switch (clause.link) {
    case 'coordinate':
    case 'main':
      return hasOwnSubject(clause, start)
        ? !isAttribution(statement, clause) && !isOrdered(statement, clause)
        : isParticiple(statement, clause, start) && endsSentence(statement, clause);
    case 'relative':
      return endsSentence(statement, clause);
    case 'participle':
      return isParticiple(statement, clause, start) && endsSentence(statement, clause);
    case 'subordinate':
      return (
        /^(?:while|whereas|but|although|though|where|when|as)$/iu.test(tokens[start]?.text ?? '') &&
        endsSentence(statement, clause)
      );
    default:
      return false;
  }
}

/** True for “After Roe resigned, the council voted”: that one act came after the other is claimed too. */
function isOrdered({ tokens, clauses }: Statement, clause: RelationClause): boolean {
  const [opening] = clauses;
  return (
    opening?.link === 'subordinate' && isOrderWord(tokens[opening.first]) && clauses[1] === clause
  );
}

/** True for “…, greeted by children”: a participle that opens its clause. */
function isParticiple(
  { tokens }: Statement,
  { head, subjects }: RelationClause,
  start: number,
): boolean {
  const own = subjects.some((subject) => subject > head);
  return head === start && !own && !/(?:ing|accord\w*)$/iu.test(tokens[head]?.text ?? '');
}

function hasOwnSubject(clause: RelationClause, start: number): boolean {
  return clause.subjects.some((subject) => subject >= start && subject < clause.head);
}

/**
 * True for “…, she said”, “…, police have said”, “…, Roe told the council on Monday”: an attribution belongs to what is
 * said. What a speech verb itself introduces (“…, and the chair announced a vote”) is a claim of its own.
 */
function isAttribution(statement: Statement, { head, last }: RelationClause): boolean {
  const { tokens, clauses, relations } = statement;
  const verb = tokens[head]?.text ?? '';
  if (speechVerb(verb) === undefined) return false;
  const objects = relations.filter((one) => one.kind === 'object' && one.head === head);
  const saysMore = clauses.some((other) => other.head > head && other.head <= last);
  return !saysMore && (objects.length === 0 || (objects.length === 1 && TELLING.test(verb)));
}

/** The verb whose object is who listens. */
const TELLING = /^t(?:ells?|old)$/iu;

/** False if a clause around it continues after it, as in “X, who leads it, said …”. */
function endsSentence({ clauses }: Statement, { first, last }: RelationClause): boolean {
  return !clauses.some((other) => other.first < first && other.last > last);
}

/** A segment without punctuation and conjunctions at its edges; the full stop at its end stays. */
function trimmed({ tokens }: Statement, first: number, last: number): TokenRange {
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
