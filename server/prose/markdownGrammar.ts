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
 * Footnote definitions, as pandoc and GitHub read them: `[^1]: text`, further paragraphs indented. Behind one the
 * parser may not stop taking over an older tree, as what comes next may belong to it: so it is no “Block”.
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

/** Comments at the head of a line that goes on after them. */
const COMMENTS = /^(?:<!--(?:(?!-->).)*-->[ \t]*)+(?=\S)(?!<!--)/u;

/**
 * A line that opens with a comment and goes on. To CommonMark all of it is HTML, though its words show
 * as any others do; here it is what it would be without the comment. One a line, so that nobody nests
 * them without end.
 */
const commentedLines: MarkdownConfig = {
  defineNodes: [{ name: 'CommentedLine', block: true, composite: () => false }],
  parseBlock: [
    {
      name: 'CommentedLine',
      before: 'HTMLBlock',
      parse: (context, line) => {
        const comments = COMMENTS.exec(line.text.slice(line.pos));
        if (comments === null || isWithin(context, 'CommentedLine')) return false;
        context.startComposite('CommentedLine', line.pos);
        line.moveBase(line.pos + comments[0].length);
        return null;
      },
    },
  ],
};

function isWithin(context: BlockContext, name: string): boolean {
  for (let depth = context.depth - 1; depth >= 0; depth--) {
    if (context.parentType(depth).name === name) return true;
  }
  return false;
}

/**
 * A paragraph with more marks than this is no draft's. The parser's time grows with the square of
 * their number, so such a paragraph is read without markup.
 */
const MOST_MARKS = 500;

/**
 * Nor are this many spaces in a row, which the parser goes through again from each of them in search
 * of a hard line break.
 */
const WIDE_GAP = ' '.repeat(200);

/**
 * Nor is a paragraph or a table of more UTF-16 units: dozens of pages. The parser takes either in one go, so that
 * nothing else would be answered until its end.
 */
const LONGEST_BLOCK = 2 ** 17;

/** Ends a paragraph or a table with the last line that it has room for; the next one begins another block. */
class LongBlock implements LeafBlockParser {
  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    const { start, content } = leaf;
    if (content.length + line.text.length < LONGEST_BLOCK) return false;
    // By itself an indented line is code.
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

const noLongBlocks: MarkdownConfig = {
  parseBlock: [{ name: 'LongBlock', before: 'LinkReference', leaf: () => new LongBlock() }],
};

const crowded = new WeakMap<InlineContext, boolean>();

const noCrowds: MarkdownConfig = {
  parseInline: [
    {
      name: 'Crowd',
      before: 'Escape',
      parse: (context) => {
        let isCrowded = crowded.get(context);
        if (isCrowded === undefined) {
          isCrowded =
            context.text.length > LONGEST_BLOCK ||
            context.text.includes(WIDE_GAP) ||
            hasMore(context.text, /[*_[\]<`~@]|:\/\/|www\./gu, MOST_MARKS);
          crowded.set(context, isCrowded);
        }
        return isCrowded ? context.end : -1;
      },
    },
  ],
};

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    count += match[0] === '' ? 0 : 1;
    if (count > most) return true;
  }
  return false;
}

const grammar = parser.configure([GFM, footnotes, commentedLines, noLongBlocks, noCrowds]);

/** The front matter at the head of a Markdown text, fences included, in YAML or TOML; `undefined` where there is none. */
export function frontMatterOf(text: string): Span | undefined {
  const match =
    /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?(?:\1|\.\.\.)[ \t]*(?:\r\n?|\n|$)/u.exec(
      text,
    );
  return match === null ? undefined : { start: 0, end: match[0].length };
}

/** Lists and quotations nested deeper than this on one line are no draft's. */
const DEEPEST = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){50,}/gmu;

/** A Markdown text, parsed. */
export interface Syntax {
  /** Offsets are those of the text as given. */
  readonly tree: Tree;
  /** What the parser was given in place of the text: as long, with what it stumbles over put plainly. */
  readonly source: string;
}

/**
 * The syntax of a Markdown text: CommonMark with GitHub's tables, task lists, bare addresses and
 * strike-through, and footnotes. Front matter has no nodes. `before` is that of an earlier version of the
 * text, of which all is taken over but what an edit touched. Its time grows with the
 * length of the text, whatever that is; with a block to a slice.
 */
export function* parseMarkdown(text: string, before?: Syntax): CooperativeTask<Syntax> {
  const source = parsableText(text);
  const fragments = before === undefined ? [] : unchanged(before, source);
  const parse = grammar.startParse(source, fragments);
  for (;;) {
    const tree = parse.advance();
    if (tree !== null) return { tree, source };
    yield;
  }
}

/** How many lines before it a line may change: a paragraph ends where a table's head and the line below it follow. */
const LINES_LOOKED_AHEAD = 2;

/**
 * What of an earlier tree holds for a newer text: all before and all behind the lines in which they
 * differ, and those that look ahead at them. A node may begin behind the spaces that make it what it is, so no part
 * of such a line holds.
 */
function unchanged({ tree, source: older }: Syntax, newer: string): readonly TreeFragment[] {
  const { start, oldEnd: toA, newEnd: toB } = changeBetween(older, newer);
  const fragments = TreeFragment.addTree(tree);
  if (toA === start && toB === start) return fragments;
  let from = lineAt(older, start);
  for (let line = 0; line < LINES_LOOKED_AHEAD && from > 0; line++) from = lineAt(older, from - 1);
  const next = older.indexOf('\n', toA);
  const rest = next < 0 ? older.length - toA : next - toA;
  const lines = { fromA: from, toA: toA + rest, fromB: from, toB: toB + rest };
  return TreeFragment.applyChanges(fragments, [lines]);
}

/** Where the line begins that a place lies in. */
function lineAt(text: string, place: number): number {
  return place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
}

/** What the parser takes otherwise than as it stands. */
const NOT_PARSABLE = /[\uFEFF\r\u2028\u2029]/u;

function parsableText(text: string): string {
  const front = frontMatterOf(text)?.end ?? 0;
  if (front === 0 && !NOT_PARSABLE.test(text)) return withoutDepths(text);
  const body = text
    .slice(front)
    .replace(/^\uFEFF/u, ' ')
    // A hard line break is a backslash right before the break.
    .replace(/(?<=\\)\r\n/gu, '\n ')
    .replace(/\r(?=\n)/gu, ' ')
    .replace(/[\r\u2028\u2029]/gu, '\n');
  return blank(text.slice(0, front)) + withoutDepths(body);
}

function withoutDepths(text: string): string {
  return text.replace(DEEPEST, (markers) => 'x'.repeat(markers.length));
}

/** As many spaces, with the line breaks kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)).replace(/\r/gu, '\n');
}
