import { memoize } from '../../prose/memoize.js';
import { type Block, type BlockContent, draftSpanOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { confusionsIn } from './confusions.js';
import { isInQuote } from './quoted.js';

/** A confusion at its place in the prose of a block. */
interface PlacedConfusion {
  readonly span: Span;
  readonly meant: string;
}

const placedIn = memoize(({ sentences }: BlockContent): readonly PlacedConfusion[] =>
  sentences.flatMap(({ tokens }) =>
    confusionsIn(tokens).flatMap(({ first, last, meant }) => {
      const [start, end] = [tokens[first]?.start, tokens[last]?.end];
      return start === undefined || end === undefined ? [] : [{ span: { start, end }, meant }];
    }),
  ),
);

/** The findings about words of a block that stand in the place of others. */
export function confusedWords(block: Block): readonly Finding[] {
  return placedIn(block.content).map(({ span, meant }) => {
    const code = 'spelling/confused';
    const written = block.text.slice(span.start, span.end);
    const text = writtenLike(meant, written, block.text);
    return {
      code,
      severity: RULES[code].severity,
      message: `“${written}” stands in the place of “${text}”.`,
      span: draftSpanOf(block, span),
      evidence: [],
      fixes: [replacementFix(`Change to “${text}”`, block, span, text, !isInQuote(span, block))],
    };
  });
}

/** A word with the capital of the one in its place, and with the apostrophe that its paragraph uses. */
export function writtenLike(word: string, written: string, paragraph: string): string {
  const text = paragraph.includes('’') || !paragraph.includes("'") ? word : word.replace('’', "'");
  return /^\p{Lu}/u.test(written) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
