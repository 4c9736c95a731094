import type { Entity, Role } from '../../../reference/model.js';
import type { Statement } from '../statement.js';
import type { Term } from '../terms.js';
import { isAt, isOfAnotherTime, statedBeside, titlesAgree } from './roles.js';

/** Somebody in an office that the sources know somebody else in. Token indices, both included. */
export interface HolderConflict {
  readonly first: number;
  readonly last: number;
  /** What the office is called. */
  readonly title: string;
  readonly holder: Entity;
  readonly role: Role;
}

/** Offices that a team, a ship or a town has once: “the captain” of a story about one is one person. */
const SINGLE = /^(?:captain|mayor|chairman|chairwoman|headteacher|headmaster|archbishop)$/u;
/** Offices that each country or body has, or has several of by one name, so that it must be told where. */
const SINGLE_THERE =
  /^(?:president|premier|chancellor|minister|governor|king|queen|director|chief|chair|head|coach|sheriff|coroner|bishop)$/u;

/**
 * People whom a stretch gives an office that the same source gives another, and who have none there:
 * “Lena Vogt, the captain”, where it knows one captain only; “a captain” may be any. `entities` are those of the sources.
 */
export function differingHolders(
  statement: Statement,
  first: number,
  last: number,
  entities: readonly Entity[],
): readonly HolderConflict[] {
  return statement.terms.flatMap((term): readonly HolderConflict[] => {
    const person = term.entity;
    if (term.first < first || term.last > last || term.resolved) return [];
    if (person?.kind !== 'person' || person.roles.length > 0) return [];
    return statedBeside(statement, term).flatMap(({ title, affiliation }) => {
      if (title === undefined || isOfAnotherTime(statement, title)) return [];
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

/** What somebody else in the same source is, at that body or country if one is told. */
function rolesOf(holder: Entity, person: Entity, affiliation: Term | undefined): readonly Role[] {
  if (holder.kind !== 'person' || holder === person) return [];
  if (holder.citation.source !== person.citation.source) return [];
  return affiliation === undefined
    ? holder.roles
    : holder.roles.filter((role) => isAt(role, affiliation));
}
