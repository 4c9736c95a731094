import type { CheckState } from './checkState.js';
import type { Range } from 'vscode-languageserver-protocol';
import type { EvidencePlace } from './evidencePlace.js';
import type { Decision } from './decisions.js';
import type { SheetOpinion } from './secondOpinion.js';
import { type SignOff, decisionOn } from './signOff.js';

/** The verdict of the sources on a statement in the draft. */
export type FactSheetVerdict = 'supported' | 'contradicted' | 'unsupported' | 'unclear';

/** The verdicts in the order of a fact sheet: those that need work first. */
export const FACT_SHEET_ORDER: readonly FactSheetVerdict[] = [
  'contradicted',
  'unsupported',
  'unclear',
  'supported',
];

/**
 * The word for each verdict in every view and message, for use inside a sentence or after a count.
 */
export const VERDICT_WORDS: Readonly<Record<FactSheetVerdict, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  unsupported: 'not in the sources',
  unclear: 'to check',
};

/**
 * The groups of a fact sheet: entries that a checker found wrong, the open notes, one for each
 * verdict, the names, entries that a checker found right, and dismissed findings.
 */
export type FactSheetGroup =
  'corrections' | 'notes' | FactSheetVerdict | 'names' | 'checked' | 'dismissed';

/** Each group as a heading. */
export const FACT_SHEET_TITLES: Readonly<Record<FactSheetGroup, string>> = {
  corrections: 'To correct',
  notes: 'TK and open notes',
  contradicted: titleOf('contradicted'),
  unsupported: titleOf('unsupported'),
  unclear: titleOf('unclear'),
  supported: titleOf('supported'),
  names: 'Names and titles',
  checked: 'Checked',
  dismissed: 'Dismissed',
};

function titleOf(verdict: FactSheetVerdict): string {
  const word = VERDICT_WORDS[verdict];
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Every statement and quote of a draft that was checked against the sources, with its verdict. */
export interface FactSheet {
  /** The URI of the draft. */
  readonly uri: string;
  readonly version: number;
  /** The text of the headline; empty if the draft has none. */
  readonly headline: string;
  /** False if no source covers the draft, so that a missing statement means nothing. */
  readonly isCovered: boolean;
  readonly state: CheckState;
  /** In the order of the draft; they are listed whatever the severity of placeholders is. */
  readonly notes: readonly NoteEntry[];
  /** In the order of the draft, without dismissed ones. */
  readonly entries: readonly FactSheetEntry[];
  /** The people and institutions, in the order of their first references. */
  readonly names: readonly NameEntry[];
  /** In the order of the draft. */
  readonly dismissed: readonly DismissedEntry[];
}

/** A placeholder or a note that somebody left in the draft to be filled in or checked. */
export interface NoteEntry {
  readonly kind: 'note';
  /** As in the draft: “TK”, “[CHECK: age]”. */
  readonly text: string;
  readonly range: Range;
  /** Its sentence, on one line; empty if there is none. */
  readonly sentence: string;
}

/** Words that a finding is about. */
export interface WordsAtIssue {
  /** Their places in the text of their entry, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What the sources have instead; absent if they have nothing. */
  readonly instead?: string;
}

/** A place in a draft, the findings about it, and their evidence. */
export interface CheckedPlace {
  /** The text in the draft, without markup, on one line. */
  readonly text: string;
  readonly range: Range;
  /** The words of the text that its findings are about, in order; absent if there are none. */
  readonly issues?: readonly WordsAtIssue[];
  /**
   * The messages of its findings, and other remarks on its verdict, such as that sources differ;
   * one sentence each.
   */
  readonly messages: readonly string[];
  /** The passages of the sources that the verdict rests on. */
  readonly evidence: readonly FactSheetEvidence[];
  /** The non-confidential version of these; present if a source is confidential. */
  readonly shared?: Pick<CheckedPlace, 'issues' | 'messages' | 'evidence'>;
}

/** An entry without confidential text, for exports and copied text. */
export function sharedEntry<Entry extends SheetEntry>(entry: Entry): Entry {
  if (entry.kind === 'note') return entry;
  const shared = { ...entry, ...entry.shared };
  if (!('signOff' in entry) || entry.signOff.shared === undefined) return shared;
  return { ...shared, signOff: { ...entry.signOff, evidence: entry.signOff.shared } };
}

/** Words of a draft and where they are. */
export type PlacedText = Pick<CheckedPlace, 'text' | 'range'>;

/**
 * A person or an institution. Its text and range are those of the name at first reference, with a
 * title before it.
 */
export interface NameEntry extends CheckedPlace {
  readonly kind: 'person' | 'institution';
  /** The office that the draft gives a person at first reference: “council leader”; empty if there is none. */
  readonly title: string;
  /** Each later form of the name, once; the first is the form at second reference. */
  readonly later: readonly PlacedText[];
  /** The ages and figures that the draft attaches to the name. */
  readonly figures: readonly PlacedText[];
  /** True if a source has the name, or something that belongs to it, in another form. */
  readonly isContradicted?: true;
  readonly signOff: SignOff;
}

/** A statement or a quote with its verdict. */
export interface FactSheetEntry extends CheckedPlace {
  readonly kind: 'statement' | 'quote';
  readonly verdict: FactSheetVerdict;
  readonly signOff: SignOff;
  /**
   * The opinion of the reporter's own model; its sentences and passages are among the messages and
   * the evidence.
   */
  readonly opinion?: SheetOpinion;
}

/** A statement or a quote whose findings the reporter dismissed, or another dismissed finding. */
export interface DismissedEntry extends CheckedPlace {
  readonly kind: FactSheetEntry['kind'] | 'finding';
  /** The reporter's note on the dismissal. */
  readonly reason?: string;
  /** The decision to take back in order to restore it. */
  readonly decisions: readonly Decision[];
}

/** Any entry of a fact sheet. */
export type SheetEntry = NoteEntry | FactSheetEntry | NameEntry | DismissedEntry;

/** An entry that somebody can sign as checked. */
export type SignableEntry = FactSheetEntry | NameEntry;

/** True for an entry that a checker has decided on. */
export function isDecided(entry: SheetEntry): boolean {
  return 'signOff' in entry && decisionOn(entry.signOff) !== 'open';
}

/** True for an entry that a checker found wrong. */
export function isRejected(entry: SheetEntry): boolean {
  return 'signOff' in entry && decisionOn(entry.signOff) === 'rejected';
}

/** A passage of a source. */
export interface FactSheetEvidence extends EvidencePlace {
  readonly text: string;
  /** The URI with which an editor opens the source; absent if it is not a file. */
  readonly uri?: string;
  /**
   * The URI of the recording, with the second as its fragment: “#t=3847”; absent if there is none.
   */
  readonly recording?: string;
  /** Present if the source is only for the eyes of the reporter. */
  readonly isConfidential?: true;
}

/**
 * The formats in which a fact sheet can be exported: a page, Markdown with or without the passages of the sources, and a table
 * to paste, with its borders or as plain text.
 */
export const FACT_SHEET_FORMATS = ['html', 'markdown', 'passages', 'table', 'text'] as const;

/** One of these formats. */
export type FactSheetFormat = (typeof FACT_SHEET_FORMATS)[number];

/**
 * The lines that a checker looks at in a name: its title, the form at second reference and others,
 * its figures.
 */
export function detailsOfName({ kind, title, later, figures }: NameEntry): readonly string[] {
  const placed = (places: readonly PlacedText[]): string =>
    places.map(({ text, range }) => `${text} (line ${range.start.line + 1})`).join(', ');
  return [
    ...(kind === 'person' ? [`Title: ${title === '' ? 'none' : title}`] : []),
    ...(later.length === 0 ? [] : [`Then: ${placed(later)}`]),
    ...(figures.length === 0 ? [] : [`Figures: ${placed(figures)}`]),
  ];
}
