import { memoizeBy } from '../../prose/memoize.js';
import type { Block, BlockContent } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import { isDerivedWord } from './derivedWords.js';
import { entryOf } from './dictionary.js';
import type { DoubtfulWord } from './doubtfulWord.js';
import { spellingOf } from './doubtfulWords.js';
import { meantBy } from './slips.js';
import { sourceWordsOf } from './sourceWords.js';
import { suggestionsOf } from './suggestions.js';

/** A word whose best suggestion has a higher score is no slip, see `suggestions.ts`. */
const SLIP = 0;
/** The same if the sources have the suggestion. */
const SLIP_IF_KNOWN = 0.6;

/**
 * True for a word in a quote that has another one which is neither a slip nor in the sources: it is
 * in another language, or written as it was spoken (“Ah dinnae ken aboot it”). A word that ends in
 * an apostrophe (“comin’”) is a sign of that too.
 */
export function isInDialect(word: DoubtfulWord, block: Block, reference: Reference): boolean {
  const { token } = word;
  const speech =
    block.kind === 'quotation'
      ? { start: 0, end: block.text.length }
      : block.quotations.find(({ outer }) => contains(outer, token))?.outer;
  if (speech === undefined) return false;
  if (isClipped(word)) return true;
  return strangeWordsIn(block.content, reference).some(
    (other) => other !== token && contains(speech, other),
  );
}

/** True for “comin’”. */
function isClipped({ at, sentence, token }: DoubtfulWord): boolean {
  const next = sentence.tokens[at + 1];
  return next?.start === token.end && /^['’]$/u.test(next.text) && token.text.endsWith('in');
}

/** The words of a block that are clipped, or that are far from all frequent words, and that the sources do not have. */
const strangeWordsIn = memoizeBy((content: BlockContent, reference: Reference): readonly Token[] =>
  spellingOf(content)
    .doubtful.filter(
      (word) =>
        isClipped(word) ||
        (!word.isVariant &&
          meantBy(word.key) === undefined &&
          entryOf(word.key) === undefined &&
          !isDerivedWord(word.key) &&
          !isSlip(word, reference) &&
          sourceWordsOf(reference).count(word.key) === 0),
    )
    .map(({ token }) => token),
);

function isSlip(doubtful: DoubtfulWord, reference: Reference): boolean {
  const sources = sourceWordsOf(reference);
  return suggestionsOf(doubtful).some(
    ({ word, score, entry: { wordCase } }) =>
      wordCase === 'lower' &&
      (score <= SLIP || (score <= SLIP_IF_KNOWN && sources.count(word) > 0)),
  );
}
