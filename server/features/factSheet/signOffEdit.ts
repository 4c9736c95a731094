import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FactSheet, SignableEntry } from '../../../protocol/factSheet.js';
import type { SignOffParams } from '../../../protocol/requests.js';
import type { Signature } from '../../../protocol/signOff.js';
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
  /** The path of the draft relative to the folder of the file, as its entries have it. */
  readonly draft: string;
}

/** What the sign-off file says about its draft. */
export function storedSignOffs({ text = '', draft }: SignOffTarget): readonly StoredSignOff[] {
  return readSignOffs(text).filter((entry) => entry.draft === draft);
}

/**
 * The edit of the sign-off file that signs entries of a fact sheet, or takes their signatures back. A new signature
 * replaces the checker's own and those of the words before they were changed; those of others are kept. `undefined` if
 * nothing changes, or if the client cannot create the file.
 *
 * @param at The time of the signature.
 */
export function signOffEdit(
  { isCovered, entries, names }: FactSheet,
  { subjects, signature }: Pick<SignOffParams, 'subjects' | 'signature'>,
  target: SignOffTarget,
  at: Date,
  capabilities: EditCapabilities,
): WorkspaceEdit | undefined {
  const signable = [...(isCovered ? entries : []), ...names];
  const chosen = signable.filter(({ signOff }) =>
    subjects.some((subject) => isSameSubject(subject, signOff.subject)),
  );
  const lines = storedByEntry(signable, storedSignOffs(target));
  const replaced = chosen.flatMap((entry) =>
    (lines.get(entry) ?? []).filter(
      (line) => signature === null || line.by === signature.by || !isValid(line, entry),
    ),
  );
  const removed = new Set(replaced.map((line) => JSON.stringify(line)));
  const added =
    signature === null
      ? []
      : chosen.map((entry) => storedFor(entry, signedAt(signature, at), target.draft));
  const before = target.text ?? '';
  const after = changedSignOffs(before, (line) => removed.has(JSON.stringify(line)), added);
  const difference = differenceOf(before, after);
  if (difference === undefined) return undefined;
  const deletion = after === '' ? fileDeletion(target, capabilities) : undefined;
  return deletion ?? fileEdit(target, [difference], capabilities);
}

/** True if a line is one of the signatures that the entry has now. */
function isValid({ by, at }: StoredSignOff, { signOff }: SignableEntry): boolean {
  return signOff.signatures.some((one) => one.by === by && one.at === at);
}

function signedAt({ by, note }: Pick<Signature, 'by' | 'note'>, at: Date): Signature {
  const time = at.toISOString().replace(/\.\d+Z$/u, 'Z');
  return { by: onOneLine(by), at: time, note: onOneLine(note) };
}

function storedFor(entry: SignableEntry, signature: Signature, draft: string): StoredSignOff {
  const verdict = 'verdict' in entry ? { verdict: entry.verdict } : {};
  return { ...entry.signOff.subject, ...verdict, ...signature, draft };
}
