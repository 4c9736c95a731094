import { wordSet } from '../../lexicon/wordSet.js';
import type { Token } from '../../prose/tokens.js';
import type { GrammarError } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isArticle,
  isDeterminer,
  isHave,
  isPossessiveDeterminer,
  isPreposition,
  isSubjectPronoun,
  isSubordinator,
  isRelative,
  isFiniteBe,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isGerund, isPunctuation, isNominal, lower, takesClause } from './structure/words.js';

/**
 * Function words that never follow each other in English: each with what cannot come after it. Based on
 * counts over half a million words of news; pairs that occur there, or that grammar allows at the end of a
 * relative clause (“the man I spoke of is”), are left out.
 */
const AFTER_ARTICLE = wordSet(
  `the a an this that these those my your his its our their every each any of at to for from with by about into onto
  during without and or but if because although where which whose how than he she it we they you him me them
  is are was were be been being am have had having does did would could should there here too also`,
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
  ['be', wordSet('is are was were be been has have had will would can could')],
  ['to', wordSet('is was were are has had does did will would could should been')],
]);

/** Two words that no sentence has side by side, or not in this order (“zoo the with”, “have six is”). */
export function findGarbledWords({ sentence, setting, text }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  const found: GrammarError[] = [];
  for (let index = 0; index + 1 < tokens.length; index++) {
    const one = tokens[index];
    const two = tokens[index + 1];
    if (one === undefined || two === undefined || !isPlainPair(one, two, text, index === 0))
      continue;
    const confidence = confidenceAt(tokens, index);
    if (confidence === 0 || setting === 'label') continue;
    found.push({
      kind: 'garbled',
      span: { start: one.start, end: two.end },
      message: `“${one.text} ${two.text}” is out of order, or a word is missing in between.`,
      confidence,
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

function confidenceAt(tokens: readonly Token[], index: number): number {
  const first = lower(tokens[index]);
  const second = lower(tokens[index + 1]);
  if (NEVER_AFTER.get(first)?.has(second) === true) return isAllowedHere(tokens, index) ? 0 : 0.9;
  if (isArticle(tokens[index]) || /^(?:my|our|their|its|your|every)$/u.test(first))
    return afterDeterminer(tokens, index);
  if (
    first === 'this' &&
    /^(?:in|from|about|at|of|on)$/u.test(second) &&
    tokens[index - 1]?.tag === 'NOUN' &&
    isNominal(tokens[index + 2])
  )
    return 0.82;
  if (second === 'been' || second === 'be')
    return isMisplacedAfterParticiple(tokens, index, second) ? 0.88 : 0;
  if (/^(?:has|have|had|was|were)$/u.test(second))
    return isMisplacedAfterVerb(tokens, index) ? 0.84 : 0;
  return 0;
}

/** “the in region”, “the told him”, “the tells its story”. */
function afterDeterminer(tokens: readonly Token[], index: number): number {
  const word = tokens[index + 1];
  const after = tokens[index + 2];
  const then = tokens[index + 3];
  const second = lower(word);
  if (word === undefined) return 0;
  if (/^(?:in|on)$/u.test(second)) {
    if (lower(tokens[index]) !== 'the') return isDeterminer(after) || isNominal(after) ? 0.88 : 0;
    return (isDeterminer(after) && lower(after) !== 'no') ||
      (isNominal(after) && (isPunctuation(then) || isPreposition(then)))
      ? 0.84
      : 0;
  }
  if (/^(?:over|after|before|under|between|against|when|while|who|what|so|as|not)$/u.test(second)) {
    return (isDeterminer(after) && lower(after) !== 'no') ||
      (isPunctuation(after) && !/^(?:who|what|while)$/u.test(second))
      ? 0.88
      : 0;
  }
  if (isOnlyPast(second) || second === 'told') return word.tag === 'VERB' ? 0.88 : 0;
  return !isPossessiveDeterminer(tokens[index]) &&
    word.tag === 'VERB' &&
    verbFormsOf(word).third &&
    (isArticle(after) || isPossessiveDeterminer(after))
    ? 0.85
    : 0;
}

/** “assisted been by”, “to published be today”: “been” and “be” come before their participle. */
function isMisplacedAfterParticiple(
  tokens: readonly Token[],
  index: number,
  second: string,
): boolean {
  const word = tokens[index];
  if (
    word?.tag !== 'VERB' ||
    !verbFormsOf(word).participle ||
    verbFormsOf(word).base ||
    isHave(word) ||
    /^(?:had|been)$/u.test(lower(word))
  )
    return false;
  if (second === 'been') return true;
  return lower(tokens[index - 1]) === 'to' && tokens[index + 2]?.tag !== 'VERB';
}

/** “Because they dropped have points”: a clause that opens with its subject and verb, and then an auxiliary. */
function isMisplacedAfterVerb(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index];
  const before = tokens[index - 1];
  if (
    word?.tag !== 'VERB' ||
    !verbFormsOf(word).past ||
    verbFormsOf(word).base ||
    before === undefined
  )
    return false;
  // “the man whom Ms. Roe believed was …”
  if (isHave(word) || takesClause(word)) return false;
  if (before.tag !== 'PROPN' && !isSubjectPronoun(before)) return false;
  let first = index - 1;
  while (tokens[first]?.tag === 'PROPN' && tokens[first - 1]?.tag === 'PROPN') first--;
  const link = tokens[first - 1];
  const opens =
    link === undefined
      ? first < index - 1 || isSubjectPronoun(before)
      : link.text === ',' || /^(?:because|although|though|that|but)$/u.test(lower(link));
  return opens && !isPunctuation(tokens[index + 2]);
}

/** True if grammar allows the pair here after all. */
function isAllowedHere(tokens: readonly Token[], index: number): boolean {
  const one = tokens[index];
  const two = tokens[index + 1];
  const before = tokens[index - 1];
  const after = tokens[index + 2];
  const first = lower(one);
  const second = lower(two);
  if (/^(?:and|or)$/u.test(second) && (isPossessiveDeterminer(one) || isDeterminer(after)))
    return true;
  if (isFiniteBe(two) && isDeterminer(after) && !isArticle(one)) return true;
  if (first === 'every' && second === 'which') return true;
  if (second === 'of' && isGerund(before)) return true;
  if (second === 'have' && /^(?:kind|sort|type)$/u.test(lower(before))) return true;
  if (/^(?:he|she|they|we)$/u.test(second) && (isPunctuation(after) || after?.text === 'the'))
    return true;
  if (
    first === 'a' &&
    /^(?:vitamin|hepatitis|type|grade|plan|group|class|category|section|option|level|an|letter|team|division|block)$/u.test(
      lower(before),
    )
  )
    return true;
  if (
    isArticle(one) &&
    (second === 'have' ||
      second === 'being' ||
      second === 'here' ||
      second === 'there' ||
      second === 'i')
  )
    return lower(tokens[index + 2]) !== 'been';
  if (
    /^(?:of|in|at|for|from|with|into|to|be|been)$/u.test(first) &&
    /^(?:is|are|was|were|has|have|had|will|would|can|could|does|did)$/u.test(second)
  ) {
    return (
      tokens.slice(0, index).some((token) => isRelative(token)) ||
      tokens[index - 1]?.tag === 'VERB' ||
      isPunctuation(before)
    );
  }
  if (isFiniteBe(one) && /^(?:is|are|was|were|will|would|has|had|does|did)$/u.test(second)) {
    return tokens
      .slice(0, index)
      .some(
        (token) =>
          isRelative(token) ||
          isSubordinator(token) ||
          lower(token) === 'all' ||
          lower(token) === 'that',
      );
  }
  if (/^(?:of|in|at|for|from|with|into)$/u.test(first) && /^(?:he|she|they|we)$/u.test(second)) {
    return /^(?:whom|which|who|and|or)$/u.test(lower(tokens[index + 2]));
  }
  if (
    /^(?:of|in|at|for|from|with|into)$/u.test(first) &&
    /^(?:for|from|to|with|by|on|and|but|into)$/u.test(second)
  ) {
    return (
      before?.tag === 'VERB' ||
      tokens.slice(0, index).some((token) => isRelative(token) || lower(token) === 'to')
    );
  }
  if (
    /^(?:has|have|had)$/u.test(first) &&
    /^(?:is|was|were|are|will|would|does|did|has|had|can|could)$/u.test(second)
  ) {
    return tokens
      .slice(0, index)
      .some(
        (token) =>
          isRelative(token) ||
          lower(token) === 'all' ||
          lower(token) === 'as' ||
          lower(token) === 'than',
      );
  }
  return false;
}

/** The noun and its article exchanged, if that is what was meant: “zoo the” was “the zoo”. */
function swapFix(tokens: readonly Token[], index: number): GrammarError['fixes'] {
  const noun = tokens[index - 1];
  const article = tokens[index];
  if (noun === undefined || article === undefined || !isArticle(article) || !isNominal(noun))
    return [];
  if (
    startsWithCapital(noun) ||
    isDeterminer(tokens[index - 2]) ||
    isPossessiveDeterminer(tokens[index - 2])
  )
    return [];
  return [
    {
      title: `Write “${article.text} ${noun.text}”`,
      edits: [
        { span: { start: noun.start, end: article.end }, newText: `${article.text} ${noun.text}` },
      ],
    },
  ];
}
