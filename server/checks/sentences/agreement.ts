import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, withText } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf } from './structure/governor.js';
import { verbForm } from './structure/inflection.js';
import type { Passage } from './structure/passage.js';
import { type Subject, numberOfPhraseAt, subjectOf } from './structure/subject.js';
import { predicateOf, subtreeOf, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isCoordinator,
  isDeterminer,
  isDo,
  isModal,
  isObjectPronoun,
  isPreposition,
} from '../../lexicon/functionWords.js';
import { beforeAdverbs, isNominal, isAlwaysVerb, lower } from './structure/words.js';

/** Singular and plural forms of auxiliaries. */
const AUXILIARIES: readonly (readonly [singular: string, plural: string])[] = [
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
    if (form === undefined || !isSuspect(tokens, index, form)) return [];
    const subject = subjectAfterFix(tokens, index, form);
    if (subject === undefined || !own.has(subject.head)) return [];
    const { other, past = other } = form;
    // “She lead”: a past form that is shorter is as likely, and news is written in the past tense.
    const right = past.length < verb.text.length ? past : other;
    const fixes = new Set([right, other, past]);
    return [
      {
        kind: 'agreement',
        span: { start: verb.start, end: verb.end },
        message: `“${verb.text}” should be “${right}”: its subject, “${subject.head.text}”, is ${subject.number ?? ''}.`,
        confidence: form.isAuxiliary ? 0.9 : 0.85,
        fixes: [...fixes].map((text) =>
          grammarFix(`Change to “${text}”`, verb.start, verb.end, text),
        ),
        isFirstFixPreferred: right === other,
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
  const at = beforeAdverbs(tokens, index);
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
    isCertain(tree, tokens, index, subject)
    ? subject
    : undefined;
}

interface VerbNumber {
  readonly number: 'singular' | 'plural';
  /** The form for the other number. */
  readonly other: string;
  /** The past of a base form, which may have been meant as well: “taught” for “teach”. */
  readonly past?: string;
  /** True for an auxiliary, whose form is unambiguous. */
  readonly isAuxiliary: boolean;
}

function numberOfVerb(tokens: readonly Token[], index: number): VerbNumber | undefined {
  const verb = tokens[index];
  if (verb === undefined || !/^\p{Ll}/u.test(verb.text) || verb.lower === 'be') return undefined;
  const [singular = '', plural = ''] = AUXILIARIES.find((pair) => pair.includes(verb.lower)) ?? [];
  const isAuxiliary = plural !== '';
  if (verb.lower === singular) return { number: 'singular', other: plural, isAuxiliary };
  if (isAuxiliary) {
    const isBaseForm = plural === 'do' || plural === 'have';
    return isBaseForm && mayBeInfinitive(tokens, index)
      ? undefined
      : { number: 'plural', other: singular, isAuxiliary };
  }
  if ((verb.tag !== 'VERB' && !isAlwaysVerb(verb)) || !isFollowedByObject(tokens, index))
    return undefined;
  const { base, past, third } = verbFormsOf(verb);
  if (third && !base) return { number: 'singular', other: verb.lemma, isAuxiliary };
  return base && !past && !mayBeInfinitive(tokens, index)
    ? {
        number: 'plural',
        other: verbForm(verb.lower, 'VBZ'),
        past: verbForm(verb.lower, 'VBD'),
        isAuxiliary,
      }
    : undefined;
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

/** True if the following words show that the word at `index` is a verb. */
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

/** How far before a verb its subjects may be joined, in words. */
const COORDINATION = 12;

/** True if no construction licenses the verb's form, and the subject is not in doubt. */
function isCertain(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  subject: Subject,
): boolean {
  // “The clerk, her brother, and a guard have …”: the parser may miss that several are named.
  const isOneOfSeveral = tokens.slice(Math.max(0, index - COORDINATION), index).some(isCoordinator);
  const { first } = subtreeOf(tree, subject.at);
  const between = tokens.slice(first, index);
  // “With more members has come …”, “The reason: rents are …”
  const isInverted =
    isPreposition(tokens[0]) && !tokens.slice(0, index).some(({ text }) => text === ',');
  if (isInverted || between.some(({ text }) => /^[:;]$/u.test(text))) return false;
  return subject.number === 'singular'
    ? !isOneOfSeveral && !mayBeSubjunctive(tree, tokens, index)
    : !isAmount(tree, tokens, index, subject);
}

/** “If it were”, “insist that he have”, “make it do”: correct without agreement. */
function mayBeSubjunctive(tree: Analysis, tokens: readonly Token[], index: number): boolean {
  const word = lower(tokens[index]);
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
  }
  return false;
}

/** Words that allow a base form in their clause. */
const LICENSES_BASE_FORM =
  /^(?:insist|demand|suggest|suggestion|propose|proposal|recommend|recommendation|require|requirement|ask|request|urge|important|essential|vital|crucial|imperative|necessary|let|make|help|watch|see|order|hear|have|feel|god|bless)$/u;

/**
 * A plural for a single amount: “five years is a long time”, “two shops is enough”; but not “two of the shops”.
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
        word.tag === 'NUM' && word !== subject.head && tree.relation(index).startsWith('cop'),
    );
}
