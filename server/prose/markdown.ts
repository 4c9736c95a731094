import type { SyntaxNode, Tree } from '@lezer/common';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { type Syntax, parseMarkdown } from './markdownGrammar.js';
import { sideTable } from './sideTable.js';
import { type CooperativeTask, runToCompletion } from './cooperativeTask.js';
import { type SourceMap, SourceMapBuilder } from './sourceMap.js';
import type { Span } from './span.js';

/**
 * What a stretch of prose is in the Markdown. `caption` is an image's description; `pre` never
 * occurs: code is not prose.
 */
export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'quotation' | 'tableCell' | 'footnote' | 'caption';

/** A block's prose with markup gone, entities resolved and line breaks turned to spaces. */
export interface RawBlock {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  readonly text: string;
  readonly map: SourceMap;
  /** True where the whole block is set in emphasis, as an editor's note or a label is. */
  readonly emphasised: boolean;
}

/** A comment (`<!-- … -->`), which no reader of the page sees. */
export interface Comment {
  /** What stands between its marks. */
  readonly text: string;
  /** UTF-16 offsets into the draft, marks included. */
  readonly span: Span;
  /**
   * Where the block of prose stands that the comment lies in or, between blocks, before; `undefined`
   * after the last one.
   */
  readonly block: Span | undefined;
}

/** A Markdown text taken apart. */
export interface MarkdownParts {
  /** The blocks of prose, in the order they stand. */
  readonly blocks: readonly RawBlock[];
  readonly comments: readonly Comment[];
  readonly syntax: Syntax;
}

/** Stands in the prose for what is no prose: a code span, a bare address. */
export const OBJECT = '\uFFFC';

const SILENT = new Set([
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

/** What of a bare address is one: curly quotation marks are none of it. */
const ADDRESS = /^[^“”„«»]+/u;

/**
 * Cuts Markdown into its blocks of prose, and finds the comments; `before` is the syntax of an earlier
 * version of the text.
 */
export function readMarkdown(text: string, before?: Syntax): MarkdownParts {
  return runToCompletion(readMarkdownTask(text, before));
}

/** What `readMarkdown` does, with a block to a slice. */
export function* readMarkdownTask(text: string, before?: Syntax): CooperativeTask<MarkdownParts> {
  const syntax = yield* parseMarkdown(text, before);
  yield;
  const { topNode } = syntax.tree;
  const reader = new MarkdownReader(text, yield* linkNames(topNode, text));
  yield* reader.read(topNode, {});
  return { syntax, ...reader.finish() };
}

type PlainBlock = Pick<RawBlock, 'text' | 'map'>;

/** What was read last of a node without markup. */
const plainBlocks = sideTable<Tree, PlainBlock>();

/** What a paragraph stands in: the kind of block that it is for that. */
interface Surroundings {
  readonly kind?: 'listItem' | 'quotation' | 'footnote';
}

class MarkdownReader {
  readonly #text: string;
  readonly #links: ReadonlySet<string>;
  readonly #blocks: RawBlock[] = [];
  readonly #comments: Comment[] = [];
  /** Comments whose block is still to come. */
  #waiting: Comment[] = [];

  constructor(text: string, links: ReadonlySet<string>) {
    this.#text = text;
    this.#links = links;
  }

  finish(): Pick<MarkdownParts, 'blocks' | 'comments'> {
    return { blocks: this.#blocks, comments: [...this.#comments, ...this.#waiting] };
  }

  *read(node: SyntaxNode, around: Surroundings): CooperativeTask<void> {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const heading = /^(?:ATX|Setext)Heading([1-6])$/u.exec(child.name);
      if (heading !== null) {
        this.#emit(child, 'heading', Number(heading[1]));
      } else if (child.name === 'Paragraph' || child.name === 'Task') {
        this.#emit(child, around.kind ?? 'paragraph', 0);
      } else if (child.name === 'TableCell') {
        this.#emit(child, 'tableCell', 0);
      } else if (child.name === 'Footnote') {
        yield* this.read(child, { kind: 'footnote' });
      } else if (child.name === 'Blockquote') {
        yield* this.read(child, { kind: around.kind === 'footnote' ? 'footnote' : 'quotation' });
      } else if (child.name === 'ListItem') {
        yield* this.read(child, { kind: around.kind ?? 'listItem' });
      } else if (child.name === 'CommentBlock') {
        this.#comment(child.from, child.to);
      } else if (child.name === 'CommentedLine') {
        this.#comment(child.from, child.firstChild?.from ?? child.to);
        yield* this.read(child, around);
      } else if (!/Code|HTML|Comment|Processing|LinkReference/u.test(child.name)) {
        yield* this.read(child, around);
      }
      yield;
    }
  }

  #emit(node: SyntaxNode, kind: BlockKind, level: number): void {
    const { tree } = node;
    if (tree !== null && node.firstChild === null) {
      const { text, map } = this.#plainBlock(tree, node.from, node.to);
      this.#add({ kind, level, text, map: map.moved(node.from), emphasised: false });
      return;
    }
    const builder = new SourceMapBuilder();
    this.#inline(builder, node);
    this.#push(builder, kind, level, node.from, isEmphasised(node, this.#text));
  }

  #push(
    builder: SourceMapBuilder,
    kind: BlockKind,
    level: number,
    from: number,
    emphasised: boolean,
  ): void {
    builder.trimEnd();
    this.#add({ kind, level, text: builder.text, map: builder.build(from), emphasised });
  }

  /** The prose of a node without markup, mapped as if it stood at 0: the parser takes over what no key touched. */
  #plainBlock(tree: Tree, from: number, to: number): PlainBlock {
    const known = plainBlocks.get(tree);
    // Texts that the parser takes for the same may differ in what shows, and are seldom more than one line.
    if (known?.text.length === to - from && this.#text.startsWith(known.text, from)) return known;
    const builder = new SourceMapBuilder();
    appendPlain(builder, this.#text.slice(from, to), 0);
    builder.trimEnd();
    const block = { text: builder.text, map: builder.build(0) };
    plainBlocks.set(tree, block);
    return block;
  }

  #add(block: RawBlock): void {
    if (block.text === '') return;
    this.#blocks.push(block);
    if (this.#waiting.length === 0) return;
    const { whole } = block.map;
    for (const comment of this.#waiting) this.#comments.push({ ...comment, block: whole });
    this.#waiting = [];
  }

  /** Notes the comments in a stretch of the draft. */
  #comment(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    for (let start = text.indexOf('<!--'); start >= 0;) {
      const close = text.indexOf('-->', start + 2);
      if (close < 0) return;
      const end = close + 3;
      this.#waiting.push({
        text: text.slice(start + 4, close),
        span: { start: from + start, end: from + end },
        block: undefined,
      });
      start = text.indexOf('<!--', end);
    }
  }

  /** Emits what a node shows, markup left out. */
  #inline(builder: SourceMapBuilder, node: SyntaxNode, from = node.from, to = node.to): void {
    let at = from;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.from < from || child.to > to || child.name === 'LinkMark') continue;
      if (child.from > at) this.#plain(builder, at, child.from);
      this.#node(builder, child);
      at = Math.max(at, child.to);
    }
    if (at < to) this.#plain(builder, at, to);
  }

  #node(builder: SourceMapBuilder, node: SyntaxNode): void {
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
        // To GitHub a bare address goes on to the next space, whatever quotes it.
        const length = ADDRESS.exec(source)?.[0].length ?? source.length;
        builder.append(OBJECT, node.from, length);
        this.#plain(builder, node.from + length, node.to);
        return;
      }
      case 'InlineCode':
      case 'Autolink':
        builder.append(OBJECT, node.from, source.length);
        return;
      case 'Link':
        this.#link(builder, node, source);
        return;
      case 'Image':
        this.#caption(node);
        return;
      case 'Comment':
        this.#comment(node.from, node.to);
        return;
      default:
        if (!SILENT.has(node.name)) this.#inline(builder, node);
    }
  }

  #link(builder: SourceMapBuilder, node: SyntaxNode, source: string): void {
    if (source.startsWith('[^')) return;
    const { from, to } = linkText(node);
    const label = node.getChild('LinkLabel');
    const name =
      label === null || label.to - label.from <= 2
        ? this.#text.slice(from, to)
        : this.#text.slice(label.from + 1, label.to - 1);
    if (node.getChild('URL') !== null || this.#links.has(linkName(name))) {
      this.#inline(builder, node, from, to);
    } else {
      // Brackets without a target are the writer's own: an insertion in a quote, a placeholder.
      this.#plain(builder, node.from, from);
      this.#inline(builder, node, from, to);
      this.#plain(builder, to, node.to);
    }
  }

  #caption(node: SyntaxNode): void {
    const { from, to } = linkText(node);
    const builder = new SourceMapBuilder();
    this.#inline(builder, node, from, to);
    this.#push(builder, 'caption', 0, from, false);
  }

  #plain(builder: SourceMapBuilder, from: number, to: number): void {
    appendPlain(builder, this.#text.slice(from, to), from);
  }
}

/** Spaces and line breaks but the plain space; and what has no width: soft hyphens, joiners of words, marks of direction. */
const ODD_SPACE =
  '\\t\\r\\n\\f\\v\\0\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const WIDTHLESS = '[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]+';
const NOT_PLAIN = new RegExp(`( ?[${ODD_SPACE}][ ${ODD_SPACE}]*| {2,})|${WIDTHLESS}`, 'gu');

/**
 * Appends text that carries no markup and stands at offset `from`: spaces and line breaks of any kind
 * and number become one space, none at the head of a block, and what has no width is left out.
 */
export function appendPlain(builder: SourceMapBuilder, text: string, from: number): void {
  let at = 0;
  for (const match of text.matchAll(NOT_PLAIN)) {
    appendWords(builder, text.slice(at, match.index), from + at);
    if (match[1] !== undefined) builder.appendSpace(from + match.index, match[0].length);
    at = match.index + match[0].length;
  }
  appendWords(builder, text.slice(at), from + at);
}

/** Appends words with single spaces between them, of which the first may follow another space. */
function appendWords(builder: SourceMapBuilder, text: string, from: number): void {
  const spaced = text.startsWith(' ');
  if (spaced) builder.appendSpace(from, 1);
  builder.append(spaced ? text.slice(1) : text, from + (spaced ? 1 : 0));
}

/** Appends what an entity stands for, as if it were written out. */
function appendDecoded(
  builder: SourceMapBuilder,
  text: string,
  from: number,
  draftLength: number,
): void {
  const visible = text.replace(NOT_PLAIN, (_, spaces) => (spaces === undefined ? '' : ' '));
  if (visible === ' ') builder.appendSpace(from, draftLength);
  else builder.append(visible, from, draftLength);
}

/** Where the words of a link or an image's description stand. */
function linkText(node: SyntaxNode): { readonly from: number; readonly to: number } {
  const marks = node.getChildren('LinkMark');
  const open = marks[0]?.to ?? node.from;
  return { from: open, to: Math.max(open, marks[1]?.from ?? node.to) };
}

/** What a link's label has in common with that of its target. */
function linkName(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}

function* linkNames(top: SyntaxNode, text: string): CooperativeTask<ReadonlySet<string>> {
  const names = new Set<string>();
  if (!text.includes(']:')) return names;
  for (let block = top.firstChild; block !== null; block = block.nextSibling) {
    block.cursor().iterate((node) => {
      if (node.name !== 'LinkLabel' || node.node.parent?.name !== 'LinkReference') return;
      names.add(linkName(text.slice(node.from + 1, node.to - 1)));
    });
    yield;
  }
  return names;
}

function isEmphasised(node: SyntaxNode, text: string): boolean {
  // A caption stands below its picture in one paragraph.
  let only = node.firstChild;
  while (only?.name === 'Image') only = only.nextSibling;
  return (
    only !== null &&
    (only.name === 'Emphasis' || only.name === 'StrongEmphasis') &&
    text.slice(only.prevSibling?.to ?? node.from, only.from).trim() === '' &&
    text.slice(only.to, node.to).trim() === ''
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
