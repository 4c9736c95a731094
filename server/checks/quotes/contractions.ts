/** The two words of a contraction: “will” and “not” for “won't”. */
export interface Contraction {
  readonly first: string;
  readonly second: string;
  /** The UTF-16 units of the written word for the second one: the three of “n't”. */
  readonly length: number;
}

/** “Isn't”, “won't”, “cannot”, and “isnt” from sources without apostrophes. */
const NEGATED =
  /^(?<first>is|are|was|were|do|does|did|has|have|had|would|could|should|might|must|need|wo|ca|sha|can(?=not))(?:n'?t|not)$/u;

/** Stems that differ from the full word. */
const FULL: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);

/** “They'll”, and “theyll” unless it is another word, such as “well” and “ill”. */
const SHORTENED =
  /^(?:(?<first>\p{L}+)'(?<rest>re|ve|ll|d|m)|(?<own>i(?=m|ve)|you|they)(?<bare>m|re|ve|ll))$/u;

/** “It's” and “its” count as the same; “the mayor's” is usually a possessive. */
const WITH_S =
  /^(?<first>it|he|she|that|what|(?:there|here|who|where|when|how|why|let|(?:every|some|any|no)(?:one|body))(?='))'?s$/u;

const REST: ReadonlyMap<string, string> = new Map([
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['m', 'am'],
]);

/** Words after “has” and “had”, whose contractions equal those of “is” and “would”. */
const AFTER_HAS = /^(?:been|become|got|gone|had|taken|never been|always been)\b/iu;
const AFTER_HAD = /^(?:been|become|better|gone|had|never|taken|\p{L}+ed)\b/iu;

/**
 * The expansion of a contraction; `undefined` for other words. `word` is in lower case with
 * straight apostrophes, `ahead` is the text after it.
 */
export function contractionOf(word: string, ahead: string): Contraction | undefined {
  const split = (first: string, second: string): Contraction => ({
    first: FULL.get(first) ?? first,
    second,
    length: word.length - first.length,
  });
  const next = ahead.trimStart();
  const negated = NEGATED.exec(word)?.groups?.first;
  if (negated !== undefined) return split(negated, 'not');
  const withS = WITH_S.exec(word)?.groups?.first;
  if (withS !== undefined)
    return split(withS, withS === 'let' ? 'us' : AFTER_HAS.test(next) ? 'has' : 'is');
  const { first, rest, own, bare } = SHORTENED.exec(word)?.groups ?? {};
  const stem = first ?? own;
  const would = AFTER_HAD.test(next) ? 'had' : 'would';
  return stem === undefined ? undefined : split(stem, REST.get(rest ?? bare ?? '') ?? would);
}
