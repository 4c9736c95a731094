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
  /** The names as accepted, by what is written. */
  readonly #whole: ReadonlyMap<string, string>;
  /** The names by each of their forms for second reference. */
  readonly #forms: ReadonlyMap<string, string>;

  constructor(names: readonly string[]) {
    this.#whole = namesByForm(names, (name) => [name]);
    this.#forms = namesByForm(names, (name) => [name, ...shortForms(name)]);
  }

  /** The accepted names of a list, memoized by the list, so that a keystroke does not compute all forms again. */
  static of(names: readonly string[]): AcceptedNames {
    const known = memo.get(names) ?? new AcceptedNames(names);
    memo.set(names, known);
    return known;
  }

  /**
   * The accepted name that a finding is about, as in the list: the whole name in one of its forms,
   * or exactly the marked words. “Anna Lavrof” is still reported if “Sergei Lavrof” is accepted.
   */
  nameCovering({ code, name, span }: Finding, draft: Prose): string | undefined {
    if (!coversCode('name', code) || name === undefined || this.#whole.size === 0) return undefined;
    const marked = anchorOf(draft, span)?.words ?? '';
    return this.#forms.get(normalise(name.text)) ?? this.#whole.get(normalise(marked));
  }
}

const memo = new WeakMap<readonly string[], AcceptedNames>();

/** Each form as accepted and in capitals, with the first name that has it. */
function namesByForm(
  names: readonly string[],
  formsOf: (name: string) => readonly string[],
): ReadonlyMap<string, string> {
  const byForm = new Map<string, string>();
  for (const name of names) {
    for (const form of formsOf(name).map(normalise)) {
      for (const written of [form, form.toUpperCase()]) {
        if (!byForm.has(written)) byForm.set(written, name);
      }
    }
  }
  return byForm;
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
