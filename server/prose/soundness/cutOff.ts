import type { Token } from '../tokens.js';
import { speechVerb } from '../speechVerbs.js';
import type { Break } from './break.js';
import { clausesOf } from './clauses.js';
import type { Passage } from './passage.js';
import { isBe, isCapitalised, isMark, isNominal, isPossessive, isRelative, isSubordinator, lower } from './words.js';

/** Words that no sentence ends on. */
const NEVER_LAST = /^(?:the|a|an|my|your|our|their|every|and|or|nor|than|whose|although|because|unless|whereas|into|onto|despite|during|among|amid|toward|towards|via|per|if|when|while|whether|is|was|as)$/u;

/** Prepositions that end a sentence only where their noun stands further forward. */
const SELDOM_LAST = /^(?:of|for|with|from|at|to|by|against|between|without|under|about|after|before|on|upon)$/u;

/** A sentence that stops in the middle (“Officials from the.”, “Iran,”). Cannot throw. */
export function findCutOffs({ words, setting, sentence, next }: Passage): readonly Break[] {
  if (setting === 'label') return [];
  const last = words.at(-1);
  const before = words.at(-2);
  if (last === undefined || before === undefined) return [];
  if (next === undefined && last.text === ',' && before.kind === 'word' && speechVerb(before.text) === undefined) return [cut(words, sentence.start, last.end, 0.9)];
  if (setting !== 'running' || last.text !== '.' || before.kind !== 'word' || words.length < 4 || isCapitalised(before)) return [];
  const confidence = certainty(words, before);
  return confidence === 0 ? [] : [cut(words, before.start, last.end, confidence)];
}

function cut(words: readonly Token[], start: number, end: number, confidence: number): Break {
  const word = words.at(-2)?.text ?? '';
  return {
    kind: 'fragment',
    span: { start, end },
    message: `The sentence breaks off after “${word}”.`,
    confidence,
    repairs: [],
    plain: false,
  };
}

function certainty(words: readonly Token[], last: Token): number {
  const word = lower(last);
  const index = words.length - 2;
  const before = words[index - 1];
  if (NEVER_LAST.test(word)) {
    if (/^(?:is|was|as|while|if|when|whether|than|and|or)$/u.test(word)) return certaintyOfSmall(word, before);
    return isMark(before) && before?.text === '-' ? 0 : 0.93;
  }
  if (word === 'that') return isNominal(before) && before?.kind === 'word' && before.tag === 'NOUN' ? 0.85 : 0;
  if (!SELDOM_LAST.test(word)) return 0;
  if (before?.text === ',') return word === 'after' || word === 'before' || word === 'on' || word === 'by' ? 0 : 0.88;
  return isStrandedRightly(words, index) ? 0 : 0.84;
}

function certaintyOfSmall(word: string, before: Token | undefined): number {
  if (word === 'is' || word === 'was') return 0;
  if (word === 'while') return /^(?:a|the|long|little|short)$/u.test(lower(before)) || isMark(before) ? 0 : 0.85;
  if (word === 'and' || word === 'or') return before?.text === '-' ? 0 : 0.92;
  return word === 'as' || word === 'than' ? 0.9 : 0.82;
}

/** True where the preposition's noun can stand before it: “the house he lives in”, “was cared for”, “nothing to speak of”. */
function isStrandedRightly(words: readonly Token[], index: number): boolean {
  const word = lower(words[index]);
  const before = words[index - 1];
  if (/^(?:on|by|about|after|before|under)$/u.test(word)) return true;
  if (before === undefined || before.tag === 'VERB' || before.tag === 'ADV' || before.tag === 'ADP' || isBe(before)) return true;
  const ahead = words.slice(0, index);
  if (ahead.some((token) => isRelative(token) || lower(token) === 'to' || lower(token) === 'that' || isSubordinator(token) && lower(token) !== 'since')) return true;
  return clausesOf(words).some(({ link }) => link === 'relative' || link === 'bare') || !isNominal(before) && !isPossessive(before);
}
