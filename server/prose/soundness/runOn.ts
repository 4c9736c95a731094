import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import { type Clause, clausesOf, mainVerbOf } from './clauses.js';
import { isDitransitive } from './finiteVerbs.js';
import { nounPhraseAt } from './nounPhrase.js';
import { type Passage, isFlattened } from './passage.js';
import { isOnlyPast } from '../grammar/irregularVerbs.js';
import { formsOf } from './verbForms.js';
import {
  isAdverb,
  isArticle,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isDo,
  isGerund,
  isHave,
  isMark,
  isModal,
  isNominal,
  isObjectPronoun,
  isPossessive,
  isPreposition,
  isPronoun,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  isTimeNoun,
  lower,
  takesClause,
} from './words.js';

/** Two sentences with no mark, or only a comma, between them (“were killed The attack …”, “is away, he is …”). Cannot throw. */
export function findRunOns(passage: Passage): readonly Break[] {
  if (passage.setting !== 'running') return [];
  const clauses = clausesOf(passage.words).filter(({ finiteness }) => finiteness === 'yes');
  return [
    ...splices(passage, clauses),
    ...fused(passage, clauses),
    ...(isFlattened(passage.text) ? [] : lostStops(passage, clauses)),
  ];
}

/** Words that open a sentence and do not stand with a capital inside one. */
const OPENERS =
  /^(?:The|A|An|He|She|They|It|We|But|And|In|On|At|After|When|While|This|These|Those|His|Her|Their|Its|There|However|As|By|With|For|From|If|Although|Since|Some|Many|Most|Both|Also|Not|One|Other|Another|Then|Now|Yet|So|During|Following|Despite|Under|Meanwhile|Last|Earlier|Police|Officials)$/u;

/** A capital that opens a sentence in the middle of one: its full stop was lost. */
function lostStops({ words, text }: Passage, clauses: readonly Clause[]): readonly Break[] {
  return words.flatMap((word, index): readonly Break[] => {
    const before = words[index - 1];
    const after = words[index + 1];
    if (before === undefined || after === undefined || !OPENERS.test(word.text)) return [];
    if (
      !/^\p{Ll}[\p{L}’'-]*$|^\d|^%$|^["”)]$/u.test(before.text) ||
      !/^\p{Ll}|^\d|^\p{Lu}\p{Ll}/u.test(after.text)
    )
      return [];
    if (isTitled(words, index)) return [];
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

function stop(words: readonly Token[], index: number, text: string, confidence: number): Break {
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
    repairs: [repair('Start a new sentence', end, start + 1, `. ${first}`)],
    plain: true,
  };
}

/** A second sentence that follows with nothing between. */
function fused({ words, text }: Passage, clauses: readonly Clause[]): readonly Break[] {
  return clauses.flatMap((clause, index): readonly Break[] => {
    if (clause.link !== 'bare' && clause.link !== 'relative') return [];
    if (clause.subject >= clause.verb || !clauses.slice(0, index).some(isMain)) return [];
    const subject = words[clause.subject];
    const before = words[clause.subject - 1];
    if (
      subject === undefined ||
      before === undefined ||
      isMark(before) ||
      before.kind === 'object' ||
      (isCapitalised(before) && before.tag !== 'PROPN')
    )
      return [];
    const confidence = isFlattened(text) ? 0 : certaintyOfFused(words, clause);
    const at = SENTENCE_ADVERBS.test(lower(before)) ? clause.subject - 1 : clause.subject;
    return confidence === 0 ? [] : [stop(words, at, text, confidence)];
  });
}

/** Nouns that a clause without “that” often describes in full: “the day he was born”. */
const DESCRIBED =
  /^(?:time|day|night|morning|afternoon|evening|week|month|year|moment|minute|second|hour|instant|season|summer|winter|spring|autumn|weekend|way|reason|place|point|extent|degree|fact|chance|belief|hope|fear|feeling|idea|claim|sense|impression|odds|case|thing|things|times|days|years|all|everything|anything|nothing|something|everyone|anyone|someone|one|ones|much|lot|more|most|first|last|next|only|that|what|then|suspicion|evidence|news|proof|word|doubt|concern|concerns|fears|hopes|claims|allegation|allegations|report|reports|sign|signs|rumour|rumours|rumor|rumors|confirmation|confidence|indication|warning|assurance|assurances|promise|conviction|notion|view|opinion|speculation|assumption|understanding|possibility|likelihood|suggestion|suggestions|guarantee|threat|bet|guess|truth|question|problem|place|places|ways|people|person|man|woman|stuff|kind|sort)$/u;

/** Adverbs that open a sentence, so that it begins with them. */
const SENTENCE_ADVERBS =
  /^(?:maybe|perhaps|naturally|still|meanwhile|also|however|then|now|instead|sometimes|suddenly|fortunately|unfortunately|usually|eventually|finally|clearly|apparently)$/u;

function certaintyOfFused(words: readonly Token[], clause: Clause): number {
  const before = words[clause.subject - 1];
  const subject = words[clause.subject];
  // “It was here they met”.
  if (lower(words[0]) === 'it' && isBe(words[1])) return 0;
  const thisYear =
    isTimeNoun(before) && /^(?:this|last|next)$/u.test(lower(words[clause.subject - 2]));
  if (
    (DESCRIBED.test(lower(before)) && !thisYear) ||
    isPreposition(before) ||
    isSubordinator(before)
  )
    return 0;
  if (thisYear && subject?.tag === 'PROPN' && isSureVerb(words, clause.verb)) return 0.86;
  const pronoun = isSubjectPronoun(subject) || /^(?:it|there|this)$/u.test(lower(subject));
  if (!pronoun && !isDeterminer(subject)) return 0;
  if (before?.tag === 'ADV' && !pronoun)
    return SENTENCE_ADVERBS.test(lower(before)) && hasNoGap(words, clause) ? 0.86 : 0;
  if (!isNominal(before) && before?.tag !== 'ADV') return 0;
  if (!hasNoGap(words, clause)) return 0;
  return before?.tag === 'PROPN' || before?.tag === 'ADV' || lower(subject) === 'there'
    ? 0.88
    : 0.82;
}

/**
 * True where the clause has all its parts, so that it describes no noun before it: “he was born” in
 * “the house he was born in” has not.
 */
function hasNoGap(words: readonly Token[], { verb }: Clause): boolean {
  const main = mainIndex(words, verb);
  const end = clauseEnd(words, main);
  if (isPreposition(words[end]) || words[end]?.tag === 'ADP') return false;
  const at = nextOf(words, main);
  const after = words[at];
  const head = words[main];
  if (head === undefined || after === undefined) return false;
  if (isBe(head))
    return (
      isDeterminer(after) ||
      (after.tag === 'ADJ' && lower(words[nextOf(words, at)]) !== 'to') ||
      after.kind === 'number' ||
      (after.tag === 'NOUN' && main > verb)
    );
  const passive = isBe(words[nearestBefore(words, main)]);
  if (passive && formsOf(head).participle && !isGerund(head)) return lower(after) !== 'to';
  if (
    /^(?:say|think|believe|know|claim|suppose|guess|feel|hope|expect|tell|insist|fear|suggest|reckon|admit)$/u.test(
      head.lemma,
    ) ||
    isDitransitive(head) ||
    /^(?:want|need|use|like|have)$/u.test(head.lemma)
  )
    return false;
  return (
    isArticle(after) ||
    isPossessive(after) ||
    isObjectPronoun(after) ||
    (after.tag === 'PROPN' && after.kind === 'word')
  );
}

/** Index of the verb that the group at `verb` comes to: “has not been told” → “told”. */
function mainIndex(words: readonly Token[], verb: number): number {
  let at = verb;
  for (;;) {
    const word = words[at];
    if (!(isBe(word) || isHave(word) || isModal(word) || isDo(word))) return at;
    let next = at + 1;
    while (isAdverb(words[next])) next++;
    const after = words[next];
    if (
      after === undefined ||
      !(after.tag === 'VERB' || after.tag === 'AUX' || isBe(after) || isHave(after))
    )
      return at;
    at = next;
  }
}

function nextOf(words: readonly Token[], index: number): number {
  let at = index + 1;
  while (isAdverb(words[at])) at++;
  return at;
}

function nearestBefore(words: readonly Token[], index: number): number {
  let at = index - 1;
  while (isAdverb(words[at])) at--;
  return at;
}

function clauseEnd(words: readonly Token[], from: number): number {
  let at = from;
  while (words[at + 1] !== undefined && !isMark(words[at + 1])) at++;
  return at;
}

/** A clause that could stand as a sentence. */
function isMain({ link }: Clause): boolean {
  return link === 'start' || link === 'mark' || link === 'coordinator';
}

/** Two whole sentences with only a comma between them. */
function splices({ words, text }: Passage, clauses: readonly Clause[]): readonly Break[] {
  const [first] = clauses;
  if (first === undefined || !opensPlainly(words, first)) return [];
  const found = clauses.filter((_, index) => index > 0 && isSpliced(words, clauses, index));
  const [clause, another] = found;
  // “He came, he saw, he conquered”, “it rained, the pitch froze, and the bus broke down”: a list.
  if (clause === undefined || another !== undefined || endsInList(words, clauses, clause))
    return [];
  const before = words[clause.linkAt - 1];
  const word = words[clause.linkAt + 1];
  if (before === undefined || word === undefined) return [];
  const capital = text.slice(word.start, word.start + 1).toUpperCase();
  return [
    {
      kind: 'run-on',
      span: { start: before.start, end: word.end },
      message: `Two sentences are joined by a comma after “${before.text}”.`,
      confidence: isPronounSubject(words[clause.subject]) ? 0.9 : 0.82,
      repairs: [
        repair('Join them with a semicolon', before.end, word.start, '; '),
        repair('Start a new sentence', before.end, word.start + 1, `. ${capital}`),
      ],
      plain: true,
    },
  ];
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

function isPronounSubject(token: Token | undefined): boolean {
  return isSubjectPronoun(token) || /^(?:it|there|this|these|those)$/u.test(lower(token));
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
  const main = mainVerbOf(words, clause.verb);
  if (takesClause(main) || takesClause(words[clause.verb])) return true;
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

function isSureVerb(words: readonly Token[], verb: number): boolean {
  const word = words[verb];
  return (
    isBe(word) ||
    isHave(word) ||
    isModal(word) ||
    isOnlyPast(lower(word)) ||
    (word?.tag === 'VERB' && formsOf(word).past && !formsOf(word).base)
  );
}
