import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { type Clause, clausesOf } from './structure/clauses.js';
import { governorOf } from './structure/finiteVerbs.js';
import { nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import { isFinite, subtreeOf } from './structure/tree.js';
import { isArticle, isBe, isPreposition, isSubjectPronoun } from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isAdverb, isGerund, isPunctuation, isNominal, lower } from './structure/words.js';

/** Shorter clauses, counted in tokens, are emphasis (“Because he can.”). */
const MIN_WORDS = 7;

const OPENERS =
  /^(?:because|although|though|while|whereas|since|unless|until|after|before|when|if|that)$/u;

/** Finds subordinate clauses that are punctuated as sentences (“Because the road is closed.”). */
export function findFragments(passage: Passage): readonly GrammarError[] {
  const { words, setting, previous, sentence } = passage;
  const first = words[0];
  if (setting !== 'running' || first === undefined || !OPENERS.test(lower(first))) return [];
  if (
    words.length <= MIN_WORDS ||
    words.at(-1)?.text !== '.' ||
    /\?["”’]?$/u.test(previous?.text ?? '')
  )
    return [];
  if (words.some((word) => /^[:;—–?!]$|^--+$/u.test(word.text) || word.kind === 'object'))
    return [];
  // “That the judge knew” is a clause, “That judge knew” a sentence.
  if (
    words.some(
      (word, at) =>
        at > 1 && /^(?:then|be)$/u.test(lower(word)) && governorOf(words, at) === undefined,
    )
  )
    return [];
  if (lower(first) === 'that' && !startsWithCapital(first)) return [];
  if (lower(first) === 'that' && !isArticle(words[1]) && !isSubjectPronoun(words[1])) return [];
  if (/^(?:only|then)$/u.test(lower(words[1])) || !isStranded(words)) return [];
  const analysis = analysisOf(sentence.tokens);
  if (hasMainClause(analysis) || hasClauseAfterComma(analysis)) return [];
  return [
    {
      kind: 'fragment',
      span: { start: first.start, end: words.at(-2)?.end ?? first.end },
      message: `“${first.text} ${words[1]?.text ?? ''} …” is only half a sentence: its main clause is missing.`,
      confidence: /^(?:when|if|after|before|until|since)$/u.test(lower(first)) ? 0.82 : 0.9,
      fixes: [...removalFix(passage), ...joiningFix(passage)],
      isFirstFixPreferred: false,
    },
  ];
}

/** True if the tree has a main clause after a comma, without a subordinator. */
function hasMainClause(analysis: Analysis): boolean {
  if (finiteMainVerb(analysis) < 0 || !analysis.words.slice(0, analysis.root).includes(','))
    return false;
  return !analysis.childrenOf(analysis.root).some((child) => analysis.relation(child) === 'mark');
}

/**
 * True if a clause with its own subject follows a comma, whatever the tree attaches it to: a
 * relative clause after a comma would have “who” or “which”.
 */
function hasClauseAfterComma(analysis: Analysis): boolean {
  const comma = analysis.words.indexOf(',');
  if (comma < 0) return false;
  return analysis.words.some((_, subject) => {
    if (subject <= comma || !analysis.relation(subject).startsWith('nsubj')) return false;
    const predicate = analysis.head(subject);
    const children = analysis.childrenOf(predicate);
    const hasTense = [predicate, ...children.filter((child) => isAuxiliary(analysis, child))].some(
      (at) => isFinite(analysis, at),
    );
    return (
      hasTense &&
      predicate > subject &&
      !analysis.xpos(subject).startsWith('W') &&
      !children.some(
        (child) => analysis.relation(child) === 'mark' || analysis.xpos(child).startsWith('W'),
      ) &&
      startsAfterComma(analysis, subject)
    );
  });
}

function isAuxiliary(analysis: Analysis, at: number): boolean {
  return /^(?:aux|cop)/u.test(analysis.relation(at));
}

/** True if a subject's phrase starts just after a comma. */
function startsAfterComma(analysis: Analysis, subject: number): boolean {
  return analysis.words[subtreeOf(analysis, subject).first - 1] === ',';
}

/** True if no clause can be the main clause. */
function isStranded(words: readonly Token[]): boolean {
  const comma = words.findIndex((word) => word.text === ',');
  const [own, ...others] = clausesOf(words).filter(
    ({ finiteness, verb }) =>
      finiteness === 'yes' || words[verb]?.tag === 'VERB' || (comma > 0 && comma < verb),
  );
  if (own === undefined) return lower(words[0]) === 'while' && isParticipial(words);
  if (
    own.link !== 'subordinator' ||
    own.linkAt !== 0 ||
    words.slice(0, own.verb).some(isPunctuation)
  )
    return false;
  if (MAY_BE_PREPOSITION.test(lower(words[0])) && !isSubjectRightAfter(words, own)) return false;
  return others.every((clause) => {
    if (clause.link === 'relative') return clause.finiteness === 'perhaps';
    if (clause.linkAt === 0 || (clause.link === 'complement' && isBe(words[clause.linkAt])))
      return false;
    // “If you stay with friends or family in Rome you have to …”: “or” joins nouns, not clauses.
    if (
      clause.link === 'coordinator' &&
      clause.subject > clause.linkAt + 1 &&
      isNominal(words[clause.linkAt + 1])
    )
      return false;
    if (
      clause.link !== 'subordinator' &&
      clause.link !== 'complement' &&
      clause.link !== 'coordinator'
    )
      return false;
    const last = words.findLastIndex(
      (word, at) => word.text === ',' && at > own.verb && at < clause.verb,
    );
    return last < 0 || (clause.link === 'subordinator' && clause.linkAt > last);
  });
}

/** Subordinators that can be prepositions: “Since 2007 the prize has …” is a complete sentence. */
const MAY_BE_PREPOSITION = /^(?:since|until|after|before)$/u;

/**
 * True if the clause's complete subject and its verb follow the first word, so that it is not a
 * preposition.
 */
function isSubjectRightAfter(words: readonly Token[], own: Clause): boolean {
  if (
    /^(?:then|last|next)$/u.test(lower(words[1])) ||
    words[1]?.kind === 'number' ||
    words[own.verb]?.lemma === 'come'
  )
    return false;
  let at = 1;
  for (;;) {
    const phrase = nounPhraseAt(words, at);
    if (
      phrase === undefined ||
      isGerund(words[at]) ||
      holdsTwoPhrases(words.slice(phrase.first, phrase.last + 1))
    )
      return false;
    at = phrase.last + 1;
    if (!isPreposition(words[at])) break;
    at++;
  }
  while (isAdverb(words[at])) at++;
  return at === own.verb;
}

/** “the game Ulster captain”, “May sales”: true for a phrase that may be two phrases. */
function holdsTwoPhrases(phrase: readonly Token[]): boolean {
  return phrase.some(
    (word, at) =>
      at > 0 &&
      startsWithCapital(word) !== startsWithCapital(phrase[at - 1]) &&
      isNominal(phrase[at - 1]),
  );
}

/** “While also leading …”: a participle where a subject and a verb should be. */
function isParticipial(words: readonly Token[]): boolean {
  let at = 1;
  while (isAdverb(words[at])) at++;
  return isGerund(words[at]) && !words.some((word) => word.text === ',');
}

/** Joins the clause to the previous sentence. */
function joiningFix({ previous, words, text }: Passage): readonly GrammarFix[] {
  const [first] = words;
  const stop = previous?.tokens.at(-1);
  if (first === undefined || stop?.text !== '.' || text.slice(stop.end, first.start).trim() !== '')
    return [];
  const comma = /^(?:although|though|while|whereas)$/iu.test(first.text) ? ', ' : ' ';
  return [
    grammarFix('Join to the previous sentence', stop.start, first.end, `${comma}${lower(first)}`),
  ];
}

/** Removes the subordinator, so that the clause becomes a sentence. */
function removalFix({ words }: Passage): readonly GrammarFix[] {
  const [first, second] = words;
  if (first === undefined || second === undefined || clausesOf(words).length === 0) return [];
  const capital = startsWithCapital(second)
    ? second.text
    : second.text.charAt(0).toUpperCase() + second.text.slice(1);
  return [grammarFix(`Remove “${first.text}”`, first.start, second.end, capital)];
}
