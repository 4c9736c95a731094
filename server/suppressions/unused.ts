import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import { DEFAULT_SEVERITY, type Finding, type Fix } from '../checks/finding.js';
import type { Suppression } from '../checks/suppression.js';
import { type IgnoreComment, isSuppressedBy, removeComment } from './comment.js';

/**
 * What in a comment is of no use, each with its mend; `findings` are those of the block that it is for, at least. Told once where
 * nothing in it is.
 */
export function unusedInComment(
  comment: IgnoreComment,
  findings: readonly Finding[],
  draft: Prose,
): readonly Finding[] {
  const { codes, stray, span } = comment;
  const useless = codes.filter(
    (code) => !findings.some((finding) => isSuppressedBy({ ...comment, codes: [code] }, finding)),
  );
  if (useless.length === codes.length) {
    const removal = removeComment(span, draft);
    return [
      unused(whyUseless(comment), span, {
        title: 'Remove the comment',
        preferred: true,
        edits: [removal],
      }),
    ];
  }
  const start = codes[0]?.span.start ?? span.start;
  const end = codes.at(-1)?.span.end ?? span.end;
  return [
    ...useless.map((code) => {
      const kept = codes.filter((other) => other !== code).map(({ text }) => text);
      return unused(unmatched(code.text), code.span, {
        title: `Remove “${code.text}”`,
        preferred: true,
        edits: [{ span: { start, end }, newText: kept.join(', ') }],
      });
    }),
    ...(stray === undefined
      ? []
      : [
          unused(noCode(stray.text), stray.span, {
            title: `Set a colon before “${stray.text}”`,
            preferred: true,
            edits: [{ span: { start: end, end: stray.span.start }, newText: ': ' }],
          }),
        ]),
  ];
}

function whyUseless({ codes: [first], stray }: IgnoreComment): string {
  if (first !== undefined) return unmatched(first.text);
  if (stray !== undefined) return noCode(stray.text);
  return 'This comment names no code to ignore, as in “copydesk-ignore name: reason”.';
}

function unmatched(code: string): string {
  return `“${code}” is ignored here, but nothing in the block that follows is told of it.`;
}

function noCode(text: string): string {
  return `“${text}” is no code of a check; a reason stands behind a colon.`;
}

/**
 * Tells of a decision that matches nothing in its draft any more; at the first block, since the words
 * that it was about are gone or have changed.
 */
export function unusedSuppression(ignored: Suppression, draft: Prose): Finding {
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
