import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isVerbForm } from '../../prose/dictionary.js';
import { infinitiveOf, isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { verbFormsOf, participleOf, baseOfRegularised } from './structure/verbForms.js';
import {
  isBe,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isNot,
  isPronoun,
  isPreposition,
  isObjectPronoun,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  beforeAdverbs,
  isAdverb,
  isGerund,
  isPunctuation,
  isNominal,
  isAlwaysVerb,
  lower,
} from './structure/words.js';

/** A verb in a form that its auxiliary or “to” does not take (“can builded”, “has went”). */
export function findWrongVerbForms({ sentence }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, index): readonly GrammarError[] => {
    if (token.kind !== 'word' || startsWithCapital(token)) return [];
    const wrong = wrongForm(tokens, index);
    if (wrong === undefined) return [];
    return [
      {
        kind: 'wrong-form',
        span: { start: wrong.governor.start, end: token.end },
        message: `“${token.text}” should be “${wrong.right}” after “${wrong.governor.text}”.`,
        confidence: wrong.confidence,
        fixes: [wrong.right, ...(wrong.others ?? [])].map((right) =>
          grammarFix(`Write “${right}”`, token.start, token.end, right),
        ),
        isFirstFixPreferred: true,
      },
    ];
  });
}

interface WrongForm {
  /** The auxiliary or “to” before the verb. */
  readonly governor: Token;
  readonly right: string;
  /** The possible intended forms. */
  readonly others?: readonly string[];
  readonly confidence: number;
}

function wrongForm(tokens: readonly Token[], index: number): WrongForm | undefined {
  const token = tokens[index];
  const at = beforeAdverbs(tokens, index);
  const governor = tokens[at];
  if (token === undefined || governor === undefined) return undefined;
  const word = lower(token);
  const base = baseOfRegularised(word) ?? infinitiveOf(word) ?? baseOfRegular(token);
  const isNext = at === index - 1;
  if (isModalHere(tokens, at)) {
    if (takesBase(tokens, index, at)) {
      const [right = base, ...others] = formsAfterModal(governor, token, base);
      return { governor, right, others, confidence: 0.92 };
    }
    if (isNext && isOnlyGerund(token)) return { governor, right: token.lemma, confidence: 0.88 };
  }
  // “Did not believed”
  if (isDo(governor) && isNot(tokens[at + 1]) && takesBase(tokens, index, at))
    return { governor, right: base, confidence: 0.9 };
  if (
    isNext &&
    /^(?:is|are|was|were|been)$/u.test(lower(governor)) &&
    isBareBase(token, tokens[index + 1])
  )
    return { governor, right: participleOf(token.lemma), confidence: 0.88 };
  if (isNext && lower(governor) === 'to' && isInfinitive(tokens, at, index))
    return { governor, right: base, confidence: 0.88 };
  if (!isOnlyPast(word) || token.tag !== 'VERB') return undefined;
  if (isHave(governor) && !isPunctuation(tokens[index - 1]))
    return { governor, right: participleOf(base), confidence: 0.92 };
  return isNext && isBe(governor)
    ? { governor, right: participleOf(base), confidence: 0.9 }
    : undefined;
}

/**
 * The forms that may be meant, the smallest change first. Before “acted”, “should” may have lost
 * its “have”; after “will” and “can” that is rare.
 */
function formsAfterModal(modal: Token, verb: Token, base: string): readonly string[] {
  if (!/^(?:should|could|would|might|must|may)$/u.test(lower(modal)) || verbFormsOf(verb).third)
    return [base];
  const participle = participleOf(base);
  const perfect = `have ${participle}`;
  return participle === verb.lower ? [perfect, base] : [base, perfect];
}

/** “will signing”: a form in “-ing” that is not a noun. */
function isOnlyGerund(token: Token): boolean {
  return (
    token.tag === 'VERB' && isGerund(token) && !verbFormsOf(token).base && isVerbForm(token.lemma)
  );
}

/** “is expect to”: a base form that is always a verb, before what usually follows a participle. */
function isBareBase(token: Token, after: Token | undefined): boolean {
  const { base, past, participle } = verbFormsOf(token);
  return (
    base &&
    !past &&
    !participle &&
    isAlwaysVerb(token) &&
    !/^(?:go|come|do|be|have)$/u.test(token.lemma) &&
    isPreposition(after)
  );
}

function baseOfRegular(token: Token): string {
  if (token.lemma !== token.lower) return token.lemma;
  const stem = token.lemma.replace(/ed$/u, '');
  return isVerbForm(`${stem}e`) ? `${stem}e` : stem;
}

function isModalHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isModal(token) || startsWithCapital(token) || /^['’]d/u.test(lower(token))) return false;
  // “The will”, “the old will signed in 2003”.
  const opener = tokens[at - 1]?.tag === 'ADJ' ? tokens[at - 2] : tokens[at - 1];
  return !isDeterminer(opener) || isPronoun(opener);
}

/** True if a verb after a modal is a past form, or one with “-s”, and should be the base form. */
function takesBase(tokens: readonly Token[], index: number, at: number): boolean {
  const token = tokens[index];
  if (token === undefined || index - at > 2) return false;
  const word = lower(token);
  if (baseOfRegularised(word) !== undefined) return true;
  if (word === 'used' || word === 'had' || word === 'supposed' || token.tag !== 'VERB')
    return false;
  // “As fast as he could went the horse”: the verb of the modal is left out.
  if (
    tokens
      .slice(Math.max(0, at - 6), at)
      .some((before) => /^(?:all|than|as|whatever|everything)$/u.test(lower(before)))
  )
    return false;
  const forms = verbFormsOf(token);
  return (forms.past || forms.third) && !forms.base;
}

function isInfinitive(tokens: readonly Token[], at: number, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const word = lower(token);
  const forms = verbFormsOf(token);
  const after = tokens[index + 1];
  const isNounOrVerb = /^(?:NOUN|VERB)$/u.test(tokens[at - 1]?.tag ?? '');
  if (baseOfRegularised(word) !== undefined) return true;
  if (isOnlyPast(word) && token.tag === 'VERB' && !isNominal(after)) return true;
  if (!forms.past || forms.base) return false;
  // A participle never precedes a determiner: “to caused the delay”, but “due to delayed trains”.
  if (isDeterminer(after) || isObjectPronoun(after) || lower(after) === 'it') return true;
  if (token.tag !== 'VERB') return false;
  if ((isPreposition(after) && lower(after) !== 'as') || isAdverb(after)) return isNounOrVerb;
  // “needed surgery to survived.”
  return isPunctuation(after) && isNounOrVerb;
}
