import type { Statement } from './statement.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/**
 * True for a word in the scope of an exception: “all but one of the jurors were women” leaves a man
 * among them, so that the opposite may hold as well.
 */
export function isExceptive({ tokens }: Pick<Statement, 'tokens'>, { first }: TokenRange): boolean {
  return tokens
    .slice(0, first)
    .some(
      ({ text }, at) =>
        /^(?:all|everyone|everybody|everything|none|nobody|nothing)$/iu.test(text) &&
        /^(?:but|except|bar)$/iu.test(tokens[at + 1]?.text ?? ''),
    );
}
