import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, withText } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf } from './structure/finiteVerbs.js';
import type { GrammaticalNumber } from './structure/nounNumber.js';
import { verbForm } from './structure/inflection.js';
import type { Passage } from './structure/passage.js';
import { clearlyAgrees } from './structure/surfaceAgreement.js';
import { type Subject, numberOfPhraseAt, subjectOf } from './structure/subject.js';
import { childWithRelation, predicateOf, subtreeOf, treeOf, isFinite } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isCoordinator,
  isDeterminer,
  isDo,
  isBe,
  isModal,
  isObjectPronoun,
  isPreposition,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  isAdverb,
  isGerund,
  isPunctuation,
  isNominal,
  isAlwaysVerb,
  isTimeNoun,
  lower,
  takesClause,
  isHyphen,
} from './structure/words.js';

/** Singular and plural forms of auxiliaries. */
const FORM_PAIRS: readonly (readonly [singular: string, plural: string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
];

/** Finds verbs that do not agree with their subject (“the lines is closed”). */
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
    if (form === undefined || clearlyAgrees(tokens, index, form.number)) return [];
    if (!isSuspect(tokens, index, form)) return [];
    const subject = subjectAfterFix(tokens, index, form);
    if (subject === undefined || !own.has(subject.head)) return [];
    return [
      {
        kind: 'agreement',
        span: { start: verb.start, end: verb.end },
        message: `“${verb.text}” should be “${form.other}”: its subject, “${subject.head.text}”, is ${subject.number ?? ''}.`,
        confidence: form.isAuxiliary ? 0.9 : 0.82,
        fixes: [grammarFix(`Change to “${form.other}”`, verb.start, verb.end, form.other)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** True if the verb's subject, or the noun just before the verb, has the other number. */
function isSuspect(tokens: readonly Token[], index: number, form: VerbNumber): boolean {
  const tree = treeOf(tokens);
  const subject = subjectOf(tree, tokens, index);
  if (subject?.number !== undefined) return subject.number !== form.number;
  // “Half of the waste come from hotels” parses without a main verb until it is corrected.
  if (!form.isAuxiliary) return finiteMainVerb(tree) < 0;
  let at = index - 1;
  while (isAdverb(tokens[at])) at--;
  const number = at < 0 ? undefined : numberOfPhraseAt(tree, tokens, at, index);
  return number !== undefined && number !== form.number;
}

/**
 * The subject of the verb in its other form, if the two then agree. The error can mislead the
 * parser, so the corrected sentence is parsed.
 */
function subjectAfterFix(
  tokens: readonly Token[],
  index: number,
  form: VerbNumber,
): Subject | undefined {
  const corrected = tokens.map((token, at) => (at === index ? withText(token, form.other) : token));
  const tree = treeOf(corrected);
  const subject = subjectOf(tree, corrected, index);
  return subject?.number !== undefined &&
    subject.number !== form.number &&
    isCertain(tree, corrected, index, subject, form)
    ? subject
    : undefined;
}

interface VerbNumber {
  /** As written, in lower case. */
  readonly word: string;
  readonly number: 'singular' | 'plural';
  /** The form for the other number. */
  readonly other: string;
  /** True for a base form, which can follow “make” and “see”. */
  readonly isBaseForm: boolean;
  /** True for an auxiliary, whose form is unambiguous. */
  readonly isAuxiliary: boolean;
}

function numberOfVerb(tokens: readonly Token[], index: number): VerbNumber | undefined {
  const verb = tokens[index];
  if (verb === undefined || !/^\p{Ll}/u.test(verb.text)) return undefined;
  const word = lower(verb);
  if (word === 'be') return undefined;
  for (const [singular, plural] of FORM_PAIRS) {
    if (word === singular)
      return { word, number: 'singular', other: plural, isBaseForm: false, isAuxiliary: true };
    if (word !== plural) continue;
    const isBaseForm = /^(?:do|have)$/u.test(word);
    return isBaseForm && mayBeInfinitive(tokens, index)
      ? undefined
      : { word, number: 'plural', other: singular, isBaseForm, isAuxiliary: true };
  }
  if ((verb.tag !== 'VERB' && !isAlwaysVerb(verb)) || !isFollowedByObject(tokens, index))
    return undefined;
  const forms = verbFormsOf(verb);
  if (forms.third && !forms.base)
    return { word, number: 'singular', other: verb.lemma, isBaseForm: false, isAuxiliary: false };
  if (forms.base && !forms.past && !SAME_IN_PAST.test(word) && !mayBeInfinitive(tokens, index))
    return {
      word,
      number: 'plural',
      other: verbForm(word, 'VBZ'),
      isBaseForm: true,
      isAuxiliary: false,
    };
  return undefined;
}

/**
 * “A bill by the mayor to protect bogs”, “would cost millions and take years”: a base form that
 * need not agree.
 */
function mayBeInfinitive(tokens: readonly Token[], index: number): boolean {
  if (governorOf(tokens, index) !== undefined) return true;
  const before = tokens[index - 1];
  return (
    (isCoordinator(before) || before?.text === ',') &&
    tokens.slice(0, index).some((word) => isModal(word) || isDo(word) || lower(word) === 'to')
  );
}

/** Verbs whose past form equals their base form. */
const SAME_IN_PAST =
  /(?:set|put|cut|let|cast|hit|read|bid|bet|cost|hurt|quit|shut|split|spread|shed|thrust|burst|rid)$/u;

/** True if what follows shows that the word at `index` is a verb. */
function isFollowedByObject(tokens: readonly Token[], index: number): boolean {
  const verb = tokens[index];
  const after = tokens[index + 1];
  if (verb === undefined || after?.start === verb.end) return false;
  if (isDeterminer(after) || isObjectPronoun(after)) return true;
  // Many nouns look like base forms: “a hamstring tear that …”.
  return (
    (isAlwaysVerb(verb) || verbFormsOf(verb).third) &&
    (isPreposition(after) || lower(after) === 'that' || after?.tag === 'ADJ' || isNominal(after))
  );
}

/** True if no construction licenses the verb's form, and the subject is not in doubt. */
function isCertain(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  subject: Subject,
  form: VerbNumber,
): boolean {
  const singular = subject.number === 'singular';
  if (tokens.slice(0, index).some((word) => /^(?:neither|nor)$/u.test(lower(word)))) return false;
  if (
    singular ? mayBeSubjunctive(tree, tokens, index, form) : isAmount(tree, tokens, index, subject)
  )
    return false;
  if (subject.place === 'after') return true;
  if (!form.isAuxiliary && !isNear(tree, tokens, index, subject)) return false;
  if (mayStartNewSentence(tokens, index, subject)) return false;
  const between = tokens.slice(subject.at + 1, index);
  // “Drivers watching special road displays to guide them”: the parser took a noun for the verb.
  if (!form.isBaseForm && between.some(isGerund) && isNominal(between.at(-1))) return false;
  // “The price may well, experts said, have doubled.”
  if (form.isBaseForm && between.some(isModal)) return false;
  if (isInRelativeClause(tree, tokens, index, subject)) return false;
  // “What the thieves left was a dog”: the subject is the clause, not the noun in it.
  if (isBe(tokens[index]) && tokens.slice(0, subject.at).some(isFreeRelative)) return false;
  if (subject.place === 'antecedent' && !isPlainlyDescribed(tokens, index, subject)) return false;
  return (
    subjectStartsClause(tree, tokens, index, subject, form) &&
    verbFollowsSubject(tree, tokens, index, subject)
  );
}

function isFreeRelative(token: Token): boolean {
  return /^(?:what|whatever|all|how|where|whoever)$/u.test(lower(token));
}

/**
 * True if the subject starts where one can: at the start, or after a mark, a conjunction or a verb
 * that takes a clause.
 */
function subjectStartsClause(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { from, number }: Subject,
  form: VerbNumber,
): boolean {
  const predicate = predicateOf(tree, index);
  let at = subtreeOf(tree, from).first - 1;
  // “In May the firm …”, “by the time the firm …”: skip adverbials before the subject.
  let hasAdverbial = false;
  for (;;) {
    const top = childAbove(tree, at, predicate);
    if (top === undefined || !/^(?:obl$|advmod|advcl)/u.test(tree.relation(top))) break;
    if (tree.relation(top) === 'advcl' && !isPunctuation(tokens[at])) break;
    if (isRelative(tokens[at])) return true;
    at = subtreeOf(tree, top).first - 1;
    hasAdverbial ||= tree.relation(top) !== 'advmod';
  }
  const before = tokens[at];
  if (before === undefined) return true;
  if (isPunctuation(before))
    return before.end < (tokens[at + 1]?.start ?? 0) || /^[(["“”‘'—–]$/u.test(before.text);
  if (isCoordinator(before))
    return hasAdverbial || joinsClauses(tree, tokens, at, predicate, number);
  // “(that) keeping its promises is hard”: the gerund is the subject, not its object.
  if (isGerund(before) && number === 'plural' && (at === 0 || !isPunctuation(tokens[at - 1])))
    return false;
  if (before.tag === 'VERB')
    return takesClause(before) && !(form.isBaseForm && LICENSES_BASE_FORM.test(before.lemma));
  return (
    isSubordinator(before) ||
    isRelative(before) ||
    before.tag === 'SCONJ' ||
    isTimeNoun(before) ||
    /^times?$/u.test(lower(before))
  );
}

/**
 * The child of `ancestor` whose subtree contains a word; `undefined` if `ancestor` does not
 * dominate it.
 */
function childAbove(tree: Analysis, index: number, ancestor: number): number | undefined {
  let at = index;
  while (at >= 0 && tree.head(at) !== ancestor) at = tree.head(at);
  return at < 0 ? undefined : at;
}

/** True for an “and” that joins clauses, not subjects (“he and his father have”). */
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
    childWithRelation(tree, first, /^(?:cop|aux|nsubj|expl)/u) !== undefined && first < coordinator;
  if (!isClause || number === 'plural') return isClause;
  // “(said) that his views on tax, and his temper make him unfit”: the second of two subjects.
  const opener = tokens.findLastIndex(
    (token, at) => at < coordinator && (isSubordinator(token) || token.tag === 'SCONJ'),
  );
  const hasVerb = tokens
    .slice(opener + 1, coordinator)
    .some((_, at) => isFinite(tree, opener + 1 + at));
  return !isNominal(tokens[coordinator - 1]) && hasVerb;
}

/**
 * True if only the subject's modifiers, adverbs and asides stand between the subject and the verb.
 */
function verbFollowsSubject(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  { at, from }: Subject,
): boolean {
  const isCompound = tree
    .childrenOf(at)
    .some((child) => tree.relation(child) === 'conj' && isNominal(tokens[child]));
  const last = isCompound ? subtreeOf(tree, at).last : at;
  const marks = tokens
    .slice(last + 1, index)
    .filter(
      (word, after, all) =>
        isPunctuation(word) && !/^["“”'‘’]$/u.test(word.text) && !isHyphen(all, after),
    );
  if (marks.some(({ text }) => /^[;:!?.]$/u.test(text)) || marks.length % 2 === 1) return false;
  return [...tree.childrenOf(at), ...(from === at ? [] : tree.childrenOf(from))]
    .filter((child) => child > at && child < index)
    .every((child) => {
      const { first } = subtreeOf(tree, child);
      const opener = tokens[first];
      switch (tree.relation(child)) {
        case 'acl:relcl':
          return isRelative(opener) || isPreposition(opener);
        case 'appos':
        case 'parataxis':
          return isPunctuation(tokens[first - 1]) || isPunctuation(opener);
        case 'nmod':
          return isPreposition(opener) || opener?.tag === 'VERB' || isPunctuation(opener);
        default:
          return /^(?:acl|punct|flat|conj|advmod|amod|case)/u.test(tree.relation(child));
      }
    });
}

/**
 * True if another sentence may start between subject and verb because a full stop is missing: “the
 * flats built for the games The men were …”, “failures led to the death of Ann Roe is …”. That is
 * not an agreement error.
 */
function mayStartNewSentence(tokens: readonly Token[], index: number, { at }: Subject): boolean {
  const between = tokens.slice(at + 1, index);
  if (between.some((word) => startsWithCapital(word) && isDeterminer(word) && word.tag === 'DET'))
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

/**
 * “A trial in which mice were fed …”: the verb belongs to the “in which” clause and has its subject
 * there.
 */
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

/**
 * True if there is no comma and no other finite verb between subject and verb, and no “do” before
 * them.
 */
function isNear(tree: Analysis, tokens: readonly Token[], index: number, { at }: Subject): boolean {
  return tokens
    .slice(0, index)
    .every((word, before) =>
      before < at ? !isDo(word) : word.text !== ',' && !/^(?:VB[ZPD]|MD)$/u.test(tree.xpos(before)),
    );
}

/** True if no other noun stands between the antecedent and the verb of its relative clause. */
function isPlainlyDescribed(tokens: readonly Token[], index: number, subject: Subject): boolean {
  return !tokens.slice(subject.at + 1, index).some((word) => isNominal(word) || isGerund(word));
}

/** “If it were”, “insist that he have”, “make it do”: correct without agreement. */
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
    if (LICENSES_BASE_FORM.test(tree.lemma(at)) && at < index) return true;
    const mark = childWithRelation(tree, at, /^mark/u);
    if (mark !== undefined && lower(tokens[mark]) === 'lest') return true;
  }
  return false;
}

/** Words that allow a base form in their clause. */
const LICENSES_BASE_FORM =
  /^(?:insist|demand|suggest|suggestion|propose|proposal|recommend|recommendation|require|requirement|ask|request|urge|important|essential|vital|crucial|imperative|necessary|let|make|help|watch|see|order|hear|have|feel|god|bless)$/u;

/**
 * A plural for a single amount: “five years is a long time”, “two shops is enough”, “$5 million was
 * paid”.
 */
function isAmount(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  subject: Subject,
): boolean {
  if (
    /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|pounds?|dollars?|euros?|cents?|kilos?|grams?|millions?|billions?|thousands?|hundreds?|points?|times|percent|degrees|inches|yards|tonnes|tons|litres|liters|thirds|quarters)$/u.test(
      lower(subject.head),
    )
  )
    return true;
  const { first } = subtreeOf(tree, subject.at);
  return tokens
    .slice(first, subject.at + 1)
    .some(
      (word) =>
        word.kind === 'symbol' ||
        /^[$£€]/u.test(word.text) ||
        (word.tag === 'NUM' && tree.relation(index).startsWith('cop')),
    );
}
