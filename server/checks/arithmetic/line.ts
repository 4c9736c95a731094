import type { Token } from '../../prose/tokens.js';
import { type Quantity, quantitiesIn } from '../../values/figures.js';
import type { TokenRange } from '../../prose/tokenRange.js';

/** A sentence in a form in which its figures can be looked up by the words between them. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  /** The words in lower case with single spaces between them; each figure is the index of its quantity, as in “from <0> to <1>”. */
  readonly text: string;
  /** The start of each token, or of the figure that contains it, in `text`. */
  readonly starts: readonly number[];
}

/** The line of a sentence's tokens. */
export function lineOf(tokens: readonly Token[]): Line {
  const quantities = quantitiesIn(tokens).filter(
    ({ first }, index, all) => index === 0 || first > (all[index - 1]?.last ?? -1),
  );
  const starts: number[] = [];
  const words: string[] = [];
  let length = 0;
  for (let at = 0; at < tokens.length;) {
    const index = quantities.findIndex(({ first }) => first === at);
    const quantity = quantities[index];
    const word = quantity === undefined ? (tokens[at]?.lower ?? '') : `<${index}>`;
    const end = quantity === undefined ? at + 1 : quantity.last + 1;
    for (; at < end; at++) starts.push(length);
    words.push(word);
    length += word.length + 1;
  }
  return { tokens, quantities, text: words.join(' '), starts };
}

/** The figure that a named group of a pattern has matched. */
export function figureIn(
  { quantities }: Line,
  { groups }: RegExpExecArray,
  name: string,
): Quantity | undefined {
  const index = groups?.[name];
  return index === undefined ? undefined : quantities[Number(index)];
}

/** The tokens that a named group of a pattern has matched; the pattern has the flag “d”. */
export function tokensIn(
  { starts }: Line,
  { indices }: RegExpExecArray,
  name: string,
): TokenRange | undefined {
  const [start, end] = indices?.groups?.[name] ?? [];
  if (start === undefined || end === undefined) return undefined;
  const inside = starts.flatMap((at, token) => (at >= start && at < end ? [token] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The words of some tokens as they are written. */
export function wordsOf({ tokens }: Line, { first, last }: TokenRange, text: string): string {
  return text.slice(tokens[first]?.start, tokens[last]?.end);
}
