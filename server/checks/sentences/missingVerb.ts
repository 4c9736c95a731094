import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { isEnglishWord, isThirdOrPastForm, isVerbForm } from '../../prose/dictionary.js';
import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import { finitenessOf, governorOf, isDitransitive } from './structure/finiteVerbs.js';
import { gapModel } from './gaps/gapModel.js';
import { numberOfNoun } from './structure/nounNumber.js';
import { type NounPhrase, nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import { isOnlyParticiple } from '../../prose/grammar/irregularVerbs.js';
import { isFinite } from './structure/tree.js';
import { verbFormsOf, isPast, withoutPrefix } from './structure/verbForms.js';
import {
  isAdverb,
  isArticle,
  isCoordinator,
  isDeterminer,
  isGerund,
  isHave,
  isMark,
  isNominal,
  isObjectPronoun,
  isPossessive,
  isPreposition,
  isPronoun,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  isSurelyFinite,
  isTimeNoun,
  lower,
  takesClause,
} from './structure/words.js';

/** A clause that has lost its verb or the auxiliary of it (“The mayor expected to arrive on Friday.”). */
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
    ...ofSentence(passage),
  ];
}

/** A place where a verb should stand. */
interface Gap {
  /** Index of the first word after it. */
  readonly at: number;
  /** Index of the first word of its subject. */
  readonly from: number;
  readonly subject: NounPhrase | undefined;
  readonly joined: boolean;
  readonly confidence: number;
  /** True where a form of “be” is what is missing, and not some other verb. */
  readonly be: boolean;
}

function told({ words, text, previous }: Passage, gap: Gap): GrammarError {
  const after = words[gap.at];
  const before = words[gap.at - 1];
  const start = words[gap.from]?.start ?? 0;
  const end = after?.end ?? before?.end ?? start;
  const verb = gap.be ? formOfBe(words, gap, previous?.tokens ?? []) : undefined;
  const place = before?.end ?? start;
  return {
    kind: 'missing-verb',
    span: { start, end },
    message:
      verb === undefined
        ? `A verb is missing after “${text.slice(start, place)}”.`
        : `“${verb}” is missing after “${text.slice(start, place)}”.`,
    confidence: gap.confidence,
    fixes: verb === undefined ? [] : [insertion(verb, place)],
    isFirstFixPreferred: verb !== undefined,
  };
}

function insertion(verb: string, at: number): GrammarFix {
  return grammarFix(`Insert “${verb}”`, at, at, ` ${verb}`);
}

/** The form of “be” that number and tense call for. */
function formOfBe(
  words: readonly Token[],
  { at, subject, joined }: Gap,
  before: readonly Token[],
): string {
  const waits = /^(?:expected|scheduled|slated|due|likely|unlikely)$/u.test(lower(words[at]));
  const many =
    joined ||
    subject?.number === 'plural' ||
    /^(?:they|we|you|both|all|many|some|most)$/u.test(lower(subject?.head));
  return !waits && isPastStory(words, before)
    ? many
      ? 'were'
      : 'was'
    : many
      ? 'are'
      : lower(subject?.head) === 'i'
        ? 'am'
        : 'is';
}

/** True where the sentence, or the one before it, tells of the past. */
function isPastStory(words: readonly Token[], before: readonly Token[]): boolean {
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

/** “She to the table.”: I, he, she, we and they can only be subjects. */
function afterPronoun(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly GrammarError[] => {
    // “This the only way.”; but “This the fans will not forget.”
    const points =
      index === 0 &&
      /^(?:this|it)$/u.test(lower(word)) &&
      isArticle(words[1]) &&
      !hasLaterVerb(words, 1);
    if (!points && (!isSubjectPronoun(word) || !opensClause(words, index))) return [];
    const at = afterAdverbs(words, index + 1);
    const after = words[at];
    if (after === undefined || !cannotFollowSubject(words, at, index)) return [];
    if (isArticle(after) && mayShareVerb(words, index)) return [];
    const subject = nounPhraseAt(words, index);
    const be = isArticle(after) ? false : after.tag === 'ADJ';
    return [told(passage, { at, from: index, subject, joined: false, confidence: 0.88, be })];
  });
}

/** “He is a man of the people, she a woman of means”: the verb of the clause before is that of this one too. */
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
  if (isMark(before)) return /^[,;:—–]$/u.test(before.text) && lower(words[index + 1]) !== 'of';
  if (/^(?:and|but|or)$/u.test(lower(before)))
    return (
      !isNominal(words[index - 2]) && !isPronoun(words[index - 2]) && !isMark(words[index - 2])
    );
  return (
    /^(?:because|although|though|while|if|when|that|whether|where|why|how)$/u.test(lower(before)) ||
    (before.tag === 'ADV' && index === 1)
  );
}

/** “doesn't a good name”: after “n't” the verb is missing, where no question is asked. */
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
      isMark(words[index - 2])
    )
      return [];
    return [
      told(passage, {
        at: index + 1,
        from: index - 1,
        subject: undefined,
        joined: false,
        confidence: 0.88,
        be: false,
      }),
    ];
  });
}

/** “Mr. Roe he is alarmed”: a name, then a pronoun with a verb; what the name did is missing. */
function afterName(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const name = nounPhraseAt(words, 0);
  const pronoun = name === undefined ? undefined : words[name.last + 1];
  if (
    name === undefined ||
    name.pronoun ||
    name.head.tag !== 'PROPN' ||
    !/^(?:he|she)$/u.test(pronoun?.text ?? '')
  )
    return [];
  const verb = words[name.last + 2];
  if (
    !isSurelyFinite(verb) ||
    name.first === name.last ||
    isTimeName(name.head) ||
    isPreposition(words[0])
  )
    return [];
  return [
    told(passage, {
      at: name.last + 1,
      from: 0,
      subject: name,
      joined: false,
      confidence: 0.84,
      be: false,
    }),
  ];
}

function cannotFollowSubject(words: readonly Token[], at: number, index: number): boolean {
  const after = words[at];
  const then = words[at + 1];
  if (after === undefined || then === undefined || !/^\p{Ll}/u.test(after.text)) return false;
  const word = lower(after);
  if (/^(?:the|a|an|his|their|my|our|its|of|in|at|to|for|with|from|into|onto|upon)$/u.test(word)) {
    if (isMark(then)) return false;
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

/** “The bridge been closed since March”: “been” never stands without a form of “have”. */
function beforeBeen(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const at = words.findIndex((word) => word.text === 'been');
  const before = words.slice(0, Math.max(0, at));
  const opening = before.findLastIndex((word) => isMark(word) || word.tag === 'CCONJ') + 1;
  const subject = nounPhraseAt(words, opening);
  let last = at - 1;
  while (isAdverb(words[last])) last--;
  if (subject === undefined || subject.last > last || before.some(isHave)) return [];
  if (!isNominal(words[last]) && !isPronoun(words[last])) return [];
  const verb =
    subject.number === 'plural' || /^(?:they|we|you|i)$/u.test(lower(subject.head))
      ? 'have'
      : 'has';
  return [lost(passage, last, verb, 0.9)];
}

/** “She be missed”, “Shoppers not be charged”: “be” with a subject, and no “will”. */
function beforeBe(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const subject = nounPhraseAt(words, 0);
  if (subject === undefined || /^(?:god|heaven|peace|truth|power)$/u.test(lower(subject.head)))
    return [];
  const at = afterAdverbs(words, subject.last + 1);
  if (words[at]?.text !== 'be' || words.at(-1)?.text !== '.') return [];
  // “Critics be damned”: a wish.
  if (/^(?:damned|cursed|blessed|praised)$/u.test(lower(words[at + 1]))) return [];
  return [lost(passage, subject.last, 'will', 0.86)];
}

/** An auxiliary lost right after word `last`. */
function lost(
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
    message: `“${verb}” is missing after “${text.slice(before?.start ?? start, end)}”.`,
    confidence,
    fixes: [insertion(verb, end)],
    isFirstFixPreferred: verb !== 'will',
  };
}

/** “says the line very important”: what is said has no verb. */
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
    if (subject === undefined || subject.pronoun) return [];
    const at = subject.last + 1;
    const degree = words[at];
    const quality = words[at + 1];
    if (
      !/^(?:very|too|quite|extremely|highly|deeply|increasingly|so|fully)$/u.test(lower(degree)) ||
      quality?.tag !== 'ADJ'
    )
      return [];
    if (!isMark(words[at + 2]) && !isPreposition(words[at + 2])) return [];
    return [told(passage, { at, from: first, subject, joined: false, confidence: 0.88, be: true })];
  });
}

/** “The judge expected to rule on Friday”, “Wages on the rise”, “Both towns neighbours of the port”: a state, and nothing that says who is in it. */
function afterSubject(passage: Passage): readonly GrammarError[] {
  const { words } = passage;
  const subject = nounPhraseAt(words, 0);
  if (subject === undefined || subject.pronoun || words.at(-1)?.text !== '.') return [];
  const pair =
    lower(words[subject.last + 1]) === 'and' ? nounPhraseAt(words, subject.last + 2) : undefined;
  const at = afterOf(words, (pair ?? subject).last + 1);
  const isWaiting =
    (lower(words[at]) === 'expected' && lower(words[at + 1]) === 'to' && comesSoon(words, at)) ||
    ((isSetToDo(words, at) || isBeingDone(words, at)) && !hasLaterVerb(words, at + 1));
  const gap = { at, from: 0, subject, joined: pair !== undefined, confidence: 0.88, be: true };
  if (isWaiting) return [told(passage, gap)];
  const inState = isState(words, at);
  if (!inState && !isPluralPair(words, subject)) return [];
  if (finiteMainVerb(analysisOf(passage.sentence.tokens)) >= 0) return [];
  return [told(passage, inState ? gap : { ...gap, at: subject.last })];
}

/** Skips “of the vote” behind a noun. */
function afterOf(words: readonly Token[], index: number): number {
  const owner = lower(words[index]) === 'of' ? nounPhraseAt(words, index + 1) : undefined;
  return owner === undefined ? index : owner.last + 1;
}

/** “scheduled to open”, “unable to pay”, “expected on Thursday”: what no subject can be without “is”. */
function isSetToDo(words: readonly Token[], at: number): boolean {
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

/** True where a day or time to come is named: whoever “expected to arrive on Friday” is expected. */
function comesSoon(words: readonly Token[], at: number): boolean {
  return words
    .slice(at)
    .map(lower)
    .some((word) =>
      /^(?:tomorrow|next|later|soon|shortly|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/u.test(
        word,
      ),
    );
}

/** Phrases that say what state something is in. */
function isState(words: readonly Token[], at: number): boolean {
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

/** From this chance on a verb is missed in a sentence that has none for its main clause. */
const CHANCE = 0.45;

/** A sentence without a finite verb in its main clause, and a gap in it where one is likely lost. */
function ofSentence(passage: Passage): readonly GrammarError[] {
  const { tokens, text } = passage.sentence;
  if (tokens.length < 5 || !/\.["”’')\]]*$/u.test(text) || tokens.some(isAside)) return [];
  if (hasPlainVerb(tokens) || mayHoldVerb(tokens)) return [];
  const analysis = analysisOf(tokens);
  if (finiteMainVerb(analysis) >= 0 || hasOpenClause(analysis)) return [];
  // Quotation marks around a few words may lead the parser astray.
  const unquoted = passage.words.length < tokens.length ? analysisOf(passage.words) : analysis;
  if (finiteMainVerb(unquoted) >= 0) return [];
  const chances = gapModel().judge(analysis);
  const participle = bareParticiple(analysis);
  const isQuoted = passage.words.length < tokens.length;
  const helped = isQuoted && hasLaterVerb(tokens, participle) ? 0 : participle;
  const likely = chances.likeliest('be', 'verb');
  const pair = helped > 0 ? 0 : besideAnother(tokens);
  const at = helped > 0 ? helped : pair > 0 ? pair : likely.at;
  const isLikely = helped > 0 || pair > 0 || likely.chance >= CHANCE;
  if (at === 0 || !isLikely || isTelegraphic(tokens, at)) return [];
  // “Not the council. Not, so far, the mayor.” “The clock, the wallpaper.” “Night Bus (12A) Cheerful road movie.”
  if (isMark(tokens[at]) || (helped <= 0 && isMark(tokens[at - 1]))) return [];
  // Nothing is lost within a name: “Mac Giolla Bhríde”, “Dunmere Athletic”.
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.tag === 'PROPN') return [];
  // “Although the cracks in the roof.” lacks more than a verb, and none behind “although”.
  if (isSubordinator(tokens[at - 1])) return [];
  // “Yes, you Ed Roe, who made the rules”: one is spoken to.
  if (isPronoun(tokens[at - 1]) && tokens[at]?.tag === 'PROPN') return [];
  if (hasOwnVerb(tokens, at)) return [];
  // “So tired were they that …”
  if (isPronoun(tokens[at - 1]) && tokens[at - 2]?.tag === 'AUX') return [];
  // A word that may be the verb after all: “Wheat spreads fast.”
  if (helped <= 0 && [at - 1, at, at + 1].some((near) => mayBeVerb(tokens, near))) return [];
  if (holdsBareVerb(tokens, at) || isInLaterClause(analysis, at)) return [];
  const from = subjectBefore(tokens, at);
  // “A choir, average age about 70, rose and sang.”
  if (tokens[from - 1]?.text === ',' && tokens.slice(at).some(({ text: mark }) => mark === ','))
    return [];
  const gap = {
    at,
    from,
    subject: nounPhraseAt(tokens.slice(0, at), from),
    joined: tokens.slice(from, at).some((token) => lower(token) === 'and'),
    confidence: helped > 0 || pair > 0 ? 0.85 : certaintyOf(likely.chance),
    be:
      pair > 0
        ? false
        : helped > 0
          ? isGerund(tokens[at])
          : chances.chance(at, 'be') > chances.chance(at, 'verb'),
  };
  return [told({ ...passage, words: tokens }, gap)];
}

/** “A choir of pupils, and he told them that …”: the clause that lacks a verb is the first of two. */
function isInLaterClause(analysis: Analysis, at: number): boolean {
  return analysis.words.some((_, clause) => {
    if (analysis.head(clause) !== analysis.root || analysis.relation(clause) !== 'conj')
      return false;
    const children = analysis.childrenOf(clause);
    const joint = children.find((child) => analysis.relation(child) === 'cc') ?? clause;
    return (
      joint < at &&
      isFinite(analysis, clause) &&
      children.some((child) => analysis.relation(child).startsWith('nsubj'))
    );
  });
}

/** “Border guards shot two farmers who …”: what can only be finite stands before the gap, in no clause that leans on another. */
function hasOwnVerb(tokens: readonly Token[], at: number): boolean {
  const verb = finitenessOf(tokens).indexOf('yes');
  return (
    verb > 0 &&
    verb < at &&
    !tokens.slice(0, verb).some((token) => isRelative(token) || isSubordinator(token))
  );
}

/** “On Monday the council was …”: what can only be finite stands behind nothing that opens a clause, or goes on with one. */
function hasPlainVerb(tokens: readonly Token[]): boolean {
  const finite = finitenessOf(tokens);
  const verb = tokens.findIndex(
    (_, at) => finite[at] === 'yes' || (finite[at] === 'perhaps' && isSurelyPast(tokens, at)),
  );
  // A coordinator goes on with the sentence before where it opens this one, and with the subject right behind that.
  const behindSubject = (nounPhraseAt(tokens, 0)?.last ?? 0) + 1;
  return (
    verb > 0 &&
    !tokens
      .slice(0, verb)
      .some(
        (token, at) =>
          isRelative(token) ||
          isSubordinator(token) ||
          opensContactClause(tokens, at) ||
          (isCoordinator(token) && at !== 0 && at !== behindSubject),
      )
  );
}

/** “The report the ministers were given”: a further noun phrase right behind a noun. */
function opensContactClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    isNominal(before) &&
    !isTimeNoun(before) &&
    (isDeterminer(tokens[at]) || isSubjectPronoun(tokens[at]))
  );
}

/** “Told reporters that …”, “opened the museum”: a past form that cannot be a participle for what stands behind it. */
function isSurelyPast(tokens: readonly Token[], at: number): boolean {
  const [verb, after] = [tokens[at], tokens[at + 1]];
  if (verb?.tag !== 'VERB') return false;
  const object = nounPhraseAt(tokens, at + 1);
  const afterObject = tokens[(object?.last ?? at) + 1];
  if (takesClause(verb) && [after, afterObject].some((next) => lower(next) === 'that')) return true;
  return (
    verbFormsOf(verb).past &&
    !isDitransitive(verb) &&
    (isArticle(after) || isPossessive(after)) &&
    object !== undefined &&
    !isTimeNoun(object.head)
  );
}

/** “Fans able to travel get in free”: for many, a bare verb that leans on nothing is finite. */
function holdsBareVerb(tokens: readonly Token[], at: number): boolean {
  const isForMany = tokens.slice(0, at).some((token) => numberOfNoun(token) === 'plural');
  return (
    isForMany &&
    tokens.some(
      (token, index) =>
        index > at &&
        token.tag === 'VERB' &&
        verbFormsOf(token).base &&
        !isMark(tokens[index - 1]) &&
        tokens[index - 1]?.tag !== 'CCONJ' &&
        !isNominal(tokens[index - 1]) &&
        governorOf(tokens, index) === undefined,
    )
  );
}

/** “The orchestra its final concert”: where a second noun phrase follows the one that opens the sentence; 0 where none does. */
function besideAnother(tokens: readonly Token[]): number {
  const first = nounPhraseAt(tokens, 0);
  if (first === undefined || first.pronoun || !isDeterminer(tokens[0])) return 0;
  let at = first.last + 1;
  while (/^(?:of|in|at|from|on|for)$/u.test(lower(tokens[at]))) {
    const next = nounPhraseAt(tokens, at + 1);
    if (next === undefined) return 0;
    at = next.last + 1;
  }
  const second = nounPhraseAt(tokens, at);
  const opens = /^(?:the|an?|his|her|its|their)$/u.test(tokens[at]?.text ?? '');
  // “A penny an ounce”
  const isRate = /^an?$/u.test(first.opener) && /^an?$/u.test(tokens[at]?.text ?? '');
  if (
    second === undefined ||
    !opens ||
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

/** “The review investigating the fire”, “The judge taken the view”: where a participle has a subject and no auxiliary; 0 where none has. */
function bareParticiple(analysis: Analysis): number {
  const { root } = analysis;
  const form = analysis.words[root]?.toLowerCase() ?? '';
  const isBare =
    analysis.xpos(root) === 'VBG' || (analysis.xpos(root) === 'VBN' && isOnlyParticiple(form));
  const children = analysis.childrenOf(root).filter((child) => child < root);
  const hasSubject = children.some((child) => analysis.relation(child).startsWith('nsubj'));
  const hasHelp = children.some((child) => /^(?:aux|cop|mark)/u.test(analysis.relation(child)));
  return isBare && hasSubject && !hasHelp ? root : 0;
}

/** “Goat gone on arrival”, “Driver taken to hospital”: the style of logs leaves articles out, and auxiliaries too. */
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

/** True where a finite verb leans on nothing: the parser hung it on a word that opens the sentence, and it is the main verb. */
function hasOpenClause(analysis: Analysis): boolean {
  return analysis.words.some((_, at) => {
    const helps = /^(?:aux|cop)/u.test(analysis.relation(at));
    // “They do n't talk”: “do” is finite wherever it helps.
    if (!isFinite(analysis, at) && !(helps && analysis.lemma(at) === 'do')) return false;
    const clause = helps ? analysis.head(at) : at;
    if (/^(?:conj|acl:relcl|csubj)/u.test(analysis.relation(clause))) return false;
    return !analysis
      .childrenOf(clause)
      .some((child) => subordinates(analysis, child) || analysis.xpos(child).startsWith('W'));
  });
}

/** “The man responsible for the fire was caught”: a preposition that the parser took for a conjunction opens no clause. */
function subordinates(analysis: Analysis, at: number): boolean {
  return (
    analysis.relation(at) === 'mark' &&
    !/^(?:for|of|with|in|by|from|at|on|about)$/u.test(analysis.lemma(at))
  );
}

function certaintyOf(chance: number): number {
  return Math.min(0.95, 0.8 + (chance - CHANCE) * 0.25);
}

/** A colon or a dash: what stands around it may lean on it without a verb. */
function isAside({ text, kind }: Token): boolean {
  return kind === 'object' || /^(?:[:?!…]|—|–|--+)$/u.test(text);
}

/** True where a word that was taken for a noun has a subject before it and an object behind it: “A dog the size of a pig bit the man.” */
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

/** True for a word behind a noun that by its form can be the noun's verb, whatever it was taken for. */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]);
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.tag === 'PROPN') return false;
  if (isOnlyParticiple(word) || isPreposition(tokens[at]) || isArticle(before)) return false;
  if (isThirdOrPastForm(word) || isThirdOrPastForm(withoutPrefix(word))) return true;
  if (!isVerbForm(word)) return false;
  // “Talks between the mayor and Mr. Roe resume”: for many, whoever stands nearest.
  const isForMany = tokens
    .slice(Math.max(0, at - 7), at)
    .some((token) => lower(token) === 'and' || numberOfNoun(token) === 'plural');
  return isAdverb(before) || (isNominal(before) && isForMany);
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
