/** A name in the forms in which it is compared. */
export interface NameForms {
  /** In full, in lower case. */
  readonly name: string;
  readonly words: readonly string[];
  /** The words without separators and full stops; and with spaces, without a final “s”. */
  readonly letters: string;
  readonly singular: string;
  /** The first letters of several words. */
  readonly initials: string | undefined;
}

/** Names that differ only as two forms of one do: “NHS”, “National Health Service”. */
export const SAME_FORM = 0.95;

/** The most for names of which only some words are the same. */
export const PART_OF_NAME = 0.6;

/** Short forms of a name begin with this many of its letters. */
const SHORT_FORM = 3;

/** The forms of a name. */
export function nameForms(written: string): NameForms {
  const name = written.toLowerCase();
  const words = name.split(/[ -]/u);
  return {
    name,
    words,
    letters: words.join('').replaceAll('.', ''),
    singular: words.join(' ').replace(/s$/u, ''),
    initials: words.length < 2 ? undefined : words.map((word) => word[0] ?? '').join(''),
  };
}

/** How likely two different names are forms of one, by their words alone, 0 to 1. */
export function nameLikeness(a: NameForms, b: NameForms): number {
  const [one, other] = [a.words, b.words];
  if (a.singular === b.singular) return SAME_FORM;
  if (one.at(-1) === other.at(-1) && (one.length === 1 || other.length === 1)) return SAME_FORM;
  if (a.initials === b.letters || b.initials === a.letters) return SAME_FORM;
  if (one.length === 1 && other.length === 1) return 0;
  const shared = one.filter((word) => word.length > 2 && other.includes(word)).length;
  if (shared === Math.min(one.length, other.length)) return SAME_FORM;
  return shared > 0 ? (PART_OF_NAME * shared) / Math.max(one.length, other.length) : 0;
}

/** True for two names without a common word, of which neither may be short for the other: “Hibernian” may be “Hibs”. */
export function namesExclude({ name, words }: NameForms, other: NameForms): boolean {
  return (
    name.slice(0, SHORT_FORM) !== other.name.slice(0, SHORT_FORM) &&
    !words.some((word) => word.length > 2 && other.words.includes(word))
  );
}

/** A person's full name in the form of another's: “Roe” for “Doe”, “Ada Roe” for “John Doe”. */
export function writeNameAs(written: string, full: string): string {
  const words = full.split(' ');
  return written.includes(' ') || words.length < 2 ? full : (words.at(-1) ?? full);
}
