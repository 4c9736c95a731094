import { isCourtesyTitle } from '../../../lexicon/honorifics.js';
import { isRoleNoun, isRoleQualifier } from '../../../lexicon/roleWords.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/** The words of an office, `head` of them the noun. */
export interface Title extends TokenRange {
  readonly head: number;
}

/** An office that a text gives to a person. Token indices, both included. */
export interface StatedRole {
  readonly title?: Title;
  /** The organisation or country of the office. */
  readonly affiliation?: Term;
}

/** The offices that the words around a name give to it. */
export function statedRolesOf(statement: Statement, term: Term): readonly StatedRole[] {
  const { tokens } = statement;
  const found: StatedRole[] = [];
  const after = tokens[term.last + 1]?.text ?? '';
  if (!term.resolved) {
    if (/^,$/u.test(after)) found.push(...statedFrom(statement, term.last + 2));
    else if (after === 'of') found.push(...statedFrom(statement, term.last + 1));
    found.push(...statedBefore(statement, term));
  }
  const clause = statement.clauses.find(
    ({ subjects }) => subjects.includes(term.last) || subjects.includes(term.first),
  );
  if (clause?.group.copula === true && !clause.group.negated)
    found.push(...statedFrom(statement, clause.head + 1));
  return found;
}

/** How far an office or its organisation may be from its person, in tokens. */
export const REACH = 9;

/** “a professor of law at Oxford University”, “of the Brookings Institution”, “Russia's defence minister”. */
function statedFrom(statement: Statement, from: number): readonly StatedRole[] {
  const { tokens } = statement;
  let at = from;
  let affiliation: Term | undefined;
  if (/^(?:a|an|the|his|her|its|their)$/iu.test(tokens[at]?.text ?? '')) at++;
  const owner = nameFrom(statement, at);
  if (owner !== undefined && !owner.resolved) {
    const next = tokens[owner.last + 1];
    if (next?.lemma === "'s" || owner.demonym) {
      affiliation = owner;
      at = owner.last + (next?.lemma === "'s" ? 2 : 1);
    }
  }
  const title = titleAt(statement, at);
  if (title === undefined) {
    const body = /^of$/iu.test(tokens[from]?.text ?? '')
      ? nameNear(statement, from + 1)
      : undefined;
    return body === undefined || !isHome(body) || body.entity?.kind === 'place'
      ? []
      : [{ affiliation: body }];
  }
  if (affiliation !== undefined) return [{ title, affiliation }];
  const body = homeAfter(statement, title.last + 1);
  return [{ title, ...(body === undefined ? {} : { affiliation: body }) }];
}

/** “his finance minister X”, “Chinese leader X”, “Russia's foreign minister, X”. */
function statedBefore(statement: Statement, term: Term): readonly StatedRole[] {
  const { tokens } = statement;
  let end = term.first - 1;
  if (tokens[end]?.text === ',') end--;
  if (!isOffice(tokens[end]?.text ?? '')) return [];
  let first = end;
  while (first > 0 && isRoleQualifier(tokens[first - 1]?.text ?? '')) first--;
  const before = nameEndingAt(statement, tokens[first - 1]?.lemma === "'s" ? first - 2 : first - 1);
  const owned = before !== undefined && (before.demonym || tokens[first - 1]?.lemma === "'s");
  return [{ title: { first, last: end, head: end }, ...(owned ? { affiliation: before } : {}) }];
}

function titleAt(statement: Statement, from: number): Title | undefined {
  for (let at = from; at < from + REACH; at++) {
    const token = statement.tokens[at];
    if (
      token === undefined ||
      !/^(?:NOUN|PROPN|ADJ|VERB)$/u.test(token.tag) ||
      nameFrom(statement, at) !== undefined
    ) {
      return undefined;
    }
    if (isOffice(token.lemma) && !isOffice(statement.tokens[at + 1]?.lemma ?? ''))
      return { first: from, last: at, head: at };
  }
  return undefined;
}

function isOffice(word: string): boolean {
  return isRoleNoun(word) && !isCourtesyTitle(word);
}

/** The organisation after an office: “at X”, “of Central Asian studies at X”, “for X”. */
function homeAfter(statement: Statement, from: number): Term | undefined {
  for (let at = from; at < from + REACH; at++) {
    const word = statement.tokens[at]?.text ?? '';
    if (/^(?:[,.;:—–]|who|and|said|says)$/u.test(word)) return undefined;
    if (!/^(?:at|of|for|with|in)$/u.test(word)) continue;
    const name = nameNear(statement, at + 1);
    if (
      name !== undefined &&
      !name.demonym &&
      isHome(name) &&
      (word !== 'in' || name.entity?.kind === 'body')
    )
      return name;
  }
  return undefined;
}

function nameNear(statement: Statement, at: number): Term | undefined {
  return nameFrom(statement, /^the$/iu.test(statement.tokens[at]?.text ?? '') ? at + 1 : at);
}

/** The name that begins at a token. */
export function nameFrom(statement: Statement, at: number): Term | undefined {
  return statement.terms.find(
    (term) => term.kind === 'name' && !term.resolved && term.first === at,
  );
}

function nameEndingAt(statement: Statement, at: number): Term | undefined {
  return statement.terms.find((term) => term.kind === 'name' && !term.resolved && term.last === at);
}

/** True for a name at which somebody can hold an office. */
export function isHome(term: Term): boolean {
  return term.entity?.kind !== 'person' && term.entity?.kind !== 'event';
}
