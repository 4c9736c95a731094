import { wordSet } from '../../lexicon/wordSet.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { verbFormsOf } from './structure/verbForms.js';
import { isBe, isModal, isPreposition, isSubordinator } from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isPunctuation, lower } from './structure/words.js';

/** Words that are capitalised only at the start of a sentence, in a title or in a name. */
const FUNCTION_WORDS =
  wordSet(`in on at to for from with by of about into over after before under between against during without through among
and or but nor if because although though while when where who whom whose which what how why as than that these those
he she they we is are was were be been has have had does did would could should not also only often apart together
however therefore meanwhile instead then there here where very too just even already still yet soon always never
since until
his her their our your its said says`);

/**
 * Finds capitals in the middle of a sentence on words that are not names (“arrive In the city”).
 */
export function findStrayCapitals({
  words,
  sentence,
  setting,
  flattened,
}: Passage): readonly GrammarError[] {
  if ((setting === 'label' && sentence.role !== 'credit') || flattened) return [];
  const found: GrammarError[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || !/^\p{Lu}\p{Ll}*$/u.test(word.text) || word.text.length < 2) continue;
    const confidence = confidenceOf(words, index);
    if (confidence === 0) continue;
    const right = word.lower;
    found.push({
      kind: 'stray-capital',
      span: { start: word.start, end: word.end },
      message: `“${word.text}” should be “${right}”, without a capital.`,
      confidence,
      fixes: [grammarFix(`Change to “${right}”`, word.start, word.end, right)],
      isFirstFixPreferred: true,
    });
  }
  return found;
}

function confidenceOf(words: readonly Token[], index: number): number {
  const word = words[index];
  const before = words[index - 1];
  const after = words[index + 1];
  if (word === undefined || before === undefined || after === undefined) return 0;
  // “…, However, …”, “of The risk”
  if (isBetweenCommas(words, index) || isArticleInPhrase(words, index)) return 0.86;
  const isLowerAfter = /^\p{Ll}/u.test(after.text);
  // “was Taken to”, “will Come into”, “in Cardiff Because of snow”
  const isInVerbGroup = (isBe(before) || isModal(before)) && word.tag === 'VERB';
  const opensClause = isSubordinator(word) && isSingleName(words, index - 1);
  if (isLowerAfter && (isInVerbGroup || opensClause)) return 0.84;
  const comma = before.text === ',';
  if (!comma && (isPunctuation(before) || before.kind !== 'word' || startsWithCapital(before)))
    return 0;
  if (isPunctuation(after) && after.text !== ',') return 0;
  const plainAfter = isLowerAfter || after.kind === 'number' || isBeforeName(words, index);
  if (!plainAfter && !(comma && isThirdPerson(word))) return 0;
  if (
    /^(?:the|a|an|of|in|at|by|for|['’]s|called|named|titled|entitled|dubbed|film|movie|book|novel|show|series|song|single|album|play|magazine|band|app|brand|group|phrase|slogan|motto|line|sign|words?|reads?|reading)$/u.test(
      lower(before),
    )
  )
    return 0;
  // Two prepositions, “read from To the Lighthouse”, or two names, “the ministers Said and Omar”.
  if (isPreposition(before) && isPreposition(word)) return 0;
  if (/^(?:and|or)$/u.test(lower(after)) && startsWithCapital(words[index + 2])) return 0;
  if (FUNCTION_WORDS.has(lower(word))) return 0.9;
  if (startsWithCapital(after) && !isThirdPerson(word)) return 0;
  if (/..ly$/u.test(word.text) && word.tag === 'ADV') return 0.85;
  return comma && isThirdPerson(word) ? 0.85 : 0;
}

/** “held In Astana this week”: a preposition before a name that is not part of a title. */
function isBeforeName(words: readonly Token[], index: number): boolean {
  if (!/^(?:In|On|At|From|For|With|To|Of|By|And)$/u.test(words[index]?.text ?? '')) return false;
  const name = words[index + 1];
  if (name?.tag !== 'PROPN' || isEnglishWord(name.text)) return false;
  let at = index + 1;
  while (startsWithCapital(words[at])) at++;
  // The words of a title are capitalised: “From Paris With Love”.
  return words.slice(index + 1, at).every(({ tag }) => tag === 'PROPN');
}

function isBetweenCommas(words: readonly Token[], index: number): boolean {
  return (
    words[index - 1]?.text === ',' &&
    words[index + 1]?.text === ',' &&
    /^(?:However|Therefore|Meanwhile|Instead|Though|Too|Moreover|Then)$/u.test(
      words[index]?.text ?? '',
    )
  );
}

function isArticleInPhrase(words: readonly Token[], index: number): boolean {
  const after = words[index + 1];
  return (
    words[index]?.text === 'The' &&
    isPreposition(words[index - 1]) &&
    /^\p{Ll}{3,}$/u.test(after?.text ?? '') &&
    (after?.tag === 'NOUN' || after?.tag === 'ADJ')
  );
}

/** True for a name of one word, which no title is. */
function isSingleName(words: readonly Token[], index: number): boolean {
  const name = words[index];
  return name?.tag === 'PROPN' && !isEnglishWord(name.text) && !startsWithCapital(words[index - 1]);
}

function isThirdPerson(token: Token): boolean {
  return token.tag === 'VERB' && verbFormsOf(token).third;
}
