import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isVerbForm } from '../../prose/dictionary.js';
import { infinitiveOf, isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { verbFormsOf, participleOf, baseOfRegularised } from './structure/verbForms.js';
import {
  isArticle,
  isBe,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isPronoun,
  isRelative,
  isPossessiveDeterminer,
  isPreposition,
  isObjectPronoun,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
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
        fixes: [grammarFix(`Write “${wrong.right}”`, token.start, token.end, wrong.right)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

interface WrongForm {
  /** The auxiliary or “to” before the verb. */
  readonly governor: Token;
  readonly right: string;
  readonly confidence: number;
}

function wrongForm(tokens: readonly Token[], index: number): WrongForm | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const word = lower(token);
  let at = index - 1;
  while (at >= 0 && isAdverb(tokens[at])) at--;
  const governor = tokens[at];
  const regular = baseOfRegularised(word);
  const base = regular ?? infinitiveOf(word) ?? baseOfRegular(token);
  if (governor === undefined) return undefined;
  if (isModalHere(tokens, at) && takesBase(tokens, index, at))
    return { governor, right: base, confidence: 0.92 };
  if (isModalHere(tokens, at) && at === index - 1 && isOnlyGerund(token))
    return { governor, right: token.lemma, confidence: 0.88 };
  if (
    /^(?:is|are|was|were|been)$/u.test(lower(governor)) &&
    at === index - 1 &&
    isBareBase(token, tokens[index + 1]) &&
    !tokens.slice(0, at).some((earlier) => isRelative(earlier) || isDo(earlier) || isDone(earlier))
  )
    return { governor, right: participleOf(token.lemma), confidence: 0.88 };
  if (lower(governor) === 'to' && at === index - 1 && isInfinitive(tokens, at, index))
    return { governor, right: base, confidence: 0.88 };
  if (
    isHave(governor) &&
    isOnlyPast(word) &&
    token.tag === 'VERB' &&
    !isPunctuation(tokens[index - 1])
  ) {
    return { governor, right: participleOf(base), confidence: 0.92 };
  }
  if (isBe(governor) && isOnlyPast(word) && token.tag === 'VERB' && at === index - 1) {
    return { governor, right: participleOf(base), confidence: 0.9 };
  }
  if (/^(?:did|does|do)$/u.test(lower(governor)) && at < index && isPastAfterDo(tokens, index, at))
    return { governor, right: base, confidence: 0.9 };
  return undefined;
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
    (isPreposition(after) || isPunctuation(after))
  );
}

function isDone({ text }: Token): boolean {
  return /^(?:done|doing|all|(?:thing|job|task|plan|way|option|step|goal|aim|choice|role|purpose|solution|answer|trick|mission|motto|advice|order|rule)s?)$/iu.test(
    text,
  );
}

function baseOfRegular(token: Token): string {
  if (token.lemma !== token.lower) return token.lemma;
  const stem = token.lemma.replace(/ed$/u, '');
  return isVerbForm(`${stem}e`) ? `${stem}e` : stem;
}

function isModalHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    token === undefined ||
    !isModal(token) ||
    token.text.startsWith("'d") ||
    token.text.startsWith('’d')
  )
    return false;
  if (startsWithCapital(token)) return false;
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
  if (!(forms.past || forms.third) || forms.base) return false;
  // “The work will continued.”; but “Her will, contested, …”.
  return (
    !isPunctuation(tokens[index + 1]) ||
    (tokens[at]?.tag === 'AUX' &&
      /^(?:NOUN|PRON)$/u.test(tokens[at - 1]?.tag ?? '') &&
      index === at + 1)
  );
}

/** Words that take an infinitive, so that “to” after them is not a preposition. */
const INFINITIVE =
  /^(?:able|unable|want|try|need|plan|hope|expect|expected|decide|refuse|fail|manage|seek|agree|attempt|intend|promise|threaten|offer|begin|start|continue|allow|force|order|ask|urge|encourage|persuade|help|enable|use|likely|unlikely|ready|willing|unwilling|eager|keen|set|going|go|have|ought|supposed|ability|chance|effort|decision|opportunity|right|way|failure|attempt|plan|bid|desire|power|permission|tend|aim|struggle|wish|prepare|require|tell|warn|advise|invite|cause|get|design|mean|free|determined|hard|easy|difficult|impossible|possible|important|enough|too|time|place|order|how|where|what|whether)$/u;

function isInfinitive(tokens: readonly Token[], at: number, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const word = lower(token);
  const forms = verbFormsOf(token);
  const after = tokens[index + 1];
  const before = tokens[at - 1];
  if (baseOfRegularised(word) !== undefined) return true;
  if (isOnlyPast(word) && token.tag === 'VERB' && !isNominal(after)) return true;
  if (!forms.past || forms.base) return false;
  // A participle never precedes an article: “to caused the delay”, but “due to delayed trains”.
  if (
    isArticle(after) ||
    isPossessiveDeterminer(after) ||
    isObjectPronoun(after) ||
    lower(after) === 'it'
  )
    return true;
  if (token.tag !== 'VERB') return false;
  if ((isPreposition(after) && lower(after) !== 'as') || isAdverb(after))
    return before?.tag === 'NOUN' || before?.tag === 'VERB' || INFINITIVE.test(lower(before));
  // “needed surgery to survived.”; but “compared to expected.”
  if (
    isPunctuation(after) &&
    /^(?:NOUN|VERB)$/u.test(before?.tag ?? '') &&
    !COMPARES.test(before?.lemma ?? '')
  )
    return true;
  if (!INFINITIVE.test(before?.lemma ?? '') && !INFINITIVE.test(lower(before))) return false;
  return isDeterminer(after) || isPronoun(after) || isPunctuation(after);
}

const COMPARES =
  /^(?:compare|oppose|relate|respond|refer|prefer|add|limit|restrict|contrast|reaction|response|reference|alternative|preference|close)$/u;

function isPastAfterDo(tokens: readonly Token[], index: number, at: number): boolean {
  const token = tokens[index];
  const negated = tokens
    .slice(at + 1, index)
    .some((word) => /^(?:not|n't|n’t)$/u.test(lower(word)));
  return (
    token !== undefined &&
    negated &&
    token.tag === 'VERB' &&
    verbFormsOf(token).past &&
    !verbFormsOf(token).base &&
    index - at <= 2
  );
}
