import { stem } from '../../../prose/stem.js';
import { OPPOSITES, RELATED, SYNONYMS } from './newsWords.js';
import thesaurus from './thesaurus.json';

/** The lexical relations of a word. Few words have all of these, or many of any. */
interface WordRelations {
  synonyms: readonly string[];
  /** Words of the same field. */
  related: readonly string[];
  /** Words of the same direction: “grow” and “jump”. */
  near: readonly string[];
  opposites: readonly string[];
}

/** The similarity or relatedness of words: of one stem, synonyms, of one field, of one direction. */
const FAMILY = 0.95;
const SYNONYM = 0.85;
const SAME_FIELD = 0.85;
const NEAR = 0.6;

const NONE: readonly string[] = [];

let loaded: ReadonlyMap<string, WordRelations> | undefined;

/** Reading the thesaurus takes some hundredths of a second, so it waits for the first claim. */
function relationsOf(word: string): WordRelations | undefined {
  loaded ??= readThesaurus();
  return loaded.get(word);
}

function readThesaurus(): ReadonlyMap<string, WordRelations> {
  const all = new Map<string, WordRelations>();
  const of = (word: string): WordRelations => {
    let relations = all.get(word);
    if (relations === undefined) {
      relations = { synonyms: NONE, related: NONE, near: NONE, opposites: NONE };
      all.set(word, relations);
    }
    return relations;
  };
  const join = (a: string, b: string, kind: keyof WordRelations): void => {
    if (a === b) return;
    add(of(a), kind, b);
    add(of(b), kind, a);
  };
  for (const entry of thesaurus.entries) {
    const [word = '', synonyms = '', opposites = ''] = entry.split('|');
    for (const other of wordsOf(synonyms)) join(word, other, 'synonyms');
    for (const other of wordsOf(opposites)) join(word, other, 'opposites');
  }
  for (const [lines, kind] of [
    [SYNONYMS, 'synonyms'],
    [RELATED, 'related'],
  ] as const) {
    for (const line of lines) {
      const words = wordsOf(line);
      for (const a of words) for (const b of words) join(a, b, kind);
    }
  }
  for (const [one, other] of OPPOSITES) {
    for (const a of wordsOf(one)) for (const b of wordsOf(other)) join(a, b, 'opposites');
    for (const side of [one, other]) {
      for (const a of wordsOf(side)) for (const b of wordsOf(side)) join(a, b, 'near');
    }
  }
  return all;
}

function add(relations: WordRelations, kind: keyof WordRelations, word: string): void {
  if (!relations[kind].includes(word)) relations[kind] = [...relations[kind], word];
}

function wordsOf(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ');
}

/**
 * How far two words mean the same, given by their dictionary forms: 1 for the same word, less for words of
 * one stem and synonyms, 0 for all others.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (areAntonyms(a, b)) return 0;
  if (a.length > 2 && b.length > 2 && stem(a) === stem(b)) return FAMILY;
  const relations = relationsOf(a);
  return relations?.synonyms.includes(b) === true ? SYNONYM : 0;
}

/**
 * How likely two words refer to the same act or thing, given by their dictionary forms: synonyms, and words
 * of one field that do not mean the same.
 */
export function relatedness(a: string, b: string): number {
  const alike = similarity(a, b);
  if (alike > 0 || areAntonyms(a, b)) return alike;
  const relations = relationsOf(a);
  if (relations?.related.includes(b) === true) return SAME_FIELD;
  return relations?.near.includes(b) === true ? NEAR : 0;
}

/** True for words of opposite meaning (“rise” and “fall”), given by their dictionary forms. */
export function areAntonyms(a: string, b: string): boolean {
  return relationsOf(a)?.opposites.includes(b) === true;
}

/** The synonyms of a word, given by its dictionary form. */
export function synonymsOf(word: string): readonly string[] {
  return relationsOf(word)?.synonyms ?? NONE;
}

/** The synonyms of a word, then other words of its field. They find evidence, and prove nothing. */
export function relatedWordsOf(word: string): readonly string[] {
  const relations = relationsOf(word);
  return relations === undefined
    ? NONE
    : [...new Set([...relations.synonyms, ...relations.related])];
}

/** True for a word of the thesaurus: at the head of a sentence its capital does not make it a name. */
export function isThesaurusWord(word: string): boolean {
  const lower = word.toLowerCase();
  return [lower, lower.replace(/s$/u, '')].some((form) => relationsOf(form) !== undefined);
}

/** Converses: what one buys another sells. */
const TWO_SIDES =
  /^(?:buy(?:er)?|purchase|acquire|sell(?:er)?|sale|husband|wife|employer|employee|lend(?:er)?|borrow(?:er)?|import|export)$/u;

/**
 * True for antonyms that are not converses, given by their dictionary forms: only one of them can
 * be true.
 */
export function excludeEachOther(a: string, b: string): boolean {
  return areAntonyms(a, b) && !(TWO_SIDES.test(a) && TWO_SIDES.test(b));
}
