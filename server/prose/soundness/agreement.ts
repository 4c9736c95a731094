import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import { governorOf } from './finiteVerbs.js';
import { type NounPhrase, nounPhraseAt } from './nounPhrase.js';
import type { Passage } from './passage.js';
import { formsOf } from './verbForms.js';
import {
  isAdverb,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isGerund,
  isNominal,
  isObjectPronoun,
  isOnlyVerb,
  isPreposition,
  isPronoun,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  lower,
  takesClause,
} from './words.js';

/** Verb forms for one and for many. */
const PAIRS: readonly (readonly [one: string, many: string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
];

/** A verb that does not go with its subject (“the lines is closed”). Cannot throw. */
export function findAgreementErrors({ words, setting }: Passage): readonly Break[] {
  if (setting === 'label') return [];
  return words.flatMap((verb, index): readonly Break[] => {
    const form = numberOfVerb(words, index);
    if (form === undefined) return [];
    const subject = subjectOf(words, index);
    if (subject?.number === undefined || subject.number === form.number) return [];
    const confidence = certainty(words, index, subject, form.sure);
    if (confidence === 0) return [];
    return [
      {
        kind: 'agreement',
        span: { start: verb.start, end: verb.end },
        message: `“${subject.head.text}” is ${subject.number}: “${form.other}”, not “${verb.text}”.`,
        confidence,
        repairs: [repair(`Write “${form.other}”`, verb.start, verb.end, form.other)],
        plain: true,
      },
    ];
  });
}

interface VerbNumber {
  readonly number: 'singular' | 'plural';
  /** The same verb for the other number. */
  readonly other: string;
  /** True for an auxiliary, whose form leaves no doubt. */
  readonly sure: boolean;
}

function numberOfVerb(words: readonly Token[], index: number): VerbNumber | undefined {
  const verb = words[index];
  if (verb === undefined || isCapitalised(verb)) return undefined;
  const word = lower(verb);
  if (/^do(?:es)?$/u.test(word) && !/^(?:not|n['’]t)$/u.test(lower(words[index + 1])))
    return undefined;
  for (const [one, many] of PAIRS) {
    if (word === one) return { number: 'singular', other: many, sure: true };
    if (word === many) {
      return governorOf(words, index) === undefined
        ? { number: 'plural', other: one, sure: true }
        : undefined;
    }
  }
  if (verb.tag !== 'VERB' || !isFollowedByObject(words, index)) return undefined;
  const forms = formsOf(verb);
  const before = words[index - 1];
  if (before?.tag === 'NUM' || before?.tag === 'ADJ') return undefined;
  if (forms.third && !forms.base) return { number: 'singular', other: verb.lemma, sure: false };
  if (
    forms.base &&
    !forms.past &&
    !SAME_IN_PAST.test(word) &&
    governorOf(words, index) === undefined
  ) {
    return { number: 'plural', other: thirdOf(word), sure: false };
  }
  return undefined;
}

/** Verbs whose past is their base form. */
const SAME_IN_PAST =
  /(?:set|put|cut|let|cast|hit|read|bid|bet|cost|hurt|quit|shut|split|spread|shed|thrust|burst|rid)$/u;

function thirdOf(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

const NOTHING: Token = { text: '', start: 0, end: 0, kind: 'word', tag: 'X', lemma: '' };

/** What leaves no doubt that the word before it is a verb. */
function isFollowedByObject(words: readonly Token[], index: number): boolean {
  const after = words[index + 1];
  if (isDeterminer(after) || isObjectPronoun(after)) return true;
  // Many a noun looks like a base form: “a hamstring tear that …”.
  return (
    (isOnlyVerb(words[index]) || formsOf(words[index] ?? NOTHING).third) &&
    (isPreposition(after) || lower(after) === 'that' || after?.tag === 'ADJ' || isNominal(after))
  );
}

/** The noun phrase that the verb at `index` speaks of, where it can be told without doubt. */
function subjectOf(words: readonly Token[], index: number): NounPhrase | undefined {
  let end = index;
  while (
    isAdverb(words[end - 1]) ||
    /^(?:also|now|still|already|both|all|each)$/u.test(lower(words[end - 1]))
  )
    end--;
  const relative = words[end - 1];
  if (relative !== undefined && /^(?:who|which)$/u.test(lower(relative)))
    return antecedent(words, end - 1);
  for (let start = Math.max(0, end - 14); start < end; start++) {
    if (!opensSubject(words, start)) continue;
    const phrase = phraseUpTo(words, start, end);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** True where a subject may begin at `start`. */
function opensSubject(words: readonly Token[], start: number): boolean {
  const before = words[start - 1];
  if (before === undefined || /^[:;—–]$/u.test(before.text)) return true;
  if (isPreposition(before) || /^(?:what|how|whatever|why)$/u.test(lower(before))) return false;
  if (isSubordinator(before)) return true;
  if (lower(before) === 'that' || before.text === '-')
    return !isPreposition(words[start - 2]) && before.text !== '-';
  if (before.text === ',' || isRelative(before) || before.kind === 'object') return true;
  if (isCoordinator(before))
    return !(
      isNominal(words[start - 2]) ||
      words[start - 2]?.tag === 'ADJ' ||
      words[start - 2]?.tag === 'PART'
    );
  if (takesClause(before) && before.tag === 'VERB' && !isGerund(before))
    return !words
      .slice(0, start)
      .some((word) => /^(?:who|which|that|what|how)$/u.test(lower(word)));
  return (
    isAdverb(before) &&
    (start < 2 || words[start - 2]?.text === ',' || isCoordinator(words[start - 2]))
  );
}

/** The phrase that begins at `start`, where it and the phrases that hang on it by prepositions reach right up to `end`. */
function phraseUpTo(words: readonly Token[], start: number, end: number): NounPhrase | undefined {
  const phrase = nounPhraseAt(words, start);
  if (phrase === undefined || phrase.last >= end) return undefined;
  let at = phrase.last + 1;
  let joined = false;
  while (at < end) {
    const and: boolean = lower(words[at]) === 'and' && !joined;
    joined ||= and;
    const link = and || isLinkToNoun(words, at);
    const next = link
      ? nounPhraseAt(words, isParticipleLink(words, at) ? at + 2 : at + 1)
      : undefined;
    if (next === undefined || next.last >= end) return undefined;
    if (
      and &&
      (words[start - 1]?.text === ',' || !(phrase.number === 'plural' && next.number === 'plural'))
    )
      return undefined;
    at = next.last + 1;
  }
  return withShare(words, phrase);
}

/** True for a word that hangs a further noun on the phrase: “of”, “including”, “released from”. */
function isLinkToNoun(words: readonly Token[], at: number): boolean {
  const word = words[at];
  if (isParticipleLink(words, at)) return true;
  return (
    (isPreposition(word) && !/^(?:as|than|like|since|until|before|after)$/u.test(lower(word))) ||
    lower(word) === 'including'
  );
}

function isParticipleLink(words: readonly Token[], at: number): boolean {
  const word = words[at];
  return (
    word?.tag === 'VERB' &&
    formsOf(word).participle &&
    !formsOf(word).base &&
    /^(?:by|from|in|into|at|on|during|with|for|to)$/u.test(lower(words[at + 1]))
  );
}

/** “99 percent of the trade”, “most of the towns”: the number is that of what is shared. */
function withShare(words: readonly Token[], phrase: NounPhrase): NounPhrase {
  const shares = /^(?:percent|cent|%|most|all|some|half|part|much|rest)$/u.test(lower(phrase.head));
  if (!shares || lower(words[phrase.last + 1]) !== 'of') return phrase;
  const whole = nounPhraseAt(words, phrase.last + 2);
  return whole === undefined
    ? phrase
    : {
        ...phrase,
        head: whole.head,
        number: whole.number,
        opener: phrase.opener === '' ? 'some' : phrase.opener,
      };
}

/** The phrase right before “who” or “which”, where nothing else can be meant. */
function antecedent(words: readonly Token[], relative: number): NounPhrase | undefined {
  const last = words[relative - 1]?.text === ',' ? relative - 2 : relative - 1;
  for (let start = Math.max(0, last - 6); start <= last; start++) {
    const phrase = nounPhraseAt(words, start);
    if (phrase?.last !== last || phrase.pronoun) continue;
    const before = words[start - 1];
    if (before?.text === '-' || isDeterminer(before) || before?.tag === 'ADJ') return undefined;
    return isPreposition(before) || isCoordinator(before) || last !== relative - 1
      ? undefined
      : phrase;
  }
  return undefined;
}

function certainty(
  words: readonly Token[],
  index: number,
  subject: NounPhrase,
  sure: boolean,
): number {
  const verb = lower(words[index]);
  const singular = subject.number === 'singular';
  if (
    !subject.pronoun &&
    words
      .slice(subject.first, subject.first + 2)
      .some((word) => isGerund(word) && word !== subject.head)
  )
    return 0;
  if (
    words.slice(0, index).some((word) => /^(?:neither|nor)$/u.test(lower(word))) ||
    (singular && words.at(-1)?.text === '?')
  )
    return 0;
  if (singular && isJoined(words, subject)) return 0;
  if (singular && mayBeSubjunctive(words, index, verb)) return 0;
  if (!singular && isSum(words, subject)) return 0;
  if (subject.pronoun) return pronounCertainty(words, subject, sure);
  if (subject.head.tag === 'PROPN' && singular) return sure ? 0.9 : 0.85;
  if (subject.head.tag !== 'NOUN') return 0;
  if (!sure) return hasOpener(words, subject, singular) ? 0.82 : 0;
  if (singular && !hasOpener(words, subject, true)) return 0.81;
  return 0.9;
}

function pronounCertainty(words: readonly Token[], subject: NounPhrase, sure: boolean): number {
  const word = lower(subject.head);
  if (/^(?:this|that|these|those|her|us|him|them|me|everything|something)$/u.test(word) && !sure)
    return 0;
  if (word === 'that' || /^(?:us|them|him|me)$/u.test(word)) return 0;
  if (isSubjectPronoun(subject.head) || word === 'it') {
    const before = words[subject.first - 1];
    return isCoordinator(before) && isNominal(words[subject.first - 2]) ? 0 : sure ? 0.92 : 0.85;
  }
  return sure ? 0.85 : 0;
}

/** True where “and” joins the subject to another: “he and his father have”. */
function isJoined(words: readonly Token[], subject: NounPhrase): boolean {
  let at = subject.first - 1;
  while (isAdverb(words[at])) at--;
  const before = words[at];
  if (before !== undefined && isCoordinator(before)) {
    const earlier = words[at - 1];
    return (
      isNominal(earlier) ||
      earlier?.text === ',' ||
      earlier?.kind === 'object' ||
      isPronoun(earlier)
    );
  }
  return (
    words.slice(0, subject.first).some((word, at) => word.text === ',' && at > subject.first - 3) &&
    words.slice(0, subject.first).some((word) => lower(word) === 'and')
  );
}

/** “If it were”, “insist that he have”, “make it do”: no slip. */
function mayBeSubjunctive(words: readonly Token[], index: number, verb: string): boolean {
  const before = words.slice(0, index);
  if (verb === 'were')
    return before.some((word) =>
      /^(?:if|though|wish|wishes|wished|as|suppose|than|unless|lest|whether)$/u.test(lower(word)),
    );
  return before.some((word) =>
    /^(?:insist|demand|suggest|propose|recommend|require|ask|request|urge|important|essential|vital|crucial|imperative|necessary|let|make|help|watch|see|saw|order|hear|have|feel|did|do|does|can|could|will|would|should|may|might|must|lest|god|bless)$/u.test(
      word.lemma,
    ),
  );
}

/** Plural words for one sum or stretch: “five years is a long time”, “$5 million was paid”. */
function isSum(words: readonly Token[], subject: NounPhrase): boolean {
  const inside = words.slice(subject.first, subject.last + 1);
  if (
    /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|pounds?|dollars?|euros?|cents?|kilos?|grams?|millions?|billions?|thousands?|hundreds?|points?|times|percent|degrees|inches|yards|tonnes|tons|litres|liters|thirds|quarters)$/u.test(
      lower(subject.head),
    )
  )
    return true;
  return inside.some(
    (word) => word.kind === 'symbol' || word.tag === 'NUM' || /^[$£€]/u.test(word.text),
  );
}

function hasOpener(words: readonly Token[], subject: NounPhrase, singular: boolean): boolean {
  return singular
    ? subject.opener !== ''
    : subject.opener !== '' ||
        words[subject.first]?.tag === 'NUM' ||
        subject.first === 0 ||
        subject.last > subject.first;
}
