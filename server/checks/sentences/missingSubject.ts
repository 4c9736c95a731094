import { type Token, withText } from '../../prose/tokens.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { type Clause, clausesOf } from './structure/clauses.js';
import type { Passage } from './structure/passage.js';
import { isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { childWithRelation, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isObjectPronoun,
  isPreposition,
  isPronoun,
  isRelative,
  isSubordinator,
  isNot,
  isFiniteBe,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  isAdverb,
  isGerund,
  isPunctuation,
  isAlwaysVerb,
  lower,
  takesClause,
} from './structure/words.js';

/**
 * Finds sentences without a subject: those that start with their verb (“Said the bridge will
 * close.”), or in which the verb follows the opening phrase (“In Oslo, was told …”).
 */
export function findMissingSubject(passage: Passage): readonly GrammarError[] {
  const { words, setting } = passage;
  if (
    setting !== 'running' ||
    !startsWithCapital(words[0]) ||
    !/^[.…]$/u.test(words.at(-1)?.text ?? '')
  )
    return [];
  const clauses = clausesOf(words);
  for (const [index, hasOpening] of [
    [openingVerb(words), false] as const,
    [verbAfterPhrase(words, clauses), true] as const,
  ]) {
    const verb = words[index];
    const confidence =
      verb === undefined || words.length - index < (hasOpening && isOnlyPast(lower(verb)) ? 4 : 5)
        ? 0
        : confidenceOf(words, index, clauses, hasOpening);
    if (verb === undefined || confidence === 0) continue;
    return [
      {
        kind: 'missing-subject',
        span: { start: hasOpening ? verb.start : (words[0]?.start ?? verb.start), end: verb.end },
        message: `“${lower(verb)}” has no subject: say who or what.`,
        confidence,
        ...fixesFor(passage, index),
      },
    ];
  }
  return [];
}

/** Adverbs that can stand between the start of a sentence and its verb. */
const BEFORE_VERB =
  /^(?:also|then|later|now|still|even|only|just|never|always|often|soon|already|n['’]t)$|..ly$/u;

/**
 * The index of the verb of a sentence that lacks a subject, after “And”, “But” and adverbs; -1 if
 * the subject may follow the verb.
 */
function openingVerb(words: readonly Token[]): number {
  let at = /^(?:and|but|so|or|yet)$/u.test(lower(words[0])) ? 1 : 0;
  // “Never had the court heard such a plea”, “So has his brother”: the subject follows.
  if (/^(?:never|only|seldom|rarely|hardly|scarcely|neither|nor)$/u.test(lower(words[at])))
    return -1;
  if (/^(?:so|nor)$/u.test(lower(words[0])) && isAuxiliary(words[at])) return -1;
  if (isAdverb(words[at]) && words[at + 1]?.text === ',') return at + 2;
  while (isAdverb(words[at]) && BEFORE_VERB.test(lower(words[at]))) at++;
  return at;
}

function isAuxiliary(token: Token | undefined): boolean {
  return isBe(token) || isHave(token) || isDo(token) || isModal(token);
}

/**
 * The index after an opening phrase or clause and its comma (“In Oslo, was told …”), where a verb
 * would lack its subject; -1 if the sentence has no such opening.
 */
function verbAfterPhrase(words: readonly Token[], clauses: readonly Clause[]): number {
  const first = isCoordinator(words[0]) ? 1 : 0;
  const comma = words.findIndex((word) => word.text === ',');
  if (comma < 0 || isPunctuation(words[comma - 1])) return -1;
  const own = clauses.filter(
    ({ verb, finiteness }) => verb < comma && (finiteness === 'yes' || words[verb]?.tag === 'VERB'),
  ).length;
  const fits =
    (isSubordinator(words[first]) && own === 1) || (isPreposition(words[first]) && own === 0);
  if (!fits) return -1;
  let at = comma + 1;
  while (BEFORE_VERB.test(lower(words[at]))) at++;
  return at;
}

/** “Also claims that the bridge is safe”: true if the tree has a main verb without a subject. */
function isSubjectlessMainVerb(words: readonly Token[], index: number): boolean {
  if (index !== 1 || lower(words[0]) !== 'also' || words.length < 6) return false;
  const tree = treeOf(words);
  return (
    tree.root === index &&
    !isInverted(words, index) &&
    /^VB[ZD]$/u.test(tree.xpos(index)) &&
    childWithRelation(tree, index, /^(?:[nc]subj|expl|aux)/u) === undefined &&
    childWithRelation(tree, index, /^(?:ccomp|xcomp|obj|obl)/u) !== undefined
  );
}

function confidenceOf(
  words: readonly Token[],
  index: number,
  clauses: readonly Clause[],
  hasOpening: boolean,
): number {
  const verb = words[index];
  const after = words[index + 1];
  if (isSubjectlessMainVerb(words, index)) return 0.86;
  if (
    verb === undefined ||
    after === undefined ||
    isPunctuation(after) ||
    /^\p{Lu}{2,}$/u.test(verb.text)
  )
    return 0;
  if (isModal({ ...withText(verb, lower(verb)), tag: 'AUX' })) return afterModal(words, index);
  if (/^(?:is|are|was|were|has|had|have|does|did)$/u.test(lower(verb)))
    return afterAuxiliary(words, index, clauses, hasOpening);
  if (verb.tag !== 'VERB' || isGerund(verb)) return 0;
  const forms = verbFormsOf(verb);
  const past = forms.past && !forms.base;
  if (!past && !(forms.third && !forms.base)) return 0;
  if (
    hasOpening &&
    !(
      isOnlyPast(lower(verb)) ||
      /^(?:remain|become|seem|appear)$/u.test(verb.lemma) ||
      (past && isDeterminer(after))
    )
  )
    return 0;
  return hasOpening && hasMainClause(clauses, index) ? 0 : afterVerb(words, index, past, clauses);
}

/** “Will put new limits on …” lacks a subject; “Will he come” and “May Day” do not. */
function afterModal(words: readonly Token[], index: number): number {
  const verb = words[index];
  if (
    verb === undefined ||
    (/^(?:may|can|will|must|might)$/u.test(lower(verb)) && verb.tag === 'PROPN')
  )
    return 0;
  let at = index + 1;
  while (isAdverb(words[at])) at++;
  const after = words[at];
  if (after === undefined || startsWithCapital(after)) return 0;
  if (lower(after) === 'be' || lower(after) === 'have') return 0.92;
  return after.tag === 'VERB' && verbFormsOf(after).base && !isObjectPronoun(after) ? 0.88 : 0;
}

/** “Has been held since May.” lacks a subject; “Had it rained, …” and “Is he ill” do not. */
function afterAuxiliary(
  words: readonly Token[],
  index: number,
  clauses: readonly Clause[],
  hasOpening: boolean,
): number {
  const verb = lower(words[index]);
  const after = words[index + 1];
  if (after === undefined || isPronoun(after) || startsWithCapital(after)) return 0;
  if (/^(?:had|were)$/u.test(verb) && hasMainClause(clauses, index)) return 0;
  if (isNot(after))
    return isPronoun(words[index + 2]) ||
      (isDeterminer(words[index + 2]) && !hasOpening && verb !== 'did')
      ? 0
      : 0.88;
  const participle =
    after.tag === 'VERB' &&
    (verbFormsOf(after).participle || (isBe(words[index]) && isGerund(after)));
  if (lower(after) === 'been' || participle) return 0.9;
  if (isAdverb(after)) return hasOpening ? 0 : 0.88;
  if (hasOpening) return 0;
  if (isBe(words[index])) return /^(?:a|an)$/u.test(lower(after)) ? 0.85 : 0;
  if (verb === 'has' || verb === 'had')
    return isDeterminer(after) || lower(after) === 'to' ? 0.85 : 0;
  if (verb === 'have') return lower(after) === 'to' ? 0.85 : 0;
  return verb === 'did' && after.tag === 'VERB' ? 0.82 : 0;
}

/**
 * Verbs that can precede their subject (“Then comes …”) and participles that start a caption or an
 * aside.
 */
const NO_SUBJECT_NEEDED =
  /^(?:come|follow|enter|dub|picture|locate|situate|base|bear|know|name|call|title|entitle|build|found|write|direct|publish|give|compare|provide|grant|assume|suppose|thank|see|rate|price|date|age|view|take)$/u;

function afterVerb(
  words: readonly Token[],
  index: number,
  past: boolean,
  clauses: readonly Clause[],
): number {
  const verb = words[index];
  const after = words[index + 1];
  if (verb === undefined || after === undefined) return 0;
  if (isInverted(words, index) || NO_SUBJECT_NEEDED.test(verb.lemma) || lower(after) === 'by')
    return 0;
  const says = takesClause(verb);
  const complete = clauses.find((clause) => clause.verb > index);
  // Reported speech is not the main clause: “Said the bridge will close.”
  const rest =
    says &&
    complete !== undefined &&
    !words.slice(index, complete.subject).some((word) => word.text === ',')
      ? clauses.filter((clause) => clause !== complete)
      : clauses;
  if (
    hasMainClause(rest, index) ||
    rest.some(
      ({ verb: later, finiteness, link }) =>
        later > index &&
        finiteness === 'yes' &&
        link !== 'subordinator' &&
        link !== 'coordinator' &&
        link !== 'complement',
    )
  )
    return 0;
  const followed =
    isPreposition(after) ||
    isDeterminer(after) ||
    isPronoun(after) ||
    isAdverb(after) ||
    lower(after) === 'that' ||
    lower(after) === 'to';
  // A plural noun can look like a verb: “Matches in May will …”.
  if (!past)
    return ((followed || (index === 0 && after.tag === 'NOUN')) &&
      isAlwaysVerb(withText(verb, verb.lemma))) ||
      (says && complete !== undefined && lower(verb) !== 'reports' && lower(after) !== 'to')
      ? 0.85
      : 0;
  if (isOnlyPast(lower(verb)) || lower(verb) === 'said') return 0.9;
  return followed ? 0.85 : 0;
}

/**
 * True if a possible main clause follows: with a subject, and not after “and”, “that” or “when”.
 */
function hasMainClause(clauses: readonly Clause[], index: number): boolean {
  return clauses.some(
    ({ verb, link, finiteness, subject }) =>
      verb > index &&
      subject < verb &&
      (link === 'mark' ||
        (finiteness === 'yes' && (link === 'start' || link === 'bare' || link === 'relative'))),
  );
}

/** “Said Mr. Roe: …”, “Gone are the days …”: the subject follows. */
function isInverted(words: readonly Token[], index: number): boolean {
  const rest = words.slice(index + 1);
  // “Also found on the island is the dragon tree.”
  const verb = words[index];
  if (verb !== undefined && verbFormsOf(verb).participle && isPreposition(rest[0])) {
    const be = rest.findIndex(isFiniteBe);
    if (
      be > 0 &&
      !rest.slice(0, be).some((word) => isPunctuation(word) || isRelative(word)) &&
      (isDeterminer(rest[be + 1]) || startsWithCapital(rest[be + 1]) || rest[be + 1]?.tag === 'NUM')
    )
      return true;
  }
  if (rest.slice(0, 8).some((word) => word.text === ':' || word.kind === 'object')) return true;
  return isBe(rest[0]) || (rest[0]?.tag === 'ADV' && isBe(rest[1]));
}

/** Fixes that insert a pronoun; the first is preferred if the previous sentence leaves no doubt. */
function fixesFor(
  { previous, words }: Passage,
  index: number,
): { readonly fixes: readonly GrammarFix[]; readonly isFirstFixPreferred: boolean } {
  const verb = words[index];
  const first = words[0];
  if (verb === undefined || first === undefined) return { fixes: [], isFirstFixPreferred: false };
  const pronouns = pronounsFor(words, index, previous?.tokens ?? [], previous?.text ?? '').filter(
    (pronoun) => agrees(pronoun, verb),
  );
  const inLowerCase = (token: Token): string =>
    /^\p{Lu}\p{Ll}/u.test(token.text) ? token.lower : token.text;
  const insertion = (pronoun: string): GrammarFix =>
    index === 0
      ? grammarFix(
          `Change to “${pronoun} ${inLowerCase(first)}”`,
          first.start,
          first.end,
          `${pronoun} ${inLowerCase(first)}`,
        )
      : grammarFix(
          `Change to “${lower(pronounToken(pronoun))} ${verb.text}”`,
          verb.start,
          verb.start,
          `${pronoun === 'I' ? 'I' : pronoun.toLowerCase()} `,
        );
  const [pronoun] = pronouns;
  const isKnown = pronoun !== undefined && isSubjectOfPrevious(previous?.tokens ?? [], pronoun);
  return {
    fixes: pronouns.map(insertion),
    isFirstFixPreferred: pronouns.length === 1 && isKnown,
  };
}

/**
 * True if “he” or “she” is the subject of the previous sentence, so that the pronoun is not a
 * guess.
 */
function isSubjectOfPrevious(before: readonly Token[], pronoun: string): boolean {
  if (!/^(?:He|She)$/u.test(pronoun) || before.length === 0) return false;
  const tree = treeOf(before);
  const subject = childWithRelation(tree, tree.root, /^nsubj/u);
  if (subject === undefined) return false;
  if (lower(before[subject]) === pronoun.toLowerCase()) return true;
  return (
    tree.upos(subject) === 'PROPN' && before.some((token) => token.text === pronoun.toLowerCase())
  );
}

function pronounToken(text: string): Token {
  return { text, lower: text, start: 0, end: text.length, kind: 'word', tag: 'PRON', lemma: text };
}

/** False for “they makes” and “it make”. */
function agrees(pronoun: string, verb: Token): boolean {
  const word = lower(verb);
  const { base, third, past } = verbFormsOf(verb);
  return pronoun === 'They'
    ? !third && !/^(?:is|was|has|does|am)$/u.test(word)
    : isModal({ text: word, tag: 'AUX' }) ||
        !base ||
        past ||
        third ||
        /^(?:is|was|has|does|had|did)$/u.test(word);
}

/** The pronouns that can be the subject, best first. */
function pronounsFor(
  words: readonly Token[],
  index: number,
  before: readonly Token[],
  earlier: string,
): readonly string[] {
  const verb = words[index];
  const plural = /^(?:are|were|have)$/u.test(lower(verb));
  if (plural) return ['They'];
  const after = words[index + 1];
  const isModalOrBe =
    isModal({ ...withText(verb ?? pronounToken(''), lower(verb)), tag: 'AUX' }) || isBe(verb);
  if (
    isModalOrBe &&
    (isBe(after) || isDeterminer(after)) &&
    !/^(?:been|being)$/u.test(lower(after))
  ) {
    const complement = words[index + (isBe(after) ? 2 : 1)];
    if (isDeterminer(complement) || complement?.tag === 'ADJ') return ['That'];
  }
  const he = /\b(?:he|him|his|himself|Mr)\b/iu.test(earlier);
  const she = /\b(?:she|her|herself|Ms|Mrs)\b/iu.test(earlier);
  if (he !== she) return [he ? 'He' : 'She'];
  const last = [...before]
    .reverse()
    .map(lower)
    .find((word) => /^(?:he|she)$/u.test(word));
  if (last !== undefined) return [last === 'he' ? 'He' : 'She'];
  return he || before.some((token) => token.tag === 'PROPN') ? ['He', 'She', 'It'] : ['It', 'They'];
}
