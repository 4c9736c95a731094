import { isEnglishWord } from '../prose/dictionary.js';
import type { Prose } from '../prose/prose.js';
import { isGivenName } from '../lexicon/givenNames.js';
import { isBodyHead } from '../lexicon/nameWords.js';
import { nameFormsOf } from '../reference/names/forms.js';
import { type Finding, isOf } from '../checks/finding.js';
import { anchorOf } from '../checks/anchor.js';

/** The names that a desk has accepted, in the forms in which they may stand. */
export class AcceptedNames {
  /** As accepted. */
  readonly #whole: ReadonlySet<string>;
  /** With what is left of a person's name on second reference. */
  readonly #forms: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#whole = inBothCases(names);
    this.#forms = inBothCases(names.flatMap((name) => [name, ...shortForms(name)]));
  }

  /** The same for the same list, so that a keystroke does not work out all forms again. */
  static of(names: readonly string[]): AcceptedNames {
    const known = worked.get(names) ?? new AcceptedNames(names);
    worked.set(names, known);
    return known;
  }

  /**
   * True for a finding about an accepted name: all of the name that stands there, in one of its forms,
   * or the very words that are marked. “Anna Lavrof” stays told where “Sergei Lavrof” is accepted.
   */
  holds({ code, name, span }: Finding, draft: Prose): boolean {
    if (!isOf('name', code) || name === undefined || this.#whole.size === 0) return false;
    const marked = anchorOf(draft, span)?.words ?? '';
    return this.#forms.has(plain(name.text)) || this.#whole.has(plain(marked));
  }
}

const worked = new WeakMap<readonly string[], AcceptedNames>();

/** As accepted, and as a headline in capitals has it. */
function inBothCases(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(plain).flatMap((name) => [name, name.toUpperCase()]));
}

/** A surname alone, where the name is a person's by its words: a body's last word is no name. */
function shortForms(name: string): readonly string[] {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || isBodyHead(last)) return [];
  if (isEnglishWord(last) && !isGivenName(first)) return [];
  const citation = { source: '', line: 1 };
  return nameFormsOf({
    kind: 'person',
    name,
    forms: [],
    demonyms: [],
    roles: [],
    bio: '',
    citation,
  })
    .filter(({ kind }) => kind === 'short' || kind === 'other')
    .map(({ text }) => text);
}

/** What all ways to type one spelling have in common: apostrophes, spaces, line breaks. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[’‘ʻʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
