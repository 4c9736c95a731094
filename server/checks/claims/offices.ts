import type { Entity } from '../../reference/model.js';
import { isRoleNoun } from '../../reference/learn/roleWords.js';
import { nameOf } from './names.js';
import { type Statement, termsAt } from './statement.js';
import type { Term } from './terms.js';

/** How much a name counts that is only told by its office. */
const BY_OFFICE_WEIGHT = 0.45;

/** Finds people by the office that a text calls them by: “India's prime minister”, “the Russian leader”. */
export class OfficeHolders {
  /** By the lower-case name of the body or country. */
  readonly #byHome = new Map<string, { readonly person: Entity; readonly title: string }[]>();

  constructor(entities: readonly Entity[]) {
    for (const person of entities) {
      if (person.kind !== 'person') continue;
      for (const { title, affiliation } of person.roles) {
        if (affiliation === undefined) continue;
        const home = affiliation.toLowerCase();
        const holders = this.#byHome.get(home);
        const holder = { person, title: title.toLowerCase() };
        if (holders === undefined) this.#byHome.set(home, [holder]);
        else holders.push(holder);
      }
    }
  }

  /** The statement with the holders of the offices that it names. Cannot throw. */
  name(statement: Statement): Statement {
    const found = statement.phrases.flatMap((phrase, index) => {
      if (phrase.kind !== 'noun' || !isRoleNoun(statement.tokens[phrase.head]?.lemma ?? ''))
        return [];
      const beside = apposition(statement, index);
      if (beside !== undefined) return [at(phrase.head, beside)];
      if (this.#byHome.size === 0) return [];
      const title = statement.tokens.slice(phrase.first, phrase.head + 1).map(({ lemma }) => lemma);
      const homes = statement.relations
        .filter(({ head, kind }) => head === phrase.head && (kind === 'of' || kind === 'modifier'))
        .flatMap(({ dependent }) => termsAt(statement, dependent))
        .filter((term) => term.kind === 'name');
      return homes
        .flatMap((home) => this.#holder(nameOf(home), title))
        .map((person) => at(phrase.head, person));
    });
    if (found.length === 0) return statement;
    return {
      ...statement,
      terms: [...statement.terms, ...found].sort((a, b) => a.first - b.first),
    };
  }

  /** The one person who holds an office so called there. */
  #holder(home: string, title: readonly string[]): readonly Entity[] {
    const holders = (this.#byHome.get(home.toLowerCase()) ?? []).filter((holder) =>
      isCalled(holder.title, title),
    );
    const people = new Set(holders.map(({ person }) => person));
    return people.size === 1 ? [...people] : [];
  }
}

/** The person named right after an office and a comma: “the trade minister, Ada Roe”. */
function apposition({ phrases, terms }: Statement, index: number): Entity | undefined {
  const next = phrases[index + 2];
  if (phrases[index + 1]?.kind !== 'comma' || next?.kind !== 'noun') return undefined;
  const name = terms.find(
    ({ kind, first, last }) => kind === 'name' && first === next.first && last === next.head,
  );
  return name?.entity?.kind === 'person' ? name.entity : undefined;
}

/** True where each word of the recorded office is in what the text says; any head of state is a leader. */
function isCalled(office: string, said: readonly string[]): boolean {
  const words = office.replace(/\s+of\s.*$/u, '').split(/\s+/u);
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
