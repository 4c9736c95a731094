import { sideTable } from './sideTable.js';
import type { SyntaxNode, Tree } from '@lezer/common';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { type Syntax, parseMarkdown } from './markdownGrammar.js';
import { type CooperativeTask, runToCompletion } from './cooperativeTask.js';
import { type SourceMap, SourceMapBuilder } from './sourceMap.js';
import type { Span } from './span.js';

/**
 * The role of a block of prose in the Markdown. `caption` is an image description. Code blocks are
 * not prose and have no kind.
 */
export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'quotation' | 'tableCell' | 'footnote' | 'caption';

/** A block's prose with markup removed, entities resolved and line breaks turned into spaces. */
export interface RawBlock {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  readonly text: string;
  readonly map: SourceMap;
  /** True if the whole block is emphasised, as an editor's note or a label is. */
  readonly emphasised: boolean;
  /** The place of a cell of a table that has rows and columns. */
  readonly cell?: CellPlace | undefined;
}

/** The 0-based place of a cell in its table. */
export interface CellPlace {
  /** Which of the tables of its text it is in. */
  readonly table: number;
  /** The name of its sheet in a workbook. */
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
}

/** A comment (`<!-- … -->`), which is not shown on the page. */
export interface Comment {
  /** The text between the comment marks. */
  readonly text: string;
  /** UTF-16 offsets into the draft, including the comment marks. */
  readonly span: Span;
  /**
   * The span of the block that contains the comment or, between blocks, of the next block;
   * `undefined` after the last one.
   */
  readonly block: Span | undefined;
}

/** A parsed Markdown text, split into its parts. */
export interface MarkdownParts {
  /** The blocks of prose, in document order. */
  readonly blocks: readonly RawBlock[];
  readonly comments: readonly Comment[];
  readonly syntax: Syntax;
}

/** Placeholder in the prose for something that is not prose: a code span or a bare URL. */
export const OBJECT_PLACEHOLDER = '\uFFFC';

const HIDDEN_NODES = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'LinkTitle',
  'LinkLabel',
  'CodeMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'TableDelimiter',
  'ProcessingInstruction',
]);

/** The part of an autolinked URL before any curly quotation mark, which is never part of a URL. */
const ADDRESS = /^[^“”„«»]+/u;

/**
 * Splits Markdown into its blocks of prose and finds the comments; `before` is the syntax of an
 * earlier version of the text.
 */
export function readMarkdown(text: string, before?: Syntax): MarkdownParts {
  return runToCompletion(readMarkdownTask(text, before));
}

/** Like `readMarkdown`, one block per slice. */
export function* readMarkdownTask(text: string, before?: Syntax): CooperativeTask<MarkdownParts> {
  const syntax = yield* parseMarkdown(text, before);
  yield;
  const { topNode } = syntax.tree;
  const reader = new MarkdownReader(text, yield* referenceLabels(topNode, text));
  yield* reader.read(topNode, {});
  return { syntax, ...reader.finish() };
}

type PlainBlock = Pick<RawBlock, 'text' | 'map'>;

/** The last block read from each syntax node without markup. */
const unformattedBlocks = sideTable<Tree, PlainBlock>();

/** The container of a paragraph, which determines its block kind. */
interface ParagraphContext {
  readonly kind?: 'listItem' | 'quotation' | 'footnote';
}

class MarkdownReader {
  readonly #text: string;
  readonly #links: ReadonlySet<string>;
  readonly #blocks: RawBlock[] = [];
  readonly #comments: Comment[] = [];
  /** The number of tables read so far. */
  #tables = 0;
  /** Comments whose following block has not been read yet. */
  #pendingComments: Comment[] = [];

  constructor(text: string, links: ReadonlySet<string>) {
    this.#text = text;
    this.#links = links;
  }

  finish(): Pick<MarkdownParts, 'blocks' | 'comments'> {
    return { blocks: this.#blocks, comments: [...this.#comments, ...this.#pendingComments] };
  }

  *read(node: SyntaxNode, context: ParagraphContext): CooperativeTask<void> {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const heading = /^(?:ATX|Setext)Heading([1-6])$/u.exec(child.name);
      if (heading !== null) {
        this.#emit(child, 'heading', Number(heading[1]));
      } else if (child.name === 'Paragraph' || child.name === 'Task') {
        this.#emit(child, context.kind ?? 'paragraph', 0);
      } else if (child.name === 'Table') {
        yield* this.#readTable(child);
      } else if (child.name === 'Footnote') {
        yield* this.read(child, { kind: 'footnote' });
      } else if (child.name === 'Blockquote') {
        yield* this.read(child, { kind: context.kind === 'footnote' ? 'footnote' : 'quotation' });
      } else if (child.name === 'ListItem') {
        yield* this.read(child, { kind: context.kind ?? 'listItem' });
      } else if (child.name === 'CommentBlock') {
        this.#addComments(child.from, child.to);
      } else if (child.name === 'CommentedLine') {
        this.#addComments(child.from, child.firstChild?.from ?? child.to);
        yield* this.read(child, context);
      } else if (!/Code|HTML|Comment|Processing|LinkReference/u.test(child.name)) {
        yield* this.read(child, context);
      }
      yield;
    }
  }

  /**
   * Reads the cells of a table; empty ones have no nodes, so the marks between them show the
   * column.
   */
  *#readTable(node: SyntaxNode): CooperativeTask<void> {
    const table = this.#tables++;
    let row = 0;
    for (let line = node.firstChild; line !== null; line = line.nextSibling) {
      if (line.name === 'TableDelimiter') continue;
      let column = line.firstChild?.name === 'TableDelimiter' ? -1 : 0;
      for (let cell = line.firstChild; cell !== null; cell = cell.nextSibling) {
        if (cell.name === 'TableDelimiter') column++;
        else this.#emit(cell, 'tableCell', 0, { table, row, column });
      }
      row++;
      yield;
    }
  }

  #emit(node: SyntaxNode, kind: BlockKind, level: number, cell?: CellPlace): void {
    const { tree } = node;
    if (tree !== null && node.firstChild === null) {
      const { text, map } = this.#unformattedBlock(tree, node.from, node.to);
      this.#add({ kind, level, text, map: map.shiftedBy(node.from), emphasised: false, cell });
      return;
    }
    const builder = new SourceMapBuilder();
    this.#appendInline(builder, node);
    this.#push(builder, kind, level, node.from, isEmphasised(node, this.#text), cell);
  }

  #push(
    builder: SourceMapBuilder,
    kind: BlockKind,
    level: number,
    from: number,
    emphasised: boolean,
    cell?: CellPlace,
  ): void {
    builder.trimEnd();
    this.#add({ kind, level, text: builder.text, map: builder.build(from), emphasised, cell });
  }

  /**
   * The prose of a node without markup, mapped as if it started at 0: the parser reuses nodes that
   * an edit did not touch.
   */
  #unformattedBlock(tree: Tree, from: number, to: number): PlainBlock {
    const cached = unformattedBlocks.get(tree);
    // Nodes that the parser considers equal may differ in their text. Most are a single line, so
    // comparing is cheap.
    if (cached?.text.length === to - from && this.#text.startsWith(cached.text, from))
      return cached;
    const builder = new SourceMapBuilder();
    appendPlain(builder, this.#text.slice(from, to), 0);
    builder.trimEnd();
    const block = { text: builder.text, map: builder.build(0) };
    unformattedBlocks.set(tree, block);
    return block;
  }

  #add(block: RawBlock): void {
    if (block.text === '') return;
    this.#blocks.push(block);
    if (this.#pendingComments.length === 0) return;
    const { extent } = block.map;
    for (const comment of this.#pendingComments) this.#comments.push({ ...comment, block: extent });
    this.#pendingComments = [];
  }

  /** Records the comments in a range of the draft. */
  #addComments(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    for (let start = text.indexOf('<!--'); start >= 0;) {
      const close = text.indexOf('-->', start + 2);
      if (close < 0) return;
      const end = close + 3;
      this.#pendingComments.push({
        text: text.slice(start + 4, close),
        span: { start: from + start, end: from + end },
        block: undefined,
      });
      start = text.indexOf('<!--', end);
    }
  }

  /** Appends the visible text of a node, without markup. */
  #appendInline(builder: SourceMapBuilder, node: SyntaxNode, from = node.from, to = node.to): void {
    let at = from;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.from < from || child.to > to || child.name === 'LinkMark') continue;
      if (child.from > at) this.#appendPlain(builder, at, child.from);
      this.#appendNode(builder, child);
      at = Math.max(at, child.to);
    }
    if (at < to) this.#appendPlain(builder, at, to);
  }

  #appendNode(builder: SourceMapBuilder, node: SyntaxNode): void {
    const source = this.#text.slice(node.from, node.to);
    switch (node.name) {
      case 'Escape':
        builder.append(source.slice(1), node.from, source.length);
        return;
      case 'Entity':
        appendDecoded(builder, decodeEntity(source), node.from, source.length);
        return;
      case 'HardBreak':
        builder.appendSpace(node.from, source.length);
        return;
      case 'HTMLTag':
        if (/^<br\b/iu.test(source)) builder.appendSpace(node.from, source.length);
        return;
      case 'URL': {
        // In GitHub's syntax a bare URL continues up to the next space, including any quotation
        // marks.
        const length = ADDRESS.exec(source)?.[0].length ?? source.length;
        builder.append(OBJECT_PLACEHOLDER, node.from, length);
        this.#appendPlain(builder, node.from + length, node.to);
        return;
      }
      case 'InlineCode':
      case 'Autolink':
        builder.append(OBJECT_PLACEHOLDER, node.from, source.length);
        return;
      case 'Link':
        this.#appendLink(builder, node, source);
        return;
      case 'Image':
        this.#emitCaption(node);
        return;
      case 'Comment':
        this.#addComments(node.from, node.to);
        return;
      default:
        if (!HIDDEN_NODES.has(node.name)) this.#appendInline(builder, node);
    }
  }

  #appendLink(builder: SourceMapBuilder, node: SyntaxNode, source: string): void {
    if (source.startsWith('[^')) return;
    const { from, to } = linkTextRange(node);
    const label = node.getChild('LinkLabel');
    const name =
      label === null || label.to - label.from <= 2
        ? this.#text.slice(from, to)
        : this.#text.slice(label.from + 1, label.to - 1);
    if (node.getChild('URL') !== null || this.#links.has(normalisedLabel(name))) {
      this.#appendInline(builder, node, from, to);
    } else {
      // Brackets without a link target belong to the text: an insertion in a quotation, or a
      // placeholder.
      this.#appendPlain(builder, node.from, from);
      this.#appendInline(builder, node, from, to);
      this.#appendPlain(builder, to, node.to);
    }
  }

  #emitCaption(node: SyntaxNode): void {
    const { from, to } = linkTextRange(node);
    const builder = new SourceMapBuilder();
    this.#appendInline(builder, node, from, to);
    this.#push(builder, 'caption', 0, from, false);
  }

  #appendPlain(builder: SourceMapBuilder, from: number, to: number): void {
    appendPlain(builder, this.#text.slice(from, to), from);
  }
}

/**
 * All white space except the plain space, and characters without width: soft hyphens, word joiners,
 * direction marks.
 */
const SPECIAL_WHITESPACE =
  '\\t\\r\\n\\f\\v\\0\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const ZERO_WIDTH = '[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]+';
const SPACE_RUN_OR_ZERO_WIDTH = new RegExp(
  `( ?[${SPECIAL_WHITESPACE}][ ${SPECIAL_WHITESPACE}]*| {2,})|${ZERO_WIDTH}`,
  'gu',
);

/** A mark that is typed or recognised in place of an apostrophe: “O‘Neill”, “couldn′t”. */
const LIKE_APOSTROPHE = /(?<=\p{L})[‘′＇](?=\p{L})/gu;

/**
 * Appends text without markup that starts at offset `from`. Runs of white space and line breaks
 * become one space, none at the start of a block; characters without width are dropped, and marks
 * used as an apostrophe inside a word are read as one.
 */
export function appendPlain(builder: SourceMapBuilder, written: string, from: number): void {
  const text = written.replace(LIKE_APOSTROPHE, '’');
  let at = 0;
  for (const match of text.matchAll(SPACE_RUN_OR_ZERO_WIDTH)) {
    appendWords(builder, text.slice(at, match.index), from + at);
    if (match[1] !== undefined) builder.appendSpace(from + match.index, match[0].length);
    at = match.index + match[0].length;
  }
  appendWords(builder, text.slice(at), from + at);
}

/** Appends words separated by single spaces; a leading space may follow another space. */
function appendWords(builder: SourceMapBuilder, text: string, from: number): void {
  const opensWithSpace = text.startsWith(' ');
  if (opensWithSpace) builder.appendSpace(from, 1);
  builder.append(opensWithSpace ? text.slice(1) : text, from + (opensWithSpace ? 1 : 0));
}

/** Appends the characters of an entity as if they were written out. */
function appendDecoded(
  builder: SourceMapBuilder,
  text: string,
  from: number,
  draftLength: number,
): void {
  const collapsed = text.replace(SPACE_RUN_OR_ZERO_WIDTH, (_, spaces) =>
    spaces === undefined ? '' : ' ',
  );
  if (collapsed === ' ') builder.appendSpace(from, draftLength);
  else builder.append(collapsed, from, draftLength);
}

/** The range of a link's text or of an image's description. */
function linkTextRange(node: SyntaxNode): { readonly from: number; readonly to: number } {
  const marks = node.getChildren('LinkMark');
  const open = marks[0]?.to ?? node.from;
  return { from: open, to: Math.max(open, marks[1]?.from ?? node.to) };
}

/** A link label in the form in which references and definitions are compared. */
function normalisedLabel(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}

function* referenceLabels(top: SyntaxNode, text: string): CooperativeTask<ReadonlySet<string>> {
  const names = new Set<string>();
  if (!text.includes(']:')) return names;
  for (let block = top.firstChild; block !== null; block = block.nextSibling) {
    block.cursor().iterate((node) => {
      if (node.name !== 'LinkLabel' || node.node.parent?.name !== 'LinkReference') return;
      names.add(normalisedLabel(text.slice(node.from + 1, node.to - 1)));
    });
    yield;
  }
  return names;
}

function isEmphasised(node: SyntaxNode, text: string): boolean {
  // A caption follows its image in the same paragraph.
  let child = node.firstChild;
  while (child?.name === 'Image') child = child.nextSibling;
  return (
    child !== null &&
    (child.name === 'Emphasis' || child.name === 'StrongEmphasis') &&
    text.slice(child.prevSibling?.to ?? node.from, child.from).trim() === '' &&
    text.slice(child.to, node.to).trim() === ''
  );
}

function decodeEntity(source: string): string {
  const numeric = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/u.exec(source);
  if (numeric !== null) {
    const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\uFFFD';
  }
  const decoded = decodeNamedCharacterReference(source.slice(1, -1));
  return decoded === false ? source : decoded;
}
