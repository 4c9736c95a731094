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
  belongsAfter,
  halfFrom,
  hasGap,
  isDatedBefore,
  isFiniteAround,
  isHyphen,
  isWholeBefore,
  leavesOpen,
  nearestBefore,
} from './structure/clauseSplit.js';
import { isIntransitive } from './structure/intransitive.js';
import { childBy, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isAdverb,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isGerund,
  isHave,
  isMark,
  isModal,
  isNominal,
  isPossessive,
  isPreposition,
  isPronoun,
  isPronounSubject,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  isTimeNoun,
  lower,
  takesClause,
} from './structure/words.js';

/** Two sentences with no mark, or only a comma, between them (“were killed The attack …”, “is away, he is …”). */
export function findRunOns(passage: Passage): readonly GrammarError[] {
  if (passage.setting !== 'running' || compares(passage.words)) return [];
  const clauses = clausesOf(passage.words).filter(({ finiteness }) => finiteness === 'yes');
  return [
    ...(endsInContrast(passage.words)
      ? []
      : [...splices(passage, clauses), ...splicedHalves(passage)]),
    ...fused(passage),
    ...(passage.flattened ? [] : lostStops(passage, clauses)),
  ];
}

/** “The data are clear, the media is not”: a contrast that needs no more than a comma. */
function endsInContrast(words: readonly Token[]): boolean {
  const last = words.filter((word) => !isMark(word)).at(-1);
  return last?.tag === 'AUX' || /^(?:not|n['’]t)$/u.test(lower(last));
}

/** “The more it rains, the higher the river rises”; but “The driver left, the officer stayed”. */
function compares(words: readonly Token[]): boolean {
  const comma = words.findIndex(({ text }) => text === ',');
  if (comma < 0 || lower(words[0]) !== 'the' || lower(words[comma + 1]) !== 'the') return false;
  return (
    /^(?:JJR|RBR)$/u.test(treeOf(words).xpos(1)) &&
    /^(?:more|less|fewer|worse|\p{Ll}+er)$/u.test(lower(words[comma + 2]))
  );
}

/** Words that open a sentence and do not stand with a capital inside one. */
const OPENERS =
  /^(?:The|A|An|He|She|They|It|We|But|And|In|On|At|After|When|While|This|These|Those|His|Her|Their|Its|There|However|As|By|With|For|From|If|Although|Since|Some|Many|Most|Both|Also|Not|One|Other|Another|Then|Now|Yet|So|During|Following|Despite|Under|Meanwhile|Last|Earlier|Police|Officials)$/u;

/** A capital that opens a sentence in the middle of one: its full stop was lost. */
function lostStops({ words, text }: Passage, clauses: readonly Clause[]): readonly GrammarError[] {
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
    if (startsAnew(words, index)) return [stop(words, index, text, 0.95)];
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
    return [stop(words, index, text, 0.9)];
  });
}

/**
 * “… out of the hospital She banned all visitors”: a subject with a capital and its verb, behind what is no verb
 * and no conjunction. The tree may well hang the verb on what stands before.
 */
function startsAnew(words: readonly Token[], index: number): boolean {
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

/** True where what stands before announces a title, or a capital follows that may be one's second word. */
function isTitled(words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  if (ANNOUNCES.test(lower(before)) || isDeterminer(before)) return true;
  if (!isCapitalised(words[index + 1])) return false;
  if (isPreposition(before) || isBe(before) || before?.tag === 'VERB') return true;
  return (
    /^(?:The|A|An|One|Last|Both|It|We|He|She|His|Her|Some|Most|Other|Another|Now|So|For|From|By|With)$/u.test(
      words[index]?.text ?? '',
    ) && words[index + 1]?.tag !== 'PROPN'
  );
}

function stop(
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
    message: `Two sentences run into each other here: a full stop is missing after “${before?.text ?? ''}”.`,
    confidence,
    fixes: [grammarFix('Start a new sentence', end, start + 1, `. ${first}`)],
    isFirstFixPreferred: true,
  };
}

/** A second sentence that follows with nothing between: both halves, parsed alone, are whole. */
function fused({ words, text, flattened }: Passage): readonly GrammarError[] {
  if (flattened) return [];
  return words.flatMap((_, at): readonly GrammarError[] => {
    if (!mayOpen(words, at)) return [];
    if (!isFiniteAround(words, at)) return [];
    const tree = treeOf(words);
    if (belongsAfter(words, at, tree) || leavesOpen(words, at)) return [];
    const second = halfFrom(words, at);
    if (second === undefined || !isWholeBefore(words, at)) return [];
    if (hasGap(words, at, tree, second)) return [];
    const start = SENTENCE_ADVERBS.test(lower(words[at - 1])) ? at - 1 : at;
    return [stop(words, start, text, 0.86)];
  });
}

/** Adverbs that point at the noun phrase after them, so that no sentence opens between. */
const FOCUS =
  /^(?:only|even|just|almost|nearly|not|about|exactly|especially|particularly|mainly|mostly|least|most|very|also|all|rather|than|how)$/u;

/** True where a subject may begin at `at`, and what stands before it may end a sentence. */
function mayOpen(words: readonly Token[], at: number): boolean {
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
  const time = isDatedBefore(words, at);
  if (word.tag === 'PROPN' && !determined && !pronoun)
    return time || SENTENCE_ADVERBS.test(lower(before));
  if (!pronoun && !determined) return false;
  // “Alfred the Great”
  if (lower(word) === 'the' && before.tag === 'PROPN' && isCapitalised(words[at + 1])) return false;
  if (DESCRIBED.test(lower(before)) && !time) return false;
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
        determined && isBe(words[nearestBefore(words, at - 1)]) && !TAKES_CLAUSE.test(lower(before))
      );
    case 'VERB':
      return (isSubjectPronoun(word) || lower(word) === 'there') && !takesClause(before);
    default:
      return false;
  }
}

/** Verbs of rise and fall, which what follows cannot be the object of. */
function isIntransitiveHere(token: Token | undefined): boolean {
  return (
    isIntransitive(token) ||
    /^(?:fall|rise|fail|rally|end|close|open|decline)$/u.test(token?.lemma ?? '')
  );
}

/** Adjectives that a clause without “that” may complete: “sure the train is late”. */
const TAKES_CLAUSE =
  /^(?:sure|certain|concerned|worried|afraid|anxious|glad|happy|proud|aware|confident|sorry|clear|likely|unlikely|convinced|hopeful|grateful|thankful|lucky|angry|sad|upset|delighted|pleased|adamant|optimistic|positive|surprised|disappointed|obvious|evident|possible|true|furious)$/u;

/** Nouns that a clause without “that” often describes in full: “the day he was born”. */
const DESCRIBED =
  /^(?:time|day|night|morning|afternoon|evening|week|month|year|moment|minute|second|hour|instant|season|summer|winter|spring|autumn|weekend|way|reason|place|point|extent|degree|fact|chance|belief|hope|fear|worry|worries|position|positions|condition|state|feeling|idea|claim|sense|impression|odds|case|thing|things|times|days|years|all|everything|anything|nothing|something|everyone|anyone|someone|one|ones|much|lot|more|most|first|last|next|only|that|what|then|suspicion|evidence|news|proof|word|doubt|concern|concerns|fears|hopes|claims|allegation|allegations|report|reports|sign|signs|rumour|rumours|rumor|rumors|confirmation|confidence|indication|warning|assurance|assurances|promise|conviction|notion|view|opinion|speculation|assumption|understanding|possibility|likelihood|suggestion|suggestions|guarantee|threat|bet|guess|truth|question|problem|place|places|ways|people|person|man|woman|stuff|kind|sort)$/u;

/** Adverbs that open a sentence, so that it begins with them. */
const SENTENCE_ADVERBS =
  /^(?:maybe|perhaps|naturally|still|meanwhile|also|however|then|now|instead|sometimes|suddenly|fortunately|unfortunately|usually|eventually|finally|clearly|apparently)$/u;

/** Two sentences around a comma that, parsed alone, are whole; what opens the second may stand before the comma. */
function splicedHalves({ words, text }: Passage): readonly GrammarError[] {
  return words.flatMap((comma, at): readonly GrammarError[] => {
    const before = words[at - 1];
    const word = words[at + 1];
    if (comma.text !== ',' || before === undefined || word === undefined) return [];
    // “You can, it seems.”
    if (words.slice(at + 1).filter((after) => !isMark(after)).length < 3) return [];
    if (
      !isPronounSubject(word) &&
      lower(word) !== 'the' &&
      !isPossessive(word) &&
      !/^(?:many|some|most|several|both)$/u.test(lower(word)) &&
      !(word.tag === 'NOUN' && numberOfNoun(word) === 'plural' && isFiniteNext(words, at + 2)) &&
      word.tag !== 'PROPN'
    )
      return [];
    if (!isSimple(words, at)) return [];
    // “It rained, the pitch froze, and the bus broke down”: a list.
    if (
      words.some(
        (later, index) => index > at && isCoordinator(later) && words[index - 1]?.text === ',',
      )
    )
      return [];
    if (!isFiniteAround(words, at) || leavesOpen(words, at)) return [];
    // “…, the players like to say, …”
    const close = words.findIndex((later, index) => index > at && isMark(later));
    if (words[close]?.text === ',' && takesClause(words[close - 1])) return [];
    const second = halfFrom(words, at + 1);
    if (second === undefined) return [];
    const main = at + 1 + second.root;
    // “…, officials hope”; but “…, her deputy hopes to win”.
    if (takesClause(words[main]) && lower(words[main + 1]) !== 'to') return [];
    if (isWriting(words, main)) return [];
    if (endsInClause(words.slice(at + 1), second)) return [];
    if (isDescribed(words, at + 1 + second.root)) return [];
    const subject = childBy(second, second.root, /^[nc]subj|^expl/u) ?? 0;
    if (
      isTimeNoun(words[at + 1 + subject]) ||
      words
        .slice(at + 1, at + 1 + subject)
        .some((between) => isMark(between) || isRelative(between))
    )
      return [];
    if (!isWholeBefore(words, at)) return [];
    return [splice(words, at, text, 0.82)];
  });
}

/** “…, farmers are”, “…, prices have”: an auxiliary right after the noun. */
function isFiniteNext(words: readonly Token[], at: number): boolean {
  return isBe(words[at]) || isHave(words[at]) || isModal(words[at]);
}

/** “…, the latest towns accused of waste”: a past form without its object may be a participle, and no sentence. */
function isDescribed(words: readonly Token[], verb: number): boolean {
  const word = words[verb];
  const after = words[verb + 1];
  return (
    word?.tag === 'VERB' &&
    verbFormsOf(word).participle &&
    !isOnlyPast(lower(word)) &&
    isNominal(words[verb - 1]) &&
    (isPreposition(after) || isMark(after) || after === undefined)
  );
}

/** “Cardiff won, Swansea drew and Newport lost”: true where “and” brings another clause, which makes a list of them. */
function endsInClause(words: readonly Token[], tree: Analysis): boolean {
  return words.some(
    (_, index) =>
      /^(?:conj|ccomp)/u.test(tree.relation(index)) &&
      childBy(tree, index, /^nsubj/u) !== undefined &&
      words.slice(tree.root, index).some(isCoordinator),
  );
}

/** True where the words before `at` are one clause without a mark, to which nothing after it can belong. */
function isSimple(words: readonly Token[], at: number): boolean {
  const [first] = words;
  if (isAdverb(first) || SENTENCE_ADVERBS.test(lower(words[at - 1])) || lower(words[1]) === 'case')
    return false;
  // “It is not a job, it is a calling”: a contrast that writers join so.
  const contrasts = isPronounSubject(words[at + 1]) || isPronounSubject(first);
  return words
    .slice(0, at)
    .every(
      (word, index) =>
        (!isMark(word) || isHyphen(words, index)) &&
        !isSubordinator(word) &&
        !isRelative(word) &&
        !/^(?:and|but|no|only)$/u.test(lower(word)) &&
        !(contrasts && /^(?:not|n['’]t)$/u.test(lower(word))),
    );
}

/** Two whole sentences with only a comma between them. */
function splices({ words, text }: Passage, clauses: readonly Clause[]): readonly GrammarError[] {
  const [first] = clauses;
  if (first === undefined || !opensPlainly(words, first)) return [];
  const found = clauses.filter((_, index) => index > 0 && isSpliced(words, clauses, index));
  const [clause, another] = found;
  // “He came, he saw, he conquered”, “it rained, the pitch froze, and the bus broke down”: a list.
  if (clause === undefined || another !== undefined || endsInList(words, clauses, clause))
    return [];
  return [splice(words, clause.linkAt, text, isPronounSubject(words[clause.subject]) ? 0.9 : 0.82)];
}

function splice(
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
    message: `Two sentences are joined by a comma after “${before?.text ?? ''}”.`,
    confidence,
    fixes: [
      grammarFix('Join them with a semicolon', end, start, '; '),
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

/** True where the sentence opens with its subject, or with adverbs or a phrase and a comma before it. */
function opensPlainly(words: readonly Token[], first: Clause): boolean {
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
    isSaying(words, before, clause) ||
    opensOwnClause(words, before, clause) ||
    isAside(words, clause)
  )
    return false;
  const left = words.slice(first.verb, clause.linkAt).map(lower);
  if (left.some((word) => /^(?:only|just|merely|simply|whether|either|neither|if)$/u.test(word)))
    return false;
  // “It is not a job, it is a calling”: a contrast that writers join so.
  return !(
    lower(words[first.subject]) === lower(subject) &&
    left.some((word) => /^(?:not|n['’]t|no|never)$/u.test(word))
  );
}

/** A noun phrase as subject, of a verb that cannot be anything else. */
function isFullSubject(words: readonly Token[], clause: Clause): boolean {
  const subject = words[clause.subject];
  return (
    (isDeterminer(subject) || subject?.tag === 'PROPN') &&
    !/^(?:whose|that)$/u.test(lower(subject)) &&
    isSureVerb(words, clause.verb) &&
    !words.slice(0, clause.linkAt).some((word) => word.text === ',') &&
    clause.subject > 0
  );
}

/** “She says, they had …”: a verb of saying right before the comma. */
function isSaying(words: readonly Token[], before: Clause, clause: Clause): boolean {
  return before.verb === clause.linkAt - 1 && takesClause(words[before.verb]);
}

/** True where the comma ends a phrase that belongs to what follows it: “and in the end, he …”, “that by 2030, it …”. */
function opensOwnClause(words: readonly Token[], before: Clause, clause: Clause): boolean {
  if (before.link === 'subordinator' || before.link === 'relative') return true;
  return words.slice(before.verb + 1, clause.linkAt).some((word, at, between) => {
    const next = between[at + 1];
    if (isMark(word) && word.text !== '-') return true;
    if (isSubordinator(word) && word.tag !== 'ADP') return true;
    if (isRelative(word)) return true;
    return (
      isCoordinator(word) &&
      (next === undefined || isPreposition(next) || isAdverb(next) || isSubordinator(next))
    );
  });
}

/** “…, he said”, “…, it seems”, “…, isn't it”: words about the sentence, not another one. */
function isAside(words: readonly Token[], clause: Clause): boolean {
  // “…, I have come to think, …”: between commas, ending in a verb that takes a clause.
  const close = words.findIndex((word, at) => at > clause.verb && isMark(word));
  if (words[close]?.text === ',' && takesClause(words[close - 1])) return true;
  const main = mainVerbOf(words, clause.verb);
  // “…, it is expected to fall”
  const goesOn =
    isBe(words[clause.verb]) &&
    words.slice(clause.verb, clause.verb + 4).some((word) => lower(word) === 'to');
  if (goesOn) return false;
  if (takesClause(main) || takesClause(words[clause.verb])) return true;
  if (main !== undefined && isWriting(words, words.indexOf(main))) return true;
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

/** “…, he wrote on Monday”: what he wrote stands before it; “he wrote a letter” has it behind. */
function isWriting(words: readonly Token[], verb: number): boolean {
  const after = words[verb + 1];
  return (
    words[verb]?.lemma === 'write' &&
    !isDeterminer(after) &&
    !isPossessive(after) &&
    (!isNominal(after) || isTimeNoun(after))
  );
}

function isSureVerb(words: readonly Token[], verb: number): boolean {
  const word = words[verb];
  return (
    isBe(word) ||
    isHave(word) ||
    isModal(word) ||
    isOnlyPast(lower(word)) ||
    (word?.tag === 'VERB' && verbFormsOf(word).past && !verbFormsOf(word).base)
  );
}
