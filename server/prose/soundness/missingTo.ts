import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import type { Passage } from './passage.js';
import { formsOf } from './verbForms.js';
import { isBe, isCapitalised, isDeterminer, isModal, isObjectPronoun, isOnlyVerb, isPreposition, lower, isAdverb, isMark, isPossessive, isArticle } from './words.js';

/** Words that only an infinitive with “to” can follow, and no noun. */
const ONLY_TO = new Set('able unable willing unwilling likely unlikely reluctant eager keen ready trying tried managed going ought hesitate hesitated hesitates tend tends tended intend intends intended'.split(' '));

/** Words that an infinitive with “to” or a noun can follow. */
const OR_NOUN = new Set(
  'want wants wanted wanting need needs needed plan plans planned planning hope hopes hoped hoping expect expects expected decide decides decided deciding refuse refuses refused refusing fail fails failed failing seek seeks sought seeking agree agrees agreed attempt attempts attempted attempting used set chance ability opportunity decision effort efforts failure allowed forced asked urged ordered required continue continues continued begin begins began start starts started wish wishes order bid how where'.split(' '),
);

/** “to” lost before an infinitive (“able send”, “trying kill her”). Cannot throw. */
export function findMissingTo({ sentence }: Passage): readonly Break[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, index): readonly Break[] => {
    const before = tokens[index - 1];
    if (before === undefined || token.kind !== 'word' || isCapitalised(token)) return [];
    const confidence = certainty(tokens, index);
    if (confidence === 0) return [];
    return [
      {
        kind: 'garbled',
        span: { start: before.start, end: token.end },
        message: `“to” is missing: “${before.text} to ${token.text}”.`,
        confidence,
        repairs: [repair('Insert “to”', before.end, before.end, ' to')],
        plain: true,
      },
    ];
  });
}

function certainty(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined || !formsOf(token).base) return 0;
  const word = lower(token);
  if (!isOnlyVerb(token) && token.tag !== 'VERB') return 0;
  const trigger = lower(before);
  if (trigger === 'going' && !isBe(nearest(tokens, index - 1))) return 0;
  if ((trigger === 'likely' || trigger === 'unlikely') && !isBe(nearest(tokens, index - 1))) return 0;
  const object = takesObject(tokens[index + 1], tokens[index + 2]);
  if (ONLY_TO.has(trigger)) return isOnlyVerb(token) || object ? 0.93 : 0;
  if (/^(?:put|set|cut|let|read|hit|become|come|run|cost)$/u.test(word) || (word === 'have' && lower(tokens[index + 1]) === 'been')) return 0;
  if (OR_NOUN.has(trigger) && isOnlyVerb(token)) return isRightHere(tokens, index, trigger) ? 0 : object || word === 'be' ? 0.9 : 0.82;
  return 0;
}

/** True where the base form can stand without “to” after all: “Chances are”, “how do”, “where have”. */
function isRightHere(tokens: readonly Token[], index: number, trigger: string): boolean {
  const word = lower(tokens[index]);
  const before = tokens[index - 2];
  if (/^(?:how|where)$/u.test(trigger)) return /^(?:do|have|be|come|go|say|see)$/u.test(word) || isDeterminer(tokens[index + 1]) === false;
  if (trigger === 'need' || trigger === 'needs') return isModal(before) || word === 'not';
  if (/^(?:efforts|plans|attempts|wishes|needs|hopes|failures|starts)$/u.test(trigger)) return tokens[index - 1]?.tag !== 'VERB';
  if (/^(?:plan|hope|wish|bid|order|set|attempt|start|need|decision|effort|chance|ability)$/u.test(trigger) && tokens[index - 1]?.tag !== 'VERB') return !isArticle(before) && !isPossessive(before) && lower(before) !== 'in';
  return false;
}

function takesObject(after: Token | undefined, then: Token | undefined): boolean {
  return isDeterminer(after) || isObjectPronoun(after) || (isPreposition(after) && isDeterminer(then)) || isMark(after) && false;
}

function nearest(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (at >= 0 && isAdverb(tokens[at])) at--;
  return tokens[at];
}
