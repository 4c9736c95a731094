import { URI, Utils } from 'vscode-uri';
import type { Decision } from '../../../protocol/decisions.js';
import {
  FACT_SHEET_ORDER,
  type DismissedEntry,
  type FactSheet,
  type FactSheetEntry,
  type FactSheetGroup,
  type NoteEntry,
  type SheetEntry,
  type SignableEntry,
  isDecided,
  isRejected,
  sharedEntry,
} from '../../../protocol/factSheet.js';
import { anchorOf, readableText } from '../../checks/anchor.js';
import { claimsTask } from '../../checks/check.js';
import type { Draft } from '../../checks/draft.js';
import type { Claim, DismissedFinding, Evidence, Finding } from '../../checks/finding.js';
import { severityIn } from '../../checks/severity.js';
import { isOpenNote } from '../../checks/sentences/checkSentences.js';
import { isAboutClaim, statusOfClaims } from '../verdictSummary.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import { shareablePassage } from '../../reference/confidential.js';
import type { SignOff } from '../../../protocol/signOff.js';
import { checkStateOf } from '../checkState.js';
import { opinionTexts } from '../opinionTexts.js';
import type { StoredSignOff } from './signOffFile.js';
import { chosenEvidence } from './chosenEvidence.js';
import { signOffsOf } from './signOffs.js';
import { signedClaimsOf } from './signedClaims.js';
import { issuesPart, sharedPart, sheetEvidence } from './sharedPlace.js';
import { onOneLine, subjectAt, unsigned } from './signedSubject.js';
import { namesChecklistOf } from './namesChecklist.js';

/**
 * The fact sheet of a draft. A cooperative task, since evidence may have to be computed for each
 * entry.
 *
 * @param stored The signatures in the draft.
 */
export function* factSheetOf(
  draft: Draft,
  stored: readonly StoredSignOff[] = [],
): CooperativeTask<FactSheet> {
  const { uri, version, prose, report } = draft;
  const findings = new SpanIndex(report.findings.filter(isAboutClaim));
  const dismissals = new SpanIndex(
    report.dismissed
      .filter(({ finding }) => isAboutClaim(finding))
      .map((dismissal) => ({ span: dismissal.finding.span, dismissal })),
  );
  const statusOf = statusOfClaims(report);
  const headline = prose.blocks.find(({ kind, text }) => kind === 'heading' && text !== '');
  const entries: FactSheetEntry[] = [];
  const dismissed: DismissedEntry[] = [];
  const ofClaims = new Set<DismissedFinding>();
  for (const claim of yield* claimsTask(report)) {
    if (statusOf(claim) === 'dismissed') {
      const about = dismissals.overlapping(claim.span).map(({ dismissal }) => dismissal);
      for (const dismissal of about) ofClaims.add(dismissal);
      dismissed.push(dismissedClaim(claim, about, draft));
    } else {
      entries.push(entryOf(claim, draft, findings));
    }
    yield;
  }
  dismissed.push(
    ...otherDismissals(
      report.dismissed.filter(
        (dismissal) =>
          !ofClaims.has(dismissal) && severityIn(draft.severities, dismissal.finding) !== undefined,
      ),
      draft,
    ),
  );
  const names = yield* namesChecklistOf(draft);
  const signOffs = signOffsOf<SignableEntry>([...entries, ...names], stored, (passage) =>
    chosenEvidence(passage, draft),
  );
  return {
    uri,
    version,
    headline: headline?.text ?? '',
    isCovered: report.isCovered,
    state: checkStateOf(report, signedClaimsOf(draft, stored)),
    notes: notesOf(draft),
    entries: entries.map((entry) => signedEntry(entry, signOffs, draft)),
    names: names.map((entry) => signedEntry(entry, signOffs, draft)),
    dismissed: dismissed.sort((a, b) => comparePlaces(a.range.start, b.range.start)),
  };
}

function signedEntry<Entry extends SignableEntry>(
  entry: Entry,
  signOffs: ReadonlyMap<SignableEntry, SignOff>,
  { reference: { base } }: Draft,
): Entry {
  const signOff = signOffs.get(entry) ?? entry.signOff;
  const { evidence = [] } = signOff;
  if (!evidence.some((one) => one.isConfidential === true)) return { ...entry, signOff };
  const shared = evidence.map((one) =>
    one.isConfidential === true ? shareablePassage(one, base) : one,
  );
  return { ...entry, signOff: { ...signOff, shared } };
}

/** A group of a fact sheet with its entries. */
export interface FactSheetSection {
  readonly group: FactSheetGroup;
  readonly entries: readonly SheetEntry[];
}

/**
 * The groups of a sheet that have entries, without confidential text, those that need work first;
 * decided entries are separate from open ones. There are no verdicts if no source covers the draft.
 */
export function factSheetSections({
  isCovered,
  notes,
  entries,
  names,
  dismissed,
}: FactSheet): readonly FactSheetSection[] {
  const judged = isCovered ? entries : [];
  const decided = [...judged, ...names]
    .filter(isDecided)
    .sort((a, b) => comparePlaces(a.range.start, b.range.start));
  const sections: readonly FactSheetSection[] = [
    { group: 'corrections', entries: decided.filter(isRejected) },
    { group: 'notes', entries: notes },
    ...FACT_SHEET_ORDER.map((group) => ({
      group,
      entries: judged.filter((entry) => entry.verdict === group && !isDecided(entry)),
    })),
    { group: 'names', entries: names.filter((entry) => !isDecided(entry)) },
    { group: 'checked', entries: decided.filter((entry) => !isRejected(entry)) },
    { group: 'dismissed', entries: dismissed },
  ];
  return sections
    .filter((section) => section.entries.length > 0)
    .map((section) => ({ ...section, entries: section.entries.map(sharedEntry) }));
}

/** The file name of the draft, and as the title its headline or, without one, the file name again. */
export function factSheetTitle({ uri, headline }: FactSheet): {
  readonly draft: string;
  readonly title: string;
} {
  const draft = fileName(uri);
  return { draft, title: headline === '' ? draft : headline };
}

function fileName(uri: string): string {
  try {
    return Utils.basename(URI.parse(uri));
  } catch {
    return uri;
  }
}

/** The placeholders and notes that are left in a draft, without dismissed ones. */
function notesOf({ prose, report }: Draft): readonly NoteEntry[] {
  return report.findings.filter(isOpenNote).map(({ span }) => ({
    kind: 'note',
    text: onOneLine(prose.text.slice(span.start, span.end)),
    range: prose.lines.range(span),
    sentence: onOneLine(sentenceAt(span, prose)),
  }));
}

/**
 * The sentence that a note is in or, at the end of a paragraph, follows; empty if there is none.
 */
function sentenceAt(span: Span, prose: Prose): string {
  const sentence = anchorOf(prose, span)?.sentence ?? '';
  if (sentence !== '') return sentence;
  const before = prose.blocks.findLast(({ map }) => map.extent.end <= span.start);
  if (before === undefined) return '';
  const between = prose.text.slice(before.map.extent.end, span.start);
  const last = before.sentences.at(-1);
  return last === undefined || /\S|\n\s*\n/u.test(between)
    ? ''
    : before.text.slice(last.start, last.end);
}

function entryOf(claim: Claim, draft: Draft, findings: SpanIndex<Finding>): FactSheetEntry {
  const { span, verdict, opinion } = claim;
  const evidence = evidenceOn(claim);
  const said = opinion === undefined ? [] : opinionTexts(opinion);
  return {
    kind: kindOf(claim),
    verdict,
    ...placeOf(span, draft),
    ...issuesPart(span, findings.overlapping(span), draft),
    messages: [...messagesOn(claim, findings), ...said],
    evidence: evidence.map((one) => sheetEvidence(one, draft)),
    ...sharedPart(span, findings.overlapping(span), evidence, draft, said),
    ...(opinion === undefined
      ? {}
      : { opinion: { verdict: opinion.verdict, model: opinion.model } }),
    signOff: unsigned({ kind: kindOf(claim), ...subjectAt(span, draft) }),
  };
}

/**
 * The passages that the verdict rests on, then those that the reporter's own model quotes, each
 * once.
 */
function evidenceOn({ evidence, opinion }: Claim): readonly Evidence[] {
  const quoted = opinion?.evidence ?? [];
  const isNew = ({ source, line, text }: Evidence): boolean =>
    !evidence.some((one) => one.source === source && one.line === line && one.text === text);
  return [...evidence, ...quoted.filter(isNew)];
}

/** The findings about a claim, and other remarks on its verdict. */
function messagesOn({ span, note }: Claim, findings: SpanIndex<Finding>): readonly string[] {
  const messages = findings.overlapping(span).map(({ message }) => message);
  return [...new Set([...messages, ...(note === undefined ? [] : [note])])];
}

function dismissedClaim(
  claim: Claim,
  dismissals: readonly DismissedFinding[],
  draft: Draft,
): DismissedEntry {
  return {
    kind: kindOf(claim),
    ...placeOf(claim.span, draft),
    messages: [...new Set(dismissals.map(({ finding }) => finding.message))],
    evidence: claim.evidence.map((one) => sheetEvidence(one, draft)),
    ...sharedPart(
      claim.span,
      dismissals.map(({ finding }) => finding),
      claim.evidence,
      draft,
    ),
    ...reasonOf(dismissals),
    decisions: dismissals.flatMap((dismissal) => decisionOf(dismissal, draft)),
  };
}

/**
 * The dismissed findings that no dismissed claim has; one for each accepted name or word, however
 * often the draft has it.
 */
function otherDismissals(
  dismissals: readonly DismissedFinding[],
  draft: Draft,
): readonly DismissedEntry[] {
  const accepted = new Set<string>();
  return dismissals.flatMap((dismissal): readonly DismissedEntry[] => {
    const { finding, acceptedName, acceptedWord } = dismissal;
    const entry = acceptedName ?? acceptedWord;
    if (entry !== undefined) {
      if (accepted.has(entry)) return [];
      accepted.add(entry);
    }
    const { text, range } = placeOf(finding.span, draft);
    const anchor = anchorOf(draft.prose, finding.span);
    return [
      {
        kind: 'finding',
        text: entry ?? (anchor === undefined ? text : onOneLine(anchor.sentence)),
        range,
        messages: [finding.message],
        evidence: finding.evidence.map((one) => sheetEvidence(one, draft)),
        ...sharedPart(finding.span, [finding], finding.evidence, draft),
        ...reasonOf([dismissal]),
        decisions: decisionOf(dismissal, draft),
      },
    ];
  });
}

/**
 * The decision that restoring a finding takes back. None for a finding without prose, which nothing
 * can have dismissed.
 */
function decisionOf(
  { finding, acceptedName, acceptedWord }: DismissedFinding,
  { prose }: Draft,
): readonly Decision[] {
  if (acceptedName !== undefined) return [{ kind: 'accepted', name: acceptedName }];
  if (acceptedWord !== undefined) return [{ kind: 'acceptedWord', word: acceptedWord }];
  const anchor = anchorOf(prose, finding.span);
  return anchor === undefined ? [] : [{ kind: 'ignored', code: finding.code, ...anchor }];
}

function reasonOf(dismissals: readonly DismissedFinding[]): Pick<DismissedEntry, 'reason'> {
  const reason = dismissals.find((dismissal) => dismissal.reason !== undefined)?.reason;
  return reason === undefined ? {} : { reason };
}

function kindOf({ isQuote }: Claim): FactSheetEntry['kind'] {
  return isQuote === true ? 'quote' : 'statement';
}

function placeOf(span: Span, { prose }: Draft): Pick<FactSheetEntry, 'text' | 'range'> {
  return { text: readableText(prose, span), range: prose.lines.range(span) };
}

type Place = FactSheetEntry['range']['start'];

function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
