import { analysisOf } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { lower } from './structure/words.js';

/** A superlative without “the” (“one of largest towns”). */
export function findMissingArticles({
  sentence: { tokens },
  setting,
}: Passage): readonly GrammarError[] {
  if (setting !== 'running') return [];
  return tokens.flatMap((word, index): readonly GrammarError[] => {
    const before = tokens[index - 1];
    const opener = `${lower(tokens[index - 2])} ${lower(before)}`;
    if (before === undefined || !/^(?:one|some|two|three|many|among) of$/u.test(opener)) return [];
    if (analysisOf(tokens).xpos(index) !== 'JJS') return [];
    return [
      {
        kind: 'missing-article',
        span: { start: before.start, end: word.end },
        message: `“${before.text} ${word.text}” should be “${before.text} the ${word.text}”.`,
        confidence: 0.88,
        fixes: [grammarFix('Insert “the”', before.end, before.end, ' the')],
        isFirstFixPreferred: true,
      },
    ];
  });
}
