import type { Tokens } from './alignment.js';
import type { Statement } from './statement.js';

/**
 * True for a word that is said of all but some: “all but one of the jurors were women” leaves a man among them, so
 * its opposite may be so as well.
 */
export function leavesOut({ tokens }: Pick<Statement, 'tokens'>, { first }: Tokens): boolean {
  return tokens
    .slice(0, first)
    .some(
      ({ text }, at) =>
        /^(?:all|everyone|everybody|everything|none|nobody|nothing)$/iu.test(text) &&
        /^(?:but|except|bar)$/iu.test(tokens[at + 1]?.text ?? ''),
    );
}
