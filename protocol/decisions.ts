// A reporter's decision about a finding, as client and server name it when it is taken back.

/** What a decision created besides its entry. */
export interface Created {
  /**
   * The part that is new: the file, or only the list in it. Left out if both existed already, or if
   * that is not known.
   */
  readonly created?: 'file' | 'list';
  /** The text of the file before, if it was there but had no list at all. */
  readonly emptyFile?: string;
}

/** An entry that ignores a finding, by the code and by the words that anchor it. */
export interface IgnoredFinding extends Created {
  readonly kind: 'ignored';
  readonly code: string;
  readonly sentence: string;
  readonly words: string;
  /** Which occurrence of the words in the sentence, 1-based; 1 if left out. */
  readonly occurrence?: number;
}

/** A name that was accepted. */
export interface AcceptedName extends Created {
  readonly kind: 'accepted';
  readonly name: string;
}

/** A word that was added to the dictionary. */
export interface AcceptedWord extends Created {
  readonly kind: 'acceptedWord';
  readonly word: string;
}

/** An entry that was added to the dossier. */
export interface AddedEntry extends Created {
  readonly kind: 'added';
  /** The inserted text. */
  readonly text: string;
}

/** A decision that can be taken back. */
export type Decision = IgnoredFinding | AcceptedName | AcceptedWord | AddedEntry;

/** The data for offering Undo after a quick fix that edits another file than the draft. */
export interface UndoOffer {
  /** The URI of the draft. */
  readonly draft: string;
  readonly decisions: readonly Decision[];
  /** The decision in one sentence. */
  readonly message: string;
  /** The place that the reporter may want to continue at. */
  readonly place?: { readonly uri: string; readonly line: number };
}
