import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { type Clause, clausesOf } from './structure/clauses.js';
import { governorOf } from './structure/finiteVerbs.js';
import { nounPhraseAt } from './structure/nounPhrase.js';
import type { Passage } from './structure/passage.js';
import { isFinite, reachOf } from './structure/tree.js';
import {
  isAdverb,
  isArticle,
  isBe,
  isCapitalised,
  isGerund,
  isMark,
  isNominal,
  isPreposition,
  isSubjectPronoun,
  lower,
} from './structure/words.js';

/** Words that a stranded clause has at least: shorter ones are a writer's emphasis (“Because he can.”). */
const LEAST_WORDS = 7;

const OPENERS =
  /^(?:because|although|though|while|whereas|since|unless|until|after|before|when|if|that)$/u;

/** A subordinate clause that stands alone as a sentence (“Because the road is closed.”). */
export function findFragments(passage: Passage): readonly GrammarError[] {
  const { words, setting, previous, sentence } = passage;
  const first = words[0];
  if (setting !== 'running' || first === undefined || !OPENERS.test(lower(first))) return [];
  if (
    words.length <= LEAST_WORDS ||
    words.at(-1)?.text !== '.' ||
    /\?["”’]?$/u.test(previous?.text ?? '')
  )
    return [];
  if (words.some((word) => /^[:;—–?!]$|^--+$/u.test(word.text) || word.kind === 'object'))
    return [];
  // “That the judge knew”, but “That judge knew”.
  if (
    words.some(
      (word, at) =>
        at > 1 && /^(?:then|be)$/u.test(lower(word)) && governorOf(words, at) === undefined,
    )
  )
    return [];
  if (lower(first) === 'that' && !isCapitalised(first)) return [];
  if (lower(first) === 'that' && !isArticle(words[1]) && !isSubjectPronoun(words[1])) return [];
  if (/^(?:only|then)$/u.test(lower(words[1])) || !isStranded(words)) return [];
  const analysis = analysisOf(sentence.tokens);
  if (hasMainClause(analysis) || hasClauseBehindComma(analysis)) return [];
  return [
    {
      kind: 'fragment',
      span: { start: first.start, end: words.at(-2)?.end ?? first.end },
      message: `“${first.text}” opens a clause that is left without its main one.`,
      confidence: /^(?:when|if|after|before|until|since)$/u.test(lower(first)) ? 0.82 : 0.9,
      fixes: [...mends(passage), ...joined(passage)],
      isFirstFixPreferred: false,
    },
  ];
}

/** True where the tree has a main clause behind a comma, and no subordinator opens it. */
function hasMainClause(analysis: Analysis): boolean {
  if (finiteMainVerb(analysis) < 0 || !analysis.words.slice(0, analysis.root).includes(','))
    return false;
  return !analysis.childrenOf(analysis.root).some((child) => analysis.relation(child) === 'mark');
}

/**
 * True where a clause with a subject of its own stands behind a comma, whatever it hangs on by the tree:
 * none that describes a noun has a comma before it and no “who” or “which”.
 */
function hasClauseBehindComma(analysis: Analysis): boolean {
  const comma = analysis.words.indexOf(',');
  if (comma < 0) return false;
  return analysis.words.some((_, subject) => {
    if (subject <= comma || !analysis.relation(subject).startsWith('nsubj')) return false;
    const predicate = analysis.head(subject);
    const children = analysis.childrenOf(predicate);
    const hasTense = [predicate, ...children.filter((child) => isHelp(analysis, child))].some(
      (at) => isFinite(analysis, at),
    );
    return (
      hasTense &&
      predicate > subject &&
      !analysis.xpos(subject).startsWith('W') &&
      !children.some(
        (child) => analysis.relation(child) === 'mark' || analysis.xpos(child).startsWith('W'),
      ) &&
      opensBehindComma(analysis, subject)
    );
  });
}

function isHelp(analysis: Analysis, at: number): boolean {
  return /^(?:aux|cop)/u.test(analysis.relation(at));
}

/** True where the phrase of a subject begins right behind a comma. */
function opensBehindComma(analysis: Analysis, subject: number): boolean {
  return analysis.words[reachOf(analysis, subject).first - 1] === ',';
}

/** True where no clause follows that could be the main one. */
function isStranded(words: readonly Token[]): boolean {
  const comma = words.findIndex((word) => word.text === ',');
  const [own, ...others] = clausesOf(words).filter(
    ({ finiteness, verb }) =>
      finiteness === 'yes' || words[verb]?.tag === 'VERB' || (comma > 0 && comma < verb),
  );
  if (own === undefined) return lower(words[0]) === 'while' && isParticipial(words);
  if (own.link !== 'subordinator' || own.linkAt !== 0 || words.slice(0, own.verb).some(isMark))
    return false;
  if (MAY_BE_PREPOSITION.test(lower(words[0])) && !isSubjectRightAfter(words, own)) return false;
  return others.every((clause) => {
    if (clause.link === 'relative') return clause.finiteness === 'perhaps';
    if (clause.linkAt === 0 || (clause.link === 'complement' && isBe(words[clause.linkAt])))
      return false;
    // “If you stay with friends or family in Rome you have to …”: “and” joins nouns, not clauses.
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

/** Words that can stand before a noun alone: “Since 2007 the prize has …” is a whole sentence. */
const MAY_BE_PREPOSITION = /^(?:since|until|after|before)$/u;

/** True where the first word is followed by the clause's subject, all of it, and its verb, so that it is no preposition. */
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
      holdsTwo(words.slice(phrase.first, phrase.last + 1))
    )
      return false;
    at = phrase.last + 1;
    if (!isPreposition(words[at])) break;
    at++;
  }
  while (isAdverb(words[at])) at++;
  return at === own.verb;
}

/** “the game Ulster captain”, “May sales”: a phrase in which one noun may end and the next begin. */
function holdsTwo(phrase: readonly Token[]): boolean {
  return phrase.some(
    (word, at) =>
      at > 0 && isCapitalised(word) !== isCapitalised(phrase[at - 1]) && isNominal(phrase[at - 1]),
  );
}

/** “While also leading …”: a participle where a subject and a verb should be. */
function isParticipial(words: readonly Token[]): boolean {
  let at = 1;
  while (isAdverb(words[at])) at++;
  return isGerund(words[at]) && !words.some((word) => word.text === ',');
}

/** Makes the clause a part of the sentence before it. */
function joined({ previous, words, text }: Passage): readonly GrammarFix[] {
  const [first] = words;
  const stop = previous?.tokens.at(-1);
  if (first === undefined || stop?.text !== '.' || text.slice(stop.end, first.start).trim() !== '')
    return [];
  const comma = /^(?:although|though|while|whereas)$/iu.test(first.text) ? ', ' : ' ';
  return [
    grammarFix('Join it to the sentence before', stop.start, first.end, `${comma}${lower(first)}`),
  ];
}

/** Drops the word that makes the clause a part of another. */
function mends({ words }: Passage): readonly GrammarFix[] {
  const [first, second] = words;
  if (first === undefined || second === undefined || clausesOf(words).length === 0) return [];
  const capital = isCapitalised(second)
    ? second.text
    : second.text.charAt(0).toUpperCase() + second.text.slice(1);
  return [grammarFix(`Drop “${first.text}”`, first.start, second.end, capital)];
}
