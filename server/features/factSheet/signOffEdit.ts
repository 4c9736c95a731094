import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FactSheet, SignableEntry } from '../../../protocol/factSheet.js';
import type { SignOffParams, UseEvidenceParams } from '../../../protocol/requests.js';
import { type TiedPassage, isSamePassage } from '../../../protocol/signOff.js';
import {
  type EditCapabilities,
  type FileTarget,
  fileDeletion,
  fileEdit,
} from '../codeActions/fileEdit.js';
import { differenceOf } from '../codeActions/fixAll.js';
import { onOneLine } from './signedSubject.js';
import { type StoredSignOff, changedSignOffs, readSignOffs } from './signOffFile.js';
import { isSameSubject, storedByEntry } from './signOffs.js';

/** The sign-off file of a draft. */
export interface SignOffTarget extends FileTarget {
  /** The path of the draft relative to the folder of the file, as in its entries. */
  readonly draft: string;
}

/** What an edit of the sign-off file depends on besides the signatures. */
export interface SignOffContext {
  readonly target: SignOffTarget;
  /** The time of the edit. */
  readonly at: Date;
  readonly capabilities: EditCapabilities;
  /** A passage as the file may store it, which a desk shares. */
  readonly shareable: (passage: TiedPassage) => TiedPassage;
}

/** The lines of the sign-off file about its draft. */
export function storedSignOffs({ text = '', draft }: SignOffTarget): readonly StoredSignOff[] {
  return readSignOffs(text).filter((entry) => entry.draft === draft);
}

/**
 * The edit of the sign-off file that signs entries of a fact sheet with their evidence, or
 * withdraws their signatures. A new signature replaces the checker's own and those for the words
 * before a change; other signatures are kept. `undefined` if nothing changes, or if the client
 * cannot create the file.
 */
export function signOffEdit(
  sheet: FactSheet,
  { subjects, signature }: Pick<SignOffParams, 'subjects' | 'signature'>,
  context: SignOffContext,
): WorkspaceEdit | undefined {
  const chosen = signableIn(sheet).filter(({ signOff }) =>
    subjects.some((subject) => isSameSubject(subject, signOff.subject)),
  );
  const lines = linesBy(sheet, context);
  const replaced = chosen.flatMap((entry) =>
    (lines.get(entry) ?? []).filter(
      (line) => signature === null || line.by === signature.by || !isValid(line, entry),
    ),
  );
  const added =
    signature === null ? [] : chosen.map((entry) => signedLine(entry, signature, context));
  return editOf(replaced, added, context);
}

/**
 * The edit of the sign-off file that ties passages to an entry of a fact sheet and decides nothing: they are added to the
 * checker's signature, or wait for it. `undefined` if nothing changes, or if the client cannot create the file.
 */
export function evidenceEdit(
  sheet: FactSheet,
  { subject, by, evidence }: Pick<UseEvidenceParams, 'subject' | 'by' | 'evidence'>,
  context: SignOffContext,
): WorkspaceEdit | undefined {
  const entry = signableIn(sheet).find(({ signOff }) => isSameSubject(subject, signOff.subject));
  if (entry === undefined) return undefined;
  const before = linesBy(sheet, context).get(entry) ?? [];
  const tied = evidence.map(context.shareable);
  const kept = before.filter((line) => isSameSubject(line, entry.signOff.subject));
  const lines = kept.some((line) => line.by === by)
    ? kept
    : [...kept, lineOf(entry, { by, note: '', decision: 'open' }, context)];
  const after = lines
    .map((line): StoredSignOff => {
      const own = (line.evidence ?? []).filter((one) =>
        tied.some((now) => isSamePassage(one, now)),
      );
      return withEvidence(line, line.by === by ? tied : own);
    })
    .filter(({ decision, evidence: own = [] }) => decision !== 'open' || own.length > 0);
  return editOf(before, after, context);
}

function signableIn({ isCovered, entries, names }: FactSheet): readonly SignableEntry[] {
  return [...(isCovered ? entries : []), ...names];
}

function linesBy(
  sheet: FactSheet,
  { target }: SignOffContext,
): ReadonlyMap<SignableEntry, readonly StoredSignOff[]> {
  return storedByEntry(signableIn(sheet), storedSignOffs(target));
}

function editOf(
  removed: readonly StoredSignOff[],
  added: readonly StoredSignOff[],
  { target, capabilities }: SignOffContext,
): WorkspaceEdit | undefined {
  const lines = new Set(removed.map((line) => JSON.stringify(line)));
  const before = target.text ?? '';
  const after = changedSignOffs(before, (line) => lines.has(JSON.stringify(line)), added);
  const difference = differenceOf(before, after);
  if (difference === undefined) return undefined;
  const deletion = after === '' ? fileDeletion(target, capabilities) : undefined;
  return deletion ?? fileEdit(target, [difference], capabilities);
}

/** True if a line is one of the signatures that the entry has now. */
function isValid({ by, at, decision }: StoredSignOff, { signOff }: SignableEntry): boolean {
  return decision !== 'open' && signOff.signatures.some((one) => one.by === by && one.at === at);
}

function signedLine(
  entry: SignableEntry,
  signature: NonNullable<SignOffParams['signature']>,
  context: SignOffContext,
): StoredSignOff {
  const verdict = 'verdict' in entry ? { verdict: entry.verdict } : {};
  const evidence = evidenceFor(entry, signature.decision).map(context.shareable);
  return withEvidence({ ...lineOf(entry, signature, context), ...verdict }, evidence);
}

/**
 * The evidence of a signature: the passages that checkers chose or, if it agrees with the sources,
 * those that they were shown.
 */
function evidenceFor(
  entry: SignableEntry,
  decision: 'rejected' | undefined,
): readonly TiedPassage[] {
  const chosen = (entry.signOff.evidence ?? []).filter(({ stale }) => stale === undefined);
  if (chosen.length > 0 || !('verdict' in entry)) return chosen;
  const said = decision === 'rejected' ? 'contradicted' : 'supported';
  return entry.verdict === said ? entry.evidence : [];
}

function lineOf(
  { signOff }: SignableEntry,
  { by, note, decision }: Pick<StoredSignOff, 'by' | 'note' | 'decision'>,
  { target: { draft }, at }: SignOffContext,
): StoredSignOff {
  return {
    ...signOff.subject,
    draft,
    by: onOneLine(by),
    at: at.toISOString().replace(/\.\d+Z$/u, 'Z'),
    note: onOneLine(note),
    ...(decision === undefined ? {} : { decision }),
  };
}

/** A line with other passages, each once. */
function withEvidence(line: StoredSignOff, passages: readonly TiedPassage[]): StoredSignOff {
  const evidence = passages
    .filter((one, at) => passages.findIndex((other) => isSamePassage(other, one)) === at)
    .map((one) => ({ ...one, text: onOneLine(one.text) }));
  return { ...line, evidence };
}
