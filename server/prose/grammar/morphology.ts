import type { Analysis } from './analysis.js';
import { isOnlyParticiple } from './irregularVerbs.js';

/** The form of a verb in its clause, named as in UD's `VerbForm`; `Imp` is a finite imperative. */
export type VerbForm = 'Fin' | 'Imp' | 'Inf' | 'Part' | 'Ger';

/** Relations in which an -ing form is used as a noun. */
const NOMINAL = /^(?:csubj|nsubj|obj|obl|nmod|conj|compound)/u;
/** Relations of a clause that can be an imperative. */
const MAIN_CLAUSE = /^(?:root|parataxis|ccomp|conj|list)$/u;

/** The form of a verb; `undefined` for other words. */
export function verbFormOf(analysis: Analysis, index: number): VerbForm | undefined {
  const tag = analysis.xpos(index);
  switch (tag) {
    case 'VBZ':
    case 'VBD':
    case 'VBP':
    case 'MD':
      return 'Fin';
    case 'VBN':
      return isMainVerbWithSubject(analysis, index) && !isOnlyParticiple(formOf(analysis, index))
        ? 'Fin'
        : 'Part';
    case 'VBG':
      return isNoun(analysis, index) ? 'Ger' : 'Part';
    case 'VB':
      if (isImperative(analysis, index)) return 'Imp';
      return isMainVerbWithSubject(analysis, index) ? 'Fin' : 'Inf';
    default:
      return undefined;
  }
}

function formOf(analysis: Analysis, index: number): string {
  return (analysis.words[index] ?? '').toLowerCase();
}

function isNoun(analysis: Analysis, index: number): boolean {
  const relation = analysis.relation(index);
  if (relation === 'conj')
    return isNoun(analysis, analysis.head(index)) && !hasAuxiliary(analysis, index);
  if (NOMINAL.test(relation)) return true;
  return (
    /^(?:advcl|acl)$/u.test(relation) &&
    analysis.childrenOf(index).some((child) => analysis.relation(child) === 'mark')
  );
}

function isImperative(analysis: Analysis, index: number): boolean {
  const relation = analysis.relation(index);
  // “Do not run”: the auxiliary is the finite verb.
  if (relation === 'aux')
    return index < analysis.head(index) && !hasSubject(analysis, analysis.head(index));
  if (relation === 'conj') {
    const head = analysis.head(index);
    return verbFormOf(analysis, head) === 'Imp' && !hasAuxiliary(analysis, index);
  }
  return (
    MAIN_CLAUSE.test(relation) && !hasAuxiliary(analysis, index) && !hasSubject(analysis, index)
  );
}

/**
 * True for a main verb with a subject and no auxiliary. Its tag may be wrong (in “The positions
 * needed to be filled”, “needed” tagged as a participle), since past and participle often coincide,
 * as do present and infinitive; the tree is more reliable.
 */
function isMainVerbWithSubject(analysis: Analysis, index: number): boolean {
  const relation = analysis.relation(index);
  if (relation !== 'root' && relation !== 'parataxis') return false;
  return (
    !hasAuxiliary(analysis, index) &&
    analysis
      .childrenOf(index)
      .some((child) => child < index && analysis.relation(child) === 'nsubj')
  );
}

/** True if a verb has an auxiliary or “to”. */
function hasAuxiliary(analysis: Analysis, index: number): boolean {
  return analysis
    .childrenOf(index)
    .some((child) => child < index && /^(?:aux|mark)/u.test(analysis.relation(child)));
}

function hasSubject(analysis: Analysis, index: number): boolean {
  return analysis
    .childrenOf(index)
    .some((child) => child < index && /^(?:nsubj|csubj|expl)/u.test(analysis.relation(child)));
}

/**
 * The word that carries the tense of a sentence's main clause: its root, or the root's auxiliary or
 * copula. -1 if there is none, as in a headline.
 */
export function finiteMainVerb(analysis: Analysis): number {
  const { root } = analysis;
  if (root < 0) return -1;
  const helper = analysis
    .childrenOf(root)
    .find(
      (child) =>
        /^(?:aux|cop)/u.test(analysis.relation(child)) && isFinite(verbFormOf(analysis, child)),
    );
  if (helper !== undefined) return helper;
  return isFinite(verbFormOf(analysis, root)) ? root : -1;
}

function isFinite(form: VerbForm | undefined): boolean {
  return form === 'Fin' || form === 'Imp';
}

/** UD's morphological features of a word, as in CoNLL-U; `_` if there are none. */
export function featsOf(analysis: Analysis, index: number): string {
  const form = verbFormOf(analysis, index);
  switch (form) {
    case undefined:
      return analysis.usualFeats(index);
    case 'Imp':
      return 'Mood=Imp|Person=2|VerbForm=Fin';
    case 'Inf':
      return 'VerbForm=Inf';
    case 'Ger':
      return 'VerbForm=Ger';
    case 'Part':
      if (analysis.xpos(index) === 'VBG') return 'Tense=Pres|VerbForm=Part';
      return `Tense=Past|VerbForm=Part${isPassive(analysis, index) ? '|Voice=Pass' : ''}`;
    case 'Fin':
      return finiteFeatures(analysis, index);
  }
}

function isPassive(analysis: Analysis, index: number): boolean {
  if (analysis.upos(index) === 'AUX') return false;
  const relations = analysis.childrenOf(index).map((child) => analysis.relation(child));
  if (relations.includes('aux:pass')) return true;
  return !relations.some((relation) => relation === 'aux' || relation === 'nsubj');
}

function finiteFeatures(analysis: Analysis, index: number): string {
  const tag = analysis.xpos(index);
  if (tag === 'MD') return 'VerbForm=Fin';
  if (tag === 'VBZ') return 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin';
  const isPast = tag === 'VBD' || tag === 'VBN';
  const { number, person } = subjectOf(analysis, index, isPast ? 'Sing' : 'Plur');
  return `Mood=Ind|${number === '' ? '' : `Number=${number}|`}Person=${person}|Tense=${isPast ? 'Past' : 'Pres'}|VerbForm=Fin`;
}

interface Agreement {
  readonly number: string;
  readonly person: string;
}

/** The number and person that a verb takes from its subject; `usual` if it has none. */
function subjectOf(analysis: Analysis, index: number, usual: string): Agreement {
  const helps = /^(?:aux|cop)/u.test(analysis.relation(index));
  const clause = helps ? analysis.head(index) : index;
  const subject = analysis
    .childrenOf(clause)
    .find((child) => analysis.relation(child).startsWith('nsubj'));
  if (subject === undefined) return { number: usual, person: '3' };
  if (analysis.childrenOf(subject).some((child) => analysis.relation(child) === 'conj')) {
    return { number: 'Plur', person: '3' };
  }
  const features = analysis.usualFeats(subject);
  return {
    number: /Number=(\w+)/u.exec(features)?.[1] ?? (features.includes('Person=2') ? '' : usual),
    person: /Person=(\d)/u.exec(features)?.[1] ?? '3',
  };
}
