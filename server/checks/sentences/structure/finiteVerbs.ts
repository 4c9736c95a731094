import { wordSet } from '../../../lexicon/wordSet.js';
import { memoize } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import { isOnlyParticiple, isOnlyPast } from '../../../prose/grammar/irregularVerbs.js';
import { verbFormsOf } from './verbForms.js';
import {
  isBe,
  isDo,
  isHave,
  isModal,
  isObjectPronoun,
  isPossessiveDeterminer,
  isPronoun,
  isSubjectPronoun,
  isArticle,
} from '../../../lexicon/functionWords.js';
import { isAdverb, isPunctuation, isNominal, isTimeNoun, lower } from './words.js';

/**
 * Whether a word is the finite verb of a clause: `yes` (a modal, “is”, “went”, a verb right after
 * “she”), `perhaps` (an “-ed” form, which may be a participle; a noun that may be a verb) or `no`.
 */
export type Finiteness = 'yes' | 'perhaps' | 'no';

/** The finiteness of each word of a sentence, from its form and the words just before it. */
export const finitenessOf = memoize((words: readonly Token[]): readonly Finiteness[] =>
  words.map((word, index) => finitenessOfWord(words, word, index)),
);

function finitenessOfWord(words: readonly Token[], word: Token, index: number): Finiteness {
  if (word.kind !== 'word') return 'no';
  const governor = governorOf(words, index);
  if (isModal(word)) return governor === undefined ? 'yes' : 'no';
  if (isBe(word)) {
    if (/^(?:be|been|being)$/u.test(lower(word))) return 'no';
    return 'yes';
  }
  if (/^['’]s$/u.test(word.text))
    return word.tag === 'AUX' || isSubjectLike(words[index - 1]) ? 'yes' : 'no';
  if (/^(?:has|does|did)$/u.test(lower(word))) return 'yes';
  if (/^(?:having|doing)$/u.test(lower(word))) return 'no';
  if (isHave(word) || lower(word) === 'do') return governor === undefined ? 'yes' : 'no';
  if (word.tag === 'PROPN' || word.tag === 'PRON' || word.tag === 'DET') return 'no';
  return finitenessOfLexicalVerb(words, word, index, governor);
}

function finitenessOfLexicalVerb(
  words: readonly Token[],
  word: Token,
  index: number,
  governor: Token | undefined,
): Finiteness {
  const forms = verbFormsOf(word);
  const before = words[index - 1];
  const text = lower(word);
  if (forms.gerund && !forms.base) return 'no';
  if (word.tag !== 'VERB') {
    if (
      isSubjectPronoun(lastNonAdverb(words, index)) &&
      (forms.third || forms.past || forms.base) &&
      (word.tag === 'NOUN' || word.tag === 'ADJ')
    )
      return 'yes';
    if (word.tag !== 'NOUN' && word.tag !== 'ADJ') return 'no';
    if (!isNominal(before) && !isPronoun(before) && !isAdverb(before)) return 'no';
    return forms.third ||
      forms.past ||
      (forms.base &&
        word.tag === 'NOUN' &&
        before?.tag === 'NOUN' &&
        before.lemma !== lower(before))
      ? 'perhaps'
      : 'no';
  }
  if (governor !== undefined) return 'no';
  if (isArticle(before) || isPossessiveDeterminer(before)) return 'perhaps';
  if (isOnlyPast(text)) return 'yes';
  if (isOnlyParticiple(text)) return 'no';
  if (isInverted(words, index)) return 'no';
  if (isSubjectPronoun(lastNonAdverb(words, index))) return 'yes';
  if (forms.third && !forms.base) return 'yes';
  return forms.past && !forms.base && hasDirectObject(words, index) ? 'yes' : 'perhaps';
}

/** Verbs whose participle can have an object: “the man given a prize”, “a plan called the Pact”. */
const DITRANSITIVE = wordSet(
  'give call name dub offer award hand pay send show tell teach fine sentence consider elect appoint declare vote crown grant deny ask promise lend owe allow charge sell lease bring buy leave make deem style title nickname rename entitle codename worth label rate estimate aim',
);

/** True for a verb whose participle can have an object. */
export function isDitransitive(token: Token): boolean {
  return DITRANSITIVE.has(token.lemma);
}

/** “Forces left Kabul”: a past form between a noun and its object is not a participle. */
function hasDirectObject(words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  if (
    !(isNominal(before) || before?.tag === 'ADV' || isPronoun(before)) ||
    DITRANSITIVE.has(words[index]?.lemma ?? '')
  )
    return words[index]?.text === 'left' && after?.tag === 'PROPN' && isNominal(before);
  return (
    isArticle(after) ||
    isPossessiveDeterminer(after) ||
    isObjectPronoun(after) ||
    after?.tag === 'PROPN' ||
    after?.tag === 'NUM' ||
    (after?.tag === 'NOUN' && !isTimeNoun(after))
  );
}

/** True if an auxiliary precedes the subject pronoun: “can we keep it”. */
function isInverted(words: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && isAdverb(words[at])) at--;
  const before = words[at - 1];
  return (
    isSubjectPronoun(words[at]) &&
    (isModal(before) || isDo(before) || isBe(before) || isHave(before))
  );
}

/** The last word before `index` that is not an adverb. */
function lastNonAdverb(words: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (at >= 0 && isAdverb(words[at])) at--;
  return words[at];
}

/** The auxiliary, modal or “to” that governs the verb at `index`, ignoring adverbs, if any. */
export function governorOf(words: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (at >= 0 && (isAdverb(words[at]) || /^(?:all|both|each)$/u.test(lower(words[at])))) at--;
  const before = words[at];
  if (before === undefined || isPunctuation(before)) return undefined;
  if (lower(before) === 'to' || isModal(before) || isBe(before) || isHave(before) || isDo(before))
    return before;
  if (/^['’]s$/u.test(before.text) && isSubjectLike(words[at - 1])) return before;
  return undefined;
}

/** True for a pronoun after which “’s” is “is” or “has”. */
function isSubjectLike(token: Token | undefined): boolean {
  return /^(?:he|she|it|that|there|here|this|what|who|where|how|when|why|everyone|everything|everybody|nobody|nothing|somebody|someone|something|let)$/u.test(
    lower(token),
  );
}
