import { VERDICT_WORDS } from '../../../protocol/factSheet.js';
import type { Explanation } from '../../checks/claims/explanation.js';
import { type Paint, createPaint, printable } from '../colour.js';
import type { CheckedFile } from './checkedDraft.js';
import { placeWithLink } from './pretty.js';

/** Enough for the longest label and a gap, in characters. */
const LABEL_WIDTH = 8;

/** Why each claim of the drafts has its verdict, for a reader at a terminal. */
export function explainedFormat(drafts: readonly CheckedFile[], colour: boolean): string {
  const paint = createPaint(colour);
  return drafts
    .flatMap((draft) =>
      (draft.explanations ?? []).map((one) => explanationBlock(one, draft, paint)),
    )
    .join('\n');
}

function explanationBlock(
  { span, verdict, score, slots, reasons, evidence }: Explanation,
  { path, prose }: CheckedFile,
  paint: Paint,
): string {
  const { line, character } = prose.lines.position(span.start);
  const place = `${path === '-' ? 'standard input' : path}:${line + 1}:${character + 1}`;
  const row = (label: string, text: string): string =>
    `    ${paint.dim(label.padEnd(LABEL_WIDTH))}${printable(text)}`;
  return [
    `${paint.bold(printable(place))}  ${verdictWord(verdict, paint)}  ${score.toFixed(2)}`,
    `  ${printable(prose.text.slice(span.start, span.end).replace(/\s+/gu, ' '))}`,
    ...slots.map(({ label, text }) => row(label, text)),
    ...reasons.map((reason) => row('why', reason)),
    ...evidence.map((one) => row('source', `${placeWithLink(one)}  ${one.text}`)),
    '',
  ].join('\n');
}

function verdictWord(verdict: Explanation['verdict'], paint: Paint): string {
  const word = VERDICT_WORDS[verdict];
  if (verdict === 'contradicted') return paint.red(word);
  if (verdict === 'unsupported') return paint.yellow(word);
  return verdict === 'supported' ? paint.green(word) : word;
}
