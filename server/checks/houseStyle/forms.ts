import { memoize } from '../../prose/memoize.js';
import { isCapitalised } from '../../prose/letterCase.js';
import type { Departure } from './departure.js';
import type { HouseStyle, StyleRule } from './styleRule.js';
import { type Wording, inCaseOf, isWhole, isWrittenAs, lowerCase, plainMarks } from './wording.js';

type FormRule = Extract<StyleRule, { readonly kind: 'form' }>;

interface Form {
  readonly rule: FormRule;
  readonly text: string;
  /** Finds it in lower case, however its parts are joined. */
  readonly pattern: RegExp;
}

const formsOf = memoize(({ rules }: HouseStyle): readonly Form[] =>
  rules.flatMap((rule) => {
    if (rule.kind !== 'form') return [];
    const text = plainMarks(rule.form);
    return [{ rule, text, pattern: patternOf(lowerCase(text)) }];
  }),
);

/**
 * Matches the letters of a form with or without hyphens, and with a space only where the form has a space or a hyphen: “every
 * day” is not “everyday”.
 */
function patternOf(form: string): RegExp {
  const parts = form.split(/([ -])/u).map((part) => {
    if (/^[ -]$/u.test(part)) return '[ -]?';
    return Array.from(part, (letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('-?');
  });
  return new RegExp(parts.join(''), 'gu');
}

/** Words in another form than that of the house style: “OFCOM”, “percent”. */
export function wrongFormsIn(wording: Wording, style: HouseStyle): readonly Departure[] {
  return formsOf(style).flatMap(({ rule, text, pattern }) =>
    [...wording.lower.matchAll(pattern)].flatMap(({ 0: { length }, index: start }) => {
      const end = start + length;
      if (!isWhole(wording, start, end) || !isWrong(wording, start, end, text)) return [];
      const found = wording.text.slice(start, end);
      const isPlain = text === lowerCase(text) && wording.starts.has(start);
      return [{ rule, span: { start, end }, right: [isPlain ? inCaseOf(found, text) : text] }];
    }),
  );
}

function isWrong(wording: Wording, start: number, end: number, form: string): boolean {
  if (isWrittenAs(wording, start, end, form)) return false;
  const found = wording.plain.slice(start, end);
  const isCaseAlone = lowerCase(found) === lowerCase(form);
  if (!isCaseAlone) return true;
  // A heading in capitals throughout cannot keep those of a form; as part of a name, a word has
  // capitals of its own.
  if (wording.isHeading && !/\p{Ll}/u.test(wording.plain)) return false;
  return form !== lowerCase(form) || !isPartOfName(wording, start, end);
}

/** True for a capitalised word beside another one: “Internet Archive”. */
function isPartOfName({ plain, starts }: Wording, start: number, end: number): boolean {
  const before = plain.slice(plain.lastIndexOf(' ', start - 2) + 1, start);
  const isAfterName =
    before.endsWith(' ') && isCapitalised(before) && !starts.has(start - before.length);
  return isAfterName || /^ \p{Lu}/u.test(plain.slice(end));
}
