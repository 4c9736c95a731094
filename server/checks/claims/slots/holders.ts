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

/** Offices that one person holds at a time. */
const SINGLE =
  /^(?:captain|coach|mayor|director|chief|executive|chairman|chairwoman|chair|head|prosecutor|conductor|editor|headteacher|headmaster|principal|sheriff|coroner|bishop|archbishop)$/u;
/** Offices that each country or body has, so that it must be told which. */
const SINGLE_THERE = /^(?:president|premier|chancellor|minister|governor|king|queen)$/u;

/**
 * People whom a stretch gives an office that the same source gives another, and who have none there:
 * “Lena Vogt, the captain”, where it knows one captain only. `entities` are those of the sources.
 * Cannot throw.
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
      if (!SINGLE.test(office) && (affiliation === undefined || !SINGLE_THERE.test(office)))
        return [];
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
