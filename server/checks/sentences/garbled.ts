import type { Token } from '../../prose/tokens.js';
import type { GrammarError } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isArticle,
  isCapitalised,
  isDeterminer,
  isGerund,
  isHave,
  isMark,
  isNominal,
  isPossessive,
  isPreposition,
  isSubjectPronoun,
  isSubordinator,
  isRelative,
  lower,
  takesClause,
} from './structure/words.js';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/**
 * Small words that never stand side by side in English: the first, then what cannot follow it. Drawn
 * from counts over half a million words of news; pairs that turn up there, or that grammar allows at
 * the end of a relative clause (“the man I spoke of is”), are left out.
 */
const AFTER_ARTICLE = words(
  `the a an this that these those my your his its our their every each any of at to for from with by about into onto
  during without and or but if because although where which whose how than he she it we they you him me them
  is are was were be been being am have had having does did would could should there here too also`,
);
const AFTER_POSSESSIVE = words(
  `the a an this that these those my your his its our their every each of at to for from with by about into during without and or but
  if because although where which he she it we they is are was were be been has have had would could should does did`,
);
const NEVER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['the', 'a', 'an', 'every'].map((word) => [word, AFTER_ARTICLE] as const),
  ...['my', 'our', 'their', 'its', 'your'].map((word) => [word, AFTER_POSSESSIVE] as const),
  [
    'his',
    words('the a an this that his her of to for from with by about and but been he she they'),
  ],
  [
    'of',
    words(
      'of to for from into is are was were be been has have had will would could he she they we',
    ),
  ],
  ['in', words('of into be been has have had he she they we')],
  [
    'at',
    words('of on to for from with by and is are was were be been has have had he she they we'),
  ],
  ['for', words('of to into were be been has had he she they we')],
  ['from', words('of to for with and but is are was were been has have had he she they we')],
  ['with', words('of to from but is are were been has had he she they we')],
  ['into', words('of to for and is was were has had he she they we')],
  ['is', words('is are was were be been has had will would')],
  ['are', words('is are was were be been has have had will would can could does did')],
  ['was', words('is are was were been has had will would can could does did')],
  ['were', words('is are was were be been has have had will would can could does did')],
  ['has', words('be being has have will would can could')],
  ['have', words('be being has have will would can could')],
  ['had', words('be being has have will would can could')],
  ['been', words('is are was were be been has have had will would')],
  ['be', words('is are was were be been has have had will would can could')],
  ['to', words('is was were are has had does did will would could should been')],
]);

/** Words in an order, or next to each other, as no sentence has them (“zoo the with”, “have six is”). */
export function findGarbledWords({ sentence, setting, text }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  const found: GrammarError[] = [];
  for (let index = 0; index + 1 < tokens.length; index++) {
    const one = tokens[index];
    const two = tokens[index + 1];
    if (one === undefined || two === undefined || !isPlainPair(one, two, text, index === 0))
      continue;
    const confidence = certainty(tokens, index);
    if (confidence === 0 || setting === 'label') continue;
    found.push({
      kind: 'garbled',
      span: { start: one.start, end: two.end },
      message: `The words are out of order or one is missing: “${one.text} ${two.text}”.`,
      confidence,
      fixes: swapped(tokens, index),
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
    (!isCapitalised(one) || opens) &&
    text.slice(one.end, two.start) === ' ' &&
    !/[-–’'/“"‘*]/u.test(text.charAt(two.end)) &&
    /^[\s“"‘(]?$/u.test(text.charAt(one.start - 1))
  );
}

function certainty(tokens: readonly Token[], index: number): number {
  const first = lower(tokens[index]);
  const second = lower(tokens[index + 1]);
  if (NEVER.get(first)?.has(second) === true) return isRightHere(tokens, index) ? 0 : 0.9;
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
    return isStrayParticiple(tokens, index, second) ? 0.88 : 0;
  if (/^(?:has|have|had|was|were)$/u.test(second)) return isStrayVerb(tokens, index) ? 0.84 : 0;
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
      (isNominal(after) && (isMark(then) || isPreposition(then)))
      ? 0.84
      : 0;
  }
  if (/^(?:over|after|before|under|between|against|when|while|who|what|so|as|not)$/u.test(second)) {
    return (isDeterminer(after) && lower(after) !== 'no') ||
      (isMark(after) && !/^(?:who|what|while)$/u.test(second))
      ? 0.88
      : 0;
  }
  if (isOnlyPast(second) || second === 'told') return word.tag === 'VERB' ? 0.88 : 0;
  return !isPossessive(tokens[index]) &&
    word.tag === 'VERB' &&
    verbFormsOf(word).third &&
    (isArticle(after) || isPossessive(after))
    ? 0.85
    : 0;
}

/** “assisted been by”, “to published be today”: “been” and “be” stand before their participle. */
function isStrayParticiple(tokens: readonly Token[], index: number, second: string): boolean {
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

/** “Because they dropped have points”: a subject that opens its clause, its verb, and then an auxiliary. */
function isStrayVerb(tokens: readonly Token[], index: number): boolean {
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
  return opens && !isMark(tokens[index + 2]);
}

/** True where grammar allows the pair after all. */
function isRightHere(tokens: readonly Token[], index: number): boolean {
  const one = tokens[index];
  const two = tokens[index + 1];
  const before = tokens[index - 1];
  const after = tokens[index + 2];
  const first = lower(one);
  const second = lower(two);
  if (/^(?:and|or)$/u.test(second) && (isPossessive(one) || isDeterminer(after))) return true;
  if (/^(?:is|are|was|were)$/u.test(second) && isDeterminer(after) && !isArticle(one)) return true;
  if (first === 'every' && second === 'which') return true;
  if (second === 'of' && isGerund(before)) return true;
  if (second === 'have' && /^(?:kind|sort|type)$/u.test(lower(before))) return true;
  if (/^(?:he|she|they|we)$/u.test(second) && (isMark(after) || after?.text === 'the')) return true;
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
      isMark(before)
    );
  }
  if (
    /^(?:is|are|was|were)$/u.test(first) &&
    /^(?:is|are|was|were|will|would|has|had|does|did)$/u.test(second)
  ) {
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

/** The words the other way round, where that is right: “zoo the” was “the zoo”. */
function swapped(tokens: readonly Token[], index: number): GrammarError['fixes'] {
  const noun = tokens[index - 1];
  const article = tokens[index];
  if (noun === undefined || article === undefined || !isArticle(article) || !isNominal(noun))
    return [];
  if (isCapitalised(noun) || isDeterminer(tokens[index - 2]) || isPossessive(tokens[index - 2]))
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
