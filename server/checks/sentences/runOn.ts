import type { Analysis } from '../../prose/grammar/analysis.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { type Clause, clausesOf, mainVerbOf } from './structure/clauses.js';
import { numberOfNoun } from './structure/nounNumber.js';
import { finitenessOf } from './structure/finiteVerbs.js';
import { nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import { isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import {
  followsClauseOpener,
  secondSentenceTree,
  hasRelativeGap,
  followsTimePhrase,
  hasFiniteVerbOnBothSides,
  isCompleteBefore,
  awaitsClause,
  lastNonAdverbBefore,
} from './structure/clauseSplit.js';
import { isIntransitive } from './structure/intransitive.js';
import { childWithRelation, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isHave,
  isModal,
  isPossessiveDeterminer,
  isPreposition,
  isPronoun,
  isPronounSubject,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  isNot,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  isAdverb,
  isGerund,
  isPunctuation,
  isNominal,
  isTimeNoun,
  lower,
  takesClause,
  isHyphen,
} from './structure/words.js';

/**
 * Finds two sentences without a mark, or with only a comma, between them (“were killed The attack
 * …”, “is away, he is …”).
 */
export function findRunOns(passage: Passage): readonly GrammarError[] {
  if (passage.setting !== 'running' || isComparativeCorrelative(passage.words)) return [];
  const clauses = clausesOf(passage.words).filter(({ finiteness }) => finiteness === 'yes');
  return [
    ...(endsInContrast(passage.words)
      ? []
      : [...findSplicedClauses(passage, clauses), ...findSplicedSentences(passage)]),
    ...findFusedSentences(passage),
    ...(passage.flattened ? [] : findLostFullStops(passage, clauses)),
  ];
}

/** “The data are clear, the media is not”: a contrast for which a comma is enough. */
function endsInContrast(words: readonly Token[]): boolean {
  const last = words.filter((word) => !isPunctuation(word)).at(-1);
  return last?.tag === 'AUX' || isNot(last);
}

/**
 * True for “The more it rains, the higher the river rises”, not for “The driver left, the officer
 * stayed”.
 */
function isComparativeCorrelative(words: readonly Token[]): boolean {
  const comma = words.findIndex(({ text }) => text === ',');
  if (comma < 0 || lower(words[0]) !== 'the' || lower(words[comma + 1]) !== 'the') return false;
  return (
    /^(?:JJR|RBR)$/u.test(treeOf(words).xpos(1)) &&
    /^(?:more|less|fewer|worse|\p{Ll}+er)$/u.test(lower(words[comma + 2]))
  );
}

/** Words that start a sentence and are not capitalised within one. */
const OPENERS =
  /^(?:The|A|An|He|She|They|It|We|But|And|In|On|At|After|When|While|This|These|Those|His|Her|Their|Its|There|However|As|By|With|For|From|If|Although|Since|Some|Many|Most|Both|Also|Not|One|Other|Another|Then|Now|Yet|So|During|Following|Despite|Under|Meanwhile|Last|Earlier|Police|Officials)$/u;

/** A capital that starts a new sentence within another, whose full stop is missing. */
function findLostFullStops(
  { words, text }: Passage,
  clauses: readonly Clause[],
): readonly GrammarError[] {
  return words.flatMap((word, index): readonly GrammarError[] => {
    const before = words[index - 1];
    const after = words[index + 1];
    if (before === undefined || after === undefined || !OPENERS.test(word.text)) return [];
    if (
      !/^\p{Ll}[\p{L}’'-]*$|^\d|^%$|^["”)]$/u.test(before.text) ||
      !/^\p{Ll}|^\d|^\p{Lu}\p{Ll}/u.test(after.text)
    )
      return [];
    if (isTitled(words, index)) return [];
    if (startsNewSentence(words, index)) return [missingFullStop(words, index, text, 0.95)];
    const left = clauses.some(({ verb }) => verb < index);
    const right = clauses.find(({ verb }) => verb > index);
    if (
      !left ||
      right === undefined ||
      clauses.some(
        (clause) => clause.verb > index && clause.subject < index && clause.verb !== clause.subject,
      )
    )
      return [];
    return [missingFullStop(words, index, text, 0.9)];
  });
}

/**
 * “… out of the hospital She banned all visitors”: a capitalised subject and its verb, after a noun
 * or a number. The tree does not decide this, as the parser may attach the verb to the words before
 * it.
 */
function startsNewSentence(words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  const verb = isAdverb(after) ? words[index + 2] : after;
  return (
    /^(?:He|She|They|We)$/u.test(words[index]?.text ?? '') &&
    (isNominal(before) || before?.kind === 'number') &&
    /^(?:VERB|AUX)$/u.test(verb?.tag ?? '') &&
    !isGerund(verb) &&
    finitenessOf(words.slice(0, index)).includes('yes')
  );
}

/** Nouns and verbs that announce a title. */
const ANNOUNCES =
  /^(?:film|movie|book|novel|show|series|song|single|hit|album|play|magazine|newspaper|paper|drama|comedy|sitcom|musical|soap|programme|program|website|site|app|band|group|tabloid|daily|game|track|memoir|thriller|documentary|called|named|titled|entitled|and|or)$/u;

/**
 * True if the word before announces a title, or a capital follows that may be the title's second
 * word.
 */
function isTitled(words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  if (ANNOUNCES.test(lower(before)) || isDeterminer(before)) return true;
  if (!startsWithCapital(words[index + 1])) return false;
  if (isPreposition(before) || isBe(before) || before?.tag === 'VERB') return true;
  return (
    /^(?:The|A|An|One|Last|Both|It|We|He|She|His|Her|Some|Most|Other|Another|Now|So|For|From|By|With)$/u.test(
      words[index]?.text ?? '',
    ) && words[index + 1]?.tag !== 'PROPN'
  );
}

function missingFullStop(
  words: readonly Token[],
  index: number,
  text: string,
  confidence: number,
): GrammarError {
  const before = words[index - 1];
  const word = words[index];
  const end = before?.end ?? 0;
  const start = word?.start ?? 0;
  const first = text.slice(start, start + 1).toUpperCase();
  return {
    kind: 'run-on',
    span: { start: before?.start ?? 0, end: word?.end ?? 0 },
    message: `“${before?.text ?? ''}” ends a sentence and needs a full stop after it.`,
    confidence,
    fixes: [grammarFix('Start a new sentence', end, start + 1, `. ${first}`)],
    isFirstFixPreferred: true,
  };
}

/** Two sentences without anything between them, each of which is complete when parsed alone. */
function findFusedSentences({ words, text, flattened }: Passage): readonly GrammarError[] {
  if (flattened) return [];
  return words.flatMap((_, at): readonly GrammarError[] => {
    if (!canStartSentence(words, at)) return [];
    if (!hasFiniteVerbOnBothSides(words, at)) return [];
    const tree = treeOf(words);
    if (followsClauseOpener(words, at, tree) || awaitsClause(words, at)) return [];
    const second = secondSentenceTree(words, at);
    if (second === undefined || !isCompleteBefore(words, at)) return [];
    if (hasRelativeGap(words, at, tree, second)) return [];
    const start = SENTENCE_ADVERBS.test(lower(words[at - 1])) ? at - 1 : at;
    return [missingFullStop(words, start, text, 0.86)];
  });
}

/** Adverbs that modify the following noun phrase, so that no sentence starts between them. */
const FOCUS =
  /^(?:only|even|just|almost|nearly|not|about|exactly|especially|particularly|mainly|mostly|least|most|very|also|all|rather|than|how)$/u;

/** True if a subject can start at `at`, and the word before it can end a sentence. */
function canStartSentence(words: readonly Token[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (
    word === undefined ||
    before === undefined ||
    (before.kind !== 'word' && before.kind !== 'number')
  )
    return false;
  const pronoun =
    isPronounSubject(word) || /^(?:nobody|everyone|everybody|someone|somebody)$/u.test(lower(word));
  const determined = isDeterminer(word) && !/^(?:that|whose|all|both|half|no)$/u.test(lower(word));
  if (
    isPreposition(before) ||
    isSubordinator(before) ||
    isRelative(before) ||
    isCoordinator(before) ||
    isDeterminer(before) ||
    isSubjectPronoun(before) ||
    FOCUS.test(lower(before))
  )
    return false;
  const time = followsTimePhrase(words, at);
  if (word.tag === 'PROPN' && !determined && !pronoun)
    return time || SENTENCE_ADVERBS.test(lower(before));
  if (!pronoun && !determined) return false;
  // “Alfred the Great”
  if (lower(word) === 'the' && before.tag === 'PROPN' && startsWithCapital(words[at + 1]))
    return false;
  if (TAKES_CONTACT_CLAUSE.test(lower(before)) && !time) return false;
  switch (before.tag) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
      return true;
    case 'PRON':
      return pronoun && !isDeterminer(before);
    case 'ADV':
      return (
        SENTENCE_ADVERBS.test(lower(before)) ||
        isNominal(words[at - 2]) ||
        // “Shares fell sharply the regulator …”
        (determined && /..ly$/u.test(before.text) && isIntransitiveHere(words[at - 2])) ||
        (pronoun && /^(?:VERB|AUX)$/u.test(words[at - 2]?.tag ?? ''))
      );
    case 'ADJ':
      return (
        determined &&
        isBe(words[lastNonAdverbBefore(words, at - 1)]) &&
        !TAKES_CLAUSE.test(lower(before))
      );
    case 'VERB':
      return (isSubjectPronoun(word) || lower(word) === 'there') && !takesClause(before);
    default:
      return false;
  }
}

/** True for verbs that, in this context, do not take what follows as their object. */
function isIntransitiveHere(token: Token | undefined): boolean {
  return (
    isIntransitive(token) ||
    /^(?:fall|rise|fail|rally|end|close|open|decline)$/u.test(token?.lemma ?? '')
  );
}

/** Adjectives that take a clause without “that”: “sure the train is late”. */
const TAKES_CLAUSE =
  /^(?:sure|certain|concerned|worried|afraid|anxious|glad|happy|proud|aware|confident|sorry|clear|likely|unlikely|convinced|hopeful|grateful|thankful|lucky|angry|sad|upset|delighted|pleased|adamant|optimistic|positive|surprised|disappointed|obvious|evident|possible|true|furious)$/u;

/** Nouns often followed by a complete clause without “that”: “the day he was born”. */
const TAKES_CONTACT_CLAUSE =
  /^(?:time|day|night|morning|afternoon|evening|week|month|year|moment|minute|second|hour|instant|season|summer|winter|spring|autumn|weekend|way|reason|place|point|extent|degree|fact|chance|belief|hope|fear|worry|worries|position|positions|condition|state|feeling|idea|claim|sense|impression|odds|case|thing|things|times|days|years|all|everything|anything|nothing|something|everyone|anyone|someone|one|ones|much|lot|more|most|first|last|next|only|that|what|then|suspicion|evidence|news|proof|word|doubt|concern|concerns|fears|hopes|claims|allegation|allegations|report|reports|sign|signs|rumour|rumours|rumor|rumors|confirmation|confidence|indication|warning|assurance|assurances|promise|conviction|notion|view|opinion|speculation|assumption|understanding|possibility|likelihood|suggestion|suggestions|guarantee|threat|bet|guess|truth|question|problem|place|places|ways|people|person|man|woman|stuff|kind|sort)$/u;

/** Adverbs that start a sentence. */
const SENTENCE_ADVERBS =
  /^(?:maybe|perhaps|naturally|still|meanwhile|also|however|then|now|instead|sometimes|suddenly|fortunately|unfortunately|usually|eventually|finally|clearly|apparently)$/u;

/** Two sentences around a comma, each of which is complete when parsed alone. */
function findSplicedSentences({ words, text }: Passage): readonly GrammarError[] {
  return words.flatMap((comma, at): readonly GrammarError[] => {
    const before = words[at - 1];
    const word = words[at + 1];
    if (comma.text !== ',' || before === undefined || word === undefined) return [];
    // “You can, it seems.”
    if (words.slice(at + 1).filter((after) => !isPunctuation(after)).length < 3) return [];
    if (
      !isPronounSubject(word) &&
      lower(word) !== 'the' &&
      !isPossessiveDeterminer(word) &&
      !/^(?:many|some|most|several|both)$/u.test(lower(word)) &&
      !(word.tag === 'NOUN' && numberOfNoun(word) === 'plural' && isFiniteNext(words, at + 2)) &&
      word.tag !== 'PROPN'
    )
      return [];
    if (!isSimple(words, at)) return [];
    // “It rained, the pitch froze, and the bus broke down”: a series.
    if (
      words.some(
        (later, index) => index > at && isCoordinator(later) && words[index - 1]?.text === ',',
      )
    )
      return [];
    if (!hasFiniteVerbOnBothSides(words, at) || awaitsClause(words, at)) return [];
    // “…, the players like to say, …”
    const close = words.findIndex((later, index) => index > at && isPunctuation(later));
    if (words[close]?.text === ',' && takesClause(words[close - 1])) return [];
    const second = secondSentenceTree(words, at + 1);
    if (second === undefined) return [];
    const main = at + 1 + second.root;
    // “…, officials hope” is an attribution, “…, her deputy hopes to win” is not.
    if (takesClause(words[main]) && lower(words[main + 1]) !== 'to') return [];
    if (isReportingWrite(words, main)) return [];
    if (endsInClause(words.slice(at + 1), second)) return [];
    if (isDescribed(words, at + 1 + second.root)) return [];
    const subject = childWithRelation(second, second.root, /^[nc]subj|^expl/u) ?? 0;
    if (
      isTimeNoun(words[at + 1 + subject]) ||
      words
        .slice(at + 1, at + 1 + subject)
        .some((between) => isPunctuation(between) || isRelative(between))
    )
      return [];
    if (!isCompleteBefore(words, at)) return [];
    return [commaSplice(words, at, text, 0.82)];
  });
}

/** “…, farmers are”, “…, prices have”: an auxiliary just after the noun. */
function isFiniteNext(words: readonly Token[], at: number): boolean {
  return isBe(words[at]) || isHave(words[at]) || isModal(words[at]);
}

/** “…, the latest towns accused of waste”: a past form without an object may be a participle. */
function isDescribed(words: readonly Token[], verb: number): boolean {
  const word = words[verb];
  const after = words[verb + 1];
  return (
    word?.tag === 'VERB' &&
    verbFormsOf(word).participle &&
    !isOnlyPast(lower(word)) &&
    isNominal(words[verb - 1]) &&
    (isPreposition(after) || isPunctuation(after) || after === undefined)
  );
}

/**
 * “Cardiff won, Swansea drew and Newport lost”: true if “and” adds another clause, so that they
 * form a series.
 */
function endsInClause(words: readonly Token[], tree: Analysis): boolean {
  return words.some(
    (_, index) =>
      /^(?:conj|ccomp)/u.test(tree.relation(index)) &&
      childWithRelation(tree, index, /^nsubj/u) !== undefined &&
      words.slice(tree.root, index).some(isCoordinator),
  );
}

/**
 * True if the words before `at` are a single clause without punctuation that needs nothing after
 * it.
 */
function isSimple(words: readonly Token[], at: number): boolean {
  const [first] = words;
  if (isAdverb(first) || SENTENCE_ADVERBS.test(lower(words[at - 1])) || lower(words[1]) === 'case')
    return false;
  // “It is not a job, it is a calling”: a contrast for which a comma is enough.
  const contrasts = isPronounSubject(words[at + 1]) || isPronounSubject(first);
  return words
    .slice(0, at)
    .every(
      (word, index) =>
        (!isPunctuation(word) || isHyphen(words, index)) &&
        !isSubordinator(word) &&
        !isRelative(word) &&
        !/^(?:and|but|no|only)$/u.test(lower(word)) &&
        !(contrasts && isNot(word)),
    );
}

/** Two complete clauses with only a comma between them. */
function findSplicedClauses(
  { words, text }: Passage,
  clauses: readonly Clause[],
): readonly GrammarError[] {
  const [first] = clauses;
  if (first === undefined || !startsWithSubject(words, first)) return [];
  const found = clauses.filter((_, index) => index > 0 && isSpliced(words, clauses, index));
  const [clause, another] = found;
  // “He came, he saw, he conquered”, “it rained, the pitch froze, and the bus broke down”: a
  // series.
  if (clause === undefined || another !== undefined || endsInList(words, clauses, clause))
    return [];
  return [
    commaSplice(words, clause.linkAt, text, isPronounSubject(words[clause.subject]) ? 0.9 : 0.82),
  ];
}

/** True for “should he fail, …” and “had it rained, …” before a comma: a condition, not a sentence. */
function isInvertedCondition(words: readonly Token[], comma: number): boolean {
  const opening = words.findLastIndex((word, at) => at < comma && isPunctuation(word)) + 1;
  const start = isCoordinator(words[opening]) ? opening + 1 : opening;
  return (
    /^(?:should|had|were)$/u.test(lower(words[start])) &&
    (isPronounSubject(words[start + 1]) ||
      isDeterminer(words[start + 1]) ||
      words[start + 1]?.tag === 'PROPN')
  );
}

function commaSplice(
  words: readonly Token[],
  comma: number,
  text: string,
  confidence: number,
): GrammarError {
  const before = words[comma - 1];
  const word = words[comma + 1];
  const end = before?.end ?? 0;
  const start = word?.start ?? 0;
  const capital = text.slice(start, start + 1).toUpperCase();
  return {
    kind: 'run-on',
    span: { start: before?.start ?? 0, end: word?.end ?? 0 },
    message: `“${before?.text ?? ''}, ${word?.text ?? ''}” joins two sentences with a comma: use a semicolon or a full stop.`,
    confidence,
    fixes: [
      grammarFix('Use a semicolon', end, start, '; '),
      grammarFix('Start a new sentence', end, start + 1, `. ${capital}`),
    ],
    isFirstFixPreferred: true,
  };
}

function endsInList(words: readonly Token[], clauses: readonly Clause[], spliced: Clause): boolean {
  return clauses.some(
    ({ verb, link, linkAt }) =>
      verb > spliced.verb &&
      words[linkAt - 1]?.text === ',' &&
      (link === 'coordinator' || /^(?:while|whereas)$/u.test(lower(words[linkAt]))),
  );
}

/**
 * True if the sentence starts with its subject, perhaps after adverbs or after a phrase and a
 * comma.
 */
function startsWithSubject(words: readonly Token[], first: Clause): boolean {
  if (first.link !== 'start' && first.link !== 'mark') return false;
  // “The minister, Ms. Roe, is …”: an aside between the subject and its verb.
  const aside =
    words[first.verb - 1]?.text === ',' &&
    words.slice(0, first.verb - 1).filter((word) => word.text === ',').length === 1;
  if (
    first.subject >= first.verb &&
    !(aside && nounPhraseAt(words, 0) !== undefined && !isPreposition(words[0]))
  )
    return false;
  if (aside)
    return !words.slice(0, first.verb).some((word) => isSubordinator(word) || isRelative(word));
  const opening = words.slice(0, first.subject);
  if (opening.some((word) => isSubordinator(word) || isRelative(word))) return false;
  if (
    !opening.every((word) => isAdverb(word) || isCoordinator(word)) &&
    opening.at(-1)?.text !== ','
  )
    return false;
  const start = words.slice(0, first.verb).map(lower).join(' ');
  return !/^(?:the (?:more|less|fewer|better|worse|longer|sooner|bigger|closer|further|higher|older|faster)|no matter|had|were|should|be|try|like it|now|once)\b/u.test(
    start,
  );
}

function isSpliced(words: readonly Token[], clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  const before = clauses[index - 1];
  const first = clauses[0];
  if (clause === undefined || before === undefined || first === undefined) return false;
  if (clause.link !== 'mark' || words[clause.linkAt]?.text !== ',' || clause.subject >= clause.verb)
    return false;
  if (!words.slice(clause.linkAt + 1, clause.subject).every(isAdverb)) return false;
  const subject = words[clause.subject];
  if (!isPronounSubject(subject) && !isFullSubject(words, clause)) return false;
  if (
    isReportingVerbBefore(words, before, clause) ||
    opensOwnClause(words, before, clause) ||
    isAside(words, clause) ||
    isInvertedCondition(words, clause.linkAt)
  )
    return false;
  const left = words.slice(first.verb, clause.linkAt).map(lower);
  if (left.some((word) => /^(?:only|just|merely|simply|whether|either|neither|if)$/u.test(word)))
    return false;
  // “It is not a job, it is a calling”: a contrast for which a comma is enough.
  return !(
    lower(words[first.subject]) === lower(subject) &&
    left.some((word) => /^(?:not|n['’]t|no|never)$/u.test(word))
  );
}

/** True if the subject is a noun phrase and the verb is certainly finite. */
function isFullSubject(words: readonly Token[], clause: Clause): boolean {
  const subject = words[clause.subject];
  return (
    (isDeterminer(subject) || subject?.tag === 'PROPN') &&
    !/^(?:whose|that)$/u.test(lower(subject)) &&
    isCertainVerb(words, clause.verb) &&
    !words.slice(0, clause.linkAt).some((word) => word.text === ',') &&
    clause.subject > 0
  );
}

/** “She says, they had …”: a reporting verb just before the comma. */
function isReportingVerbBefore(words: readonly Token[], before: Clause, clause: Clause): boolean {
  return before.verb === clause.linkAt - 1 && takesClause(words[before.verb]);
}

/**
 * True if the comma ends a phrase that belongs to the following clause: “and in the end, he …”,
 * “that by 2030, it …”.
 */
function opensOwnClause(words: readonly Token[], before: Clause, clause: Clause): boolean {
  if (before.link === 'subordinator' || before.link === 'relative') return true;
  return words.slice(before.verb + 1, clause.linkAt).some((word, at, between) => {
    const next = between[at + 1];
    if (isPunctuation(word) && word.text !== '-') return true;
    if (isSubordinator(word) && word.tag !== 'ADP') return true;
    if (isRelative(word)) return true;
    return (
      isCoordinator(word) &&
      (next === undefined || isPreposition(next) || isAdverb(next) || isSubordinator(next))
    );
  });
}

/** “…, he said”, “…, it seems”, “…, isn't it”: a comment on the sentence, not another sentence. */
function isAside(words: readonly Token[], clause: Clause): boolean {
  // “…, I have come to think, …”: between commas, ending in a verb that takes a clause.
  const close = words.findIndex((word, at) => at > clause.verb && isPunctuation(word));
  if (words[close]?.text === ',' && takesClause(words[close - 1])) return true;
  const main = mainVerbOf(words, clause.verb);
  // “…, it is expected to fall”
  const goesOn =
    isBe(words[clause.verb]) &&
    words.slice(clause.verb, clause.verb + 4).some((word) => lower(word) === 'to');
  if (goesOn) return false;
  if (takesClause(main) || takesClause(words[clause.verb])) return true;
  if (main !== undefined && isReportingWrite(words, words.indexOf(main))) return true;
  if (clause.verb >= words.length - 2 || /^(?:quote|cite|doubt)$/u.test(main?.lemma ?? ''))
    return true;
  if (
    lower(words[clause.subject]) === 'there' &&
    words
      .slice(clause.verb, clause.verb + 4)
      .some((word) => /^(?:doubt|question|denying|way)$/u.test(lower(word)))
  )
    return true;
  return /n['’]t$/u.test(lower(words[clause.verb + 1])) && isPronoun(words[clause.verb + 2]);
}

/**
 * True if “write” reports the words before it (“…, he wrote on Monday”); false with an object (“he
 * wrote a letter”).
 */
function isReportingWrite(words: readonly Token[], verb: number): boolean {
  const after = words[verb + 1];
  return (
    words[verb]?.lemma === 'write' &&
    !isDeterminer(after) &&
    !isPossessiveDeterminer(after) &&
    (!isNominal(after) || isTimeNoun(after))
  );
}

function isCertainVerb(words: readonly Token[], verb: number): boolean {
  const word = words[verb];
  return (
    isBe(word) ||
    isHave(word) ||
    isModal(word) ||
    isOnlyPast(lower(word)) ||
    (word?.tag === 'VERB' && verbFormsOf(word).past && !verbFormsOf(word).base)
  );
}
