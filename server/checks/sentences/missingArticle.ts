import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { analysisOf } from '../../prose/tokens.js';
import { isBe, isDeterminer } from '../../lexicon/functionWords.js';
import { lower } from './structure/words.js';

/** A missing “a”, “an” or “the” where English requires one (“one of largest towns”, “is member of the club”). */
export function findMissingArticles({ sentence, setting }: Passage): readonly GrammarError[] {
  if (setting !== 'running') return [];
  const { tokens } = sentence;
  return tokens.flatMap((noun, index): readonly GrammarError[] => {
    const before = tokens[index - 1];
    const article = before === undefined ? undefined : articleFor(tokens, index);
    if (before === undefined || article === undefined) return [];
    return [
      {
        kind: 'missing-article',
        span: { start: before.start, end: noun.end },
        message: `“${before.text} ${noun.text}” should be “${before.text} ${article} ${noun.text}”.`,
        confidence: 0.88,
        fixes: [grammarFix(`Insert “${article}”`, before.end, before.end, ` ${article}`)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** The article that is missing before the word at `index`; `undefined` if none is. */
function articleFor(tokens: readonly Token[], index: number): string | undefined {
  const word = tokens[index];
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (word === undefined || !/^\p{Ll}+$/u.test(word.text)) return undefined;
  const joined = `${lower(tokens[index - 2])} ${lower(before)}`;
  // “One of the largest”
  if (/^(?:one|some|two|three|many|among) of$/u.test(joined) && isSuperlative(tokens, index))
    return 'the';
  if (/^(?:more|less) than$/u.test(joined) && TIMES.test(word.text) && after?.text !== '-')
    return /^(?:hour)$/u.test(word.text) ? 'an' : 'a';
  if (lower(after) !== 'of' || !(isBe(before) || lower(before) === 'as')) return undefined;
  if (word.text === 'result') return 'a';
  // “It was end of story”, “it is end of term”: set phrases.
  if (isBe(before) && ENDS.test(word.text) && isDeterminer(tokens[index + 2])) return 'the';
  // “She is fan of the month”: a prize.
  const isPrize = lower(tokens[index + 2]) === 'the' && PRIZED.test(tokens[index + 3]?.text ?? '');
  return isBe(before) && ONE_OF_MANY.test(word.text) && !isPrize ? 'a' : undefined;
}

function isSuperlative(tokens: readonly Token[], index: number): boolean {
  const tag = analysisOf(tokens).xpos(index);
  return (
    tag === 'JJS' ||
    (tag === 'RBS' &&
      analysisOf(tokens)
        .xpos(index + 1)
        .startsWith('JJ'))
  );
}

/** Units of time that can be counted. */
const TIMES = /^(?:minute|hour|day|week|month|year|decade|century)$/u;
const ENDS = /^(?:end|beginning|start)$/u;
/** What prizes are named after. */
const PRIZED = /^(?:match|day|week|month|season|year|decade|century|tournament|round|night)$/u;
/** Nouns that always take an article before “of”, unlike an office (“is head of the club”). */
const ONE_OF_MANY =
  /^(?:member|resident|citizen|graduate|victim|sign|symbol|consequence|fan|group|piece)$/u;
