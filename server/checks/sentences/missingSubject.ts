import { type Token, rewritten } from '../../prose/tokens.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { type Clause, clausesOf } from './structure/clauses.js';
import type { Passage } from './structure/passage.js';
import { isOnlyPast } from '../../prose/grammar/irregularVerbs.js';
import { childBy, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isAdverb,
  isBe,
  isCapitalised,
  isCoordinator,
  isDeterminer,
  isDo,
  isGerund,
  isHave,
  isMark,
  isModal,
  isObjectPronoun,
  isAlwaysVerb,
  isPreposition,
  isPronoun,
  isRelative,
  isSubordinator,
  lower,
  takesClause,
} from './structure/words.js';

/** A sentence that opens with its verb (“Said the bridge will close.”), or whose opening phrase is followed by it. */
export function findMissingSubject(passage: Passage): readonly GrammarError[] {
  const { words, setting } = passage;
  if (
    setting !== 'running' ||
    !isCapitalised(words[0]) ||
    !/^[.…]$/u.test(words.at(-1)?.text ?? '')
  )
    return [];
  const clauses = clausesOf(words);
  for (const [index, opened] of [
    [openingVerb(words), false] as const,
    [verbAfterPhrase(words, clauses), true] as const,
  ]) {
    const verb = words[index];
    const confidence =
      verb === undefined || words.length - index < (opened && isOnlyPast(lower(verb)) ? 4 : 5)
        ? 0
        : certainty(words, index, clauses, opened);
    if (verb === undefined || confidence === 0) continue;
    return [
      {
        kind: 'missing-subject',
        span: { start: opened ? verb.start : (words[0]?.start ?? verb.start), end: verb.end },
        message: `The sentence has no subject: who or what “${lower(verb)}”?`,
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

/** Where the verb of a sentence without subject would stand: “And”, “But” and adverbs are skipped; -1 where the subject may follow it. */
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

/** Where the verb would stand after a phrase or a clause that a comma ends (“In Oslo, was told …”); -1 where none opens the sentence. */
function verbAfterPhrase(words: readonly Token[], clauses: readonly Clause[]): number {
  const first = isCoordinator(words[0]) ? 1 : 0;
  const comma = words.findIndex((word) => word.text === ',');
  if (comma < 0 || isMark(words[comma - 1])) return -1;
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

/** “Also claims that the bridge is safe”: by the tree the verb is the main one and nobody's. */
function isNobodys(words: readonly Token[], index: number): boolean {
  if (index !== 1 || lower(words[0]) !== 'also' || words.length < 6) return false;
  const tree = treeOf(words);
  return (
    tree.root === index &&
    !isInverted(words, index) &&
    /^VB[ZD]$/u.test(tree.xpos(index)) &&
    childBy(tree, index, /^(?:[nc]subj|expl|aux)/u) === undefined &&
    childBy(tree, index, /^(?:ccomp|xcomp|obj|obl)/u) !== undefined
  );
}

function certainty(
  words: readonly Token[],
  index: number,
  clauses: readonly Clause[],
  opened: boolean,
): number {
  const verb = words[index];
  const after = words[index + 1];
  if (isNobodys(words, index)) return 0.86;
  if (verb === undefined || after === undefined || isMark(after) || /^\p{Lu}{2,}$/u.test(verb.text))
    return 0;
  if (isModal({ ...rewritten(verb, lower(verb)), tag: 'AUX' })) return afterModal(words, index);
  if (/^(?:is|are|was|were|has|had|have|does|did)$/u.test(lower(verb)))
    return afterAuxiliary(words, index, clauses, opened);
  if (verb.tag !== 'VERB' || isGerund(verb)) return 0;
  const forms = verbFormsOf(verb);
  const past = forms.past && !forms.base;
  if (!past && !(forms.third && !forms.base)) return 0;
  if (
    opened &&
    !(
      isOnlyPast(lower(verb)) ||
      /^(?:remain|become|seem|appear)$/u.test(verb.lemma) ||
      (past && isDeterminer(after))
    )
  )
    return 0;
  return opened && hasMainClause(clauses, index) ? 0 : afterVerb(words, index, past, clauses);
}

/** “Will put new limits on …” has lost its subject; “Will he come” and “May Day” have not. */
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
  if (after === undefined || isCapitalised(after)) return 0;
  if (lower(after) === 'be' || lower(after) === 'have') return 0.92;
  return after.tag === 'VERB' && verbFormsOf(after).base && !isObjectPronoun(after) ? 0.88 : 0;
}

/** “Has been held since May.” has lost its subject; “Had it rained, …” and “Is he ill” have not. */
function afterAuxiliary(
  words: readonly Token[],
  index: number,
  clauses: readonly Clause[],
  opened: boolean,
): number {
  const verb = lower(words[index]);
  const after = words[index + 1];
  if (after === undefined || isPronoun(after) || isCapitalised(after)) return 0;
  if (/^(?:had|were)$/u.test(verb) && hasMainClause(clauses, index)) return 0;
  if (/^(?:not|n['’]t)$/u.test(lower(after)))
    return isPronoun(words[index + 2]) ||
      (isDeterminer(words[index + 2]) && !opened && verb !== 'did')
      ? 0
      : 0.88;
  const participle =
    after.tag === 'VERB' &&
    (verbFormsOf(after).participle || (isBe(words[index]) && isGerund(after)));
  if (lower(after) === 'been' || participle) return 0.9;
  if (isAdverb(after)) return opened ? 0 : 0.88;
  if (opened) return 0;
  if (isBe(words[index])) return /^(?:a|an)$/u.test(lower(after)) ? 0.85 : 0;
  if (verb === 'has' || verb === 'had')
    return isDeterminer(after) || lower(after) === 'to' ? 0.85 : 0;
  if (verb === 'have') return lower(after) === 'to' ? 0.85 : 0;
  return verb === 'did' && after.tag === 'VERB' ? 0.82 : 0;
}

/** Verbs that stand before their subject (“Then comes …”) and participles that open a caption or an aside. */
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
  // What was said is no main clause: “Said the bridge will close.”
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
  // A noun may look so: “Matches in May will …”.
  if (!past)
    return ((followed || (index === 0 && after.tag === 'NOUN')) &&
      isAlwaysVerb(rewritten(verb, verb.lemma))) ||
      (says && complete !== undefined && lower(verb) !== 'reports' && lower(after) !== 'to')
      ? 0.85
      : 0;
  if (isOnlyPast(lower(verb)) || lower(verb) === 'said') return 0.9;
  return followed ? 0.85 : 0;
}

/** True where a clause follows that could be the sentence's own: with a subject, after no “and”, “that” or “when”. */
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
    const be = rest.findIndex((word) => /^(?:is|are|was|were)$/u.test(word.text));
    if (
      be > 0 &&
      !rest.slice(0, be).some((word) => isMark(word) || isRelative(word)) &&
      (isDeterminer(rest[be + 1]) || isCapitalised(rest[be + 1]) || rest[be + 1]?.tag === 'NUM')
    )
      return true;
  }
  if (rest.slice(0, 8).some((word) => word.text === ':' || word.kind === 'object')) return true;
  return isBe(rest[0]) || (rest[0]?.tag === 'ADV' && isBe(rest[1]));
}

/** The subject, where what stands before tells it. */
function fixesFor(
  { previous, words }: Passage,
  index: number,
): { readonly fixes: readonly GrammarFix[]; readonly isFirstFixPreferred: boolean } {
  const verb = words[index];
  const first = words[0];
  if (verb === undefined || first === undefined) return { fixes: [], isFirstFixPreferred: false };
  const subject = subjectFor(words, index, previous?.tokens ?? [], previous?.text ?? '');
  const small = (token: Token): string =>
    /^\p{Lu}\p{Ll}/u.test(token.text) ? token.lower : token.text;
  const write = (pronoun: string): GrammarFix =>
    index === 0
      ? grammarFix(
          `Write “${pronoun} ${small(first)}”`,
          first.start,
          first.end,
          `${pronoun} ${small(first)}`,
        )
      : grammarFix(
          `Write “${lower(pronounToken(pronoun))} ${verb.text}”`,
          verb.start,
          verb.start,
          `${pronoun === 'I' ? 'I' : pronoun.toLowerCase()} `,
        );
  const [pronoun] = subject;
  const known = pronoun !== undefined && isSubjectOf(previous?.tokens ?? [], pronoun);
  return { fixes: subject.map(write), isFirstFixPreferred: subject.length === 1 && known };
}

/** True where the sentence before speaks of “he” or “she” as its subject: then the pronoun is no guess. */
function isSubjectOf(before: readonly Token[], pronoun: string): boolean {
  if (!/^(?:He|She)$/u.test(pronoun) || before.length === 0) return false;
  const tree = treeOf(before);
  const subject = childBy(tree, tree.root, /^nsubj/u);
  if (subject === undefined) return false;
  if (lower(before[subject]) === pronoun.toLowerCase()) return true;
  return (
    tree.upos(subject) === 'PROPN' && before.some((token) => token.text === pronoun.toLowerCase())
  );
}

function pronounToken(text: string): Token {
  return { text, lower: text, start: 0, end: text.length, kind: 'word', tag: 'PRON', lemma: text };
}

function subjectFor(
  words: readonly Token[],
  index: number,
  before: readonly Token[],
  earlier: string,
): readonly string[] {
  const verb = words[index];
  const plural = /^(?:are|were|have)$/u.test(lower(verb));
  if (plural) return ['They'];
  const after = words[index + 1];
  const judges =
    isModal({ ...rewritten(verb ?? pronounToken(''), lower(verb)), tag: 'AUX' }) || isBe(verb);
  if (judges && (isBe(after) || isDeterminer(after)) && !/^(?:been|being)$/u.test(lower(after))) {
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
