import type { SyntaxNode } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { type SourceMap, SourceMapBuilder } from './sourceMap.js';
import type { Span } from './span.js';

/**
 * What a stretch of prose is in the Markdown. `caption` is an image's description; `pre` never
 * occurs: code is not prose.
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'quotation'
  | 'tableCell'
  | 'footnote'
  | 'caption';

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

/** Stands in the prose for what is no prose: a code span, a bare address. */
export const OBJECT = '\uFFFC';

const grammar = parser.configure([GFM]);

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
  'Comment',
  'ProcessingInstruction',
]);

/** The front matter at the head of a Markdown text, fences included; `undefined` where there is none. Cannot throw. */
export function frontMatterOf(text: string): Span | undefined {
  const match = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(
    text,
  );
  return match === null ? undefined : { start: 0, end: match[0].length };
}

/** Cuts Markdown into its blocks of prose, in the order they stand. Cannot throw. */
export function readMarkdown(text: string): readonly RawBlock[] {
  const front = frontMatterOf(text);
  const masked =
    front === undefined
      ? text
      : text.slice(0, front.end).replace(/[^\r\n]/gu, (unit) => ' '.repeat(unit.length)) +
        text.slice(front.end);
  const tree = grammar.parse(masked.replace(/\r(?=\n)/gu, ' ').replace(/[\r\u2028\u2029]/gu, '\n'));
  const blocks: RawBlock[] = [];
  new MarkdownReader(text, linkNames(tree.topNode, text), blocks).read(tree.topNode, {
    listed: false,
    quoted: false,
  });
  return blocks;
}

interface Surroundings {
  readonly listed: boolean;
  readonly quoted: boolean;
}

class MarkdownReader {
  readonly #text: string;
  readonly #links: ReadonlySet<string>;
  readonly #blocks: RawBlock[];

  constructor(text: string, links: ReadonlySet<string>, blocks: RawBlock[]) {
    this.#text = text;
    this.#links = links;
    this.#blocks = blocks;
  }

  read(node: SyntaxNode, around: Surroundings): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const heading = /^(?:ATX|Setext)Heading([1-6])$/u.exec(child.name);
      if (heading !== null) {
        this.#emit(child, 'heading', Number(heading[1]));
      } else if (child.name === 'Paragraph' || child.name === 'Task') {
        this.#paragraph(child, around);
      } else if (child.name === 'LinkReference') {
        if (this.#text.startsWith('[^', child.from)) this.#footnote(child);
      } else if (child.name === 'TableCell') {
        this.#emit(child, 'tableCell', 0);
      } else if (child.name === 'Blockquote') {
        this.read(child, { ...around, quoted: true });
      } else if (child.name === 'ListItem') {
        this.read(child, { ...around, listed: true });
      } else if (!/Code|HTML|Comment|Processing/u.test(child.name)) {
        this.read(child, around);
      }
    }
  }

  #paragraph(node: SyntaxNode, around: Surroundings): void {
    if (/^\[\^[^\]\s]+\]:/u.test(this.#text.slice(node.from, node.to))) this.#footnote(node);
    else this.#emit(node, around.quoted ? 'quotation' : around.listed ? 'listItem' : 'paragraph', 0);
  }

  #footnote(node: SyntaxNode): void {
    const marker = /^\[\^[^\]]+\]:[ \t]*/u.exec(this.#text.slice(node.from, node.to));
    const from = node.from + (marker?.[0].length ?? 0);
    if (node.name === 'LinkReference') {
      const builder = new SourceMapBuilder();
      this.#plain(builder, from, node.to);
      this.#push(builder, 'footnote', 0, from, false);
    } else {
      this.#emit(node, 'footnote', 0, from);
    }
  }

  #emit(node: SyntaxNode, kind: BlockKind, level: number, from = node.from): void {
    const builder = new SourceMapBuilder();
    const mark = node.firstChild?.name === 'HeaderMark' ? node.firstChild.to : from;
    const start = skipSpaces(this.#text, mark > from && mark < node.to ? mark : from);
    this.#inline(builder, node, start, node.to);
    this.#push(builder, kind, level, start, isEmphasised(node, this.#text));
  }

  #push(
    builder: SourceMapBuilder,
    kind: BlockKind,
    level: number,
    from: number,
    emphasised: boolean,
  ): void {
    if (builder.text.trim() === '') return;
    this.#blocks.push({ kind, level, text: builder.text, map: builder.build(from), emphasised });
  }

  /** Emits what lies between `from` and `to` inside `node`, markup left out. */
  #inline(builder: SourceMapBuilder, node: SyntaxNode, from: number, to: number): void {
    let at = from;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.to <= from || child.from >= to) continue;
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
        builder.append(decodeEntity(source), node.from, source.length);
        return;
      case 'HardBreak':
        builder.append(' ', node.from, source.length);
        return;
      case 'HTMLTag':
        if (/^<br\b/iu.test(source)) builder.append(' ', node.from, source.length);
        return;
      case 'InlineCode':
      case 'URL':
      case 'Autolink':
        builder.append(OBJECT, node.from, source.length);
        return;
      case 'Link':
        this.#link(builder, node, source);
        return;
      case 'Image':
        this.#caption(node);
        return;
      default:
        if (!SILENT.has(node.name)) this.#inline(builder, node, node.from, node.to);
    }
  }

  #link(builder: SourceMapBuilder, node: SyntaxNode, source: string): void {
    if (source.startsWith('[^')) return;
    const { from, to } = linkText(node);
    const label = node.getChild('LinkLabel');
    const named = node.getChild('URL') !== null || (label !== null && label.to - label.from > 2);
    if (named || this.#links.has(linkName(source))) {
      this.#within(builder, node, from, to);
      return;
    }
    // Brackets without a target are the writer's own: an insertion in a quote, a placeholder.
    this.#plain(builder, node.from, from);
    this.#within(builder, node, from, to);
    this.#plain(builder, to, node.to);
  }

  #within(builder: SourceMapBuilder, node: SyntaxNode, from: number, to: number): void {
    let at = from;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.from < from || child.to > to || child.name === 'LinkMark') continue;
      if (child.from > at) this.#plain(builder, at, child.from);
      this.#node(builder, child);
      at = child.to;
    }
    if (at < to) this.#plain(builder, at, to);
  }

  #caption(node: SyntaxNode): void {
    const { from, to } = linkText(node);
    const builder = new SourceMapBuilder();
    this.#within(builder, node, from, to);
    this.#push(builder, 'caption', 0, from, false);
  }

  #plain(builder: SourceMapBuilder, from: number, to: number): void {
    appendPlain(builder, this.#text.slice(from, to), from);
  }
}

/**
 * Appends text that carries no markup and stands at offset `from`: a line break with the spaces
 * around it becomes one space, any other kind of space a plain one, and what has no width is left
 * out. Cannot throw.
 */
export function appendPlain(builder: SourceMapBuilder, text: string, from: number): void {
  const pattern =
    /[ \t\r]*[\r\n\u2028\u2029][ \t\r\n]*|[\t\u0000\u00A0\u2000-\u200A\u202F\u205F\u3000]|[\u00AD\u200B\u2060\uFEFF]+/gu;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    builder.append(text.slice(at, match.index), from + at);
    if (!/^[\u00AD\u200B\u2060\uFEFF]/u.test(match[0])) {
      builder.append(' ', from + match.index, match[0].length);
    }
    at = match.index + match[0].length;
  }
  builder.append(text.slice(at), from + at);
}

/** Where the words of a link or an image's description stand. */
function linkText(node: SyntaxNode): { readonly from: number; readonly to: number } {
  const marks = node.getChildren('LinkMark');
  const open = marks[0]?.to ?? node.from;
  return { from: open, to: Math.max(open, marks[1]?.from ?? node.to) };
}

function skipSpaces(text: string, from: number): number {
  const match = /^[ \t]*/u.exec(text.slice(from, from + 100));
  return from + (match?.[0].length ?? 0);
}

function linkName(source: string): string {
  return source.slice(1, source.indexOf(']')).trim().toLowerCase();
}

function linkNames(top: SyntaxNode, text: string): ReadonlySet<string> {
  return new Set(
    top.getChildren('LinkReference').map((node) => linkName(text.slice(node.from, node.to))),
  );
}

function isEmphasised(node: SyntaxNode, text: string): boolean {
  const only = node.firstChild;
  return (
    only !== null &&
    (only.name === 'Emphasis' || only.name === 'StrongEmphasis') &&
    text.slice(node.from, only.from).trim() === '' &&
    text.slice(only.to, node.to).trim() === ''
  );
}

function decodeEntity(source: string): string {
  const numeric = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/u.exec(source);
  if (numeric !== null) {
    const code =
      numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\uFFFD';
  }
  const decoded = decodeNamedCharacterReference(source.slice(1, -1));
  return decoded === false ? source : decoded;
}
