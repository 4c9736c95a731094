import { THIRD_PERSON_PRONOUNS } from '../../../lexicon/functionWords.js';
import { genderOfTitle, isCourtesyTitle } from '../../../lexicon/honorifics.js';
import { isBodyHead, isPlaceHead } from '../../../lexicon/nameWords.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { memoize } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/** Nouns by which a text refers back to any organisation it has named: “the group”. */
export const BODY_NOUNS = wordSet(
  'group grouping organisation organization bloc club body alliance company firm council party union agency club team side institute centre center university ministry department bank airline force forum',
);
/** The same for places. */
export const PLACE_NOUNS = wordSet(
  'country nation power state government capital neighbour neighbor city town village island region province',
);
/** The same for people, in addition to their offices (`isRoleNoun`). */
const PERSON_NOUNS = wordSet('man woman ally rival friend partner');
const PAIR_WORDS = wordSet('two both');

/**
 * The kinds of anaphor: “he”, “she”, “it”, “they”, “there”, “the two countries”, “the group” and “the city”.
 */
export type Anaphor = 'he' | 'she' | 'it' | 'they' | 'there' | 'pair' | 'body' | 'place';

/** The gender that a text shows of a person. */
export type Gender = 'm' | 'f';

/** True for the name of a person, known or with a courtesy title or two to four words. */
export function isPerson(term: Term, tokens: readonly Token[]): boolean {
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

/** What a sentence adds to the discourse. Memoized: it is asked of every sentence of a long draft at each keystroke. */
export const updateOf = memoize((statement: Statement): DiscourseUpdate => {
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
export function thingBefore(statement: Statement, at: number): Term | undefined {
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

/** The name of whom or what a term names, in lower case. */
export function fullName({ entity, word }: Term): string {
  return entity?.name.toLowerCase() ?? word;
}

/** Nouns that imply a gender. */
export const MALE =
  /^(?:brother|husband|son|father|uncle|nephew|grandfather|grandson|widower|man|boy|king|prince|(?:chair|spokes|business|police|fire|fisher)man)$/u;
/** See `MALE`. */
export const FEMALE =
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

/** The last word of a name as written: mostly a surname. */
export function lastWord(term: Term): string {
  return term.word.split(' ').at(-1) ?? term.word;
}
