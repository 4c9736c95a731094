import type { Analysis } from '../../prose/grammar/analysis.js';
import { isThirdOrPastForm } from '../../prose/dictionary.js';
import { type Token, analysisOf, withText } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { gapModel } from './gaps/gapModel.js';
import type { Passage } from './structure/passage.js';
import { numberOfNoun } from './structure/nounNumber.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isModal,
  isPreposition,
  isPronoun,
} from '../../lexicon/functionWords.js';
import {
  isAdverb,
  isGerund,
  isPunctuation,
  isNominal,
  isTimeNoun,
  lower,
} from './structure/words.js';

/** The probability from which a preposition is reported as missing between two noun phrases. */
const MIN_PROBABILITY = 0.5;

/** Two noun phrases that a preposition must join (“the fate the republic”), or a verb and a noun phrase that cannot be its object (“relies the state”). */
export function findMissingPrepositions(passage: Passage): readonly GrammarError[] {
  return passage.setting === 'running' ? [...betweenNouns(passage), ...afterWord(passage)] : [];
}

/** After words that require a preposition. */
function afterWord({ sentence: { tokens } }: Passage): readonly GrammarError[] {
  return tokens.flatMap((word, at): readonly GrammarError[] => {
    const after = tokens[at + 1];
    const missing = after === undefined ? undefined : prepositionAfter(tokens, at);
    if (after === undefined || missing === undefined) return [];
    return [
      {
        kind: 'missing-preposition',
        span: { start: word.start, end: after.end },
        message:
          missing === ''
            ? `“${word.text} ${after.text}” needs a word such as “on” or “in” in between.`
            : `“${word.text} ${after.text}” should be “${word.text} ${missing} ${after.text}”.`,
        confidence: 0.86,
        fixes:
          missing === ''
            ? []
            : [grammarFix(`Insert “${missing}”`, word.end, word.end, ` ${missing}`)],
        isFirstFixPreferred: missing !== '',
      },
    ];
  });
}

/** The preposition that is missing after the word at `at`: empty if it may be one of several, `undefined` if none is missing. */
function prepositionAfter(tokens: readonly Token[], at: number): string | undefined {
  const word = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const then = tokens[at + 2];
  if (word === undefined || after === undefined) return undefined;
  if (
    /^(?:accused|suspected)$/u.test(word.text) &&
    isBe(before) &&
    isGerund(after) &&
    !LIKE_PREPOSITION.test(after.text)
  )
    return 'of';
  // “Hundreds people”; but “thousands strong”, and “hundreds more people”.
  if (
    /^(?:dozens|hundreds|thousands|millions|billions)$/u.test(lower(word)) &&
    after.tag === 'NOUN' &&
    numberOfNoun(after) === 'plural' &&
    !isTimeNoun(withText(after, after.lemma))
  )
    return 'of';
  if (before === undefined) return undefined;
  if (
    /^(?:number|series|majority|handful|variety|group)$/u.test(word.text) &&
    /^an?$/u.test(before.text) &&
    after.tag === 'NOUN' &&
    numberOfNoun(after) === 'plural'
  )
    return 'of';
  if (
    word.text === 'born' &&
    /^an?$/u.test(after.text) &&
    isBe(before) &&
    BIRTHPLACE.test(lower(headAfter(tokens, at + 2)))
  )
    return 'in';
  const hasSubject =
    isNominal(before) ||
    isPronoun(before) ||
    isAdverb(before) ||
    isModal(before) ||
    lower(before) === 'to';
  return NO_OBJECT.test(word.lemma) &&
    word.tag === 'VERB' &&
    hasSubject &&
    isDeterminer(after) &&
    !/^(?:each|every|some|all|both|either|neither|any|that|no|this|these|those)$/u.test(
      after.text,
    ) &&
    then !== undefined &&
    !tokens.slice(at + 1, at + 6).some((near) => namesTime(near) || MEASURE.test(lower(near))) &&
    !tokens.slice(at + 2, at + 5).some((near) => EXTENT.test(lower(near)))
    ? ''
    : undefined;
}

/**
 * Verbs that take a prepositional object and never a direct one. Other intransitive verbs can have a noun
 * phrase after them: “he died a hero”, “she emerged the winner”, “it arrived the fitter”.
 */
const NO_OBJECT =
  /^(?:abide|accede|adhere|amount|appertain|belong|cater|coincide|collaborate|collide|comply|consist|cooperate|correspond|culminate|depend|interact|interfere|intervene|participate|pertain|preside|rely|reside|retaliate|revolve|succumb)$/u;

/** “It depends a lot on the weather”: how much, not what. */
const EXTENT = /^(?:lot|deal|bit|little|extent|amount|fraction|fair)$/u;

/** Forms in “-ing” that act as prepositions or say how: “convicted following a trial”, “accused using records”. */
const LIKE_PREPOSITION =
  /^(?:according|barring|concerning|during|excluding|following|including|involving|notwithstanding|owing|pending|regarding|starting|using)$/u;

/** Places that somebody can be born in. */
const BIRTHPLACE =
  /^(?:village|town|city|suburb|hamlet|house|hut|hospital|farm|farmhouse|cottage|slum|camp|cabin|tent|prison|family)$/u;

/** The head of the noun phrase that starts at `at`. */
function headAfter(tokens: readonly Token[], at: number): Token | undefined {
  let last = at;
  while (/^(?:NOUN|ADJ|PROPN)$/u.test(tokens[last + 1]?.tag ?? '')) last++;
  return tokens[last];
}

function betweenNouns({ sentence, text }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  const pairs = [...tokens.keys()].filter((at) => standSideBySide(tokens, at, text));
  if (pairs.length === 0) return [];
  const analysis = analysisOf(tokens);
  const gaps = gapModel().predict(analysis);
  return pairs.flatMap((at): readonly GrammarError[] => {
    const one = tokens[at - 1];
    const two = tokens[at];
    const probability = gaps.probability(at, 'preposition');
    if (one === undefined || two === undefined || probability < MIN_PROBABILITY) return [];
    if (
      mayTakeTwoObjects(analysis, at - 1) ||
      mayLackVerb(tokens, at) ||
      opensRelativeClause(tokens, at)
    )
      return [];
    return [
      {
        kind: 'missing-preposition',
        span: { start: one.start, end: two.end },
        message: `“${one.text} ${two.text}” needs a word such as “of” in between.`,
        confidence: Math.min(0.95, 0.8 + (probability - MIN_PROBABILITY) * 0.3),
        fixes: [grammarFix('Insert “of”', one.end, one.end, ' of')],
        isFirstFixPreferred: false,
      },
    ];
  });
}

/** True for the first word of a noun phrase that directly follows a common noun. */
function standSideBySide(tokens: readonly Token[], at: number, text: string): boolean {
  const one = tokens[at - 1];
  const two = tokens[at];
  const head = tokens[at + 1];
  if (one?.tag !== 'NOUN' || two === undefined || head === undefined) return false;
  return (
    /^\p{Ll}+$/u.test(one.text) &&
    /^\p{Ll}+$/u.test(two.text) &&
    text.slice(one.end, two.start) === ' ' &&
    isDeterminer(two) &&
    !/^(?:each|every|some|all|both|either|neither|any|that|no)$/u.test(two.text) &&
    !namesTime(one) &&
    // “a dog the size of a pig bit the man”: a verb that was tagged as a noun.
    !(isNominal(tokens[at - 2]) && isThirdOrPastForm(one.text)) &&
    !namesTime(head) &&
    !opensWithPhrase(tokens, at) &&
    !MEASURE.test(lower(head))
  );
}

/**
 * “The orchestra the mayor founded played on”, “the bread the bakers sold in May was stale”: of two verbs
 * without a subject between them, the first belongs to a relative clause.
 */
function opensRelativeClause(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex(({ tag }, index) => index > at && tag === 'VERB');
  const second = tokens.findIndex(
    ({ tag }, index) => index > first && (tag === 'VERB' || tag === 'AUX'),
  );
  if (first < 0 || second < 0) return false;
  let from = second;
  while (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/u.test(tokens[from - 1]?.tag ?? '')) from--;
  return from - 1 === first ? from === second : isPreposition(tokens[from - 1]);
}

/** “The house was a wreck and the garden a jungle”: the second clause leaves out the verb of the first. */
function mayLackVerb(tokens: readonly Token[], at: number): boolean {
  let first = at - 1;
  while (/^(?:NOUN|ADJ|DET|PROPN)$/u.test(tokens[first - 1]?.tag ?? '')) first--;
  // “A penny an ounce”, “three eggs a head”
  const counts = tokens[first]?.tag === 'NUM' || /^(?:an?|per)$/u.test(lower(tokens[first]));
  if (/^an?$/u.test(lower(tokens[at])) && (counts || tokens[first - 1]?.tag === 'NUM')) return true;
  const joint = tokens[first - 1];
  const hasVerb = tokens.slice(0, first).some(({ tag }) => tag === 'AUX' || tag === 'VERB');
  return hasVerb && (isCoordinator(joint) || isPunctuation(joint));
}

function namesTime(token: Token): boolean {
  return isTimeNoun(token) || isTimeNoun(withText(token, token.lemma)) || token.lemma === 'term';
}

/** “On the table the champion smiled.” */
function opensWithPhrase(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  return (
    tokens[first]?.tag === 'ADP' &&
    tokens
      .slice(first, at)
      .every(({ tag, text }) => tag !== 'VERB' && tag !== 'AUX' && text !== ',')
  );
}

/** Nouns that attach to another without a preposition: “a dog the size of a pig”, “the way”, “the same year”. */
const MEASURE =
  /^(?:size|length|width|height|depth|weight|age|colou?r|shape|way|kind|sort|type|same|following|previous|next|last|first|second|instant|more|less|better|sooner|later)$/u;

/** Verbs with two objects (“give her the book”) or an object and its complement (“call it a day”). */
const TWO_OBJECTS =
  /^(?:give|tell|show|teach|offer|send|lend|sell|buy|bring|pay|owe|cost|earn|win|save|deny|grant|award|promise|hand|pass|leave|make|call|name|dub|elect|appoint|consider|find|ask|charge|fine|bet|envy|spare|wish|allow|read|write|feed|get|serve|cause|deal|do|play|set|take|throw|vote|crown|label|brand|declare|proclaim|christen|rate|rank|nickname|title|term|forgive|guarantee|assign|allot|render|deem|judge|think|keep|hit|strike|beat|let)$/u;

/** True if the noun is an object of a verb that can take a second one: “told officers his name”. */
function mayTakeTwoObjects(analysis: Analysis, noun: number): boolean {
  for (let at = noun, steps = 0; at >= 0 && steps < 4; at = analysis.head(at), steps++) {
    const head = analysis.head(at);
    if (head < 0 || head > at) continue;
    if (analysis.upos(head) === 'VERB') return TWO_OBJECTS.test(analysis.lemma(head));
  }
  return false;
}
