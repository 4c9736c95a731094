import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Finding, Fix } from '../checks/finding.js';
import { RULES } from '../checks/rules.js';
import type { Suppression } from '../checks/suppressionData.js';
import { type IgnoreComment, isSuppressedBy, removeComment } from './ignoreComment.js';

/**
 * A finding with a fix for each part of an ignore comment that has no effect, or a single one if the whole comment has
 * none. `findings` must include those of the block to which the comment applies.
 */
export function unusedCommentFindings(
  comment: IgnoreComment,
  findings: readonly Finding[],
  draft: Prose,
): readonly Finding[] {
  const { codes, unexpected, span } = comment;
  const unusedCodes = codes.filter(
    (code) => !findings.some((finding) => isSuppressedBy({ ...comment, codes: [code] }, finding)),
  );
  if (unusedCodes.length === codes.length) {
    const removal = removeComment(span, draft);
    return [
      unused(reasonOf(comment), span, {
        title: 'Remove the comment',
        preferred: true,
        edits: [removal],
      }),
    ];
  }
  const start = codes[0]?.span.start ?? span.start;
  const end = codes.at(-1)?.span.end ?? span.end;
  return [
    ...unusedCodes.map((code) => {
      const kept = codes.filter((other) => other !== code).map(({ text }) => text);
      return unused(unmatchedMessage(code.text), code.span, {
        title: `Remove “${code.text}”`,
        preferred: true,
        edits: [{ span: { start, end }, newText: kept.join(', ') }],
      });
    }),
    ...(unexpected === undefined
      ? []
      : [
          unused(unknownCodeMessage(unexpected.text), unexpected.span, {
            title: `Insert a colon before “${unexpected.text}”`,
            preferred: true,
            edits: [{ span: { start: end, end: unexpected.span.start }, newText: ': ' }],
          }),
        ]),
  ];
}

function reasonOf({ codes: [first], unexpected }: IgnoreComment): string {
  if (first !== undefined) return unmatchedMessage(first.text);
  if (unexpected !== undefined) return unknownCodeMessage(unexpected.text);
  return 'This comment needs a code to ignore, as in “copydesk-ignore name: reason”.';
}

function unmatchedMessage(code: string): string {
  return `“${code}” is ignored here, but there is no such finding in the block that follows.`;
}

function unknownCodeMessage(text: string): string {
  return `“${text}” is not the code of a check; “copydesk rules” lists the codes, and a reason follows a colon.`;
}

/**
 * Reports an entry of the suppressions file that matches nothing in its draft any more. The finding is placed at the
 * first block, since the original words are gone or have changed.
 */
export function unusedSuppression(suppression: Suppression, draft: Prose): Finding {
  const { code, words, sentence } = suppression;
  const place =
    words === '' || words === sentence ? `“${sentence}”` : `“${words}” in “${sentence}”`;
  return {
    ...unused(
      `“${code}” is ignored at ${place}, but there is no such finding any more.`,
      draft.blocks[0]?.map.extent ?? { start: 0, end: 0 },
    ),
    unused: suppression,
  };
}

function unused(message: string, span: Span, fix?: Fix): Finding {
  const code = 'style/unused-ignore';
  return {
    code,
    severity: RULES[code].severity,
    message,
    span,
    evidence: [],
    fixes: fix === undefined ? [] : [fix],
  };
}
