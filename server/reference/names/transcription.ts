import { boundedMemo } from '../../prose/boundedMemo.js';

/**
 * Spellings of one sound in transcriptions from Cyrillic, Arabic, Persian, Hindi, Chinese and others, longest first, with the
 * one that stands for all of them.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|sch|sh/gu, 's'],
  [/tsch|tch|ch/gu, 'c'],
  [/dzh|dj|zh|j/gu, 'z'],
  [/kh|gh|q|k/gu, 'h'],
  [/ts|tz|cz/gu, 'z'],
  [/ou|oo|w/gu, 'u'],
  [/y|ee|ie|ei/gu, 'i'],
  [/ph|v|ff/gu, 'f'],
  [/th|dh/gu, 't'],
  [/(.)\1+/gu, '$1'],
];

/** The key shared by the usual transcriptions of one foreign name, folded: “Karadzhova”, “Karadjova”. */
export const transcriptionOf: (word: string) => string = boundedMemo((word) =>
  SPELLINGS.reduce((key, [spelling, sound]) => key.replace(spelling, sound), word),
);
