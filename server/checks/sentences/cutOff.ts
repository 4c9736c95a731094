import type { Token } from '../../prose/tokens.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import type { GrammarError } from './grammarError.js';
import { clausesOf } from './structure/clauses.js';
import { nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import {
  isBe,
  isDeterminer,
  isPossessiveDeterminer,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isPunctuation, isNominal, lower } from './structure/words.js';

/** Words that no sentence ends with. */
const NEVER_LAST =
  /^(?:the|a|an|my|your|our|their|every|and|or|nor|than|whose|although|because|unless|whereas|into|onto|despite|during|among|amid|toward|towards|via|per|if|when|while|whether|is|was|as)$/u;

/** Prepositions that end a sentence only if their noun comes earlier in it. */
const SELDOM_LAST =
  /^(?:of|for|with|from|at|to|by|between|without|under|about|after|before|on|upon)$/u;

/** A sentence that stops in the middle (“Officials from the.”, “Iran,”). */
export function findCutOffs({
  words,
  setting,
  sentence,
  next,
  previous,
}: Passage): readonly GrammarError[] {
  if (
    setting === 'label' &&
    !(sentence.role === 'prose' && previous === undefined && words.length > 8)
  )
    return [];
  const last = words.at(-1);
  const before = words.at(-2);
  if (last === undefined || before === undefined) return [];
  if (
    next === undefined &&
    last.text === ',' &&
    before.kind === 'word' &&
    speechVerb(before.text) === undefined
  )
    return [cutOff(words, sentence.start, last.end, 0.9)];
  if (
    setting !== 'running' ||
    last.text !== '.' ||
    before.kind !== 'word' ||
    words.length < 3 ||
    startsWithCapital(before)
  )
    return [];
  const confidence = confidenceOf(words, before);
  return confidence === 0 ? [] : [cutOff(words, before.start, last.end, confidence)];
}

function cutOff(
  words: readonly Token[],
  start: number,
  end: number,
  confidence: number,
): GrammarError {
  const word = words.at(-2)?.text ?? '';
  return {
    kind: 'fragment',
    span: { start, end },
    message: `“${word}” is not the end of a sentence: the rest is missing.`,
    confidence,
    fixes: [],
    isFirstFixPreferred: false,
  };
}

function confidenceOf(words: readonly Token[], last: Token): number {
  const word = lower(last);
  const index = words.length - 2;
  const before = words[index - 1];
  if (NEVER_LAST.test(word))
    return isPunctuation(before) && before?.text === '-'
      ? 0
      : confidenceOfNeverLast(words, word, before);
  if (word === 'his' || word === 'her')
    return /^(?:during|at|from|with|by|for|about|in|on|after)$/u.test(lower(before)) &&
      word === 'his'
      ? 0.84
      : 0;
  if (word === 'that') return takesThatClause(before) ? 0.84 : 0;
  if (!SELDOM_LAST.test(word)) return 0;
  if (before?.text === ',') return /^(?:after|before|on|by|about)$/u.test(word) ? 0 : 0.88;
  if (
    /^(?:due to|terms of|lack of|because of|instead of|according to|in line with|as well as|number of|part of|out of)$/u.test(
      `${lower(before)} ${word}`,
    )
  )
    return 0.9;
  return mayBeStranded(words, index) ? 0 : 0.84;
}

/** A word that takes a clause with “that”: “the possibility that”, “revealed that”. */
function takesThatClause(token: Token | undefined): boolean {
  return (
    token?.tag === 'NOUN' ||
    lower(token) === 'one' ||
    /^(?:reveal|announce|conclude|warn|argue|estimate|suggest|insist|claim|report|observe|add)$/u.test(
      token?.lemma ?? '',
    )
  );
}

function confidenceOfNeverLast(
  words: readonly Token[],
  word: string,
  before: Token | undefined,
): number {
  if (word === 'is' || word === 'was') return endsInBe(words) ? 0.84 : 0;
  if (word === 'while')
    return /^(?:a|the|long|little|short)$/u.test(lower(before)) || isPunctuation(before) ? 0 : 0.85;
  if (word === 'and' || word === 'or') return before?.text === '-' ? 0 : 0.92;
  // “That is a big if.”
  if (/^(?:DET|ADJ)$/u.test(before?.tag ?? '') && /^(?:if|when|while)$/u.test(word)) return 0;
  if (word === 'if' || word === 'when' || word === 'whether') return 0.82;
  return word === 'as' || word === 'than' ? 0.9 : 0.93;
}

/** “A sensitive document was.”: the verb and its subject are the whole sentence, so no verb is left out after it. */
function endsInBe(words: readonly Token[]): boolean {
  const subject = nounPhraseAt(words, 0);
  if (subject === undefined || subject.isPronoun || subject.last !== words.length - 3) return false;
  return isDeterminer(words[0]);
}

/** True if the noun of the preposition may come before it: “the house he lives in”, “was cared for”, “nothing to speak of”. */
function mayBeStranded(words: readonly Token[], index: number): boolean {
  const word = lower(words[index]);
  const before = words[index - 1];
  if (/^(?:on|by|about|after|before|under)$/u.test(word)) return true;
  if (
    before === undefined ||
    before.tag === 'VERB' ||
    before.tag === 'ADV' ||
    before.tag === 'ADP' ||
    isBe(before)
  )
    return true;
  const ahead = words.slice(0, index);
  if (
    ahead.some(
      (token) =>
        isRelative(token) ||
        lower(token) === 'to' ||
        lower(token) === 'that' ||
        (isSubordinator(token) && lower(token) !== 'since'),
    )
  )
    return true;
  return (
    clausesOf(words).some(
      ({ link, finiteness }) => finiteness === 'yes' && (link === 'relative' || link === 'bare'),
    ) ||
    (!isNominal(before) && !isPossessiveDeterminer(before))
  );
}
