import { type Token, analysisOf } from '../../prose/tokens.js';
import type { GrammarError } from './grammarError.js';
import { gapModel } from './gaps/gapModel.js';
import type { Passage } from './structure/passage.js';
import { isArticle, isPreposition, isFiniteBe } from '../../lexicon/functionWords.js';
import { isNominal, isTimeNoun, lower } from './structure/words.js';

/** The probability from which two words are reported as swapped. */
const MIN_PROBABILITY = 0.9;
/** The highest probability that anything is wrong around the words once they are exchanged. */
const MAX_PROBABILITY_AFTER = 0.1;

/** Two neighbouring words that have changed places (“hit polls the after”): probably wrong in this order and right in the other. */
export function findSwappedWords({ sentence, setting, text }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  if (setting !== 'running' || tokens.length < 5) return [];
  const pairs = [...tokens.keys()].filter((place) => isOddPair(tokens, place, text));
  if (pairs.length === 0) return [];
  const gaps = gapModel().predict(analysisOf(tokens));
  const [at = 0] = pairs.sort(
    (a, b) => gaps.probability(b, 'swapped') - gaps.probability(a, 'swapped'),
  );
  const probability = gaps.probability(at, 'swapped');
  const one = tokens[at - 1];
  const two = tokens[at];
  if (probability < MIN_PROBABILITY || one === undefined || two === undefined) return [];
  if (isSetPhrase(tokens, at) || isInverted(tokens, at)) return [];
  if (!looksRight([...tokens.slice(0, at - 1), two, one, ...tokens.slice(at + 1)], at)) return [];
  return [
    {
      kind: 'swapped-words',
      span: { start: one.start, end: two.end },
      message: `“${one.text} ${two.text}” should probably be “${two.text} ${one.text}”.`,
      confidence: Math.min(0.95, 0.8 + (probability - MIN_PROBABILITY)),
      fixes: [
        {
          title: `Change to “${two.text} ${one.text}”`,
          edits: [{ span: { start: one.start, end: two.end }, newText: `${two.text} ${one.text}` }],
        },
      ],
      isFirstFixPreferred: false,
    },
  ];
}

/** “In particular the threat”, “such a”, “nary a”: right in this order. */
function isSetPhrase(tokens: readonly Token[], at: number): boolean {
  const one = lower(tokens[at - 1]);
  // “For the first time the council …”
  if (isTimeNoun(tokens[at - 1]) || one === 'time') return true;
  if (/^an?$/u.test(lower(tokens[at])))
    return /^(?:such|many|nary|what|quite|rather|half|never|twice|once)$/u.test(one);
  return (
    /^(?:particular|general|full|short|brief|vain|private|public|secret|total|part|turn|addition|effect)$/u.test(
      one,
    ) && lower(tokens[at - 2]) === 'in'
  );
}

/** “But is this the way?”: a question puts the verb before its subject. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.tag === 'AUX' && tokens.some(({ text }) => text.endsWith('?'));
}

/** Two words in lower case whose tags seldom follow each other in this order: “zoo the”, “the with”, “been has”. */
function isOddPair(tokens: readonly Token[], at: number, text: string): boolean {
  const one = tokens[at - 1];
  const two = tokens[at];
  return (
    one !== undefined &&
    two !== undefined &&
    ODD.test(`${one.tag} ${two.tag}`) &&
    !isUsualPair(tokens, at, one, two) &&
    // “The men elected were Mr. Roe and …”
    !(
      one.tag === 'VERB' &&
      isNominal(tokens[at - 2]) &&
      isFiniteBe(two) &&
      !isPreposition(tokens[at + 1])
    ) &&
    /^\p{Ll}+$/u.test(one.text) &&
    /^\p{Ll}+$/u.test(two.text) &&
    text.slice(one.end, two.start) === ' '
  );
}

const ODD =
  /^(?:(?:NOUN|PROPN|PRON|ADJ|NUM|PART) DET|DET (?:ADP|VERB|AUX|CCONJ|SCONJ|PRON|DET|PART|ADV)|AUX (?:NOUN|PROPN|PRON|SCONJ|CCONJ|AUX)|(?:VERB|ADJ|ADP|PART|DET) AUX)$/u;

/** Pairs whose tags seldom follow each other but whose words do: “all of”, “to be”, “the latest is”; and “the agreed terms” and “that week the court”, in which the noun of the article comes next. */
function isUsualPair(tokens: readonly Token[], at: number, one: Token, two: Token): boolean {
  const word = lower(two);
  const before = tokens[at - 2];
  if (word === 'being') return true;
  if (word === 'of') return !isArticle(one) && !isNominal(before);
  if (two.tag === 'AUX')
    return one.tag === 'ADJ'
      ? isArticle(before)
      : /^(?:be|been|have)$/u.test(word) && (one.tag === 'AUX' || one.tag === 'PART');
  const next = tokens[at + 1];
  if (!isNominal(next) && next?.tag !== 'ADJ') return false;
  return two.tag === 'DET'
    ? one.tag !== 'ADJ' && one.tag !== 'DET' && lower(one) !== 'to'
    : one.tag === 'DET' &&
        (two.tag === 'ADV' || (two.tag === 'VERB' && /(?:ed|ing|en|wn)$/u.test(word)));
}

/** True if nothing around the gap before word `at` looks wrong. */
function looksRight(tokens: readonly Token[], at: number): boolean {
  const gaps = gapModel().predict(analysisOf(tokens));
  return [at - 1, at, at + 1].every(
    (near) => 1 - gaps.probability(near, 'none') < MAX_PROBABILITY_AFTER,
  );
}
