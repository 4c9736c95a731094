import type { Prose } from '../../prose/prose.js';
import { type Span, contains } from '../../prose/span.js';
import {
  DEFAULT_SEVERITY,
  type Edit,
  type Finding,
  type Fix,
  isCodeOrFamily,
  isOf,
} from '../finding.js';
import { AcceptedNames } from './acceptedNames.js';
import { anchorOf, isSameAnchor, sentenceAt } from './anchor.js';
import type { Decisions, IgnoredFinding } from './decisions.js';
import { type IgnoreComment, type IgnoredCode, ignoreCommentOf } from './ignoreComment.js';

/**
 * What is left to tell of a draft once all is left out that its comments and the decisions of its
 * folder let stand; and a hint for each of those that matches nothing any more. `path` is the
 * draft's, from the folder of the decisions. Cannot throw.
 */
export function withoutIgnored(
  draft: Prose,
  findings: readonly Finding[],
  decisions: Decisions,
  path: string | undefined,
): readonly Finding[] {
  const comments = draft.comments.flatMap((comment) => ignoreCommentOf(comment) ?? []);
  const { acceptedNames, ignoredFindings } = decisions;
  if (comments.length + acceptedNames.length + ignoredFindings.length === 0) return findings;

  const accepted = AcceptedNames.of(acceptedNames);
  const matches = matchesOf(draft, findings, ignoredFindings);
  const settled = [...matches.keys()].map(({ span }) => sentenceAt(draft, span));
  const used = new Set([...matches.values()].flat());
  return [
    ...findings
      .filter(
        (finding) =>
          !matches.has(finding) &&
          !accepted.holds(finding, draft) &&
          !comments.some((comment) => ignores(comment, finding)),
      )
      .map((finding) => handleWithCare(finding, settled)),
    ...comments.flatMap((comment) => unusedIn(comment, findings, draft)),
    ...ignoredFindings
      .filter((ignored) => ignored.draft !== undefined && ignored.draft === path)
      .filter((ignored) => !used.has(ignored))
      .map((ignored) => unusedDecision(ignored, draft)),
  ];
}

/** The findings that decisions let stand, with those decisions. */
function matchesOf(
  draft: Prose,
  findings: readonly Finding[],
  ignoredFindings: readonly IgnoredFinding[],
): ReadonlyMap<Finding, readonly IgnoredFinding[]> {
  if (ignoredFindings.length === 0) return new Map();
  return new Map(
    findings.flatMap((finding) => {
      const anchor = anchorOf(draft, finding.span);
      if (anchor === undefined) return [];
      const matching = ignoredFindings.filter(
        (ignored) => isOf(ignored.code, finding.code) && isSameAnchor(ignored, anchor),
      );
      return matching.length === 0 ? [] : [[finding, matching]];
    }),
  );
}

function ignores({ block, codes }: IgnoreComment, { code, span }: Finding): boolean {
  return block !== undefined && contains(block, span) && codes.some(({ text }) => isOf(text, code));
}

/**
 * A mend in a sentence of which something is ignored makes it another sentence and cuts the decision
 * loose. So it is offered, but is none to take without thinking.
 */
function handleWithCare(finding: Finding, settled: readonly Span[]): Finding {
  const touches = ({ edits }: Fix): boolean =>
    edits.some(({ span }) => settled.some((s) => span.start <= s.end && s.start <= span.end));
  if (!finding.fixes.some((fix) => fix.preferred && touches(fix))) return finding;
  return {
    ...finding,
    fixes: finding.fixes.map((fix) => ({ ...fix, preferred: fix.preferred && !touches(fix) })),
  };
}

/** What is wrong with a comment, told once where nothing in it is of use, else for each code. */
function unusedIn(
  comment: IgnoreComment,
  findings: readonly Finding[],
  draft: Prose,
): readonly Finding[] {
  const { codes, span } = comment;
  const useless = codes.filter(
    ({ text }) => !findings.some((f) => isOf(text, f.code) && ignores(comment, f)),
  );
  const removal: Fix = {
    title: 'Remove the comment',
    preferred: true,
    edits: [removalOf(span, draft)],
  };
  const [first] = codes;
  if (first === undefined) {
    const message = 'This comment names no code to ignore, as in “copydesk-ignore name: reason”.';
    return [unused(message, span, removal)];
  }
  if (useless.length === codes.length) return [unused(messageOf(first), span, removal)];
  return useless.map((code) => {
    const kept = codes.filter((other) => other !== code).map(({ text }) => text);
    const list = { start: first.span.start, end: codes.at(-1)?.span.end ?? first.span.end };
    return unused(messageOf(code), code.span, {
      title: `Remove “${code.text}”`,
      preferred: true,
      edits: [{ span: list, newText: kept.join(', ') }],
    });
  });
}

function messageOf({ text }: IgnoredCode): string {
  return isCodeOrFamily(text)
    ? `“${text}” is ignored here, but nothing in the block that follows is told of it.`
    : `“${text}” is no code of a check; a reason stands behind a colon.`;
}

function unused(message: string, span: Span, fix?: Fix): Finding {
  const code = 'style/unused-ignore';
  return {
    code,
    severity: DEFAULT_SEVERITY[code],
    message,
    span,
    evidence: [],
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Told at the draft's first block, since the words that it was about are gone or have changed. */
function unusedDecision(ignored: IgnoredFinding, draft: Prose): Finding {
  const { code, words, sentence } = ignored;
  const place =
    words === '' || words === sentence ? `“${sentence}”` : `“${words}” in “${sentence}”`;
  return {
    ...unused(
      `${code} is to be ignored at ${place}, but nothing there is told of it any more.`,
      draft.blocks[0]?.map.whole ?? { start: 0, end: 0 },
    ),
    unused: ignored,
  };
}

/** Takes out a comment, with its line where nothing else stands there. */
function removalOf(span: Span, { text }: Prose): Edit {
  let { start, end } = span;
  while (isBlank(text[start - 1])) start--;
  while (isBlank(text[end])) end++;
  const [opens, closes] = [isBreak(text[start - 1]), isBreak(text[end])];
  // Blanks stay before a comment that something follows, since they may indent the line.
  if (!closes) return { span: { start: span.start, end }, newText: '' };
  if (opens && (isAfterBlankLine(text, start) || isBeforeBlankLine(text, end))) {
    end = afterBreak(text, end);
  }
  return { span: { start, end }, newText: '' };
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

/** True at either end of the text as well. */
function isBreak(unit: string | undefined): boolean {
  return unit === undefined || unit === '\n' || unit === '\r';
}

function afterBreak(text: string, at: number): number {
  return Math.min(text.length, text.startsWith('\r\n', at) ? at + 2 : at + 1);
}

/** Without a blank line on one side of the comment’s own, two paragraphs would become one. */
function isAfterBlankLine(text: string, lineStart: number): boolean {
  let at = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  while (isBlank(text[at - 1])) at--;
  return isBreak(text[at - 1]);
}

function isBeforeBlankLine(text: string, lineEnd: number): boolean {
  let at = afterBreak(text, lineEnd);
  while (isBlank(text[at])) at++;
  return isBreak(text[at]);
}
