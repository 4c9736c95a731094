import type { Span } from '../prose/span.js';
import type { EntityKind } from '../reference/model.js';
import type { Code, Severity } from './rules.js';
import type { Suppression } from './suppressionData.js';

/** A sentence of a source that a finding or a verdict is based on. */
export interface Evidence {
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** See `Citation.passage`. */
  readonly passage?: string;
  readonly text: string;
  /**
   * True for a document of an archive, which is no file of the reporter's: its line cannot be
   * looked up.
   */
  readonly isFromArchive?: true;
  /** The URL that opens such a document. */
  readonly link?: string;
}

/** Another place of the draft that a finding is about. */
export interface RelatedPlace {
  /** UTF-16 units of the draft as given. */
  readonly span: Span;
  /** The sentence there. */
  readonly text: string;
}

/** Replaces a span of the draft by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A correction that can be applied in one step. */
export interface Fix {
  readonly title: string;
  /** The one that an editor would take without thinking; at most one of a finding's fixes. */
  readonly preferred: boolean;
  /** True if somebody should see the result, so that “Fix all” leaves it out. */
  readonly needsLook?: boolean;
  readonly edits: readonly Edit[];
}

/** Who found a broken sentence: a rule, or the trained sentence reader. */
export type FoundBy = 'rule' | 'reader';

/** Something for the reporter to look at. A plain value: features render it without parsing the draft again. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** One plain sentence with the right form in it. */
  readonly message: string;
  /** UTF-16 units of the draft as given. */
  readonly span: Span;
  readonly evidence: readonly Evidence[];
  /** For a draft that contradicts itself: the other place. */
  readonly related?: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** For a broken sentence: whether a rule or the sentence reader found it. */
  readonly foundBy?: FoundBy;
  /** The source's words in place of `found`; several values are separated by commas. */
  readonly expected?: string;
  /** The words of the draft that differ from the source. */
  readonly found?: string;
  /** The whole name, if the finding is about one. */
  readonly name?: FoundName;
  /** The word that “Add to dictionary” would add, if the finding is about one. */
  readonly word?: string;
  /** For `style/unused-ignore`: the entry of the suppressions file that matches nothing. */
  readonly unused?: Suppression;
}

/**
 * The findings of a check with a limit, because a list or generated text would take it too long.
 */
export interface LimitedFindings {
  readonly findings: readonly Finding[];
  /**
   * What exceeds the limit in the draft and therefore was not checked, in a sentence; empty if
   * everything was.
   */
  readonly leftOut: readonly string[];
}

/** A finding that is not reported, because the reporter dismissed it. */
export interface DismissedFinding {
  readonly finding: Finding;
  /** The accepted name that covers it, if there is one. */
  readonly acceptedName?: string;
  /** The accepted word that it is about, if there is one. */
  readonly acceptedWord?: string;
  /** The reporter's note on the dismissal. */
  readonly reason?: string;
}

/** A name that a finding is about. */
export interface FoundName {
  /** As in the draft, without honorific. */
  readonly text: string;
  /** The named entity, if it is known. */
  readonly kind: EntityKind | undefined;
}

/**
 * The verdict of the sources on a claim; `unclear` if they have related passages, but it is not
 * certain that these support or contradict it.
 */
export type Verdict = 'supported' | 'contradicted' | 'unsupported' | 'unclear';

/**
 * The opinion of a model on a claim: a passage supports it, one contradicts it, or none decides it.
 */
export type OpinionVerdict = 'supported' | 'contradicted' | 'undecided';

/**
 * The opinion of the reporter's own model on a claim, as far as it was confirmed by the sources. It
 * is shown beside the verdict and changes nothing about it.
 */
export interface Opinion {
  /** The name of the model. */
  readonly model: string;
  readonly verdict: OpinionVerdict;
  /** The sentences that it quotes; none if undecided. */
  readonly evidence: readonly Evidence[];
  /** The words of the claim that are contradicted. */
  readonly words: readonly string[];
  /** A plain sentence if the verdict, or the judge's reading, differs. */
  readonly disagreement?: string;
}

/** A statement in the draft with its verdict. */
export interface Claim {
  /** UTF-16 units of the draft as given. */
  readonly span: Span;
  readonly verdict: Verdict;
  /** How well the sources support the claim, 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** True if the newsroom's archive answers it and no source does. */
  readonly isFromArchive?: true;
  /** True for a direct quote, which is checked against the recorded words. */
  readonly isQuote?: boolean;
  /** A remark on the verdict in one plain sentence, such as that sources differ. */
  readonly note?: string | undefined;
  /** The opinion of the reporter's own model; absent if it was not asked, or gave no answer. */
  readonly opinion?: Opinion;
}
