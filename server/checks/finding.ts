import type { Span } from '../prose/span.js';
import type { EntityKind } from '../reference/model.js';
import type { Suppression } from './suppression.js';

/** How much a finding matters, from most to least. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The codes that diagnostics carry: `family/kind`. */
export type Code =
  | 'name/misspelled'
  | 'name/inconsistent'
  | 'name/unknown'
  | 'sentence/missing-verb'
  | 'sentence/missing-subject'
  | 'sentence/fragment'
  | 'sentence/run-on'
  | 'sentence/run-together'
  | 'sentence/stray-capital'
  | 'sentence/lowercase-start'
  | 'sentence/duplicate-item'
  | 'sentence/repeated-word'
  | 'sentence/unbalanced-quote'
  | 'sentence/missing-end'
  | 'sentence/agreement'
  | 'sentence/garbled'
  | 'sentence/placeholder'
  | 'claim/contradicted'
  | 'claim/unsupported'
  | 'quote/altered'
  | 'quote/misattributed'
  | 'quote/unsupported'
  | 'style/spelling'
  | 'style/honorific'
  | 'style/unused-ignore'
  | 'reference/uncovered';

/** What a source says that a finding or a verdict rests on. */
export interface Evidence {
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  readonly text: string;
}

/** Puts `newText` in the place of a stretch of the draft. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A mend that can be taken with one gesture. */
export interface Fix {
  readonly title: string;
  /** The one an editor would take without thinking; at most one of a finding's fixes. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** Something that the reporter should look at. A value: features render it and never parse again. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** One plain sentence with the right form in it. */
  readonly message: string;
  /** UTF-16 units of the draft as given. */
  readonly span: Span;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Of a finding about a name: that name, whole. */
  readonly name?: FoundName;
  /** Of `style/unused-ignore`: the decision that matches nothing, where it stands in no comment. */
  readonly unused?: Suppression;
}

/** A name that a finding is about. */
export interface FoundName {
  /** As the draft writes it, without honorific. */
  readonly text: string;
  /** Whose it is, where that is known. */
  readonly kind: EntityKind | undefined;
}

/** What the sources say of a claim. */
export type Verdict = 'supported' | 'contradicted' | 'unsupported';

/** A statement of the draft with its verdict. */
export interface Claim {
  /** UTF-16 units of the draft as given. */
  readonly span: Span;
  readonly verdict: Verdict;
  /** How well the sources bear the claim out, 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** True for somebody's words, which were held against the recorded ones. */
  readonly isQuote?: boolean;
  /** What there is to know beside the verdict, in a plain sentence: that sources differ. */
  readonly note?: string | undefined;
}

/** True for a code (`name/misspelled`) and for a family of codes (`name`). */
export function isCodeOrFamily(text: string): boolean {
  return Object.keys(DEFAULT_SEVERITY).some((code) => isOf(text, code));
}

/** True where `family` is the code itself or its family. */
export function isOf(family: string, code: string): boolean {
  return code === family || code.startsWith(`${family}/`);
}

/** The severity a code has unless the reporter sets another. */
export const DEFAULT_SEVERITY: Readonly<Record<Code, Severity>> = {
  'name/misspelled': 'warning',
  'name/inconsistent': 'warning',
  'name/unknown': 'hint',
  'sentence/missing-verb': 'warning',
  'sentence/missing-subject': 'warning',
  'sentence/fragment': 'warning',
  'sentence/run-on': 'warning',
  'sentence/run-together': 'warning',
  'sentence/stray-capital': 'warning',
  'sentence/lowercase-start': 'warning',
  'sentence/duplicate-item': 'warning',
  'sentence/repeated-word': 'warning',
  'sentence/unbalanced-quote': 'warning',
  'sentence/missing-end': 'warning',
  'sentence/agreement': 'warning',
  'sentence/garbled': 'warning',
  'sentence/placeholder': 'warning',
  'claim/contradicted': 'error',
  'claim/unsupported': 'information',
  'quote/altered': 'error',
  'quote/misattributed': 'error',
  'quote/unsupported': 'warning',
  'style/spelling': 'hint',
  'style/honorific': 'hint',
  'style/unused-ignore': 'hint',
  'reference/uncovered': 'information',
};
