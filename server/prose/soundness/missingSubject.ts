import type { Token } from '../tokens.js';
import { type Break, type Repair, repair } from './break.js';
import { finitenessOf } from './finiteVerbs.js';
import type { Passage } from './passage.js';
import { formsOf, isOnlyPast } from './verbForms.js';
import { isAdverb, isBe, isCapitalised, isDeterminer, isMark, isModal, isNominal, isPreposition, isPronoun, isSubjectPronoun, lower, isObjectPronoun, isSubordinator, isRelative } from './words.js';

/** A sentence that opens with its verb (“Said the bridge will close.”). Cannot throw. */
export function findMissingSubject(passage: Passage): readonly Break[] {
  const { words, setting } = passage;
  if (setting !== 'running' || !/^[.…]$/u.test(words.at(-1)?.text ?? '')) return [];
  const index = openingVerb(words);
  const verb = words[index];
  if (verb === undefined || words.length - index < 5 || /^\p{Lu}{2,}$/u.test(verb.text)) return [];
  const confidence = certainty(words, index);
  if (confidence === 0) return [];
  return [
    {
      kind: 'missing-subject',
      span: { start: words[0]?.start ?? verb.start, end: verb.end },
      message: `The sentence has no subject: who or what “${lower(verb)}”?`,
      confidence,
      ...mends(passage, index),
    },
  ];
}

/** Where the sentence's first word stands, “And”, “But” and adverbs skipped. */
function openingVerb(words: readonly Token[]): number {
  let at = /^(?:and|but|so|or|yet)$/u.test(lower(words[0])) ? 1 : 0;
  if (/^(?:also|then|later|now|still|even|only|just|never|always|often|previously|subsequently|finally|eventually)$/u.test(lower(words[at]))) at++;
  return at;
}

function certainty(words: readonly Token[], index: number): number {
  const verb = words[index];
  const after = words[index + 1];
  if (verb === undefined || after === undefined || isMark(after)) return 0;
  if (isModal({ ...verb, text: verb.text.toLowerCase(), tag: 'AUX' })) return afterModal(words, index);
  if (/^(?:is|are|was|were|has|had|have|does|did)$/u.test(lower(verb))) return afterAuxiliary(words, index);
  if (verb.tag !== 'VERB' || /ing$/u.test(verb.text)) return 0;
  const forms = formsOf({ ...verb, text: lower(verb) });
  const past = forms.past && !forms.base;
  if (!past && !(forms.third && !forms.base)) return 0;
  return afterVerb(words, index, past);
}

/** “Will put new limits on …” has lost its subject; “Will he come” and “May Day” have not. */
function afterModal(words: readonly Token[], index: number): number {
  const verb = words[index];
  if (verb === undefined || (/^(?:may|can|will|must|might)$/u.test(lower(verb)) && verb.tag === 'PROPN')) return 0;
  let at = index + 1;
  while (isAdverb(words[at])) at++;
  const after = words[at];
  if (after === undefined || isCapitalised(after)) return 0;
  if (lower(after) === 'be' || lower(after) === 'have') return 0.92;
  return after.tag === 'VERB' && formsOf(after).base && !isObjectPronoun(after) ? 0.88 : 0;
}

/** “Has been held since May.” has lost its subject; “Had it rained, …” and “Is he ill” have not. */
function afterAuxiliary(words: readonly Token[], index: number): number {
  const verb = lower(words[index]);
  const at = index + 1;
  const after = words[at];
  if (after === undefined || isSubjectPronoun(after) || isPronoun(after) || isCapitalised(after)) return 0;
  if (hasOwnClauseLater(words, at)) return 0;
  if (isBe(words[index]) || verb === 'has' || verb === 'had') {
    if (lower(after) === 'been' || lower(after) === 'not' || isAdverb(after)) return 0.9;
    if (after.tag === 'VERB' && (formsOf(after).participle || (isBe(words[index]) && /ing$/u.test(after.text)))) return 0.9;
    if (isBe(words[index]) && /^(?:a|an)$/u.test(lower(after))) return 0.85;
    if (verb === 'has' || verb === 'had') return /^(?:a|an|no|to|the|his|her|its|their)$/u.test(lower(after)) ? 0.85 : 0;
    return 0;
  }
  if (verb === 'have') return /^(?:been|to)$/u.test(lower(after)) ? 0.85 : 0;
  return /^(?:not|n't|n’t)$/u.test(lower(after)) && verb !== 'do' ? 0.88 : 0;
}

/** Verbs that stand before their subject (“Then comes …”) and participles that open a caption or an aside. */
const NO_SUBJECT_NEEDED =
  /^(?:come|follow|enter|dub|picture|locate|situate|base|bear|know|name|call|title|entitle|build|found|write|direct|publish|give|compare|provide|grant|assume|suppose|thank|see|rate|price|date|age|view|take)$/u;

function afterVerb(words: readonly Token[], index: number, past: boolean): number {
  const verb = words[index];
  const after = words[index + 1];
  if (verb === undefined || after === undefined) return 0;
  if (isInverted(words, index) || NO_SUBJECT_NEEDED.test(verb.lemma) || lower(after) === 'by') return 0;
  if (!past) {
    if (hasOwnClauseLater(words, index + 1)) return 0;
    if (isDeterminer(after) || isPreposition(after) || isPronoun(after) || lower(after) === 'that' || isAdverb(after) || lower(after) === 'to') return 0.85;
    return 0;
  }
  // A participle may open a sentence (“Asked about it, she …”), and then a clause of its own follows.
  if (hasOwnClauseLater(words, index + 1)) return saysThat(words, index) ? 0.9 : 0;
  if (isOnlyPast(lower(verb))) return 0.9;
  return isPreposition(after) || isDeterminer(after) || isPronoun(after) || isAdverb(after) || after.text === 'that' ? 0.85 : 0;
}

/** “Said that …”, “Told her …”, “Added he would …”: the clause that follows is what was said. */
function saysThat(words: readonly Token[], index: number): boolean {
  const verb = lower(words[index]);
  if (!/^(?:said|added|told|claimed|believed|thought|argued|insisted|stressed|noted|warned|announced|explained|replied|denied|admitted|confirmed|revealed|suggested|hoped|knew|felt)$/u.test(verb)) return false;
  return !words.slice(index + 1).some((word) => word.text === ',' ) && (lower(words[index + 1]) === 'that' || verb === 'said' || verb === 'added');
}

/** “Said Mr. Roe: …”, “Gone are the days …”: the subject follows. */
function isInverted(words: readonly Token[], index: number): boolean {
  const rest = words.slice(index + 1);
  if (rest.slice(0, 8).some((word) => word.text === ':' || word.kind === 'object')) return true;
  return isBe(rest[0]) || (rest[0]?.tag === 'ADV' && isBe(rest[1]));
}

/** True where a subject with a verb of its own follows, outside “that …”, “who …”, “when …”. */
function hasOwnClauseLater(words: readonly Token[], from: number): boolean {
  const finite = finitenessOf(words);
  for (let at = from; at < words.length; at++) {
    if (finite[at] === 'no') continue;
    if (isClauseOpenedBetween(words, from, at)) continue;
    if (finite[at] === 'perhaps' && words[at]?.tag !== 'VERB') continue;
    if (isConjoined(words, at)) continue;
    return true;
  }
  return false;
}

/** True where “that”, “who”, “when” and their like stand between, with no comma that would end their clause. */
function isClauseOpenedBetween(words: readonly Token[], from: number, at: number): boolean {
  for (let back = at - 1; back >= from; back--) {
    if (words[back]?.text === ',' || words[back]?.text === ';') return false;
    if (isRelative(words[back]) || (isSubordinator(words[back]) && !isNominal(words[back + 1]))) return true;
    if (isSubordinator(words[back])) return true;
  }
  return false;
}

/** True for a second verb of the same subject: “was born in Leeds and grew up in York”. */
function isConjoined(words: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (isAdverb(words[back]) || isModal(words[back])) back--;
  return /^(?:and|but|or)$/u.test(lower(words[back]));
}

/** The subject, where what stands before tells it. */
function mends({ previous, text, words }: Passage, index: number): { readonly repairs: readonly Repair[]; readonly plain: boolean } {
  const verb = words[index];
  const first = words[0];
  if (verb === undefined || first === undefined) return { repairs: [], plain: false };
  const subject = subjectFor(words, index, previous?.tokens ?? [], text.slice(0, first.start));
  const small = (token: Token): string => (/^\p{Lu}\p{Ll}/u.test(token.text) ? token.text.toLowerCase() : token.text);
  const write = (pronoun: string): Repair =>
    index === 0
      ? repair(`Write “${pronoun} ${small(first)}”`, first.start, first.end, `${pronoun} ${small(first)}`)
      : repair(`Write “${lower(pronounToken(pronoun))} ${verb.text}”`, verb.start, verb.start, `${pronoun === 'I' ? 'I' : pronoun.toLowerCase()} `);
  return { repairs: subject.map(write), plain: subject.length === 1 };
}

function pronounToken(text: string): Token {
  return { text, start: 0, end: text.length, kind: 'word', tag: 'PRON', lemma: text };
}

function subjectFor(words: readonly Token[], index: number, before: readonly Token[], earlier: string): readonly string[] {
  const verb = words[index];
  const plural = /^(?:are|were|have)$/u.test(lower(verb));
  if (plural) return ['They'];
  const after = words[index + 1];
  const judges = isModal({ ...(verb ?? pronounToken('')), tag: 'AUX', text: lower(verb) }) || isBe(verb);
  if (judges && (isBe(after) || isDeterminer(after)) && !/^(?:been|being)$/u.test(lower(after))) {
    const complement = words[index + (isBe(after) ? 2 : 1)];
    if (isDeterminer(complement) || complement?.tag === 'ADJ') return ['That'];
  }
  const he = /\b(?:he|him|his|himself|Mr)\b/iu.test(earlier);
  const she = /\b(?:she|her|herself|Ms|Mrs)\b/iu.test(earlier);
  if (he !== she) return [he ? 'He' : 'She'];
  const last = [...before].reverse().map(lower).find((word) => /^(?:he|she)$/u.test(word));
  if (last !== undefined) return [last === 'he' ? 'He' : 'She'];
  return he || before.some((token) => token.tag === 'PROPN') ? ['He', 'She', 'It'] : ['It', 'They'];
}
