import type { Analysis } from '../../prose/grammar/analysis.js';
import { type Token, rewritten } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf, isDitransitive } from './structure/finiteVerbs.js';
import { numberOfNoun } from './structure/nounNumber.js';
import type { Passage } from './structure/passage.js';
import { childBy, predicateOf, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isAdverb,
  isArticle,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isHave,
  isMark,
  isModal,
  isNominal,
  isObjectPronoun,
  isAlwaysVerb,
  isPossessive,
  isPreposition,
  isRelative,
  isSubjectPronoun,
  lower,
} from './structure/words.js';

/** “to” lost before an infinitive (“able send”, “trying kill her”, “the ability secure them”). */
export function findMissingTo({ sentence }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, index): readonly GrammarError[] => {
    const before = tokens[index - 1];
    if (before === undefined || !isBareVerb(tokens, index)) return [];
    const confidence = certainty(tokens, index);
    if (confidence === 0) return [];
    return [
      {
        kind: 'garbled',
        span: { start: before.start, end: token.end },
        message: `“to” is missing: “${before.text} to ${token.text}”.`,
        confidence,
        fixes: [grammarFix('Insert “to”', before.end, before.end, ' to')],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** A base form, and no past or participle of the same spelling (“put”, “become”). */
function isBareVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || isCapitalised(token)) return false;
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
  // “Unable access the site”: the tagger sees a noun, but none stands there.
  if (token.tag !== 'NOUN') return false;
  if (callsForTo(tokens, index - 1)) return takesObject(after);
  const before = tokens[index - 1];
  return (
    (isArticle(after) || isPossessive(after)) &&
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

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Words that nothing but an infinitive with “to” completes. */
const ALWAYS_TO = setOf(
  'able unable willing unwilling reluctant hesitant eager keen poised supposed slated ought',
);

/** Participles and adjectives that “be” and an infinitive with “to” go with. */
const PASSIVE_TO = setOf(
  'required scheduled expected believed known said thought forced allowed asked ordered told urged encouraged invited designed intended meant permitted entitled obliged prepared due set bound likely unlikely',
);

/** Verbs that an infinitive with “to” follows at once. */
const TAKES_TO = setOf(
  'want try need seem continue decide start refuse begin intend choose hope attempt expect plan appear tend forget seek agree manage pretend afford fail threaten pledge love prepare prefer hesitate aim promise vow hate offer bother strive elect decline struggle wish opt long',
);

/** Verbs after which somebody or something is to do what the infinitive tells. */
const TAKES_OBJECT_TO = setOf(
  'want allow ask get tell enable encourage cause urge lead order need invite require convince expect force persuade inspire direct compel permit train challenge pressure motivate advise instruct warn remind beg oblige prompt authorise authorize',
);

/** Nouns that an infinitive with “to” completes. */
const NOUN_TO = setOf(
  'ability chance opportunity decision effort failure attempt plan bid right desire refusal willingness unwillingness inability intention obligation duty need request permission pressure requirement capacity compulsion determination readiness reluctance tendency promise pledge offer order visa',
);

/** True for a word after which a verb cannot stand without “to”: “able”, “in order”, “has yet”, “is required”. */
function callsForTo(tokens: readonly Token[], at: number): boolean {
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

/** How sure it is that “to” is missing before the verb: its place in the tree of the mended sentence tells. */
function certainty(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1];
  if (before === undefined) return 0;
  const called = callsForTo(tokens, index - 1);
  if (!called && (!mayCall(tokens, index - 1) || isAllowed(tokens, index))) return 0;
  const mended = tokens.toSpliced(index, 0, {
    ...rewritten(before, 'to'),
    tag: 'PART',
    lemma: 'to',
  });
  const tree = treeOf(mended);
  const verb = index + 1;
  if (tree.xpos(verb) !== 'VB') return 0;
  if (called) return 0.92;
  const predicate = predicateOf(tree, verb);
  const head = tree.head(predicate);
  if (head >= verb || childBy(tree, predicate, /^mark/u) !== index) return 0;
  if (NOUN_TO.has(before.lemma) && completesNoun(tree, index - 1, before)) return 0.84;
  if (head === index - 1) return before.tag !== 'ADP' && completes(tree, mended, head) ? 0.9 : 0;
  return isAskedFor(tree, mended, head, index) ? 0.84 : 0;
}

/** True where what stands before the verb may call for “to”: a cheap question before the tree of the mended sentence is asked. */
function mayCall(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (before === undefined) return false;
  if (before.tag === 'ADJ' || before.tag === 'VERB' || NOUN_TO.has(before.lemma)) return true;
  return (
    (isNominal(before) || isObjectPronoun(before)) &&
    tokens.slice(0, at).some(({ lemma, tag }) => tag === 'VERB' && TAKES_OBJECT_TO.has(lemma))
  );
}

/** True where the tree, or what stands right before the verb, lets it go without “to”. */
function isAllowed(tokens: readonly Token[], index: number): boolean {
  const before = nearest(tokens, index);
  if (before === undefined || isMark(before) || isCoordinator(before)) return true;
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

/** The last word before `index` that is no adverb. */
function nearest(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (isAdverb(tokens[at])) at--;
  return tokens[at];
}

/** True for one ability, or for abilities that are no subject: “their duties include” needs no “to”. */
function completesNoun(tree: Analysis, at: number, noun: Token): boolean {
  return (
    noun.tag === 'NOUN' &&
    (numberOfNoun(noun) === 'singular' || /^(?:obj|obl|nmod)/u.test(tree.relation(at)))
  );
}

/** True for the word at `head`, right before “to”, where an infinitive completes it. */
function completes(tree: Analysis, tokens: readonly Token[], head: number): boolean {
  const governor = tokens[head];
  const verb = tokens[head + 2];
  if (governor === undefined || isHave(verb)) return false;
  if (tree.upos(head) === 'ADJ')
    return (
      isAlwaysVerb(verb) &&
      childBy(tree, head, /^cop/u) !== undefined &&
      childBy(tree, head, /^det/u) === undefined
    );
  if (tree.upos(head) !== 'VERB') return false;
  // “What they need do is simple”, “if need be”.
  if (governor.text === 'need' && tokens.slice(0, head).some(isConditional)) return false;
  if (TAKES_TO.has(tree.lemma(head))) return true;
  if (TAKES_GERUND.test(tree.lemma(head))) return false;
  const passive = childBy(tree, head, /^aux:pass/u) !== undefined || tree.relation(head) === 'acl';
  return (
    tree.xpos(head) === 'VBN' && passive && !isDitransitive(governor) && !BARE.test(governor.lemma)
  );
}

function isConditional(token: Token): boolean {
  return isRelative(token) || lower(token) === 'if';
}

/** Verbs that another follows in “-ing”: what is lost after them is no “to”. */
const TAKES_GERUND =
  /^(?:involve|avoid|enjoy|finish|keep|risk|suggest|consider|delay|deny|admit|quit|resume|resist|mean|spend)$/u;

/** Verbs whose passive, too, goes with a bare verb in some newsrooms: “helped build”. */
const BARE = /^(?:help|let|make|have|see|hear)$/u;

/** “They asked the club sell the ground”, “she told him leave”. */
function isAskedFor(tree: Analysis, tokens: readonly Token[], head: number, to: number): boolean {
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
