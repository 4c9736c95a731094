import { isMonth, isWeekday } from '../../lexicon/calendar.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { isEnglishWord, isThirdOrPastForm, isVerbForm } from '../../prose/dictionary.js';
import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import { finitenessOf, governorOf, isDitransitive } from './structure/finiteVerbs.js';
import { isIntransitive } from './structure/intransitive.js';
import { numberOfNoun } from './structure/nounNumber.js';
import { type NounPhrase, nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import { isOnlyParticiple } from '../../prose/grammar/irregularVerbs.js';
import { isFinite } from './structure/tree.js';
import { verbFormsOf, isPast, withoutPrefix } from './structure/verbForms.js';
import {
  isArticle,
  isCoordinator,
  isDeterminer,
  isHave,
  isObjectPronoun,
  isPossessiveDeterminer,
  isPreposition,
  isPronoun,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import {
  isAdverb,
  isGerund,
  isPunctuation,
  isNominal,
  isCertainlyFinite,
  isTimeNoun,
  lower,
  takesClause,
} from './structure/words.js';

/**
 * Finds clauses without a verb or without its auxiliary (“The mayor expected to arrive on
 * Friday.”).
 */
export function findMissingVerbs(passage: Passage): readonly GrammarError[] {
  if (passage.setting !== 'running') return [];
  return [
    ...afterPronoun(passage),
    ...afterNegation(passage),
    ...afterName(passage),
    ...afterSaying(passage),
    ...afterSubject(passage),
    ...beforeBeen(passage),
    ...beforeBe(passage),
    ...inWholeSentence(passage),
  ];
}

/** A place where a verb is missing. */
interface Gap {
  /** Index of the first word after it. */
  readonly at: number;
  /** Index of the first word of its subject. */
  readonly from: number;
  readonly subject: NounPhrase | undefined;
  /** True if nouns joined by “and” are the subject. */
  readonly isCompound: boolean;
  readonly confidence: number;
  /** True if a form of “be” is missing, not another verb. */
  readonly needsBe: boolean;
}

function errorAtGap({ words, text, previous }: Passage, gap: Gap): GrammarError {
  const after = words[gap.at];
  const before = words[gap.at - 1];
  const start = words[gap.from]?.start ?? 0;
  const end = after?.end ?? before?.end ?? start;
  const verb =
    gap.needsBe && canTakeBe(words, gap) ? formOfBe(words, gap, previous?.tokens ?? []) : undefined;
  const place = before?.end ?? start;
  return {
    kind: 'missing-verb',
    span: { start, end },
    message:
      verb === undefined
        ? `“${text.slice(start, place)}” needs a verb after it.`
        : `“${text.slice(start, place)}” needs the verb “${verb}” after it.`,
    confidence: gap.confidence,
    fixes: verb === undefined ? [] : [insertion(verb, place)],
    isFirstFixPreferred: verb !== undefined,
  };
}

function insertion(verb: string, at: number): GrammarFix {
  return grammarFix(`Insert “${verb}”`, at, at, ` ${verb}`);
}

/**
 * False where “be” makes no sense, so that another verb is missing: before “no dividend”, and between several and one
 * (“scientists at the station … a rise”).
 */
function canTakeBe(words: readonly Token[], { at, from, subject }: Gap): boolean {
  if (lower(words[at]) === 'no') return false;
  if (!/^an?$/u.test(lower(words[at]))) return true;
  const head = isPreposition(words[from - 1]) ? nounPhraseAt(words, 0) : subject;
  return head?.number !== 'plural';
}

/** The form of “be”, or of “have” before “been”, that number and tense require. */
function formOfBe(
  words: readonly Token[],
  { at, subject, isCompound }: Gap,
  before: readonly Token[],
): string {
  const isAwaited = /^(?:expected|scheduled|slated|due|likely|unlikely)$/u.test(lower(words[at]));
  const isPlural =
    isCompound ||
    subject?.number === 'plural' ||
    /^(?:they|we|you|both|all|many|some|most)$/u.test(lower(subject?.head));
  const next = words[afterAdverbs(words, at)];
  // “Prices risen”: what has no object has no passive.
  if (/^(?:been|risen|arisen|fallen)$/u.test(lower(next)) || isIntransitive(next))
    return isPlural || lower(subject?.head) === 'i' ? 'have' : 'has';
  return !isAwaited && isPastTense(words, before)
    ? isPlural
      ? 'were'
      : 'was'
    : isPlural
      ? 'are'
      : lower(subject?.head) === 'i'
        ? 'am'
        : 'is';
}

/** True if the sentence and the one before it are mostly in the past tense. */
function isPastTense(words: readonly Token[], before: readonly Token[]): boolean {
  if (words.some((word) => /^(?:yesterday|ago|earlier)$/u.test(lower(word)))) return true;
  if (words.some((word) => /^(?:now|today|currently|tomorrow|still|this|next)$/u.test(lower(word))))
    return false;
  const verbs = [...words, ...before].filter((word) => word.tag === 'VERB' || word.tag === 'AUX');
  const past = verbs.filter(
    (word) => /^(?:was|were|had|did)$/u.test(lower(word)) || isPast(lower(word)),
  ).length;
  const present = verbs.filter(
    (word) => /^(?:is|are|has|have|does|do)$/u.test(lower(word)) || verbFormsOf(word).third,
  ).length;
  return past > present + 1;
}

/** “She to the table.”: a pronoun that can only be a subject, without a verb. */
function afterPronoun(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly GrammarError[] => {
    // “This the only way.” lacks a verb, “This the fans will not forget.” does not.
    const isDemonstrative =
      index === 0 &&
      /^(?:this|it)$/u.test(lower(word)) &&
      isArticle(words[1]) &&
      !hasLaterVerb(words, 1);
    if (!isDemonstrative && (!isSubjectPronoun(word) || !opensClause(words, index))) return [];
    const at = afterAdverbs(words, index + 1);
    const after = words[at];
    if (after === undefined || !cannotFollowSubject(words, at, index)) return [];
    if (isArticle(after) && mayShareVerb(words, index)) return [];
    const subject = nounPhraseAt(words, index);
    const needsBe = isArticle(after) ? false : after.tag === 'ADJ';
    return [
      errorAtGap(passage, {
        at,
        from: index,
        subject,
        isCompound: false,
        confidence: 0.88,
        needsBe,
      }),
    ];
  });
}

/**
 * “He is a man of the people, she a woman of means”: the verb of the previous clause applies to
 * this one.
 */
function mayShareVerb(words: readonly Token[], index: number): boolean {
  return (
    /^[,;]$|^and$/u.test(lower(words[index - 1])) &&
    finitenessOf(words.slice(0, index)).includes('yes')
  );
}

function opensClause(words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  if (before === undefined) return true;
  if (words[index]?.text === 'I' && before.tag === 'PROPN') return false;
  if (isPunctuation(before))
    return /^[,;:—–]$/u.test(before.text) && lower(words[index + 1]) !== 'of';
  if (/^(?:and|but|or)$/u.test(lower(before)))
    return (
      !isNominal(words[index - 2]) &&
      !isPronoun(words[index - 2]) &&
      !isPunctuation(words[index - 2])
    );
  return (
    /^(?:because|although|though|while|if|when|that|whether|where|why|how)$/u.test(lower(before)) ||
    (before.tag === 'ADV' && index === 1)
  );
}

/** “doesn't a good name”: no verb after “n't”, and not a question. */
function afterNegation(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly GrammarError[] => {
    const negated =
      /^n['’]t$/u.test(lower(word)) &&
      /^(?:does|did|do|would|could|should|ca|wo)$/u.test(lower(words[index - 1]));
    const after = words[index + 1];
    if (
      !negated ||
      index < 3 ||
      !(isArticle(after) || /^(?:in|of|at|from|into|with)$/u.test(lower(after))) ||
      isPunctuation(words[index - 2])
    )
      return [];
    return [
      errorAtGap(passage, {
        at: index + 1,
        from: index - 1,
        subject: undefined,
        isCompound: false,
        confidence: 0.88,
        needsBe: false,
      }),
    ];
  });
}

/** “Mr. Roe he is alarmed”: a name without a verb, followed by a pronoun with one. */
function afterName(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const name = nounPhraseAt(words, 0);
  const pronoun = name === undefined ? undefined : words[name.last + 1];
  if (
    name === undefined ||
    name.isPronoun ||
    name.head.tag !== 'PROPN' ||
    !/^(?:he|she)$/u.test(pronoun?.text ?? '')
  )
    return [];
  const verb = words[name.last + 2];
  if (
    !isCertainlyFinite(verb) ||
    name.first === name.last ||
    isTimeName(name.head) ||
    isPreposition(words[0])
  )
    return [];
  return [
    errorAtGap(passage, {
      at: name.last + 1,
      from: 0,
      subject: name,
      isCompound: false,
      confidence: 0.84,
      needsBe: false,
    }),
  ];
}

function cannotFollowSubject(words: readonly Token[], at: number, index: number): boolean {
  const after = words[at];
  const then = words[at + 1];
  if (after === undefined || then === undefined || !/^\p{Ll}/u.test(after.text)) return false;
  const word = lower(after);
  if (/^(?:the|a|an|his|their|my|our|its|of|in|at|to|for|with|from|into|onto|upon)$/u.test(word)) {
    if (isPunctuation(then)) return false;
    // “We the people”, “they of little faith”, “he in turn”, “she at least”.
    if (word === 'the' && lower(words[index]) === 'we') return false;
    return (
      isArticle(after) ||
      !/^(?:turn|fact|effect|least|last|first|times|particular|general|once|her|his|example|instance|course|now)$/u.test(
        lower(then),
      )
    );
  }
  if (word === 'one' || word === 'able')
    return word === 'one' ? then.tag === 'NOUN' : lower(then) === 'to';
  return (
    after.tag === 'ADJ' &&
    at > index + 1 &&
    /^(?:very|so|too|quite|extremely|fully|deeply)$/u.test(lower(words[at - 1]))
  );
}

function afterAdverbs(words: readonly Token[], index: number): number {
  let at = index;
  while (isAdverb(words[at])) at++;
  return at;
}

/** “The bridge been closed since March”: “been” without a form of “have”. */
function beforeBeen(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const at = words.findIndex((word) => word.text === 'been');
  const before = words.slice(0, Math.max(0, at));
  const opening = before.findLastIndex((word) => isPunctuation(word) || word.tag === 'CCONJ') + 1;
  const subject = nounPhraseAt(words, opening);
  let last = at - 1;
  while (isAdverb(words[last])) last--;
  if (subject === undefined || subject.last > last || before.some(isHave)) return [];
  if (!isNominal(words[last]) && !isPronoun(words[last])) return [];
  const verb =
    subject.number === 'plural' || /^(?:they|we|you|i)$/u.test(lower(subject.head))
      ? 'have'
      : 'has';
  return [missingAuxiliary(passage, last, verb, 0.9)];
}

/** “She be missed”, “Shoppers not be charged”: “be” with a subject but without “will”. */
function beforeBe(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const subject = nounPhraseAt(words, 0);
  if (subject === undefined || /^(?:god|heaven|peace|truth|power)$/u.test(lower(subject.head)))
    return [];
  const at = afterAdverbs(words, subject.last + 1);
  if (words[at]?.text !== 'be' || words.at(-1)?.text !== '.') return [];
  // “Critics be damned”: a wish.
  if (/^(?:damned|cursed|blessed|praised)$/u.test(lower(words[at + 1]))) return [];
  return [missingAuxiliary(passage, subject.last, 'will', 0.86)];
}

/** The error of a missing auxiliary just after word `last`. */
function missingAuxiliary(
  { words, text }: Passage,
  last: number,
  verb: string,
  confidence: number,
): GrammarError {
  const before = words[last];
  const end = before?.end ?? 0;
  const start = words[0]?.start ?? end;
  return {
    kind: 'missing-verb',
    span: { start: before?.start ?? start, end: words[last + 1]?.end ?? end },
    message: `“${text.slice(before?.start ?? start, end)}” needs the verb “${verb}” after it.`,
    confidence,
    fixes: [insertion(verb, end)],
    isFirstFixPreferred: verb !== 'will',
  };
}

/** “says the line very important”: reported speech without a verb. */
function afterSaying(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly GrammarError[] => {
    if (
      !/^(?:say|said|says|believe|believes|believed|claims|claimed|argues|argued|insists|insisted)$/u.test(
        lower(word),
      )
    )
      return [];
    const first = lower(words[index + 1]) === 'that' ? index + 2 : index + 1;
    const subject = nounPhraseAt(words, first);
    if (subject === undefined || subject.isPronoun) return [];
    const at = subject.last + 1;
    const degree = words[at];
    const quality = words[at + 1];
    if (
      !/^(?:very|too|quite|extremely|highly|deeply|increasingly|so|fully)$/u.test(lower(degree)) ||
      quality?.tag !== 'ADJ'
    )
      return [];
    if (!isPunctuation(words[at + 2]) && !isPreposition(words[at + 2])) return [];
    return [
      errorAtGap(passage, {
        at,
        from: first,
        subject,
        isCompound: false,
        confidence: 0.88,
        needsBe: true,
      }),
    ];
  });
}

/**
 * “The judge expected to rule on Friday”, “Wages on the rise”, “Both towns neighbours of the port”:
 * a predicate without a form of “be”.
 */
function afterSubject(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const subject = nounPhraseAt(words, 0);
  if (subject === undefined || subject.isPronoun || words.at(-1)?.text !== '.') return [];
  const pair =
    lower(words[subject.last + 1]) === 'and' ? nounPhraseAt(words, subject.last + 2) : undefined;
  const at = skipOfPhrase(words, (pair ?? subject).last + 1);
  const lacksBe =
    (lower(words[at]) === 'expected' &&
      lower(words[at + 1]) === 'to' &&
      namesFutureTime(words, at)) ||
    ((isPredicateAdjective(words, at) || isBeingDone(words, at)) && !hasLaterVerb(words, at + 1));
  const gap = {
    at,
    from: 0,
    subject,
    isCompound: pair !== undefined,
    confidence: 0.88,
    needsBe: true,
  };
  if (lacksBe) return [errorAtGap(passage, gap)];
  const inState = isPredicatePhrase(words, at);
  if (!inState && !isPluralPair(words, subject)) return [];
  if (finiteMainVerb(analysisOf(passage.sentence.tokens)) >= 0) return [];
  return [errorAtGap(passage, inState ? gap : { ...gap, at: subject.last })];
}

/** The index after an “of” phrase that follows a noun (“of the vote”). */
function skipOfPhrase(words: readonly Token[], index: number): number {
  const owner = lower(words[index]) === 'of' ? nounPhraseAt(words, index + 1) : undefined;
  return owner === undefined ? index : owner.last + 1;
}

/**
 * “scheduled to open”, “unable to pay”, “expected on Thursday”: predicates that require a form of
 * “be”.
 */
function isPredicateAdjective(words: readonly Token[], at: number): boolean {
  const word = lower(words[at]);
  const after = words[at + 1];
  if (word === 'expected')
    return isPreposition(after) && /^(?:on|in|by|at|before|after|later|next)$/u.test(lower(after));
  return (
    lower(after) === 'to' &&
    words[at + 2]?.tag !== 'DET' &&
    /^(?:scheduled|slated|poised|likely|unlikely|able|unable|supposed|bound|willing|unwilling|reluctant|obliged|entitled|keen|eager)$/u.test(
      word,
    )
  );
}

/** “The festival being held in May”. */
function isBeingDone(words: readonly Token[], at: number): boolean {
  const after = words[at + 1];
  return lower(words[at]) === 'being' && after?.tag === 'VERB' && verbFormsOf(after).participle;
}

function hasLaterVerb(words: readonly Token[], at: number): boolean {
  const finite = finitenessOf(words);
  return words.some(
    (word, index) =>
      index > at &&
      (finite[index] === 'yes' || (finite[index] === 'perhaps' && word.tag === 'VERB')),
  );
}

/**
 * True if a future day or time is named, so that “expected to arrive on Friday” must be passive.
 */
function namesFutureTime(words: readonly Token[], at: number): boolean {
  return words
    .slice(at)
    .map(lower)
    .some(
      (word) =>
        /^(?:tomorrow|next|later|soon|shortly)$/u.test(word) ||
        isWeekday(word) ||
        (isMonth(word) && word !== 'may'),
    );
}

/** True if a phrase that describes a state starts at `at`. */
function isPredicatePhrase(words: readonly Token[], at: number): boolean {
  const phrase = words
    .slice(at, at + 3)
    .map(lower)
    .join(' ');
  return /^(?:on the (?:rise|verge|brink|increase|decline|mend|cards|agenda|ropes)|under (?:way|threat|pressure|siege)|at (?:stake|odds)|in (?:doubt|jeopardy|disarray|ruins|tatters)|on (?:hold|track|course)|out of (?:action|reach))\b/u.test(
    phrase,
  );
}

/** “Both towns neighbours of”: two plurals side by side. */
function isPluralPair(words: readonly Token[], { first, last, number }: NounPhrase): boolean {
  const before = words[last - 1];
  return (
    /^(?:both|these|those|all|many|most)$/u.test(lower(words[first])) &&
    lower(words[last + 1]) === 'of' &&
    number === 'plural' &&
    last - 1 > first &&
    before?.tag === 'NOUN' &&
    numberOfNoun(before) === 'plural'
  );
}

/** “Friday he left.” */
function isTimeName(token: Token): boolean {
  return isTimeNoun(token) || lower(token).endsWith('day');
}

/** A sentence whose main clause has no finite verb, and a gap where one is probably missing. */
function inWholeSentence(passage: Passage): readonly GrammarError[] {
  const { tokens, text } = passage.sentence;
  if (tokens.length < 5 || !/\.["”’')\]]*$/u.test(text) || tokens.some(isAside)) return [];
  if (hasEvidentVerb(tokens) || mayHoldVerb(tokens)) return [];
  const analysis = analysisOf(tokens);
  if (finiteMainVerb(analysis) >= 0 || hasIndependentClause(analysis)) return [];
  // Quotation marks around a few words can mislead the parser.
  const unquoted = passage.words.length < tokens.length ? analysisOf(passage.words) : analysis;
  if (finiteMainVerb(unquoted) >= 0) return [];
  const participle = bareParticiple(analysis);
  const isQuoted = passage.words.length < tokens.length;
  const bare = isQuoted && hasLaterVerb(tokens, participle) ? 0 : participle;
  const pair = bare > 0 ? 0 : secondNounPhraseIndex(tokens);
  const at = bare > 0 ? bare : pair;
  if (at <= 0 || isTelegraphic(tokens, at)) return [];
  // “Not the council. Not, so far, the mayor.” “The clock, the wallpaper.” “Night Bus (12A)
  // Cheerful road movie.”
  if (isPunctuation(tokens[at]) || (bare <= 0 && isPunctuation(tokens[at - 1]))) return [];
  // Not within a name: “Mac Giolla Bhríde”, “Dunmere Athletic”.
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.tag === 'PROPN') return [];
  // “Although the cracks in the roof.” lacks more than a verb, and not after “although”.
  if (isSubordinator(tokens[at - 1])) return [];
  // “Yes, you Ed Roe, who made the rules”: an address.
  if (isPronoun(tokens[at - 1]) && tokens[at]?.tag === 'PROPN') return [];
  if (hasOwnVerb(tokens, at)) return [];
  // “So tired were they that …”
  if (isPronoun(tokens[at - 1]) && tokens[at - 2]?.tag === 'AUX') return [];
  // A word that may be the verb after all: “Wheat spreads fast.”
  if (bare <= 0 && [at - 1, at, at + 1].some((near) => mayBeVerb(tokens, near))) return [];
  if (holdsBareVerb(tokens, at) || isInLaterClause(analysis, at)) return [];
  const from = subjectBefore(tokens, at);
  // “A choir, average age about 70, rose and sang.”
  if (tokens[from - 1]?.text === ',' && tokens.slice(at).some(({ text: mark }) => mark === ','))
    return [];
  const gap = {
    at,
    from,
    subject: nounPhraseAt(tokens.slice(0, at), from),
    isCompound: tokens.slice(from, at).some((token) => lower(token) === 'and'),
    confidence: 0.85,
    needsBe: pair <= 0 && isGerund(tokens[at]),
  };
  return [errorAtGap({ ...passage, words: tokens }, gap)];
}

/**
 * “A choir of pupils, and he told them that …”: true if the gap is in a second clause that has a
 * verb.
 */
function isInLaterClause(analysis: Analysis, at: number): boolean {
  return analysis.words.some((_, clause) => {
    if (analysis.head(clause) !== analysis.root || analysis.relation(clause) !== 'conj')
      return false;
    const children = analysis.childrenOf(clause);
    const coordinator = children.find((child) => analysis.relation(child) === 'cc') ?? clause;
    return (
      coordinator < at &&
      isFinite(analysis, clause) &&
      children.some((child) => analysis.relation(child).startsWith('nsubj'))
    );
  });
}

/**
 * “Border guards shot two farmers who …”: a finite verb precedes the gap, not in a subordinate
 * clause.
 */
function hasOwnVerb(tokens: readonly Token[], at: number): boolean {
  const verb = finitenessOf(tokens).indexOf('yes');
  return (
    verb > 0 &&
    verb < at &&
    !tokens.slice(0, verb).some((token) => isRelative(token) || isSubordinator(token))
  );
}

/**
 * “On Monday the council was …”: a finite verb that does not follow a subordinator or a
 * coordinator.
 */
function hasEvidentVerb(tokens: readonly Token[]): boolean {
  const finite = finitenessOf(tokens);
  const verb = tokens.findIndex(
    (_, at) => finite[at] === 'yes' || (finite[at] === 'perhaps' && isCertainlyPast(tokens, at)),
  );
  // Allowed: a coordinator that starts the sentence, or that follows the first noun of the subject.
  const afterFirstNoun = (nounPhraseAt(tokens, 0)?.last ?? 0) + 1;
  return (
    verb > 0 &&
    !tokens
      .slice(0, verb)
      .some(
        (token, at) =>
          isRelative(token) ||
          isSubordinator(token) ||
          opensContactClause(tokens, at) ||
          (isCoordinator(token) && at !== 0 && at !== afterFirstNoun),
      )
  );
}

/** “The report the ministers were given”: a noun phrase just after a noun. */
function opensContactClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    isNominal(before) &&
    !isTimeNoun(before) &&
    (isDeterminer(tokens[at]) || isSubjectPronoun(tokens[at]))
  );
}

/**
 * “Told reporters that …”, “opened the museum”: what follows shows that the verb is not a
 * participle.
 */
function isCertainlyPast(tokens: readonly Token[], at: number): boolean {
  const [verb, after] = [tokens[at], tokens[at + 1]];
  if (verb?.tag !== 'VERB') return false;
  const object = nounPhraseAt(tokens, at + 1);
  const afterObject = tokens[(object?.last ?? at) + 1];
  if (takesClause(verb) && [after, afterObject].some((next) => lower(next) === 'that')) return true;
  return (
    verbFormsOf(verb).past &&
    !isDitransitive(verb) &&
    (isArticle(after) || isPossessiveDeterminer(after)) &&
    object !== undefined &&
    !isTimeNoun(object.head)
  );
}

/**
 * “Fans able to travel get in free”: with a plural subject, a base form without an auxiliary is
 * finite.
 */
function holdsBareVerb(tokens: readonly Token[], at: number): boolean {
  const hasPlural = tokens.slice(0, at).some((token) => numberOfNoun(token) === 'plural');
  return (
    hasPlural &&
    tokens.some(
      (token, index) =>
        index > at &&
        token.tag === 'VERB' &&
        verbFormsOf(token).base &&
        !isPunctuation(tokens[index - 1]) &&
        tokens[index - 1]?.tag !== 'CCONJ' &&
        !isNominal(tokens[index - 1]) &&
        governorOf(tokens, index) === undefined,
    )
  );
}

/**
 * “The orchestra its final concert”: the index of a second noun phrase just after the first; 0 if
 * there is none.
 */
function secondNounPhraseIndex(tokens: readonly Token[]): number {
  const first = nounPhraseAt(tokens, 0);
  if (first === undefined || first.isPronoun || !isDeterminer(tokens[0])) return 0;
  let at = first.last + 1;
  while (/^(?:of|in|at|from|on|for)$/u.test(lower(tokens[at]))) {
    const next = nounPhraseAt(tokens, at + 1);
    if (next === undefined) return 0;
    at = next.last + 1;
  }
  const second = nounPhraseAt(tokens, at);
  const hasDeterminer = /^(?:the|an?|his|her|its|their)$/u.test(tokens[at]?.text ?? '');
  // “A penny an ounce”
  const isRate = /^an?$/u.test(first.determiner) && /^an?$/u.test(tokens[at]?.text ?? '');
  if (
    second === undefined ||
    !hasDeterminer ||
    isRate ||
    isTimeNoun(tokens[at - 1]) ||
    isTimeNoun(second.head)
  )
    return 0;
  return /^(?:size|length|height|depth|width|weight|age|colou?r|shape|way|kind|sort|same|more|less|first|last|following|previous|next)$/u.test(
    lower(tokens[at + 1]),
  )
    ? 0
    : at;
}

/**
 * “The review investigating the fire”, “The judge taken the view”: the index of a participle with a
 * subject and without an auxiliary; 0 if there is none.
 */
function bareParticiple(analysis: Analysis): number {
  const { root } = analysis;
  const form = analysis.words[root]?.toLowerCase() ?? '';
  const isBare =
    analysis.xpos(root) === 'VBG' || (analysis.xpos(root) === 'VBN' && isOnlyParticiple(form));
  const children = analysis.childrenOf(root).filter((child) => child < root);
  const hasSubject = children.some((child) => analysis.relation(child).startsWith('nsubj'));
  const hasAuxiliary = children.some((child) =>
    /^(?:aux|cop|mark)/u.test(analysis.relation(child)),
  );
  return isBare && hasSubject && !hasAuxiliary ? root : 0;
}

/**
 * “Goat gone on arrival”, “Driver taken to hospital”: the style of logs, without articles and
 * auxiliaries.
 */
function isTelegraphic(tokens: readonly Token[], at: number): boolean {
  const [first] = tokens;
  return (
    at === 1 &&
    first !== undefined &&
    isNominal(first) &&
    numberOfNoun({ ...first, tag: 'NOUN' }) !== 'plural' &&
    isEnglishWord(first.text)
  );
}

/**
 * True if a finite verb is in no subordinate clause: it is the main verb, although the parser
 * attached it to another word.
 */
function hasIndependentClause(analysis: Analysis): boolean {
  return analysis.words.some((_, at) => {
    const isAuxiliary = /^(?:aux|cop)/u.test(analysis.relation(at));
    // “They do n't talk”: the auxiliary “do” is always finite.
    if (!isFinite(analysis, at) && !(isAuxiliary && analysis.lemma(at) === 'do')) return false;
    const clause = isAuxiliary ? analysis.head(at) : at;
    if (/^(?:conj|acl:relcl|csubj)/u.test(analysis.relation(clause))) return false;
    return !analysis
      .childrenOf(clause)
      .some((child) => subordinates(analysis, child) || analysis.xpos(child).startsWith('W'));
  });
}

/**
 * False for a preposition that the parser took for a conjunction: “The man responsible for the fire
 * was caught”.
 */
function subordinates(analysis: Analysis, at: number): boolean {
  return (
    analysis.relation(at) === 'mark' &&
    !/^(?:for|of|with|in|by|from|at|on|about)$/u.test(analysis.lemma(at))
  );
}

/** A colon or a dash: the parts around it may have no verb. */
function isAside({ text, kind }: Token): boolean {
  return kind === 'object' || /^(?:[:?!…]|—|–|--+)$/u.test(text);
}

/**
 * True if a word tagged as a noun or adjective may be the verb, from its subject and object: “A dog
 * the size of a pig bit the man.”
 */
function mayHoldVerb(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    if (token.tag !== 'NOUN' && token.tag !== 'ADJ') return false;
    if (isObjectPronoun(after) || lower(after) === 'it') return isVerbForm(lower(token));
    return (
      (isNominal(before) || isPronoun(before) || lower(before) === 'all') &&
      isThirdOrPastForm(lower(token)) &&
      isDeterminer(after)
    );
  });
}

/** True for a word after a noun whose form can be the noun's verb, whatever its tag. */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]);
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.tag === 'PROPN') return false;
  if (isOnlyParticiple(word) || isPreposition(tokens[at]) || isArticle(before)) return false;
  if (isThirdOrPastForm(word) || isThirdOrPastForm(withoutPrefix(word))) return true;
  if (!isVerbForm(word)) return false;
  // “Talks between the mayor and Mr. Roe resume”: a plural need not be the nearest noun.
  const hasPlural = tokens
    .slice(Math.max(0, at - 7), at)
    .some((token) => lower(token) === 'and' || numberOfNoun(token) === 'plural');
  return isAdverb(before) || (isNominal(before) && hasPlural);
}

/** Index of the first word of the noun phrase that ends before `at`. */
function subjectBefore(tokens: readonly Token[], at: number): number {
  let from = at - 1;
  while (isAdverb(tokens[from]) && from > 0) from--;
  while (isPartOfPhrase(tokens[from - 1])) from--;
  return from;
}

function isPartOfPhrase(token: Token | undefined): boolean {
  return isNominal(token) || isDeterminer(token) || token?.tag === 'ADJ' || token?.lemma === "'s";
}
