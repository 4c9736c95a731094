import { isEnglishWord } from '../prose/dictionary.js';
import type { Prose } from '../prose/prose.js';
import { isGivenName } from '../lexicon/givenNames.js';
import { isBodyHead } from '../lexicon/nameWords.js';
import { nameFormsOf } from '../reference/names/forms.js';
import type { Finding } from '../checks/finding.js';
import { coversCode } from '../checks/rules.js';
import { anchorOf } from '../checks/anchor.js';

/** The accepted names of a suppressions file in all their forms. */
export class AcceptedNames {
  /** The names as accepted. */
  readonly #whole: ReadonlySet<string>;
  /** The names with their forms for second reference. */
  readonly #forms: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#whole = inBothCases(names);
    this.#forms = inBothCases(names.flatMap((name) => [name, ...shortForms(name)]));
  }

  /** The accepted names of a list, memoized by the list, so that a keystroke does not compute all forms again. */
  static of(names: readonly string[]): AcceptedNames {
    const known = memo.get(names) ?? new AcceptedNames(names);
    memo.set(names, known);
    return known;
  }

  /**
   * True for a finding about an accepted name: the whole name in one of its forms, or exactly the marked words.
   * “Anna Lavrof” is still reported if “Sergei Lavrof” is accepted.
   */
  covers({ code, name, span }: Finding, draft: Prose): boolean {
    if (!coversCode('name', code) || name === undefined || this.#whole.size === 0) return false;
    const marked = anchorOf(draft, span)?.words ?? '';
    return this.#forms.has(normalise(name.text)) || this.#whole.has(normalise(marked));
  }
}

const memo = new WeakMap<readonly string[], AcceptedNames>();

/** The names as accepted and in capitals. */
function inBothCases(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(normalise).flatMap((name) => [name, name.toUpperCase()]));
}

/** The short forms of a person's name; none for a body, whose last word is not a name. */
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

/** Normalises apostrophes, spaces and line breaks. */
function normalise(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[’‘ʻʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
