import { byBase } from '../../../prose/grammar/irregularVerbs.js';
import { participleOf, withDoubledEnd } from './verbForms.js';

/** The Penn tags of a verb's forms. */
export type VerbTag = 'VB' | 'VBP' | 'VBZ' | 'VBD' | 'VBN' | 'VBG';

const FORMS_OF_BE: Readonly<Record<VerbTag, string>> = {
  VB: 'be',
  VBP: 'are',
  VBZ: 'is',
  VBD: 'was',
  VBN: 'been',
  VBG: 'being',
};

/** The form of a verb with a Penn tag. `base` is its dictionary form, in lower case. */
export function verbForm(base: string, tag: VerbTag): string {
  if (base === 'be') return FORMS_OF_BE[tag];
  switch (tag) {
    case 'VB':
    case 'VBP':
      return base;
    case 'VBZ':
      return base === 'have' ? 'has' : withS(base);
    case 'VBD':
      return byBase.get(base)?.past[0] ?? participleOf(base);
    case 'VBN':
      return participleOf(base);
    case 'VBG':
      return gerundOf(base);
  }
}

/** A word with the ending of a plural noun or of a verb’s third person. */
function withS(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/u.test(word) ? `${word}es` : `${word}s`;
}

function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(base)) return `${base.slice(0, -1)}ing`;
  return `${withDoubledEnd(base)}ing`;
}

const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['person', 'people'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['life', 'lives'],
  ['wife', 'wives'],
  ['knife', 'knives'],
  ['half', 'halves'],
]);

/** The plural of a noun in lower case. */
export function pluralOf(noun: string): string {
  return IRREGULAR_PLURALS.get(noun) ?? withS(noun);
}
