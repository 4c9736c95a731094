import { isBodyHead } from '../../../lexicon/nameWords.js';
import { placeNamed } from '../../../reference/gazetteer.js';
import type { Entity, Role } from '../../../reference/model.js';
import { lowerAt } from '../../../prose/tokens.js';
import {
  type Office,
  mayBeSameOffice,
  officeOf,
  officesExclude,
  writeOfficeAs,
} from '../../../values/offices.js';
import { relatedness } from '../words/lexicalRelations.js';
import { nameSimilarity } from '../statement/nameMatching.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSubjectToken } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import {
  REACH,
  type StatedRole,
  type Title,
  isHome,
  nameFrom,
  statedRolesOf,
} from './statedRoles.js';

/** An office or affiliation of a person that differs from the sources. */
export interface RoleMismatch extends TokenRange {
  readonly slot: 'role' | 'affiliation';
  readonly expected: string;
  readonly replacement?: string;
  readonly person: Entity;
  readonly role: Role;
}

/**
 * The first office or affiliation in a claim that differs from all that the sources give the person.
 * `entities` are those of the sources.
 */
export function roleMismatch(
  { statement, first, last }: ClaimSpan,
  entities: readonly Entity[],
): RoleMismatch | undefined {
  for (const term of statement.terms) {
    const person = term.entity;
    if (term.resolved && !isSubjectToken(statement, term.first)) continue;
    if (person?.kind !== 'person' || person.roles.length === 0) continue;
    for (const stated of statedRolesOf(statement, term)) {
      const at = stated.title?.first ?? stated.affiliation?.first ?? -1;
      if (at < first || at > last) continue;
      const conflict = judged(statement, stated, person, entities);
      if (conflict === undefined) continue;
      const accused = conflict.slot === 'role' ? stated.title : stated.affiliation;
      if (accused === undefined || !isInBio(statement, accused, person)) return conflict;
    }
  }
  return undefined;
}

function judged(
  statement: Statement,
  stated: StatedRole,
  person: Entity,
  entities: readonly Entity[],
): RoleMismatch | undefined {
  const { title, affiliation } = stated;
  if (title !== undefined && isFormerOrFuture(statement, title)) return undefined;
  const homes = person.roles.filter(
    (role) => affiliation === undefined || isRoleAt(role, affiliation),
  );
  if (affiliation !== undefined && homes.length === 0 && isHome(affiliation)) {
    const role = person.roles.find(
      (one) =>
        one.affiliation !== undefined &&
        (title === undefined || titlesAgree(statement, title, one.title)),
    );
    if (
      role?.affiliation === undefined ||
      person.roles.some((one) => one.affiliation === undefined)
    )
      return undefined;
    const head = statement.tokens[title?.head ?? -1]?.lemma ?? '';
    const own = OF_PLACES.test(head) ? 'place' : homeOf(affiliation);
    const known = homeNamed(role.affiliation, entities);
    // A party member may be the mayor of a town, and a townsman may be at its school.
    if (own !== known && (title === undefined || (own !== undefined && known !== undefined)))
      return undefined;
    return {
      slot: 'affiliation',
      first: affiliation.first,
      last: affiliation.last,
      expected: role.affiliation,
      ...(affiliation.demonym ? {} : { replacement: role.affiliation }),
      person,
      role,
    };
  }
  if (title === undefined) return undefined;
  if (person.roles.some((role) => titlesAgree(statement, title, role.title))) return undefined;
  const [role] = homes;
  if (role === undefined) return undefined;
  if (!officesExclude(statedOffice(statement, title), officeOf(role.title), isSameWord))
    return undefined;
  return {
    slot: 'role',
    ...officeFor(statement, title, role),
    expected: role.title,
    person,
    role,
  };
}

const FORMER =
  /^(?:former|formerly|ex|then|once|onetime|late|retired|previous|previously|future|next|incoming|outgoing|acting)$/iu;
/** “The former Finnish premier and president”. */
const FORMER_REACH = 4;
const UNTIL = /^(?:before|until|till|turned|became|become)$/iu;

/** True for an office at another time: “a former auditor”, “a pilot before she took charge”. */
function isFormerOrFuture({ tokens }: Statement, { first, head }: Title): boolean {
  if (tokens.slice(Math.max(0, first - FORMER_REACH), head).some(({ text }) => FORMER.test(text)))
    return true;
  const rest = tokens.slice(head + 1, head + 1 + REACH);
  const stop = rest.findIndex(({ text }) => /^[,;.]$/u.test(text));
  return rest.slice(0, stop < 0 ? rest.length : stop).some(({ text }) => UNTIL.test(text));
}

/** True if the person's biography has the words: “She represents the Seventh Ward.” */
function isInBio({ tokens }: Statement, { first, last }: TokenRange, { bio }: Entity): boolean {
  const known = new Set(bio.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const words = tokens.slice(first, last + 1).filter(({ text }) => /^[\p{L}\p{N}]/u.test(text));
  return words.every(({ text }) => known.has(text.toLowerCase()));
}

/** The tokens of a stated office, with “a” or “an”, and the recorded one in its place. */
function officeFor(
  statement: Statement,
  title: Title,
  role: Role,
): TokenRange & { readonly replacement: string } {
  const { tokens } = statement;
  // “The chief executive” becomes “the director of finance”; before “of trade” only “minister” is
  // replaced.
  const isOf = tokens[title.last + 1]?.lemma === 'of';
  const isBeforeName = nameFrom(statement, title.last + 1) !== undefined;
  const isArticle = /^an?$/iu.test(tokens[title.first - 1]?.text ?? '');
  const first = isArticle ? title.first - 1 : title.first;
  const written = tokens[first]?.text ?? '';
  const replacement = writeOfficeAs(written, role.title, isOf || isBeforeName);
  return { first, last: title.last, replacement };
}

/** Offices that always belong to a place. */
const OF_PLACES = /^(?:mayor|governor|sheriff|king|queen|bishop|archbishop)$/u;

/** The kind of an affiliation: two of one kind exclude each other. */
type Home = 'body' | 'place' | undefined;

function homeOf({ entity, place, word }: Term): Home {
  if (entity?.kind === 'body' || entity?.kind === 'place') return entity.kind;
  return place === undefined ? homeBy(word) : 'place';
}

function homeNamed(name: string, entities: readonly Entity[]): Home {
  if (placeNamed(name) !== undefined) return 'place';
  const kind = entities.find((entity) => entity.name === name)?.kind;
  return kind === 'body' || kind === 'place' ? kind : homeBy(name);
}

/** The kind of an affiliation by the words of its name. */
function homeBy(name: string): Home {
  return name.split(' ').some(isBodyHead) ? 'body' : undefined;
}

function isRoleAt(role: Role, affiliation: Term): boolean {
  if (role.affiliation === undefined) return false;
  const name = role.affiliation.toLowerCase();
  const { entity } = affiliation;
  if (entity !== undefined) {
    if (entity.name.toLowerCase() === name || entity.seat?.toLowerCase() === name) return true;
    if (entity.forms.some((form) => form.toLowerCase() === name)) return true;
  }
  const place = placeNamed(role.affiliation);
  const home: Term = {
    kind: 'name',
    first: affiliation.first,
    last: affiliation.last,
    word: name,
    demonym: false,
    resolved: false,
    weight: 1,
    ...(place === undefined ? {} : { place }),
  };
  return (
    nameSimilarity(home, affiliation) >= 0.5 || role.title.toLowerCase().includes(affiliation.word)
  );
}

function titlesAgree(statement: Statement, title: Title, known: string): boolean {
  return mayBeSameOffice(statedOffice(statement, title), officeOf(known), isSameWord);
}

/** The office that a draft gives to somebody. */
function statedOffice({ tokens }: Statement, { head }: Title): Office {
  return { head: tokens[head]?.lemma.toLowerCase() ?? '', field: lowerAt(tokens, head - 1) };
}

/** The least relatedness of two words for one office. */
const SAME = 0.6;

function isSameWord(one: string, other: string): boolean {
  return relatedness(one, other) >= SAME;
}
