import type { Entity } from '../../../reference/model.js';
import type { Statement } from '../statement/statement.js';
import { isSubjectToken } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';
import {
  type Anaphor,
  BODY_NOUNS,
  type DiscourseUpdate,
  FEMALE,
  type Gender,
  MALE,
  PLACE_NOUNS,
  fullName,
  isPerson,
  lastWord,
  thingBefore,
  updateOf,
} from './discourse.js';

/** The weight of a name that a pronoun stands for. */
const RESOLVED_WEIGHT = 0.45;

/** How many names back an antecedent may be. */
const MEMORY = 12;

/**
 * Resolves the pronouns of a text, sentence by sentence. An unclear pronoun stays unresolved; a
 * resolved one may support a claim and never contradicts one alone.
 */
export class Coreference {
  readonly #genders = new Map<string, Gender>();
  /** People named unambiguously so far. */
  readonly #inFull = new Set<Entity>();
  /** The names so far, latest first. */
  #people: readonly Term[] = [];
  #things: readonly Term[] = [];
  #places: readonly Term[] = [];
  /** The people in the last sentence. */
  #recent: readonly Term[] = [];
  /** The topic of the last sentence. */
  #topic: readonly Term[] = [];

  /** Resolves the pronouns of a statement, and remembers it for the sentences that follow. */
  read(written: Statement): Statement {
    const own = updateOf(written);
    const statement = own.isOfSeveral ? this.#named(written) : written;
    const share = statement === written ? own : updateOf(statement);
    if (share.anaphors.length === 0) {
      this.skip(share);
      return statement;
    }
    for (const [name, gender] of share.genders) this.#genders.set(name, gender);
    const added: Term[] = [];
    for (const { at, as } of share.anaphors) {
      for (const antecedent of this.#antecedents(statement, at, as)) {
        added.push({ ...antecedent, first: at, last: at, resolved: true, weight: RESOLVED_WEIGHT });
      }
    }
    const carried = added.filter((term) => isSubjectToken(statement, term.first));
    this.#remember(share, share.subjects.length > 0 ? share.subjects : carried);
    if (added.length === 0) return statement;
    return {
      ...statement,
      terms: [...statement.terms, ...added].sort((a, b) => a.first - b.first),
    };
  }

  /** Remembers sentences that do not refer back, see `discourseUpdateOf`. */
  skip(share: DiscourseUpdate): void {
    for (const [name, gender] of share.genders) this.#genders.set(name, gender);
    this.#remember(share, share.subjects);
  }

  /**
   * The statement with a shared surname resolved to the one bearer whom the text has named in full.
   */
  #named(statement: Statement): Statement {
    const terms = statement.terms.map((term): Term => {
      const { others, ...rest } = term;
      if (rest.entity === undefined || others === undefined) return term;
      const [meant, another] = [rest.entity, ...others].filter((one) => this.#inFull.has(one));
      return meant === undefined || another !== undefined ? term : { ...rest, entity: meant };
    });
    return { ...statement, terms };
  }

  #antecedents(statement: Statement, at: number, as: Anaphor): readonly Term[] {
    switch (as) {
      case 'he':
        return this.#person(statement, at, 'm');
      case 'she':
        return this.#person(statement, at, 'f');
      case 'it':
        return this.#thing(statement, at);
      case 'they':
        return this.#several(statement, at);
      case 'there':
        return this.#places.slice(0, 1);
      case 'pair':
        return this.#pair(statement, at);
      case 'body': {
        const bodies = this.#things.filter(
          ({ entity }) => entity?.kind === 'body' || entity === undefined,
        );
        return meantBy(statement.tokens[at]?.lemma ?? '', bodies, BODY_NOUNS);
      }
      case 'place':
        return meantBy(statement.tokens[at]?.lemma ?? '', this.#places, PLACE_NOUNS);
    }
  }

  #person(statement: Statement, at: number, gender: Gender): readonly Term[] {
    const isPossible = (term: Term): boolean => (this.#genderOf(term) ?? gender) === gender;
    const isCertain = (term: Term): boolean => this.#genderOf(term) === gender;
    const subjects = updateOf(statement).subjects;
    const here = statement.terms.filter(
      (term) =>
        term.last < at && !term.resolved && isPerson(term, statement.tokens) && isPossible(term),
    );
    const inside = here.find((term) => subjects.includes(term)) ?? here.at(-1);
    if (inside !== undefined) return [inside];
    const about = this.#topic.filter((term) => this.#people.includes(term));
    const found =
      about.find(isCertain) ??
      this.#recent.find(isCertain) ??
      about.find(isPossible) ??
      this.#people.find(isPossible);
    return found === undefined ? [] : [found];
  }

  #thing(statement: Statement, at: number): readonly Term[] {
    const inside = thingBefore(statement, at);
    if (inside !== undefined) return [inside];
    const about = this.#topic.length === 1 ? this.#topic : [];
    const topic = about.find((term) => !this.#people.includes(term));
    if (topic !== undefined) return [topic];
    const found = this.#things[0] ?? this.#places[0];
    return found === undefined ? [] : [found];
  }

  #several(statement: Statement, at: number): readonly Term[] {
    const subjects = updateOf(statement).subjects.filter((term) => term.last < at);
    if (subjects.length > 1) return subjects.slice(0, 2);
    if (this.#topic.length > 1) return this.#topic.slice(0, 4);
    const plural = [...subjects, ...this.#topic].find((term) => term.kind === 'noun');
    return plural === undefined ? [] : [plural];
  }

  /** Two of a kind: “the two countries”, “the two men”, “the two”. */
  #pair(statement: Statement, at: number): readonly Term[] {
    const noun = statement.tokens[at]?.lemma ?? '';
    const { people, things, places } = updateOf(statement);
    const before = (terms: readonly Term[]): readonly Term[] =>
      terms.filter((term) => term.last < at);
    if (PLACE_NOUNS.has(noun)) return lastTwo([...before(places), ...this.#places]);
    if (BODY_NOUNS.has(noun)) return lastTwo([...before(things), ...this.#things]);
    const gender = MALE.test(noun) ? 'm' : FEMALE.test(noun) ? 'f' : undefined;
    const found = lastTwo(
      [...before(people), ...this.#people].filter(
        (term) => gender === undefined || (this.#genderOf(term) ?? gender) === gender,
      ),
    );
    // “The two” may be anything.
    return found.length > 0 || noun !== 'two' ? found : lastTwo([...this.#things, ...this.#places]);
  }

  #genderOf(term: Term): Gender | undefined {
    // A brother and a sister share their surname.
    return this.#genders.get(fullName(term)) ?? this.#genders.get(lastWord(term));
  }

  #remember({ people, recent, places, things }: DiscourseUpdate, topic: readonly Term[]): void {
    this.#people = withLatest(people, this.#people);
    this.#recent = recent;
    for (const { entity, others } of people)
      if (entity !== undefined && others === undefined) this.#inFull.add(entity);
    this.#places = withLatest(places, this.#places);
    this.#things = withLatest(things, this.#things);
    if (topic.length > 0) this.#topic = topic;
  }
}

function withLatest(latest: readonly Term[], before: readonly Term[]): readonly Term[] {
  return latest.length === 0 ? before : [...latest, ...before].slice(0, MEMORY);
}

/** The last two names of different things; none if there are fewer. */
function lastTwo(names: readonly Term[]): readonly Term[] {
  const found: Term[] = [];
  for (const term of names) {
    if (!found.some((other) => isSameName(other, term))) found.push(term);
    if (found.length === 2) return found;
  }
  return [];
}

/** The name that has a noun (“the museum”) or, for a noun that any name of the kind may go by, the last one. */
function meantBy(
  noun: string,
  names: readonly Term[],
  general: ReadonlySet<string>,
): readonly Term[] {
  const named = names.find((term) => fullName(term).split(' ').includes(noun));
  const found = named ?? (general.has(noun) ? names[0] : undefined);
  return found === undefined ? [] : [found];
}

/** True for two terms that certainly name the same entity. */
export function isSameName(a: Term, b: Term): boolean {
  return a.entity !== undefined && b.entity !== undefined
    ? a.entity.name === b.entity.name
    : a.word === b.word;
}
