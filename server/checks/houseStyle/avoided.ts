import { memoize } from '../../prose/memoize.js';
import type { Departure } from './departure.js';
import type { HouseStyle, StyleRule } from './styleRule.js';
import { type Wording, inCaseOf, isWhole, isWrittenAs, lowerCase, plainMarks } from './wording.js';

type Avoidance = Extract<StyleRule, { readonly kind: 'avoid' }>;

interface Phrase {
  readonly text: string;
  readonly lower: string;
  readonly rule: Avoidance;
}

/** The phrases to avoid by their first word in lower case. */
const phrasesOf = memoize(({ rules }: HouseStyle): ReadonlyMap<string, readonly Phrase[]> => {
  const phrases = new Map<string, Phrase[]>();
  for (const rule of rules) {
    if (rule.kind !== 'avoid') continue;
    for (const phrase of rule.phrases) {
      const text = plainMarks(phrase);
      const lower = lowerCase(text);
      const first = /^[\p{L}\p{N}]+/u.exec(lower)?.[0] ?? '';
      const same = phrases.get(first);
      if (same === undefined) phrases.set(first, [{ text, lower, rule }]);
      else same.push({ text, lower, rule });
    }
  }
  return phrases;
});

/** Words that the house style avoids. A phrase in lower case is also found with a capital where a sentence starts. */
export function avoidedIn(wording: Wording, style: HouseStyle): readonly Departure[] {
  const phrases = phrasesOf(style);
  if (phrases.size === 0) return [];
  const { text, lower } = wording;
  return [...lower.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index: start }) =>
    (phrases.get(word) ?? []).flatMap((phrase): readonly Departure[] => {
      const end = start + phrase.lower.length;
      if (!lower.startsWith(phrase.lower, start) || !isWhole(wording, start, end)) return [];
      if (!isWrittenAs(wording, start, end, phrase.text)) return [];
      const { rule } = phrase;
      const found = text.slice(start, end);
      // The capitals of a phrase say nothing about those of its replacement.
      const isPlain = phrase.text === phrase.lower;
      const right = rule.write.map((words) => (isPlain ? inCaseOf(found, words) : words));
      // With a capital at the start of a sentence it may be right: “covid” and “Covid”.
      return right.includes(found) ? [] : [{ rule, span: { start, end }, right }];
    }),
  );
}
