import type { Analysis } from '../grammar/analysis.js';
import { isThirdOrPastForm } from '../dictionary.js';
import { type Token, analysisOf } from '../tokens.js';
import { type Break, repair } from './break.js';
import { gapModel } from './gaps/gapModel.js';
import type { Passage } from './passage.js';
import { isCoordinator, isDeterminer, isMark, isNominal, isTimeNoun, lower } from './words.js';

/** From this chance on a preposition is missed between two noun phrases. */
const CHANCE = 0.5;

/** Two noun phrases side by side that a preposition must join (“the fate the republic”). Cannot throw. */
export function findLostPrepositions({ sentence, setting, text }: Passage): readonly Break[] {
  const { tokens } = sentence;
  if (setting !== 'running') return [];
  const pairs = [...tokens.keys()].filter((at) => standSideBySide(tokens, at, text));
  if (pairs.length === 0) return [];
  const analysis = analysisOf(tokens);
  const chances = gapModel().judge(analysis);
  return pairs.flatMap((at): readonly Break[] => {
    const one = tokens[at - 1];
    const two = tokens[at];
    const chance = chances.chance(at, 'preposition');
    if (one === undefined || two === undefined || chance < CHANCE) return [];
    if (mayTakeTwoObjects(analysis, at - 1) || mayLackVerb(tokens, at)) return [];
    return [
      {
        kind: 'garbled',
        span: { start: one.start, end: two.end },
        message: `A word such as “of” is missing between “${one.text}” and “${two.text}”.`,
        confidence: Math.min(0.95, 0.8 + (chance - CHANCE) * 0.3),
        repairs: [repair('Insert “of”', one.end, one.end, ' of')],
        plain: false,
      },
    ];
  });
}

/** True where a common noun stands before the first word of another noun phrase. */
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
    // “a dog the size of a pig bit the man”: a verb that was taken for a noun.
    !(isNominal(tokens[at - 2]) && isThirdOrPastForm(one.text)) &&
    !namesTime(head) &&
    !opensWithPhrase(tokens, at) &&
    !OF_MEASURE.test(lower(head))
  );
}

/** “The house was a wreck and the garden a jungle”: the verb of the first is that of the second. */
function mayLackVerb(tokens: readonly Token[], at: number): boolean {
  let first = at - 1;
  while (/^(?:NOUN|ADJ|DET|PROPN)$/u.test(tokens[first - 1]?.tag ?? '')) first--;
  const joint = tokens[first - 1];
  const hasVerb = tokens.slice(0, first).some(({ tag }) => tag === 'AUX' || tag === 'VERB');
  return hasVerb && (isCoordinator(joint) || isMark(joint));
}

function namesTime(token: Token): boolean {
  return isTimeNoun(token) || isTimeNoun({ ...token, text: token.lemma }) || token.lemma === 'term';
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

/** Nouns that hang on another without a preposition: “a dog the size of a pig”, “the way”, “the same year”. */
const OF_MEASURE =
  /^(?:size|length|width|height|depth|weight|age|colou?r|shape|way|kind|sort|type|same|following|previous|next|last|first|second|instant|more|less|better|sooner|later)$/u;

/** Verbs that give somebody something, or call somebody something. */
const GIVING =
  /^(?:give|tell|show|teach|offer|send|lend|sell|buy|bring|pay|owe|cost|earn|win|save|deny|grant|award|promise|hand|pass|leave|make|call|name|dub|elect|appoint|consider|find|ask|charge|fine|bet|envy|spare|wish|allow|read|write|feed|get|serve|cause|deal|do|play|set|take|throw|vote|crown|label|brand|declare|proclaim|christen|rate|rank|nickname|title|term|forgive|guarantee|assign|allot|render|deem|judge|think|keep|hit|strike|beat|let)$/u;

/** True where the noun is an object of a verb that takes a second one: “told officers his name”. */
function mayTakeTwoObjects(analysis: Analysis, noun: number): boolean {
  for (let at = noun, steps = 0; at >= 0 && steps < 4; at = analysis.head(at), steps++) {
    const head = analysis.head(at);
    if (head < 0 || head > at) continue;
    if (analysis.upos(head) === 'VERB') return GIVING.test(analysis.lemma(head));
  }
  return false;
}
