import { wordSet } from '../../lexicon/wordSet.js';
import type { Token } from '../../prose/tokens.js';
import type { GrammarError } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isArticle, isDeterminer } from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isNominal } from './structure/words.js';

/**
 * Function words that never follow each other in English: each with what cannot come after it. Based on
 * counts over half a million words of news; pairs that occur there, or that grammar allows at the end of a
 * relative clause (“the man I spoke of is”), are left out.
 */
const AFTER_ARTICLE = wordSet(
  `the a an this that these those my your his its our their every each any of at to for from with by about into onto
  during without and or but if because although where which whose how than he she it we they you him me them
  is are was were be been being am have had having does did would could should told there here too also`,
);
const AFTER_POSSESSIVE = wordSet(
  `the a an this that these those my your his its our their every each of at to for from with by about into during without and or but
  if because although where which he she it we they is are was were be been has have had would could should does did`,
);
const NEVER_AFTER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['the', 'a', 'an', 'every'].map((word) => [word, AFTER_ARTICLE] as const),
  ...['my', 'our', 'their', 'its', 'your'].map((word) => [word, AFTER_POSSESSIVE] as const),
  [
    'his',
    wordSet('the a an this that his her of to for from with by about and but been he she they'),
  ],
  [
    'of',
    wordSet(
      'of to for from into is are was were be been has have had will would could he she they we',
    ),
  ],
  ['in', wordSet('of into be been has have had he she they we')],
  [
    'at',
    wordSet('of on to for from with by and is are was were be been has have had he she they we'),
  ],
  ['for', wordSet('of to into were be been has had he she they we')],
  ['from', wordSet('of to for with and but is are was were been has have had he she they we')],
  ['with', wordSet('of to from but is are were been has had he she they we')],
  ['into', wordSet('of to for and is was were has had he she they we')],
  ['is', wordSet('is are was were be been has had will would')],
  ['are', wordSet('is are was were be been has have had will would can could does did')],
  ['was', wordSet('is are was were been has had will would can could does did')],
  ['were', wordSet('is are was were be been has have had will would can could does did')],
  ['has', wordSet('be being has have will would can could')],
  ['have', wordSet('be being has have will would can could')],
  ['had', wordSet('be being has have will would can could')],
  ['been', wordSet('is are was were be been has have had will would')],
  ['be', wordSet('is are was were be been has have will would can could')],
  ['to', wordSet('is was were are has had does did will would could should been')],
]);

/** Two words that no sentence has side by side, or not in this order (“zoo the with”, “have six is”). */
export function findGarbledWords({ sentence, setting, text }: Passage): readonly GrammarError[] {
  if (setting === 'label') return [];
  const { tokens } = sentence;
  const found: GrammarError[] = [];
  for (let index = 0; index + 1 < tokens.length; index++) {
    const one = tokens[index];
    const two = tokens[index + 1];
    if (one === undefined || two === undefined || !isPlainPair(one, two, text, index === 0))
      continue;
    if (one.lower === two.lower || NEVER_AFTER.get(one.lower)?.has(two.lower) !== true) continue;
    found.push({
      kind: 'garbled',
      span: { start: one.start, end: two.end },
      message: `“${one.text} ${two.text}” is out of order, or a word is missing in between.`,
      confidence: 0.9,
      fixes: swapFix(tokens, index),
      isFirstFixPreferred: false,
    });
  }
  return found;
}

function isPlainPair(one: Token, two: Token, text: string, opens: boolean): boolean {
  return (
    one.kind === 'word' &&
    two.kind === 'word' &&
    /^\p{Ll}+$/u.test(two.text) &&
    /^(?:\p{Ll}+|The|A|An|My|Our|Their|Its|Your|His|In|At|For|From|With|To)$/u.test(one.text) &&
    (!startsWithCapital(one) || opens) &&
    text.slice(one.end, two.start) === ' ' &&
    !/[-–’'/“"‘*]/u.test(text.charAt(two.end)) &&
    /^[\s“"‘(]?$/u.test(text.charAt(one.start - 1))
  );
}

/** The noun and its article exchanged, if they changed places: “zoo the” was “the zoo”. */
function swapFix(tokens: readonly Token[], index: number): GrammarError['fixes'] {
  const noun = tokens[index - 1];
  const article = tokens[index];
  if (noun === undefined || article === undefined || !isArticle(article) || !isNominal(noun))
    return [];
  if (startsWithCapital(noun) || isDeterminer(tokens[index - 2])) return [];
  return [
    {
      title: `Write “${article.text} ${noun.text}”`,
      edits: [
        { span: { start: noun.start, end: article.end }, newText: `${article.text} ${noun.text}` },
      ],
    },
  ];
}
