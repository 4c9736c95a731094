import { withCapitalOf } from '../../prose/capital.js';
import type { Readings } from '../../inference/readings.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Span } from '../../prose/span.js';
import { withApostrophesOf } from '../apostrophes.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { damageAt } from '../sentences/reader/damageAt.js';
import { rightArticle } from './article.js';
import { confusableAt, likelierWord } from './likelierWord.js';
import { isInQuote } from './quoted.js';

/** A word that another one in its place would fit better. */
interface Confusion {
  readonly sentence: Sentence;
  /** UTF-16 units of the prose of its block. */
  readonly span: Span;
  readonly meant: string;
  /** How much better, in log odds. */
  readonly odds: number;
}

/** Log odds from which a word is reported. */
const REPORTED = 4.4;
/** The weight of the reader’s suspicion, for each unit of its log odds. */
const READER_WEIGHT = 0.4;
/**
 * The reader’s suspicion is limited to the range between these probabilities: below the first it
 * says nothing.
 */
const UNSUSPECTED = 0.03;
const CERTAIN = 0.99;
/** Below this, no suspicion of the reader is enough. */
const LEAST = REPORTED - READER_WEIGHT * (logOdds(CERTAIN) - logOdds(UNSUSPECTED));

/**
 * The confusions in a block. They are looked for once in each sentence, which may have moved since.
 */
const placedIn = memoize(({ sentences }: BlockContent): readonly Confusion[] =>
  sentences.flatMap((sentence) => {
    const first = sentence.original ?? sentence;
    const by = sentence.start - first.start;
    return confusionsIn(first).map(({ span, meant, odds }) => ({
      sentence,
      span: { start: span.start + by, end: span.end + by },
      meant,
      odds,
    }));
  }),
);

const confusionsIn = memoize(({ tokens }: Sentence): readonly Omit<Confusion, 'sentence'>[] =>
  tokens.flatMap((token, at): readonly Omit<Confusion, 'sentence'>[] => {
    if (token.kind !== 'word') return [];
    const article = rightArticle(tokens, at);
    if (article !== undefined) return [{ span: token, meant: article, odds: Infinity }];
    const place = confusableAt(tokens, at);
    const likelier = place === undefined ? undefined : likelierWord(tokens, place);
    const end = tokens[place?.last ?? at]?.end ?? token.end;
    return likelier === undefined || likelier.odds < LEAST
      ? []
      : [{ span: { start: token.start, end }, ...likelier }];
  }),
);

/**
 * The findings about words of a block in place of others: if the words beside them leave little
 * doubt, or less if the reader suspects the same word.
 */
export function confusedWords(draft: Prose, block: Block, readings: Readings): readonly Finding[] {
  return placedIn(block.content)
    .filter(
      ({ sentence, span, odds }) =>
        odds >= REPORTED || odds + suspicionOf(sentence, span, block, readings) >= REPORTED,
    )
    .map(({ span, meant }) => {
      const code = 'spelling/confused';
      const written = block.text.slice(span.start, span.end);
      const text = writtenInDraft(meant, written, draft);
      return {
        code,
        severity: RULES[code].severity,
        message: `“${written}”: did you mean “${text}”?`,
        span: draftSpanOf(block, span),
        evidence: [],
        fixes: [replacementFix(`Change to “${text}”`, block, span, text, !isInQuote(span, block))],
      };
    });
}

/** The reader's contribution to the log odds of a confusion. */
function suspicionOf(sentence: Sentence, span: Span, block: Block, readings: Readings): number {
  const damage = damageAt(block, sentence, span, readings);
  const within = Math.min(CERTAIN, Math.max(UNSUSPECTED, damage));
  return READER_WEIGHT * (logOdds(within) - logOdds(UNSUSPECTED));
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** A word with the capital of the one in its place, and with the apostrophe that the draft has. */
export function writtenInDraft(word: string, written: string, draft: Prose): string {
  return withCapitalOf(written, withApostrophesOf(draft, word));
}
