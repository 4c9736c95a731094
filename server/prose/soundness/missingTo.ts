import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import { isDitransitive } from './finiteVerbs.js';
import { numberOfNoun } from './nounNumber.js';
import type { Passage } from './passage.js';
import { formsOf } from './verbForms.js';
import {
  isAdverb,
  isArticle,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isGerund,
  isHave,
  isModal,
  isObjectPronoun,
  isOnlyVerb,
  isPossessive,
  isPreposition,
  isRelative,
  lower,
} from './words.js';

/** “to” lost before an infinitive (“able send”, “trying kill her”, “the ability secure them”). Cannot throw. */
export function findMissingTo({ sentence }: Passage): readonly Break[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, index): readonly Break[] => {
    const before = tokens[index - 1];
    if (before === undefined || !isBareVerb(token)) return [];
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

/** A base form, and no past or participle of the same spelling (“put”, “become”). */
function isBareVerb(token: Token): boolean {
  if (
    token.kind !== 'word' ||
    isCapitalised(token) ||
    (token.tag === 'AUX' && lower(token) !== 'be')
  )
    return false;
  const { base, past, participle } = formsOf(token);
  return (
    base &&
    !past &&
    !participle &&
    (isOnlyVerb(token) || token.tag === 'VERB' || lower(token) === 'be')
  );
}

/** Words that an infinitive with “to” can follow, and no bare one and no noun. */
const ONLY_TO = new Set(
  'able unable willing unwilling reluctant hesitant eager keen poised supposed scheduled slated managed going ought hesitate hesitated hesitates tend tends tended intend intends intended yet'.split(
    ' ',
  ),
);

/** Verbs that an infinitive with “to” or a noun can follow. */
const TO_OR_NOUN = new Set(
  'want need plan hope expect decide refuse fail seek agree attempt continue begin start wish appear seem promise threaten vow prepare choose aim try love hate prefer'.split(
    ' ',
  ),
);

/** Nouns that an infinitive with “to” completes. */
const NOUN_TO = new Set(
  'ability chance opportunity decision effort failure attempt plan bid right desire refusal willingness inability intention obligation duty need request permission pressure'.split(
    ' ',
  ),
);

function certainty(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined) return 0;
  const trigger = lower(before);
  const sure = isOnlyVerb(token) || lower(token) === 'be';
  const object = takesObject(tokens, index);
  if (ONLY_TO.has(trigger))
    return isLicensed(tokens, index, trigger) ? 0 : sure || object ? 0.93 : 0;
  if (isPredicative(tokens, index - 1)) return sure || object ? 0.9 : 0;
  if (before.tag === 'VERB' && TO_OR_NOUN.has(before.lemma) && !isGerund(before))
    return followsVerb(tokens, index, sure, object);
  if (trigger === 'how' || (trigger === 'order' && lower(tokens[index - 2]) === 'in'))
    return sure && (object || isPreposition(tokens[index + 1])) ? 0.85 : 0;
  if (before.tag === 'NOUN' && sure) return followsNoun(tokens, index, object);
  return 0;
}

/** “going” and “yet” call for “to” only after “be” and “have”. */
function isLicensed(tokens: readonly Token[], index: number, trigger: string): boolean {
  const earlier = nearest(tokens, index - 1);
  if (trigger === 'going') return !isBe(earlier) || lower(tokens[index]) === 'be';
  if (trigger === 'yet') return !isHave(earlier);
  return false;
}

/** True for an adjective or a participle that “be” goes with: “is hesitant”, “were encouraged”. */
function isPredicative(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (
    word === undefined ||
    !(isBe(nearest(tokens, at)) || /^(?:become|became|becomes)$/u.test(lower(nearest(tokens, at))))
  )
    return false;
  // “Birds that are sick die”: the verb is that of the noun further back.
  if (tokens.slice(Math.max(0, at - 6), at).some((earlier) => isRelative(earlier))) return false;
  if (word.tag === 'ADJ')
    return !/^(?:such|same|other|best|first|last|next|more|most|due|own|left|let|made|open)$/u.test(
      lower(word),
    );
  const { participle, base } = formsOf(word);
  return (
    word.tag === 'VERB' &&
    participle &&
    !base &&
    !isDitransitive(word) &&
    !/^(?:let|made|seen|heard|helped|left|had|been)$/u.test(lower(word))
  );
}

function followsVerb(
  tokens: readonly Token[],
  index: number,
  sure: boolean,
  object: boolean,
): number {
  const word = lower(tokens[index]);
  const earlier = tokens[index - 2];
  const trigger = tokens[index - 1];
  // “Need not”, “needs must”; “have been” after a noun is a verb of its own: “the forms required have been …”.
  if (
    /^(?:not|must)$/u.test(word) ||
    (word === 'have' && /^(?:been|had)$/u.test(lower(tokens[index + 1])))
  )
    return 0;
  if (trigger?.lemma === 'need' && (isModal(earlier) || isDeterminer(earlier))) return 0;
  if (formsOf(trigger ?? tokens[0] ?? EMPTY).base && isDeterminer(earlier)) return 0;
  return sure && (object || word === 'be')
    ? 0.9
    : sure
      ? 0.82
      : object && isObjectAfter(tokens, index)
        ? 0.85
        : 0;
}

const EMPTY: Token = { text: '', start: 0, end: 0, kind: 'word', tag: 'X', lemma: '' };

/** “their ability secure the site”: one thing with a verb form for many, where nothing allows a bare infinitive. */
function followsNoun(tokens: readonly Token[], index: number, object: boolean): number {
  const noun = tokens[index - 1];
  const opener = tokens[index - 2];
  if (noun === undefined || !object || !NOUN_TO.has(noun.lemma)) return 0;
  if (numberOfNoun(noun) !== 'singular' || isCoordinator(opener)) return 0;
  const earlier = tokens.slice(0, index - 1);
  if (earlier.some((word) => LICENSES.test(word.lemma) || isModal(word))) return 0;
  return isArticle(opener) ||
    isPossessive(opener) ||
    opener?.tag === 'ADJ' ||
    opener?.tag === 'PART'
    ? 0.84
    : 0;
}

/** Verbs after which a noun and a bare infinitive may stand: “made the chance come”, “suggest that the plan become”. */
const LICENSES =
  /^(?:make|let|help|see|watch|hear|have|feel|notice|do|suggest|demand|insist|recommend|propose|ask|order|require|urge)$/u;

function takesObject(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  return (
    isDeterminer(after) ||
    isObjectPronoun(after) ||
    lower(after) === 'it' ||
    isPreposition(after) ||
    after?.tag === 'PROPN' ||
    (after?.tag === 'NOUN' && isOnlyVerb(tokens[index])) ||
    after?.tag === 'ADJ'
  );
}

function isObjectAfter(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  return isArticle(after) || isPossessive(after) || isObjectPronoun(after) || lower(after) === 'it';
}

function nearest(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (at >= 0 && isAdverb(tokens[at])) at--;
  return tokens[at];
}
