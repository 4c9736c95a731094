import { isRoleNoun } from '../../../lexicon/roleWords.js';
import type { Entity } from '../../../reference/model.js';
import { fullNameOf } from '../statement/nameMatching.js';
import type { Statement } from '../statement/statement.js';
import { dependentsOf, ownersOf, termsAt } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';

/** The weight of a person who is named only by their office. */
const BY_OFFICE_WEIGHT = 0.45;

/**
 * Finds the people that a text refers to by office: “India's prime minister”, “the Russian leader”.
 */
export class OfficeHolders {
  /** By the lower-case name of the organisation or country. */
  readonly #byHome = new Map<string, { readonly person: Entity; readonly title: string }[]>();

  constructor(entities: readonly Entity[]) {
    for (const person of entities) {
      if (person.kind !== 'person') continue;
      for (const { title, affiliation } of person.roles) {
        if (affiliation === undefined || title === '') continue;
        const home = affiliation.toLowerCase();
        const holders = this.#byHome.get(home);
        const holder = { person, title: title.toLowerCase() };
        if (holders === undefined) this.#byHome.set(home, [holder]);
        else holders.push(holder);
      }
    }
  }

  /** Adds the holders of the offices that a statement mentions. */
  resolve(statement: Statement): Statement {
    const found = statement.tokens.flatMap((token, head) => {
      if (!isRoleNoun(token.lemma) || isInsideName(statement, head)) return [];
      const beside = apposition(statement, head);
      if (beside !== undefined) return [at(head, beside)];
      if (this.#byHome.size === 0) return [];
      const title = titleUpTo(statement, head);
      const homes = ownersOf(statement, head)
        .flatMap((owner) => termsAt(statement, owner))
        .filter((term) => term.kind === 'name');
      return homes
        .flatMap((home) => this.#holder(fullNameOf(home), title))
        .map((person) => at(head, person));
    });
    if (found.length === 0) return statement;
    return {
      ...statement,
      terms: [...statement.terms, ...found].sort((a, b) => a.first - b.first),
    };
  }

  /** The one holder of an office with that title there. */
  #holder(home: string, title: readonly string[]): readonly Entity[] {
    const holders = (this.#byHome.get(home.toLowerCase()) ?? []).filter((holder) =>
      isCalled(holder.title, title),
    );
    const people = new Set(holders.map(({ person }) => person));
    return people.size === 1 ? [...people] : [];
  }
}

/** The person in apposition to an office: “the trade minister, Ada Roe”. */
function apposition(statement: Statement, head: number): Entity | undefined {
  return dependentsOf(statement, head, 'apposition')
    .flatMap((beside) => termsAt(statement, beside))
    .find(({ entity }) => entity?.kind === 'person')?.entity;
}

function isInsideName(statement: Statement, token: number): boolean {
  return termsAt(statement, token).some(({ kind }) => kind === 'name');
}

/** The dictionary forms of an office's words: “prime minister”. */
function titleUpTo({ tokens }: Statement, head: number): readonly string[] {
  let first = head;
  while (
    /^(?:NOUN|PROPN|ADJ)$/u.test(tokens[first - 1]?.tag ?? '') ||
    tokens[first - 1]?.text === '-'
  )
    first--;
  return tokens.slice(first, head + 1).map(({ lemma }) => lemma);
}

/** True if the text has each word of the recorded title; any head of state is a “leader”. */
function isCalled(office: string, said: readonly string[]): boolean {
  const words = office.replace(/\sof\s.*$/u, '').split(/\s+/u);
  const head = said.at(-1) ?? '';
  if (head === 'leader')
    return /^(?:leader|president|prime minister|chancellor|premier)$/u.test(office);
  return words.every((word) => said.includes(word)) && words.at(-1) === head;
}

function at(token: number, entity: Entity): Term {
  return {
    kind: 'name',
    first: token,
    last: token,
    word: entity.name.toLowerCase(),
    entity,
    demonym: false,
    resolved: true,
    weight: BY_OFFICE_WEIGHT,
  };
}
