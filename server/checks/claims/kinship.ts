import { stem } from '../../prose/stem.js';
import { ALIKE, OPPOSITES } from './newsWords.js';
import thesaurus from './thesaurus.json';

/** What is known of a word beside others. Few words have all of these, or many of any. */
interface Kin {
  synonyms: readonly string[];
  /** Words of one direction: “grow” and “jump”. */
  near: readonly string[];
  opposites: readonly string[];
  /** Opposites that news uses of one act. */
  contraries: readonly string[];
}

/** How alike words are by how they are kin. */
const FAMILY = 0.95;
const SYNONYM = 0.85;
const NEAR = 0.6;

const NONE: readonly string[] = [];

let loaded: ReadonlyMap<string, Kin> | undefined;

/** Reading the thesaurus takes some hundredths of a second, so it waits for the first claim. */
function kinOf(word: string): Kin | undefined {
  loaded ??= readThesaurus();
  return loaded.get(word);
}

function readThesaurus(): ReadonlyMap<string, Kin> {
  const all = new Map<string, Kin>();
  const of = (word: string): Kin => {
    let kin = all.get(word);
    if (kin === undefined) {
      kin = { synonyms: NONE, near: NONE, opposites: NONE, contraries: NONE };
      all.set(word, kin);
    }
    return kin;
  };
  const join = (a: string, b: string, kind: keyof Kin): void => {
    if (a === b) return;
    add(of(a), kind, b);
    add(of(b), kind, a);
  };
  for (const entry of thesaurus.entries) {
    const [word = '', synonyms = '', opposites = ''] = entry.split('|');
    for (const other of wordsOf(synonyms)) join(word, other, 'synonyms');
    for (const other of wordsOf(opposites)) join(word, other, 'opposites');
  }
  for (const line of ALIKE) {
    const words = wordsOf(line);
    for (const a of words) for (const b of words) join(a, b, 'synonyms');
  }
  for (const [one, other] of OPPOSITES) {
    for (const a of wordsOf(one))
      for (const b of wordsOf(other)) {
        join(a, b, 'opposites');
        join(a, b, 'contraries');
      }
    for (const side of [one, other]) {
      for (const a of wordsOf(side)) for (const b of wordsOf(side)) join(a, b, 'near');
    }
  }
  return all;
}

function add(kin: Kin, kind: keyof Kin, word: string): void {
  if (!kin[kind].includes(word)) kin[kind] = [...kin[kind], word];
}

function wordsOf(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ');
}

/** How alike two words are, given by their dictionary forms: 1 the same, 0 nothing in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (opposed(a, b)) return 0;
  if (a.length > 2 && b.length > 2 && stem(a) === stem(b)) return FAMILY;
  const kin = kinOf(a);
  if (kin === undefined) return 0;
  if (kin.synonyms.includes(b)) return SYNONYM;
  return kin.near.includes(b) ? NEAR : 0;
}

/** True for words of opposite meaning (“rise” and “fall”), given by their dictionary forms. */
export function opposed(a: string, b: string): boolean {
  return kinOf(a)?.opposites.includes(b) === true;
}

/** True for opposites that two accounts of one event cannot both use (“joined” and “left”). */
export function contrary(a: string, b: string): boolean {
  return kinOf(a)?.contraries.includes(b) === true;
}

/** The words that may stand in a source for this one, given by its dictionary form. */
export function synonymsOf(word: string): readonly string[] {
  return kinOf(word)?.synonyms ?? NONE;
}

/** True for a word of the dictionary: written with a capital at the head of a sentence it need be no name. */
export function isCommon(word: string): boolean {
  const lower = word.toLowerCase();
  return [lower, lower.replace(/s$/u, '')].some((form) => kinOf(form) !== undefined);
}
