import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, rewritten } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf } from './structure/finiteVerbs.js';
import type { GrammaticalNumber } from './structure/nounNumber.js';
import type { Passage } from './structure/passage.js';
import { isPlainlySound } from './structure/plainSubject.js';
import { type Subject, numberAt, subjectOf } from './structure/subject.js';
import { childBy, predicateOf, reachOf, treeOf, isFinite } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isAdverb,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isDo,
  isGerund,
  isMark,
  isBe,
  isModal,
  isNominal,
  isObjectPronoun,
  isAlwaysVerb,
  isPreposition,
  isRelative,
  isSubordinator,
  isTimeNoun,
  lower,
  takesClause,
} from './structure/words.js';

/** Verb forms for one and for many. */
const PAIRS: readonly (readonly [one: string, many: string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
];

/** A verb that does not go with its subject (“the lines is closed”). */
export function findAgreementErrors({
  sentence,
  words,
  setting,
}: Passage): readonly GrammarError[] {
  if (setting === 'label') return [];
  const { tokens } = sentence;
  const own = new Set(words);
  return tokens.flatMap((verb, index): readonly GrammarError[] => {
    if (verb.kind !== 'word' || !own.has(verb)) return [];
    const form = numberOfVerb(tokens, index);
    if (form === undefined || isPlainlySound(tokens, index, form.number)) return [];
    if (!isSuspect(tokens, index, form)) return [];
    const subject = subjectWhenMended(tokens, index, form);
    if (subject === undefined || !own.has(subject.head)) return [];
    return [
      {
        kind: 'agreement',
        span: { start: verb.start, end: verb.end },
        message: `“${subject.head.text}” is ${subject.number ?? ''}: “${form.other}”, not “${verb.text}”.`,
        confidence: form.sure ? 0.9 : 0.82,
        fixes: [grammarFix(`Write “${form.other}”`, verb.start, verb.end, form.other)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** True where the verb's subject, or the noun right before it, is of the other number. */
function isSuspect(tokens: readonly Token[], index: number, form: VerbNumber): boolean {
  const tree = treeOf(tokens);
  const subject = subjectOf(tree, tokens, index);
  if (subject?.number !== undefined) return subject.number !== form.number;
  // “Half of the waste come from hotels” leaves no verb, until it is mended.
  if (!form.sure) return finiteMainVerb(tree) < 0;
  let at = index - 1;
  while (isAdverb(tokens[at])) at--;
  const number = at < 0 ? undefined : numberAt(tree, tokens, at, index);
  return number !== undefined && number !== form.number;
}

/**
 * What the verb would speak of if it had its other form, where it then goes with it. A slip leads the
 * parser astray, so the mended sentence is parsed: there the subject shows.
 */
function subjectWhenMended(
  tokens: readonly Token[],
  index: number,
  form: VerbNumber,
): Subject | undefined {
  const mended = tokens.map((token, at) => (at === index ? rewritten(token, form.other) : token));
  const tree = treeOf(mended);
  const subject = subjectOf(tree, mended, index);
  return subject?.number !== undefined &&
    subject.number !== form.number &&
    isPlain(tree, mended, index, subject, form)
    ? subject
    : undefined;
}

interface VerbNumber {
  /** As written, in lower case. */
  readonly word: string;
  readonly number: 'singular' | 'plural';
  /** The same verb for the other number. */
  readonly other: string;
  /** True for a base form, which may stand after “make” and “see”. */
  readonly base: boolean;
  /** True for an auxiliary, whose form leaves no doubt. */
  readonly sure: boolean;
}

function numberOfVerb(tokens: readonly Token[], index: number): VerbNumber | undefined {
  const verb = tokens[index];
  if (verb === undefined || !/^\p{Ll}/u.test(verb.text)) return undefined;
  const word = lower(verb);
  if (word === 'be') return undefined;
  for (const [one, many] of PAIRS) {
    if (word === one) return { word, number: 'singular', other: many, base: false, sure: true };
    if (word !== many) continue;
    const base = /^(?:do|have)$/u.test(word);
    return base && mayBeInfinitive(tokens, index)
      ? undefined
      : { word, number: 'plural', other: one, base, sure: true };
  }
  if ((verb.tag !== 'VERB' && !isAlwaysVerb(verb)) || !isFollowedByObject(tokens, index))
    return undefined;
  const forms = verbFormsOf(verb);
  if (forms.third && !forms.base)
    return { word, number: 'singular', other: verb.lemma, base: false, sure: false };
  if (forms.base && !forms.past && !SAME_IN_PAST.test(word) && !mayBeInfinitive(tokens, index))
    return { word, number: 'plural', other: thirdOf(word), base: true, sure: false };
  return undefined;
}

/** “A bill by the mayor to protect bogs”, “would cost millions and take years”: a base form with which no subject need go. */
function mayBeInfinitive(tokens: readonly Token[], index: number): boolean {
  if (governorOf(tokens, index) !== undefined) return true;
  const before = tokens[index - 1];
  return (
    (isCoordinator(before) || before?.text === ',') &&
    tokens.slice(0, index).some((word) => isModal(word) || isDo(word) || lower(word) === 'to')
  );
}

/** Verbs whose past is their base form. */
const SAME_IN_PAST =
  /(?:set|put|cut|let|cast|hit|read|bid|bet|cost|hurt|quit|shut|split|spread|shed|thrust|burst|rid)$/u;

function thirdOf(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

/** What leaves no doubt that the word before it is a verb. */
function isFollowedByObject(tokens: readonly Token[], index: number): boolean {
  const verb = tokens[index];
  const after = tokens[index + 1];
  if (verb === undefined || after?.start === verb.end) return false;
  if (isDeterminer(after) || isObjectPronoun(after)) return true;
  // Many a noun looks like a base form: “a hamstring tear that …”.
  return (
    (isAlwaysVerb(verb) || verbFormsOf(verb).third) &&
    (isPreposition(after) || lower(after) === 'that' || after?.tag === 'ADJ' || isNominal(after))
  );
}

/** True where nothing allows the verb its form, and nothing makes the subject doubtful. */
function isPlain(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  subject: Subject,
  form: VerbNumber,
): boolean {
  const singular = subject.number === 'singular';
  if (tokens.slice(0, index).some((word) => /^(?:neither|nor)$/u.test(lower(word)))) return false;
  if (singular ? mayBeSubjunctive(tree, tokens, index, form) : isSum(tree, tokens, index, subject))
    return false;
  if (subject.place === 'after') return true;
  if (!form.sure && !isNear(tree, tokens, index, subject)) return false;
  if (opensAnew(tokens, index, subject)) return false;
  const between = tokens.slice(subject.at + 1, index);
  // “Drivers watching special road displays to guide them”: a noun that the parser took for the verb.
  if (!form.base && between.some(isGerund) && isNominal(between.at(-1))) return false;
  // “The price may well, experts said, have doubled.”
  if (form.base && between.some(isModal)) return false;
  if (isInRelativeClause(tree, tokens, index, subject)) return false;
  // “What the thieves left was a dog”: the clause is the subject, not who stands in it.
  if (isBe(tokens[index]) && tokens.slice(0, subject.at).some(isWhat)) return false;
  if (subject.place === 'described' && !isPlainlyDescribed(tokens, index, subject)) return false;
  return (
    opensPlainly(tree, tokens, index, subject, form) && reachesPlainly(tree, tokens, index, subject)
  );
}

function isWhat(token: Token): boolean {
  return /^(?:what|whatever|all|how|where|whoever)$/u.test(lower(token));
}

/** True where the subject begins where one may: at the start, after a mark, a joint or a verb that takes a clause. */
function opensPlainly(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { from, number }: Subject,
  form: VerbNumber,
): boolean {
  const predicate = predicateOf(tree, index);
  let at = reachOf(tree, from).first - 1;
  // “In May the firm …”, “by the time the firm …”: what stands before it tells when or where.
  let moved = false;
  for (;;) {
    const top = childAbove(tree, at, predicate);
    if (top === undefined || !/^(?:obl$|advmod|advcl)/u.test(tree.relation(top))) break;
    if (tree.relation(top) === 'advcl' && !isMark(tokens[at])) break;
    if (isRelative(tokens[at])) return true;
    at = reachOf(tree, top).first - 1;
    moved ||= tree.relation(top) !== 'advmod';
  }
  const before = tokens[at];
  if (before === undefined) return true;
  if (isMark(before))
    return before.end < (tokens[at + 1]?.start ?? 0) || /^[(["“”‘'—–]$/u.test(before.text);
  if (isCoordinator(before)) return moved || joinsClauses(tree, tokens, at, predicate, number);
  // “(that) keeping its promises is hard”: what is done, not what it is done to.
  if (isGerund(before) && number === 'plural' && (at === 0 || !isMark(tokens[at - 1])))
    return false;
  if (before.tag === 'VERB')
    return takesClause(before) && !(form.base && LICENSES.test(before.lemma));
  return (
    isSubordinator(before) ||
    isRelative(before) ||
    before.tag === 'SCONJ' ||
    isTimeNoun(before) ||
    /^times?$/u.test(lower(before))
  );
}

/** The child of `ancestor` that a word is or hangs on; `undefined` where it hangs elsewhere. */
function childAbove(tree: Analysis, index: number, ancestor: number): number | undefined {
  let at = index;
  while (at >= 0 && tree.head(at) !== ancestor) at = tree.head(at);
  return at < 0 ? undefined : at;
}

/** True for an “and” that joins clauses, not a further subject to one before it: “he and his father have”. */
function joinsClauses(
  tree: Analysis,
  tokens: readonly Token[],
  coordinator: number,
  predicate: number,
  number: GrammaticalNumber,
): boolean {
  if (tree.relation(predicate) !== 'conj' || tree.head(coordinator) !== predicate) return false;
  const first = tree.head(predicate);
  const isClause =
    childBy(tree, first, /^(?:cop|aux|nsubj|expl)/u) !== undefined && first < coordinator;
  if (!isClause || number === 'plural') return isClause;
  // “(said) that his views on tax, and his temper make him unfit”: of two subjects the second.
  const opener = tokens.findLastIndex(
    (token, at) => at < coordinator && (isSubordinator(token) || token.tag === 'SCONJ'),
  );
  const hasVerb = tokens
    .slice(opener + 1, coordinator)
    .some((_, at) => isFinite(tree, opener + 1 + at));
  return !isNominal(tokens[coordinator - 1]) && hasVerb;
}

/** True where only what hangs on the subject, adverbs and asides stand between it and the verb. */
function reachesPlainly(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { at, from }: Subject,
): boolean {
  const joined = tree
    .childrenOf(at)
    .some((child) => tree.relation(child) === 'conj' && isNominal(tokens[child]));
  const last = joined ? reachOf(tree, at).last : at;
  const marks = tokens
    .slice(last + 1, index)
    .filter(
      (word, after, all) =>
        isMark(word) && !/^["“”'‘’]$/u.test(word.text) && !isHyphen(word, all[after - 1]),
    );
  if (marks.some(({ text }) => /^[;:!?.]$/u.test(text)) || marks.length % 2 === 1) return false;
  return [...tree.childrenOf(at), ...(from === at ? [] : tree.childrenOf(from))]
    .filter((child) => child > at && child < index)
    .every((child) => {
      const { first } = reachOf(tree, child);
      const opener = tokens[first];
      switch (tree.relation(child)) {
        case 'acl:relcl':
          return isRelative(opener) || isPreposition(opener);
        case 'appos':
        case 'parataxis':
          return isMark(tokens[first - 1]) || isMark(opener);
        case 'nmod':
          return isPreposition(opener) || opener?.tag === 'VERB' || isMark(opener);
        default:
          return /^(?:acl|punct|flat|conj|advmod|amod|case)/u.test(tree.relation(child));
      }
    });
}

function isHyphen(word: Token, before: Token | undefined): boolean {
  return word.text === '-' && before?.end === word.start;
}

/**
 * True where another sentence may open between subject and verb, its full stop lost: “the flats built
 * for the games The men were …”, “failures led to the death of Ann Roe is …”. What is wrong there is
 * no agreement.
 */
function opensAnew(tokens: readonly Token[], index: number, { at }: Subject): boolean {
  const between = tokens.slice(at + 1, index);
  if (between.some((word) => isCapitalised(word) && isDeterminer(word) && word.tag === 'DET'))
    return true;
  let first = index - 1;
  while (tokens[first]?.tag === 'PROPN') first--;
  const [verb] = between;
  return (
    first < index - 1 &&
    verb?.tag === 'VERB' &&
    verbFormsOf(verb).past &&
    !isPreposition(tokens[first])
  );
}

/** “A trial in which mice were fed …”: the verb of a clause that “in which” opens has its subject there. */
function isInRelativeClause(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { at }: Subject,
): boolean {
  const opener = tokens.findIndex(
    (word, place) =>
      place > at + 1 && place < index && isRelative(word) && isPreposition(tokens[place - 1]),
  );
  return (
    opener > 0 &&
    !tokens
      .slice(opener, index)
      .some((_, place) => /^(?:VB[ZPD]|MD)$/u.test(tree.xpos(opener + place)))
  );
}

/** True where no comma and no other verb with a tense stands between subject and verb, and no auxiliary before them that may be the verb's. */
function isNear(tree: Analysis, tokens: readonly Token[], index: number, { at }: Subject): boolean {
  return tokens
    .slice(0, index)
    .every((word, before) =>
      before < at ? !isDo(word) : word.text !== ',' && !/^(?:VB[ZPD]|MD)$/u.test(tree.xpos(before)),
    );
}

/** True where no other noun stands between the one described and the verb. */
function isPlainlyDescribed(tokens: readonly Token[], index: number, subject: Subject): boolean {
  return !tokens.slice(subject.at + 1, index).some((word) => isNominal(word) || isGerund(word));
}

/** “If it were”, “insist that he have”, “make it do”: no slip. */
function mayBeSubjunctive(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { word }: VerbNumber,
): boolean {
  if (word === 'were')
    return tokens
      .slice(0, index)
      .some((before) =>
        /^(?:if|though|wish|wishes|wished|as|suppose|than|unless|lest|whether)$/u.test(
          lower(before),
        ),
      );
  if (word === 'are') return false;
  for (let at = predicateOf(tree, index); at >= 0; at = tree.head(at)) {
    if (LICENSES.test(tree.lemma(at)) && at < index) return true;
    const mark = childBy(tree, at, /^mark/u);
    if (mark !== undefined && lower(tokens[mark]) === 'lest') return true;
  }
  return false;
}

/** Words after which a clause may have its verb in the base form. */
const LICENSES =
  /^(?:insist|demand|suggest|suggestion|propose|proposal|recommend|recommendation|require|requirement|ask|request|urge|important|essential|vital|crucial|imperative|necessary|let|make|help|watch|see|order|hear|have|feel|god|bless)$/u;

/** Plural words for one sum or stretch: “five years is a long time”, “two shops is enough”, “$5 million was paid”. */
function isSum(tree: Analysis, tokens: readonly Token[], index: number, subject: Subject): boolean {
  if (
    /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|pounds?|dollars?|euros?|cents?|kilos?|grams?|millions?|billions?|thousands?|hundreds?|points?|times|percent|degrees|inches|yards|tonnes|tons|litres|liters|thirds|quarters)$/u.test(
      lower(subject.head),
    )
  )
    return true;
  const { first } = reachOf(tree, subject.at);
  return tokens
    .slice(first, subject.at + 1)
    .some(
      (word) =>
        word.kind === 'symbol' ||
        /^[$£€]/u.test(word.text) ||
        (word.tag === 'NUM' && tree.relation(index).startsWith('cop')),
    );
}
