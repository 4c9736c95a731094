import type { Entity, Role } from '../../../reference/model.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';
import { isFormerOrFuture, isRoleAt, statedRolesOf, titlesAgree } from './roles.js';

/** A person in an office that the sources give to another. Token indices, both included. */
export interface HolderMismatch {
  readonly first: number;
  readonly last: number;
  /** The title of the office. */
  readonly title: string;
  readonly holder: Entity;
  readonly role: Role;
}

/**
 * Offices that a team, ship or town has only once: in a story about one, “the captain” is one
 * person.
 */
const SINGLE = /^(?:captain|mayor|chairman|chairwoman|headteacher|headmaster|archbishop)$/u;
/** Offices that every country or organisation has, so that the affiliation must be given. */
const SINGLE_THERE =
  /^(?:president|premier|chancellor|minister|governor|king|queen|director|chief|chair|head|coach|sheriff|coroner|bishop)$/u;

/**
 * People without a known office to whom a claim gives one that the same source gives to another:
 * “Lena Vogt, the captain”, if it knows one captain only; “a captain” may be anyone. `entities` are
 * those of the sources.
 */
export function holderMismatches(
  statement: Statement,
  first: number,
  last: number,
  entities: readonly Entity[],
): readonly HolderMismatch[] {
  return statement.terms.flatMap((term): readonly HolderMismatch[] => {
    const person = term.entity;
    if (term.first < first || term.last > last || term.resolved) return [];
    if (person?.kind !== 'person' || person.roles.length > 0) return [];
    return statedRolesOf(statement, term).flatMap(({ title, affiliation }) => {
      if (title === undefined || isFormerOrFuture(statement, title)) return [];
      const office = statement.tokens[title.head]?.lemma ?? '';
      const article = statement.tokens[title.first - 1]?.text ?? '';
      if (/^an?$/iu.test(article)) return [];
      const isOne = SINGLE.test(office) && /^the$/iu.test(article);
      const isOneThere = affiliation !== undefined && (isOne || SINGLE_THERE.test(office));
      if (!isOne && !isOneThere) return [];
      const holders = entities.flatMap((holder) =>
        rolesOf(holder, person, affiliation)
          .filter((role) => titlesAgree(statement, title, role.title))
          .map((role) => ({ holder, role })),
      );
      const [one] = holders;
      return one === undefined || holders.some(({ holder }) => holder !== one.holder)
        ? []
        : [{ first: term.first, last: term.last, title: one.role.title, ...one }];
    });
  });
}

/** The roles of somebody else in the same source, at the affiliation if one is given. */
function rolesOf(holder: Entity, person: Entity, affiliation: Term | undefined): readonly Role[] {
  if (holder.kind !== 'person' || holder === person) return [];
  if (holder.citation.source !== person.citation.source) return [];
  return affiliation === undefined
    ? holder.roles
    : holder.roles.filter((role) => isRoleAt(role, affiliation));
}
