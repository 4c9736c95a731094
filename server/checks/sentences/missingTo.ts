import { wordSet } from '../../lexicon/wordSet.js';
import type { Analysis } from '../../prose/grammar/analysis.js';
import { type Token, withText } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf, isDitransitive } from './structure/finiteVerbs.js';
import { numberOfNoun } from './structure/nounNumber.js';
import type { Passage } from './structure/passage.js';
import { childWithRelation, predicateOf, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isArticle,
  isBe,
  isCoordinator,
  isDeterminer,
  isHave,
  isModal,
  isObjectPronoun,
  isPossessiveDeterminer,
  isPreposition,
  isRelative,
  isSubjectPronoun,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isAdverb, isPunctuation, isNominal, isAlwaysVerb, lower } from './structure/words.js';

/** A missing “to” before an infinitive (“able send”, “trying kill her”, “the ability secure them”). */
export function findMissingTo({ sentence }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, index): readonly GrammarError[] => {
    const before = tokens[index - 1];
    if (before === undefined || !isBareVerb(tokens, index)) return [];
    const confidence = confidenceAt(tokens, index);
    if (confidence === 0) return [];
    return [
      {
        kind: 'missing-to',
        span: { start: before.start, end: token.end },
        message: `“${before.text} ${token.text}” should be “${before.text} to ${token.text}”.`,
        confidence,
        fixes: [grammarFix('Insert “to”', before.end, before.end, ' to')],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** True for a base form that is not also a past or a participle (“put”, “become”). */
function isBareVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || startsWithCapital(token)) return false;
  if (token.tag === 'AUX' && lower(token) !== 'be') return false;
  const { base, past, participle } = verbFormsOf(token);
  if (!base || past || participle) return false;
  if (isAlwaysVerb(token) || lower(token) === 'be') return true;
  const after = tokens[index + 1];
  if (token.tag === 'VERB') return takesObject(after);
  // “Hopes open a plant”: no adjective stands between a verb and an article.
  if (token.tag === 'ADJ')
    return (
      isArticle(after) &&
      tokens[index - 1]?.tag === 'VERB' &&
      TAKES_TO.has(tokens[index - 1]?.lemma ?? '')
    );
  // “Unable access the site”: the tagger reads a verb as a noun.
  if (token.tag !== 'NOUN') return false;
  if (requiresTo(tokens, index - 1)) return takesObject(after);
  const before = tokens[index - 1];
  return (
    (isArticle(after) || isPossessiveDeterminer(after)) &&
    (TAKES_TO.has(before?.lemma ?? '') || NOUN_TO.has(before?.lemma ?? ''))
  );
}

function takesObject(after: Token | undefined): boolean {
  return (
    isDeterminer(after) ||
    isObjectPronoun(after) ||
    isNominal(after) ||
    /^[$£€]/u.test(after?.text ?? '') ||
    /^(?:it|that|this)$/u.test(lower(after)) ||
    after?.tag === 'ADP' ||
    after?.tag === 'ADJ'
  );
}

/** Words that require an infinitive with “to”. */
const ALWAYS_TO = wordSet(
  'able unable willing unwilling reluctant hesitant eager keen poised supposed slated ought',
);

/** Participles and adjectives that take an infinitive with “to” after “be”. */
const PASSIVE_TO = wordSet(
  'required scheduled expected believed known said thought forced allowed asked ordered told urged encouraged invited designed intended meant permitted entitled obliged prepared due set bound likely unlikely',
);

/** Verbs that are directly followed by an infinitive with “to”. */
const TAKES_TO = wordSet(
  'want try need seem continue decide start refuse begin intend choose hope attempt expect plan appear tend forget seek agree manage pretend afford fail threaten pledge love prepare prefer hesitate aim promise vow hate offer bother strive elect decline struggle wish opt long',
);

/** Verbs that take an object and an infinitive with “to”: “ask her to leave”. */
const TAKES_OBJECT_TO = wordSet(
  'want allow ask get tell enable encourage cause urge lead order need invite require convince expect force persuade inspire direct compel permit train challenge pressure motivate advise instruct warn remind beg oblige prompt authorise authorize',
);

/** Nouns that take an infinitive with “to”. */
const NOUN_TO = wordSet(
  'ability chance opportunity decision effort failure attempt plan bid right desire refusal willingness unwillingness inability intention obligation duty need request permission pressure requirement capacity compulsion determination readiness reluctance tendency promise pledge offer order visa',
);

/** True for a word after which a verb always needs “to”: “able”, “in order”, “has yet”, “is required”. */
function requiresTo(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]);
  const earlier = nearest(tokens, at);
  // “Those unwilling leave.”
  if (ALWAYS_TO.has(word)) return !isDeterminer(earlier);
  switch (word) {
    case 'yet':
      return isHave(earlier);
    case 'order':
      return lower(earlier) === 'in';
    case 'how':
      return isAlwaysVerb(tokens[at + 1]);
    case 'used':
      return isNominal(earlier) || isSubjectPronoun(earlier);
    default:
      return isBe(earlier) && PASSIVE_TO.has(word);
  }
}

/** How certain it is that “to” is missing before the verb, by the verb's place in the tree of the corrected sentence. */
function confidenceAt(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1];
  if (before === undefined) return 0;
  const required = requiresTo(tokens, index - 1);
  if (!required && (!mayTakeTo(tokens, index - 1) || isAllowed(tokens, index))) return 0;
  const corrected = tokens.toSpliced(index, 0, {
    ...withText(before, 'to'),
    tag: 'PART',
    lemma: 'to',
  });
  const tree = treeOf(corrected);
  const verb = index + 1;
  if (tree.xpos(verb) !== 'VB') return 0;
  if (required) return 0.92;
  const predicate = predicateOf(tree, verb);
  const head = tree.head(predicate);
  if (head >= verb || childWithRelation(tree, predicate, /^mark/u) !== index) return 0;
  if (NOUN_TO.has(before.lemma) && nounTakesInfinitive(tree, index - 1, before)) return 0.84;
  if (head === index - 1)
    return before.tag !== 'ADP' && takesInfinitive(tree, corrected, head) ? 0.9 : 0;
  return takesObjectAndInfinitive(tree, corrected, head, index) ? 0.84 : 0;
}

/** True if the word before the verb may take “to”: a cheap test that spares most trees. */
function mayTakeTo(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (before === undefined) return false;
  if (before.tag === 'ADJ' || before.tag === 'VERB' || NOUN_TO.has(before.lemma)) return true;
  return (
    (isNominal(before) || isObjectPronoun(before)) &&
    tokens.slice(0, at).some(({ lemma, tag }) => tag === 'VERB' && TAKES_OBJECT_TO.has(lemma))
  );
}

/** True if the tree, or the word before the verb, allows it to go without “to”. */
function isAllowed(tokens: readonly Token[], index: number): boolean {
  const before = nearest(tokens, index);
  if (before === undefined || isPunctuation(before) || isCoordinator(before)) return true;
  if (isSubjectPronoun(before) || isRelative(before)) return true;
  if (governorOf(tokens, index) !== undefined) return true;
  const tree = treeOf(tokens);
  // “Species that would decline include the whale”: the verb of the clause before ends it.
  if (isModal(governorOf(tokens, index - 1)) && tokens.slice(0, index).some(isRelative))
    return true;
  return tree
    .childrenOf(index)
    .some((child) => child < index && tree.relation(child).startsWith('aux'));
}

/** The last word before `index` that is not an adverb. */
function nearest(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (isAdverb(tokens[at])) at--;
  return tokens[at];
}

/** True for a singular noun, or a plural that is not a subject: “their duties include” needs no “to”. */
function nounTakesInfinitive(tree: Analysis, at: number, noun: Token): boolean {
  return (
    noun.tag === 'NOUN' &&
    (numberOfNoun(noun) === 'singular' || /^(?:obj|obl|nmod)/u.test(tree.relation(at)))
  );
}

/** True if the word at `head`, right before “to”, takes an infinitive. */
function takesInfinitive(tree: Analysis, tokens: readonly Token[], head: number): boolean {
  const governor = tokens[head];
  const verb = tokens[head + 2];
  if (governor === undefined || isHave(verb)) return false;
  if (tree.upos(head) === 'ADJ')
    return (
      isAlwaysVerb(verb) &&
      childWithRelation(tree, head, /^cop/u) !== undefined &&
      childWithRelation(tree, head, /^det/u) === undefined
    );
  if (tree.upos(head) !== 'VERB') return false;
  // “What they need do is simple”, “if need be”.
  if (governor.text === 'need' && tokens.slice(0, head).some(isConditional)) return false;
  if (TAKES_TO.has(tree.lemma(head))) return true;
  if (TAKES_GERUND.test(tree.lemma(head))) return false;
  const passive =
    childWithRelation(tree, head, /^aux:pass/u) !== undefined || tree.relation(head) === 'acl';
  return (
    tree.xpos(head) === 'VBN' && passive && !isDitransitive(governor) && !BARE.test(governor.lemma)
  );
}

function isConditional(token: Token): boolean {
  return isRelative(token) || lower(token) === 'if';
}

/** Verbs that are followed by a gerund: after these no “to” is missing. */
const TAKES_GERUND =
  /^(?:involve|avoid|enjoy|finish|keep|risk|suggest|consider|delay|deny|admit|quit|resume|resist|mean|spend)$/u;

/** Verbs that some newsrooms follow with a bare verb in the passive too: “helped build”. */
const BARE = /^(?:help|let|make|have|see|hear)$/u;

/** “They asked the club sell the ground”, “she told him leave”. */
function takesObjectAndInfinitive(
  tree: Analysis,
  tokens: readonly Token[],
  head: number,
  to: number,
): boolean {
  const before = tokens[to - 1];
  const [first] = tokens;
  return (
    tree.upos(head) === 'VERB' &&
    // “Drivers told of the closure take the back road.”
    !isPreposition(tokens[head + 1]) &&
    // “Trains from Venice take …”: a noun that looks like such a verb.
    !(head === 0 && first !== undefined && !verbFormsOf(first).base) &&
    TAKES_OBJECT_TO.has(tree.lemma(head)) &&
    (isNominal(before) || isObjectPronoun(before)) &&
    isAlwaysVerb(tokens[to + 1])
  );
}
