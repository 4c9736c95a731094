import type { CheckedPlace, FactSheetEvidence } from '../../../protocol/factSheet.js';
import type { Draft } from '../../checks/draft.js';
import type { Evidence, Finding } from '../../checks/finding.js';
import { shareableFinding } from '../../checks/shareable.js';
import type { Span } from '../../prose/span.js';
import { isConfidential, shareablePassage } from '../../reference/confidential.js';
import { wordsAtIssue } from './wordsAtIssue.js';
import { recordingLink } from '../recordingLink.js';

/** A passage of a source, as in the fact sheet. */
export function sheetEvidence(
  { source, line, passage, text, isFromArchive, link }: Evidence,
  { uriOfSource, recordingOf, reference }: Draft,
): FactSheetEvidence {
  if (isFromArchive)
    return { text, source, line, isFromArchive, ...(link === undefined ? {} : { link }) };
  const uri = uriOfSource(source);
  const recording = recordingLink(recordingOf?.(source), passage);
  return {
    text,
    source,
    line,
    ...(passage === undefined ? {} : { passage }),
    ...(uri === undefined ? {} : { uri }),
    ...(recording === undefined ? {} : { recording }),
    ...(isConfidential(reference.base, source) ? { isConfidential: true } : {}),
  };
}

/** The words at issue of an entry; nothing if there are none. */
export function issuesPart(
  span: Span,
  findings: readonly Finding[],
  draft: Draft,
): Pick<CheckedPlace, 'issues'> {
  const issues = wordsAtIssue(span, findings, draft);
  return issues.length === 0 ? {} : { issues };
}

/**
 * The findings and the evidence of an entry without confidential text; nothing if no source is
 * confidential.
 *
 * @param said Sentences about the entry that anyone may see.
 */
export function sharedPart(
  span: Span,
  findings: readonly Finding[],
  evidence: readonly Evidence[],
  draft: Draft,
  said: readonly string[] = [],
): Pick<CheckedPlace, 'shared'> {
  const { base } = draft.reference;
  const shareable = findings.map((finding) => shareableFinding(finding, base));
  const isAll =
    shareable.every((one, at) => one === findings[at]) &&
    !evidence.some(({ source }) => isConfidential(base, source));
  if (isAll) return {};
  const messages = [...new Set([...shareable.map(({ message }) => message), ...said])];
  return {
    shared: {
      ...issuesPart(span, shareable, draft),
      messages,
      evidence: evidence.map((one) => shareablePassage(one, base)),
    },
  };
}
