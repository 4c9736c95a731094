import { wordSet } from '../../lexicon/wordSet.js';
import { type Token, withText } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { governorOf } from './structure/governor.js';
import type { Passage } from './structure/passage.js';
import { childWithRelation, predicateOf, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isArticle,
  isBe,
  isDeterminer,
  isHave,
  isObjectPronoun,
  isPossessiveDeterminer,
  isSubjectPronoun,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { beforeAdverbs, isNominal, isAlwaysVerb, lower } from './structure/words.js';

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
  if ((token.tag === 'AUX' && lower(token) !== 'be') || isHave(token)) return false;
  const { base, past, participle } = verbFormsOf(token);
  if (!base || past || participle) return false;
  if (isAlwaysVerb(token)) return true;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.tag === 'VERB') return takesObject(after);
  // “Unable access the site”, “hopes open a plant”: the tagger reads a verb as a noun or an adjective.
  if (before === undefined || (token.tag !== 'NOUN' && token.tag !== 'ADJ')) return false;
  return requiresTo(tokens, index - 1)
    ? takesObject(after)
    : (isArticle(after) || isPossessiveDeterminer(after)) &&
        (TAKES_TO.has(before.lemma) || NOUN_TO.has(before.lemma));
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
  const earlier = tokens[beforeAdverbs(tokens, at)];
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
  const isRequired = requiresTo(tokens, index - 1);
  // “Could leave”: the governing verb takes no “to”.
  if (!isRequired && governorOf(tokens, index) !== undefined) return 0;
  const corrected = tokens.toSpliced(index, 0, {
    ...withText(before, 'to'),
    tag: 'PART',
    lemma: 'to',
  });
  const tree = treeOf(corrected);
  if (tree.xpos(index + 1) !== 'VB') return 0;
  if (isRequired) return 0.92;
  const predicate = predicateOf(tree, index + 1);
  const head = tree.head(predicate);
  if (head > index || childWithRelation(tree, predicate, /^mark/u) !== index) return 0;
  if (head === index - 1) return takesInfinitive(before) ? 0.88 : 0;
  if (NOUN_TO.has(before.lemma)) return 0.84;
  // “Ask her leave”; but “Trains from Venice take …”, where a noun looks like a verb.
  const governor = corrected[head];
  return (takesInfinitive(before) || isNominal(before) || isObjectPronoun(before)) &&
    head > 0 &&
    governor?.tag === 'VERB' &&
    TAKES_OBJECT_TO.has(governor.lemma)
    ? 0.84
    : 0;
}

/** “Fair say”, “scheduled compete”, “want leave”; but “helped build”. */
function takesInfinitive({ lemma, tag, text }: Token): boolean {
  return (
    TAKES_TO.has(lemma) ||
    NOUN_TO.has(lemma) ||
    (/^\p{Ll}/u.test(text) &&
      (tag === 'ADJ' || (tag === 'VERB' && text.endsWith('ed'))) &&
      !TAKES_BARE_OR_GERUND.test(lemma))
  );
}

/** Verbs that a bare verb or a gerund follows, so that no “to” is missing. */
const TAKES_BARE_OR_GERUND =
  /^(?:help|let|make|see|hear|watch|involve|avoid|finish|keep|risk|suggest|consider|delay|deny|admit|resist)$/u;
