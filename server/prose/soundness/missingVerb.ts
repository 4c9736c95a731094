import type { Token } from '../tokens.js';
import { type Break, type Repair, repair } from './break.js';
import { type Clause, clausesOf } from './clauses.js';
import { numberOfNoun } from './nounNumber.js';
import { type NounPhrase, nounPhraseAt } from './nounPhrase.js';
import type { Passage } from './passage.js';
import { isOnlyParticiple } from '../grammar/irregularVerbs.js';
import { formsOf, isPast } from './verbForms.js';
import {
  isAdverb,
  isArticle,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isGerund,
  isMark,
  isNominal,
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
} from './words.js';

/** A clause that has lost its verb or the auxiliary of it (“The mayor expected to arrive on Friday.”). Cannot throw. */
export function findMissingVerbs(passage: Passage): readonly Break[] {
  if (passage.setting !== 'running') return [];
  return [
    ...afterPronoun(passage),
    ...afterNegation(passage),
    ...afterName(passage),
    ...afterSaying(passage),
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

function told({ words, text, previous }: Passage, gap: Gap): Break {
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
    repairs: verb === undefined ? [] : [insertion(verb, place)],
    plain: verb !== undefined,
  };
}

function insertion(verb: string, at: number): Repair {
  return repair(`Insert “${verb}”`, at, at, ` ${verb}`);
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
    (word) => /^(?:is|are|has|have|does|do)$/u.test(lower(word)) || formsOf(word).third,
  ).length;
  return past > present + 1;
}

/** “She to the table.”: I, he, she, we and they can only be subjects. */
function afterPronoun(passage: Passage): readonly Break[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly Break[] => {
    if (!isSubjectPronoun(word) || !opensClause(words, index)) return [];
    const at = afterAdverbs(words, index + 1);
    const after = words[at];
    if (after === undefined || !cannotFollowSubject(words, at, index)) return [];
    const subject = nounPhraseAt(words, index);
    const be = isArticle(after) ? false : after.tag === 'ADJ';
    return [told(passage, { at, from: index, subject, joined: false, confidence: 0.88, be })];
  });
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
function afterNegation(passage: Passage): readonly Break[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly Break[] => {
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
function afterName(passage: Passage): readonly Break[] {
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
    isTimePhrase(words, { from: 0, subject: name, at: 0, joined: false, extended: false }) ||
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
    return !/^(?:turn|fact|effect|least|last|first|times|particular|general|once|her|his|example|instance|course|now)$/u.test(
      lower(then),
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

/** “says the line very important”: what is said has no verb. */
function afterSaying(passage: Passage): readonly Break[] {
  const { words } = passage;
  return words.flatMap((word, index): readonly Break[] => {
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

/** A sentence whose subject is followed by no verb of its own. */
function ofSentence(passage: Passage): readonly Break[] {
  const { words } = passage;
  if (
    words.length < 5 ||
    words.at(-1)?.text !== '.' ||
    words.some((word) => /^(?:[:?!…]|—|–|--+)$/u.test(word.text) || word.kind === 'object')
  )
    return [];
  const from = afterOpening(words);
  const opening = subjectFrom(words, from);
  if (opening === undefined) return [];
  const clauses = clausesOf(words);
  const pair = pluralPair(words, opening);
  if (pair !== undefined && !hasMainVerb(words, clauses, opening)) return [told(passage, pair)];
  if (mayHoldVerb(words, opening)) return [];
  const gap =
    expected(words, opening, clauses) ??
    participle(words, opening, clauses) ??
    (hasMainVerb(words, clauses, opening) ? undefined : predicate(words, opening));
  return gap === undefined ? [] : [told(passage, gap)];
}

/** True where a word of the subject may be a verb after all: “private interests own …”, “the board plans …”, “Check the …”. */
function mayHoldVerb(words: readonly Token[], { subject, from, joined, at }: Opening): boolean {
  if (subject.pronoun) return false;
  const adverb = /^(?:also|already|now|still|currently)$/u.test(lower(words[at]));
  const bare =
    !joined &&
    !adverb &&
    subject.first === subject.last &&
    words.slice(0, from).every((word) => isAdverb(word) || isCoordinator(word));
  if (bare || /..ing$/u.test(lower(words[subject.first])) || lower(words[subject.first]) === 'due')
    return true;
  if (/^(?:these|those)$/u.test(subject.opener) && subject.number !== 'plural') return true;
  if (/^(?:this|that)$/u.test(subject.opener) && subject.number !== 'singular') return true;
  return endsInVerb(words, at);
}

/** True where the noun before `at` may be the verb of the nouns before it. */
function endsInVerb(words: readonly Token[], at: number): boolean {
  const last = words[at - 1];
  const before = words[at - 2];
  if (last === undefined || before === undefined || last.tag === 'PROPN') return false;
  if (before.tag === 'ADJ' && isNominal(words[at - 3])) return true;
  if (!isNominal(before)) return false;
  return lower(last).endsWith('s') || isPast(lower(last)) || numberOfNoun(before) !== 'singular';
}

interface Opening {
  readonly from: number;
  readonly subject: NounPhrase;
  /** Index of the first word after the subject and what hangs on it by prepositions. */
  readonly at: number;
  /** True where “and” joins two subjects. */
  readonly joined: boolean;
  /** True where a preposition hangs something on the subject. */
  readonly extended: boolean;
}

/** Skips “And”, adverbs, and a phrase that a comma ends. */
function afterOpening(words: readonly Token[]): number {
  let at = isCoordinator(words[0]) ? 1 : 0;
  while (
    (isAdverb(words[at]) && !/^(?:not|only|almost|nearly|just|even)$/u.test(lower(words[at]))) ||
    lower(words[at]) === 'maybe'
  )
    at++;
  if (words[at]?.text === ',') return at + 1;
  if (
    isPreposition(words[at]) ||
    /^(?:according|due|despite|instead|because)$/u.test(lower(words[at]))
  ) {
    const comma = words.findIndex((word, index) => index > at && word.text === ',');
    const phrase = words.slice(at, comma);
    if (
      comma > 0 &&
      comma - at <= 8 &&
      !phrase.some((word) => word.tag === 'VERB' || word.tag === 'AUX' || isRelative(word))
    )
      return comma + 1;
  }
  return at;
}

function subjectFrom(words: readonly Token[], from: number): Opening | undefined {
  const subject = nounPhraseAt(words, from);
  if (subject === undefined) return undefined;
  let at = subject.last + 1;
  let joined = false;
  let extended = false;
  for (;;) {
    const and = lower(words[at]) === 'and';
    if (!and && !isPreposition(words[at])) break;
    const next = nounPhraseAt(words, at + 1);
    if (next === undefined || (next.pronoun && and) || isGerund(words[at + 1])) break;
    joined ||= and;
    extended ||= !and;
    if (!and && isPredicate(words, at)) break;
    at = next.last + 1;
  }
  return { from, subject, at, joined, extended };
}

/** Phrases that say what state something is in, so that “is” before them is missed. */
function isPredicate(words: readonly Token[], at: number): boolean {
  const phrase = words
    .slice(at, at + 3)
    .map(lower)
    .join(' ');
  return /^(?:on the (?:rise|verge|brink|increase|decline|mend|cards|agenda|ropes)|under (?:way|threat|pressure|siege)|at (?:stake|odds)|in (?:doubt|jeopardy|disarray|ruins|tatters)|on (?:hold|track|course)|out of (?:action|reach))\b/u.test(
    phrase,
  );
}

/** True where a finite verb follows that may be the subject's own, or a clause that the words before its comma lean on. */
function hasMainVerb(
  words: readonly Token[],
  clauses: readonly Clause[],
  opening: Opening,
): boolean {
  return clauses.some(({ verb, link, linkAt, finiteness }) => {
    if (verb < opening.from) return false;
    if (finiteness === 'perhaps' && words[verb]?.tag !== 'VERB') return false;
    if (verb < opening.at) return true;
    if (link === 'coordinator')
      return words[linkAt - 1]?.text !== ',' || lower(words[linkAt]) === 'or';
    return (link !== 'subordinator' && link !== 'complement') || linkAt < opening.at;
  });
}

/** “Putin expected to arrive on Wednesday”: a passive that has lost its auxiliary. */
function expected(
  words: readonly Token[],
  opening: Opening,
  clauses: readonly Clause[],
): Gap | undefined {
  const at = opening.at;
  const word = lower(words[at]);
  if (lower(words[at + 1]) !== 'to' || words[at + 2]?.tag === undefined || isMark(words[at + 2]))
    return undefined;
  if (
    clauses.some(
      ({ verb, link, subject, finiteness }) =>
        (finiteness === 'yes' || words[verb]?.tag === 'VERB') &&
        verb > at &&
        (link === 'bare' ||
          link === 'start' ||
          link === 'relative' ||
          (link === 'mark' && subject === verb)),
    )
  )
    return undefined;
  if (
    !/^(?:expected|scheduled|slated|due|supposed|likely|unlikely|able|unable|poised|forced|allowed|believed|thought|bound|unwilling|reluctant|hesitant|eager|set)$/u.test(
      word,
    )
  )
    return undefined;
  if (
    /^(?:expected|forced|allowed|believed|thought|set)$/u.test(word) &&
    !(word === 'expected' && comesSoon(words, at))
  )
    return undefined;
  if (isPronoun(words[opening.from]) && word === 'expected') return undefined;
  return {
    at,
    from: opening.from,
    subject: opening.subject,
    joined: opening.joined,
    confidence: 0.88,
    be: true,
  };
}

/** True where a day or time to come is named: whoever “expected to arrive on Friday” is expected. */
function comesSoon(words: readonly Token[], at: number): boolean {
  const rest = words.slice(at).map(lower);
  return rest.some((word) =>
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next|later|soon|shortly|january|february|march|april|june|july|august|september|october|november|december)$/u.test(
      word,
    ),
  );
}

/** “A study shown that …”, “The team been told …”: a participle where a finite verb should be. */
function participle(
  words: readonly Token[],
  opening: Opening,
  clauses: readonly Clause[],
): Gap | undefined {
  const at = afterAdverbs(words, opening.at);
  const word = words[at];
  const after = words[at + 1];
  if (word === undefined || after === undefined || word.tag === 'NOUN' || word.tag === 'PROPN')
    return undefined;
  const gap = {
    at: opening.at,
    from: opening.from,
    subject: opening.subject,
    joined: opening.joined,
  };
  if (lower(word) === 'been') return { ...gap, confidence: 0.9, be: false };
  if (!isOnlyParticiple(lower(word))) return undefined;
  const later = clauses.filter(({ verb }) => verb > at);
  if (
    later.some(
      ({ link }) => link !== 'subordinator' && link !== 'complement' && link !== 'coordinator',
    )
  )
    return undefined;
  if (lower(after) === 'that' || isArticle(after) || isPossessive(after))
    return { ...gap, confidence: 0.85, be: false };
  return undefined;
}

/** What stands after the subject where a verb should, in a sentence that has none for it. */
function predicate(words: readonly Token[], opening: Opening): Gap | undefined {
  const { subject, from, joined, at } = opening;
  const next = afterAdverbs(words, at);
  const word = words[next];
  const after = words[next + 1];
  if (
    word === undefined ||
    after === undefined ||
    isMark(words[at]) ||
    isTimePhrase(words, opening)
  )
    return undefined;
  const gap = { at, from, subject, joined };
  const start = words
    .slice(next, next + 3)
    .map(lower)
    .join(' ');
  // “The metro one of the oldest”, “a tumour a growth that …”.
  if (
    /^one of the|^part of (?:a|an|the)/u.test(start) ||
    (/^an?$/u.test(subject.opener) &&
      isArticle(word) &&
      lower(word) !== 'the' &&
      isComplement(words, next))
  ) {
    return { ...gap, confidence: 0.85, be: true };
  }
  if (!isDefinite(words, opening)) return undefined;
  const adverb = next > at ? lower(words[at]) : '';
  if (/^(?:such|like|all|both|each|some)$/u.test(lower(word)) || after.text === '-')
    return undefined;
  if (
    isPreposition(word) &&
    (isPredicate(words, next) ||
      /^(?:not|almost|nearly|hardly|barely|still|already|currently)$/u.test(adverb))
  )
    return { ...gap, confidence: 0.86, be: true };
  if (
    word.tag === 'ADJ' &&
    !isPast(lower(word)) &&
    !isNominal(after) &&
    !isCoordinator(after) &&
    !isArticle(after) &&
    !isPossessive(after) &&
    (next > at || !isMark(after) || subject.opener === 'the')
  )
    return { ...gap, confidence: 0.86, be: true };
  if (isDeterminer(word) && !isDeterminer(after) && isComplement(words, next))
    return { ...gap, confidence: 0.86, be: isArticle(word) && lower(word) !== 'the' };
  if (
    word.tag === 'VERB' &&
    isGerund(word) &&
    (isDeterminer(after) || isPreposition(after) || next > at || after.text === 'to')
  )
    return { ...gap, confidence: 0.84, be: true };
  if (
    lower(word) === 'that' &&
    (isPronoun(after) || isDeterminer(after)) &&
    !isThatNoun(subject.head)
  )
    return { ...gap, confidence: 0.84, be: false };
  if (
    /^(?:up|out|off|around|forward|back|away|down)$/u.test(lower(word)) &&
    subject.head.tag === 'PROPN' &&
    isPreposition(after)
  )
    return { ...gap, confidence: 0.82, be: false };
  return undefined;
}

/** “Both countries neighbors of China”: two plurals side by side. */
function pluralPair(words: readonly Token[], { from, subject }: Opening): Gap | undefined {
  if (
    !/^(?:both|these|those|all|many|most)$/u.test(lower(words[from])) ||
    lower(words[subject.last + 1]) !== 'of'
  )
    return undefined;
  const at = subject.last;
  const before = words[at - 1];
  if (
    before?.tag !== 'NOUN' ||
    !before.text.endsWith('s') ||
    before.lemma === lower(before) ||
    subject.number !== 'plural' ||
    at - 1 === from
  )
    return undefined;
  return { at, from, subject, joined: false, confidence: 0.88, be: true };
}

/** True for a subject that is told apart from others, as verbless exclamations seldom have one. */
function isDefinite(words: readonly Token[], { from, subject, joined }: Opening): boolean {
  if (joined) return true;
  const opener = words[from];
  return (
    subject.pronoun ||
    lower(opener) === 'the' ||
    isPossessive(opener) ||
    /^(?:this|that|these|those|both|each|all)$/u.test(lower(opener)) ||
    opener?.tag === 'PROPN' ||
    words.slice(from, subject.last).some((word) => word.tag === 'PART')
  );
}

/** “Last month a …”, “The next day the …”: no subject at all. */
function isTimePhrase(words: readonly Token[], { subject }: Opening): boolean {
  return (
    /^(?:day|night|morning|afternoon|evening|week|month|year|time|times|moment|hour|hours|days|weeks|months|years|weekend|summer|winter|spring|autumn|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight)$/u.test(
      lower(subject.head),
    ) || isSubordinator(words[0])
  );
}

/** True for a noun phrase that no verb follows, so that it is no subject itself: “the show an opportunity for”. */
function isComplement(words: readonly Token[], index: number): boolean {
  const phrase = nounPhraseAt(words, index);
  if (phrase === undefined || phrase.pronoun || isCapitalised(words[index + 1])) return false;
  if (isTimeNoun(phrase.head)) return false;
  const after = words[phrase.last + 1];
  return (
    after === undefined ||
    after.text === ',' ||
    after.text === '.' ||
    isPreposition(after) ||
    isRelative(after) ||
    isCoordinator(after) ||
    lower(after) === 'to'
  );
}

/** Nouns that “that …” completes: “the claim that he lied”. */
function isThatNoun(token: Token): boolean {
  return (
    takesClause(token) ||
    /^(?:fact|idea|news|evidence|view|notion|possibility|risk|chance|danger|sign|thought|theory|argument|allegation|suggestion|proof|word|feeling|impression|hope|fear|belief|claim|report|warning|way|day|time|moment|thing|one|something|so|now|conclusion|decision|agreement|promise|reason|assumption|condition|complaint|point)$/u.test(
      token.lemma,
    ) ||
    isBe(token) ||
    (isCapitalised(token) && token.tag === 'NOUN')
  );
}
