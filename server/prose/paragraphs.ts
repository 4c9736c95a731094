import { type BlockKind, type CellPlace, type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';
import type { Span } from './span.js';

/** A paragraph extracted from a document that is not plain text: HTML, Word, PDF. */
export interface Paragraph {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  /** The text, on one line. */
  readonly text: string;
  /** The 1-based page on which it begins, if the document has pages. */
  readonly page?: number;
  /** See `RawBlock.cell`. */
  readonly cell?: CellPlace;
  /** The mark of a list item; absent if the document does not have one. */
  readonly list?: ListPlace;
  /** In order; absent if there are none. */
  readonly links?: readonly Link[];
}

/** The place of an item in lists. */
export interface ListPlace {
  /** 0 for an item of the outermost list. */
  readonly depth: number;
  readonly isOrdered: boolean;
}

/** A link in a paragraph: the UTF-16 offsets of its words, and the address. */
export interface Link extends Span {
  readonly target: string;
}

/** The text of a document with one paragraph per line, so that line 12 is the twelfth paragraph. */
export function textOfParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(onOneLine).join('\n');
}

/** The blocks of the text that `textOfParagraphs` returns. */
export function readParagraphs(paragraphs: readonly Paragraph[]): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    const { kind, level, cell } = paragraph;
    const line = onOneLine(paragraph);
    const builder = new SourceMapBuilder();
    appendPlain(builder, line, at);
    if (builder.text.trim() !== '') {
      const { text } = builder;
      blocks.push({ kind, level, text, map: builder.build(at), emphasised: false, cell });
    }
    at += line.length + 1;
  }
  return blocks;
}

function onOneLine({ text }: Paragraph): string {
  return text.replace(/\s+/gu, ' ').trim();
}
