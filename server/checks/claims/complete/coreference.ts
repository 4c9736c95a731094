import { THIRD_PERSON_PRONOUNS } from '../../../lexicon/functionWords.js';
import { isBodyHead, isPlaceHead } from '../../../lexicon/nameWords.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { genderOfTitle, isCourtesyTitle } from '../../../lexicon/honorifics.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { memoize } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import type { Entity } from '../../../reference/model.js';
import type { Statement } from '../statement/statement.js';
import { isSubjectToken } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';

/** Nouns by which a text refers back to any organisation it has named: “the group”. */
const BODY_NOUNS = wordSet(
  'group grouping organisation organization bloc club body alliance company firm council party union agency club team side institute centre center university ministry department bank airline force forum',
);
/** The same for places. */
const PLACE_NOUNS = wordSet(
  'country nation power state government capital neighbour neighbor city town village island region province',
);
/** The same for people, in addition to their offices (`isRoleNoun`). */
const PERSON_NOUNS = wordSet('man woman ally rival friend partner');
const PAIR_WORDS = wordSet('two both');

/**
 * The kinds of anaphor: “he”, “she”, “it”, “they”, “there”, “the two countries”, “the group” and “the city”.
 */
type Anaphor = 'he' | 'she' | 'it' | 'they' | 'there' | 'pair' | 'body' | 'place';

/**
 * True if a sentence may refer to the sentences before it; false if it names everything that it is
 * about.
 */
export function mayReferBack(statement: Statement): boolean {
  const { isOfSeveral, anaphors } = updateOf(statement);
  return (
    isOfSeveral ||
    anaphors.some(({ at, as }) => as !== 'it' || thingBefore(statement, at) === undefined)
  );
}

/** The weight of a name that a pronoun stands for. */
const RESOLVED_WEIGHT = 0.45;

/** How many names back an antecedent may be. */
const MEMORY = 12;

type Gender = 'm' | 'f';

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

function fullName({ entity, word }: Term): string {
  return entity?.name.toLowerCase() ?? word;
}

const MALE =
  /^(?:brother|husband|son|father|uncle|nephew|grandfather|grandson|widower|man|boy|king|prince|(?:chair|spokes|business|police|fire|fisher)man)$/u;
const FEMALE =
  /^(?:sister|wife|daughter|mother|aunt|niece|grandmother|granddaughter|widow|woman|girl|queen|princess|(?:chair|spokes|business|police)woman|actress)$/u;

/**
 * The gender that a noun next to a name implies: “her brother Tomas”, “her husband, the painter
 * Anders Roe”, “Tomas, a brother of hers”.
 */
function genderOfRelative(tokens: readonly Token[], { first, last }: Term): Gender | undefined {
  const nouns = tokens.filter(
    ({ tag }, at) =>
      tag === 'NOUN' && ((at < first && first - at <= 4) || (at > last && at - last <= 3)),
  );
  for (const noun of nouns) {
    const at = tokens.indexOf(noun);
    const between = at < first ? tokens.slice(at + 1, first) : tokens.slice(last + 1, at);
    const beside =
      at < first
        ? between.every(({ text, tag }) => text === ',' || /^(?:DET|NOUN|ADJ)$/u.test(tag))
        : between[0]?.text === ',' &&
          between.slice(1).every(({ tag }) => /^(?:DET|PRON|ADJ)$/u.test(tag));
    if (!beside) continue;
    if (MALE.test(noun.lemma)) return 'm';
    if (FEMALE.test(noun.lemma)) return 'f';
  }
  return undefined;
}

function lastWord(term: Term): string {
  return term.word.split(' ').at(-1) ?? term.word;
}

/** True for two terms that certainly name the same entity. */
export function isSameName(a: Term, b: Term): boolean {
  return a.entity !== undefined && b.entity !== undefined
    ? a.entity.name === b.entity.name
    : a.word === b.word;
}

function isPerson(term: Term, tokens: readonly Token[]): boolean {
  if (term.kind !== 'name') return false;
  if (term.entity !== undefined) return term.entity.kind === 'person';
  if (isCourtesyTitle(tokens[term.first - 1]?.text ?? '')) return true;
  const words = term.word.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    !BODY_NOUNS.has(words.at(-1) ?? '') &&
    !words.includes('of')
  );
}

function isThing(term: Term, tokens: readonly Token[]): boolean {
  if (term.kind !== 'name' || term.demonym) return false;
  return term.entity === undefined ? !isPerson(term, tokens) : term.entity.kind !== 'person';
}

/** What one or more sentences add to the discourse, and what in them refers back. */
export interface DiscourseUpdate {
  /** True if it has a name that several known people share. */
  readonly isOfSeveral: boolean;
  /** The words that may refer back, in order. */
  readonly anaphors: readonly { readonly at: number; readonly as: Anaphor }[];
  readonly genders: readonly (readonly [name: string, gender: Gender])[];
  /** The people in its last sentence. */
  readonly recent: readonly Term[];
  /** Its names by kind, latest first. */
  readonly people: readonly Term[];
  readonly places: readonly Term[];
  readonly things: readonly Term[];
  /** The subjects of its main clause. */
  readonly subjects: readonly Term[];
}

/** Memoized: it is asked of every sentence of a long draft at each keystroke. */
const updateOf = memoize((statement: Statement): DiscourseUpdate => {
  const { terms, tokens } = statement;
  const latest = terms.filter((term) => term.kind === 'name').reverse();
  const people = latest.filter((term) => isPerson(term, tokens));
  return {
    isOfSeveral: terms.some(({ others }) => others !== undefined),
    anaphors: [...tokens.keys()].flatMap((at) => {
      const as = anaphorAt(tokens, at);
      return as === undefined ? [] : [{ at, as }];
    }),
    genders: gendersIn(statement),
    people,
    recent: people,
    places: latest.filter((term) => term.entity?.kind === 'place' && !term.demonym),
    things: latest.filter((term) => isThing(term, tokens) && term.entity?.kind !== 'place'),
    subjects: subjectTerms(statement),
  };
});

/** What consecutive sentences add together; `undefined` if one of them refers back. */
export function discourseUpdateOf(statements: readonly Statement[]): DiscourseUpdate | undefined {
  const shares = statements.map(updateOf);
  const latest = [...shares].reverse();
  if (shares.some(({ isOfSeveral, anaphors }) => isOfSeveral || anaphors.length > 0))
    return undefined;
  return {
    isOfSeveral: false,
    anaphors: [],
    genders: shares.flatMap(({ genders }) => genders),
    people: latest.flatMap(({ people }) => people),
    recent: latest[0]?.people ?? [],
    places: latest.flatMap(({ places }) => places),
    things: latest.flatMap(({ things }) => things),
    subjects: latest.find(({ subjects }) => subjects.length > 0)?.subjects ?? [],
  };
}

function anaphorAt(tokens: readonly Token[], at: number): Anaphor | undefined {
  const { lower: word, lemma, tag } = tokens[at] ?? NO_WORD;
  const next = tokens[at + 1] ?? NO_WORD;
  const { masculine, feminine, neuter, plural } = THIRD_PERSON_PRONOUNS;
  if (masculine.has(word)) return 'he';
  if (feminine.has(word)) return 'she';
  if (neuter.has(word)) return 'it';
  if ((plural.has(word) || word === 'both') && next.text !== 'the') return 'they';
  if (word === 'there' && !/^(?:be|have)$/u.test(next.lemma)) return 'there';
  if (word === 'two')
    return tokens[at - 1]?.lower === 'the' && !/^(?:NOUN|ADJ|PROPN|NUM)$/u.test(next.tag)
      ? 'pair'
      : undefined;
  if (tag !== 'NOUN') return undefined;
  const isPlace = PLACE_NOUNS.has(lemma) || isPlaceHead(lemma);
  const isBody = BODY_NOUNS.has(lemma) || isBodyHead(lemma);
  if (lemma !== word) {
    const isPaired = isPlace || isBody || PERSON_NOUNS.has(lemma) || isRoleNoun(lemma);
    const isCounted = [1, 2].some((back) => PAIR_WORDS.has(tokens[at - back]?.lower ?? ''));
    return isPaired && isCounted ? 'pair' : undefined;
  }
  const isDefinite = /^(?:the|that|this)$/iu.test(tokens[at - 1]?.text ?? '');
  const isQualified = /^(?:of|for|in)$/u.test(next.text);
  if (!isDefinite || isQualified) return undefined;
  return isBody ? 'body' : isPlace ? 'place' : undefined;
}

const NO_WORD: Pick<Token, 'text' | 'lower' | 'lemma' | 'tag'> = {
  text: '',
  lower: '',
  lemma: '',
  tag: 'X',
};

/** The subject of the sentence itself, if it is a thing named before the token. */
function thingBefore(statement: Statement, at: number): Term | undefined {
  const subjects = updateOf(statement).subjects;
  return statement.terms.find(
    (term) =>
      term.last < at &&
      !term.resolved &&
      isThing(term, statement.tokens) &&
      subjects.includes(term),
  );
}

/**
 * The genders that a sentence shows: by an honorific, for the last word of a name, or by a family
 * relation, for all of it.
 */
function gendersIn({ terms, tokens }: Statement): DiscourseUpdate['genders'] {
  return terms.flatMap((term) => {
    if (term.kind !== 'name') return [];
    const title = tokens[term.first - 1]?.text ?? '';
    const kin = genderOfRelative(tokens, term);
    const genders: (readonly [name: string, gender: Gender])[] =
      kin === undefined ? [] : [[fullName(term), kin]];
    const gender = genderOfTitle(title);
    if (gender !== undefined) genders.push([lastWord(term), gender === 'masculine' ? 'm' : 'f']);
    return genders;
  });
}

function subjectTerms({ clauses, terms }: Statement): readonly Term[] {
  const main =
    clauses.find(({ link, subjects }) => link === 'main' && subjects.length > 0) ?? clauses[0];
  if (main === undefined) return [];
  return main.subjects.flatMap((head) =>
    terms.filter((term) => term.first <= head && head <= term.last && !term.resolved).slice(0, 1),
  );
}
