import { memoize } from '../../prose/memoize.js';
import type { Block, BlockContent } from '../../prose/prose.js';
import type { Quotation } from '../../prose/speech/quotations.js';
import { attributionsIn } from '../../prose/speech/speaker.js';
import { type GrammarError, type GrammarFix, grammarFix } from './grammarError.js';
import { endsInCredit, hasEndMark, sentenceAt } from './structure/passage.js';

/** The number of blocks before or after that may contain the rest of a quotation. */
const NEIGHBOURS = 6;

/**
 * Finds unmatched quotation marks and brackets in a paragraph; `index` is its place among the
 * blocks of the text. By convention, a quotation that continues in the next paragraph is not closed
 * in this one.
 */
export function findUnbalancedMarks(
  block: Block,
  blocks: readonly Block[],
  index: number,
): readonly GrammarError[] {
  const found = [...unbalancedBrackets(block.content)];
  if (unopenedMarks(block.content).length > 0)
    found.unshift(
      ...unopenedQuotations(block, blocks.slice(Math.max(0, index - NEIGHBOURS), index)),
    );
  if (block.quotations.some(({ closed }) => !closed))
    found.unshift(...unclosedQuotations(block, blocks.slice(index + 1, index + 1 + NEIGHBOURS)));
  return found;
}

/** True if a later paragraph has a closing mark before any opening one. */
function closesLater(following: readonly Block[]): boolean {
  const marked = following.find(({ text }) => /["“”«»]/u.test(text));
  return (
    marked !== undefined &&
    unopenedMarks(marked.content)[0]?.index === /["“”«»]/u.exec(marked.text)?.index
  );
}

function unclosedQuotations(block: Block, following: readonly Block[]): readonly GrammarError[] {
  return block.quotations.flatMap((quotation, index): readonly GrammarError[] => {
    const { start, end } = quotation.outer;
    const mark = block.text.charAt(start);
    if (quotation.closed) return [];
    const isSpeech =
      !/^\p{Ll}/u.test(block.text.slice(quotation.inner.start)) ||
      isInterrupted(block.text, block.quotations[index - 1]);
    if (isSpeech && continuesInNextParagraph(block.text, end, following)) return [];
    const closing = mark === '"' ? '"' : mark === '«' ? '»' : '”';
    return [
      {
        kind: 'unbalanced-quote',
        span: { start, end: start + 1 },
        message: `“${wordsAfter(block.text, start)} …” has no closing quotation mark: write ${closing} where the quotation ends.`,
        confidence: 0.93,
        fixes: [closingFix(closingPlace(block, quotation), closing)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** True for a quotation that continues after words between: “I fell,” he said, “when …”. */
function isInterrupted(text: string, quotation: Quotation | undefined): boolean {
  return (
    quotation?.closed === true &&
    /[,—–-][’']?$/u.test(text.slice(quotation.inner.end - 2, quotation.inner.end))
  );
}

/**
 * The end of a sentence, possibly followed by the end of a quotation, a bracket or a note, or a
 * mark that leads on to the next.
 */
const ENDS_PARAGRAPH = /(?:[.!?…:—–]|--)[’'”)\]]*(?:\[?\d+\]?)?$/u;

/** The amount of text before its end that shows how a paragraph ends, in UTF-16 units. */
const ENDING_LENGTH = 10;

/**
 * True if the quotation continues in a new paragraph that starts with a mark, even if the two were
 * run together.
 */
function continuesInNextParagraph(text: string, end: number, following: readonly Block[]): boolean {
  const last = end >= text.length;
  if (last && closesLater(following)) return true;
  const next = last
    ? (following.find((block) => !standsBetween(block))?.text ?? '')
    : text.slice(end, end + 4);
  const ending = text.slice(Math.max(0, end - ENDING_LENGTH), end);
  return /^\s*["“«„]/u.test(next) && ENDS_PARAGRAPH.test(ending);
}

/**
 * True for text that may separate two paragraphs of a speech: a heading, a picture’s caption, a
 * line that leads elsewhere.
 */
function standsBetween({ kind, emphasised, text, sentences }: Block): boolean {
  return (
    kind === 'heading' ||
    kind === 'caption' ||
    emphasised ||
    endsInCredit(text) ||
    (sentences.length === 1 && !hasEndMark(text) && !/^["“«„]/u.test(text))
  );
}

function closingFix(at: number, mark: string): GrammarFix {
  return grammarFix(`Close the quotation with ${mark}`, at, at, mark);
}

/**
 * The most likely end of an unclosed quotation: before its attribution, or at the end of its
 * sentence.
 */
function closingPlace({ text, sentences }: Block, { inner }: Quotation): number {
  for (const { tokens, end } of sentences) {
    if (end <= inner.start) continue;
    const said = tokens.filter((token) => token.start >= inner.start && token.end <= inner.end);
    const attribution = attributionsIn(said, text, []).find(({ span }) =>
      /[,?!][’']? $/u.test(text.slice(inner.start, span.start).slice(-3)),
    );
    if (attribution !== undefined) return attribution.span.start - 1;
    if (end >= inner.end) break;
  }
  const before = text.slice(Math.max(0, inner.start - 3), inner.start - 1);
  const around = sentenceAt(sentences, inner.start - 1);
  if (around === undefined || around.start === inner.start - 1 || /:\s*$/u.test(before))
    return inner.end;
  return Math.min(inner.end, around.end);
}

/** Closing marks without an opening one, except those of inches: “a 9” pan”. */
const unopenedMarks = memoize(({ text, quotations }: BlockContent): readonly RegExpExecArray[] => {
  let at = 0;
  return [...text.matchAll(/(?<!(?<!\d)\d{1,3}|[½¼¾])[”»]|(?<=[\p{L},.!?])"(?=\s|$)/gu)].filter(
    ({ index }) => {
      while ((quotations[at]?.outer.end ?? Infinity) <= index) at++;
      if (index >= (quotations[at]?.outer.start ?? Infinity)) return false;
      // “"... A woman may object," he said”: a quotation that starts with an ellipsis.
      const last = quotations
        .slice(0, at)
        .findLast(({ outer }) => /["“]/u.test(text.charAt(outer.start)));
      const before = text.slice(last?.outer.end ?? 0, index);
      return !/["“](?:\.{3}|…) ?\p{L}/u.test(before);
    },
  );
});

function unopenedQuotations(block: Block, preceding: readonly Block[]): readonly GrammarError[] {
  const open = preceding.findLast(({ text }) => /["“”«»]/u.test(text))?.quotations.at(-1);
  const isContinued = open !== undefined && !open.closed;
  return unopenedMarks(block.content)
    .slice(isContinued ? 1 : 0)
    .map(({ 0: mark, index }): GrammarError => ({
      kind: 'unbalanced-quote',
      span: { start: index, end: index + 1 },
      message: `“… ${wordsBefore(block.text, index)}” ends with a quotation mark that was not opened: open the quotation, or delete ${mark}.`,
      confidence: 0.9,
      fixes: [grammarFix(`Delete ${mark}`, index, index + 1, '')],
      isFirstFixPreferred: false,
    }));
}

/** The number of words by which a message names a passage. */
const SHOWN_WORDS = 3;

/** How far from a mark its words are looked for, in UTF-16 units, so that long texts stay fast. */
const NEAR = 60;

/** The first words after a mark. */
function wordsAfter(text: string, at: number): string {
  return (text.slice(at + 1, at + 1 + NEAR).match(WORDS) ?? []).slice(0, SHOWN_WORDS).join(' ');
}

/** The last words before a mark. */
function wordsBefore(text: string, at: number): string {
  return (text.slice(Math.max(0, at - NEAR), at).match(WORDS) ?? []).slice(-SHOWN_WORDS).join(' ');
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

const unbalancedBrackets = memoize((content: BlockContent): readonly GrammarError[] => {
  const { text } = content;
  const open: number[] = [];
  const found: GrammarError[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()[\]]/gu)) {
    if (isSmiley(text, index) || (open.length === 0 && isEnumeration(text, index))) continue;
    const opening = BRACKETS[mark];
    if (opening === undefined) open.push(index);
    else if (text.charAt(open.at(-1) ?? -1) === opening) open.pop();
    else found.push(bracketError(content, index, false));
  }
  return [...found, ...open.map((index) => bracketError(content, index, true))];
});

function bracketError(content: BlockContent, at: number, isOpening: boolean): GrammarError {
  const { text } = content;
  const mark = text.charAt(at);
  const other = { '(': ')', '[': ']', ')': '(', ']': '[' }[mark] ?? '';
  const end = isOpening ? closingBracketPlace(content, at) : undefined;
  return {
    kind: 'unbalanced-quote',
    span: { start: at, end: at + 1 },
    message: isOpening
      ? `“${wordsAfter(text, at)} …” has no closing bracket: write ${other} where it ends.`
      : `“… ${wordsBefore(text, at)}” has no opening bracket: write ${other} where it begins, or delete ${mark}.`,
    confidence: 0.88,
    fixes:
      end !== undefined
        ? [grammarFix(`Close the bracket`, end, end, other)]
        : [grammarFix(`Delete ${mark}`, at, at + 1, '')],
    isFirstFixPreferred: end !== undefined && text.slice(at + 1, end).split(' ').length <= 3,
  };
}

/** The maximum length of text that a bracket is closed around, in UTF-16 units. */
const MOST_BRACKETED = 40;

/**
 * The most likely place to close an open bracket: before the next mark of its sentence. `undefined`
 * if there is none near, or another bracket before it.
 */
function closingBracketPlace(
  { text: all, sentences }: BlockContent,
  at: number,
): number | undefined {
  // Does not look at the tokens, so that thousands of open brackets take no longer than their text.
  if (/^[^()[\].!?;:,]*[()[\]]/u.test(all.slice(at + 1, at + 1 + MOST_BRACKETED))) return undefined;
  let last: number | undefined;
  for (const { text, start, end } of sentenceAt(sentences, at)?.tokens ?? []) {
    if (start <= at) continue;
    if (/^[.!?;:,]$/u.test(text)) break;
    if (end - at > MOST_BRACKETED || /^[()[\]]$/u.test(text)) return undefined;
    last = end;
  }
  return last;
}

function isSmiley(text: string, at: number): boolean {
  return (
    /(?:[:;=]['’-]?|[8xX][’'-])$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[)(\]]+(?:\s|$)/u.test(text.slice(at, at + 3))
  );
}

/** True for the bracket of “a)”, “1)” or “iv)”, which needs no opening one. */
function isEnumeration(text: string, at: number): boolean {
  return (
    text.charAt(at) === ')' &&
    /(?:^|[\s;:,."“‘])(?:\d{1,2}|\p{L}|[ivx]{1,4})$/u.test(text.slice(Math.max(0, at - 6), at))
  );
}
