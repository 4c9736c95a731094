import { NodeProp, type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  GFM,
  type InlineContext,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  parser,
} from '@lezer/markdown';
import { changeBetween } from './change.js';
import type { CooperativeTask } from './cooperativeTask.js';
import type { Span } from './span.js';

const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/u;

/**
 * Footnote definitions as pandoc and GitHub read them: `[^1]: text`, with further paragraphs
 * indented. The node is not a “Block”, because the parser must not stop reusing an older tree right
 * after it: the following lines may belong to it.
 */
const footnotes: MarkdownConfig = {
  props: [NodeProp.group.add({ Footnote: ['BlockContext'] })],
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite: (_, line) => {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
  ],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'LinkReference',
      parse: (context, line) => {
        const marker = FOOTNOTE.exec(line.text.slice(line.pos));
        if (marker === null || line.indent >= line.baseIndent + 4) return false;
        context.startComposite('Footnote', line.pos);
        line.moveBase(line.pos + marker[0].length);
        return null;
      },
      endLeaf: (_, line) => FOOTNOTE.test(line.text.slice(line.pos)),
    },
  ],
};

/** Comments at the start of a line that has more text after them. */
const LEADING_COMMENTS = /^(?:<!--(?:(?!-->).)*-->[ \t]*)+(?=\S)(?!<!--)/u;

/**
 * A line that starts with a comment and continues with text. CommonMark treats the whole line as
 * HTML although its words are shown; here it is parsed as if the comment were absent. Only one per
 * line, to rule out unlimited nesting.
 */
const commentedLines: MarkdownConfig = {
  defineNodes: [{ name: 'CommentedLine', block: true, composite: () => false }],
  parseBlock: [
    {
      name: 'CommentedLine',
      before: 'HTMLBlock',
      parse: (context, line) => {
        const comments = LEADING_COMMENTS.exec(line.text.slice(line.pos));
        if (comments === null || isInsideNode(context, 'CommentedLine')) return false;
        context.startComposite('CommentedLine', line.pos);
        line.moveBase(line.pos + comments[0].length);
        return null;
      },
    },
  ],
};

function isInsideNode(context: BlockContext, name: string): boolean {
  for (let depth = context.depth - 1; depth >= 0; depth--) {
    if (context.parentType(depth).name === name) return true;
  }
  return false;
}

/**
 * Paragraphs with more marks than this do not occur in real drafts. The parser's time is quadratic
 * in their number, so such a paragraph is read without markup.
 */
const MAX_MARKS = 500;

/**
 * Nor do this many consecutive spaces: from each of them the parser searches the rest again for a
 * hard line break.
 */
const WIDE_GAP = ' '.repeat(200);

/**
 * Paragraphs and tables of more UTF-16 units than this (dozens of pages) are not parsed as one
 * either. The parser handles each in one go, and nothing else could be answered meanwhile.
 */
const MAX_LEAF_LENGTH = 2 ** 17;

/** Ends a paragraph or table at the last line that fits; the next line starts another block. */
class LongLeafBlock implements LeafBlockParser {
  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    const { start, content } = leaf;
    if (content.length + line.text.length < MAX_LEAF_LENGTH) return false;
    // On its own, an indented line would be code.
    if (line.indent >= line.baseIndent + 4) return false;
    if (leaf.parsers.some((parser) => parser.finish(context, leaf))) return true;
    const inline = context.parser.parseInline(content, start);
    context.addLeafElement(leaf, context.elt('Paragraph', start, start + content.length, inline));
    return true;
  }

  finish(): boolean {
    return false;
  }
}

const longLeafBlocks: MarkdownConfig = {
  parseBlock: [{ name: 'LongBlock', before: 'LinkReference', leaf: () => new LongLeafBlock() }],
};

const isCrowdedByContext = new WeakMap<InlineContext, boolean>();

const crowdedParagraphs: MarkdownConfig = {
  parseInline: [
    {
      name: 'Crowd',
      before: 'Escape',
      parse: (context) => {
        let isCrowded = isCrowdedByContext.get(context);
        if (isCrowded === undefined) {
          isCrowded =
            context.text.length > MAX_LEAF_LENGTH ||
            context.text.includes(WIDE_GAP) ||
            hasMoreMatches(context.text, /[*_[\]<`~@]|:\/\/|www\./gu, MAX_MARKS);
          isCrowdedByContext.set(context, isCrowded);
        }
        return isCrowded ? context.end : -1;
      },
    },
  ],
};

function hasMoreMatches(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    count += match[0] === '' ? 0 : 1;
    if (count > most) return true;
  }
  return false;
}

const grammar = parser.configure([
  GFM,
  footnotes,
  commentedLines,
  longLeafBlocks,
  crowdedParagraphs,
]);

/**
 * The front matter at the start of a Markdown text, in YAML or TOML, including its fences;
 * `undefined` if there is none.
 */
export function frontMatterIn(text: string): Span | undefined {
  const match =
    /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?(?:\1|\.\.\.)[ \t]*(?:\r\n?|\n|$)/u.exec(
      text,
    );
  return match === null ? undefined : { start: 0, end: match[0].length };
}

/** Lists and quotations nested deeper than this on one line, which do not occur in real drafts. */
const DEEP_NESTING = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){50,}/gmu;

/** A parsed Markdown text. */
export interface Syntax {
  /** Offsets refer to the original text. */
  readonly tree: Tree;
  /** The text given to the parser: of the same length, with problematic characters replaced. */
  readonly source: string;
}

/**
 * Parses Markdown: CommonMark with GitHub's tables, task lists, bare URLs and strike-through, and
 * footnotes. Front matter has no nodes. `before` is the syntax of an earlier version of the text,
 * from which everything that an edit did not touch is reused. Takes time linear in the length of
 * any text; one block per slice.
 */
export function* parseMarkdown(text: string, before?: Syntax): CooperativeTask<Syntax> {
  const source = parsableText(text);
  const fragments = before === undefined ? [] : reusableFragments(before, source);
  const parse = grammar.startParse(source, fragments);
  for (;;) {
    const tree = parse.advance();
    if (tree !== null) return { tree, source };
    yield;
  }
}

/**
 * How many lines above it a line can affect: a paragraph ends before a table header and its
 * delimiter line.
 */
const LOOKAHEAD_LINES = 2;

/**
 * The parts of an earlier tree that are valid for a newer text: everything before and after the
 * changed lines and the lines that look ahead at them. Whole lines are excluded, because a node may
 * start after the spaces that determine its type.
 */
function reusableFragments(
  { tree, source: older }: Syntax,
  newer: string,
): readonly TreeFragment[] {
  const { start, oldEnd: toA, newEnd: toB } = changeBetween(older, newer);
  const fragments = TreeFragment.addTree(tree);
  if (toA === start && toB === start) return fragments;
  let from = lineStart(older, start);
  for (let line = 0; line < LOOKAHEAD_LINES && from > 0; line++) from = lineStart(older, from - 1);
  const next = older.indexOf('\n', toA);
  const rest = next < 0 ? older.length - toA : next - toA;
  const lines = { fromA: from, toA: toA + rest, fromB: from, toB: toB + rest };
  return TreeFragment.applyChanges(fragments, [lines]);
}

/** The start of the line that contains an offset. */
function lineStart(text: string, place: number): number {
  return place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
}

/** Characters that the parser would not handle as intended, and spaces after a line such as “|---|---|”. */
const NEEDS_REWRITING = /[\uFEFF\r\u2028\u2029]|[-:][ \t]*\|[ \t]+$/mu;

/**
 * The line below the head of a table, with spaces after it, which the parser reads as a paragraph.
 */
const DELIMITERS_AND_SPACE = /^(?=.*-)([ \t>|:-]*)\|([ \t]+)$/gmu;

function parsableText(text: string): string {
  const front = frontMatterIn(text)?.end ?? 0;
  if (front === 0 && !NEEDS_REWRITING.test(text)) return withoutDeepNesting(text);
  const body = text
    .slice(front)
    .replace(/^\uFEFF/u, ' ')
    // A hard line break is a backslash immediately before the line break.
    .replace(/(?<=\\)\r\n/gu, '\n ')
    .replace(/\r(?=\n)/gu, ' ')
    .replace(/[\r\u2028\u2029]/gu, '\n')
    .replace(DELIMITERS_AND_SPACE, '$1$2|');
  return blanked(text.slice(0, front)) + withoutDeepNesting(body);
}

function withoutDeepNesting(text: string): string {
  return text.replace(DEEP_NESTING, (markers) => 'x'.repeat(markers.length));
}

/** The same number of spaces, with line breaks preserved. */
function blanked(text: string): string {
  return text.replace(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)).replace(/\r/gu, '\n');
}
