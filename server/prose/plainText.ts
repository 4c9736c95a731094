import { type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';

/**
 * Splits plain text into paragraphs. Blank lines separate them; if there are none, or if the lines
 * are as long as paragraphs, each line is a paragraph.
 */
export function readPlainText(text: string): readonly RawBlock[] {
  const pattern = linesAreParagraphs(text)
    ? /[^\r\n]+/gu
    : /[^\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^\r\n]+|\r(?![\r\n])[^\r\n]+)*/gu;
  const blocks: RawBlock[] = [];
  for (const match of text.matchAll(pattern)) {
    for (const { start, written } of partsOf(match[0])) {
      const indent = /^\s*/u.exec(written)?.[0].length ?? 0;
      const paragraph = written.trim();
      if (paragraph === '') continue;
      const builder = new SourceMapBuilder();
      appendPlain(builder, paragraph, match.index + start + indent);
      blocks.push({
        kind: 'paragraph',
        level: 0,
        text: builder.text,
        map: builder.build(match.index + start),
        emphasised: false,
      });
    }
  }
  return blocks;
}

interface Part {
  /** UTF-16 offset into the paragraph. */
  readonly start: number;
  readonly written: string;
}

/** Fewer labels may be the chance of a line break. */
const MIN_LABELS = 2;

/** The parts of consecutive lines: a line with a label (“Subject: …”) is one of its own if several have one. */
function partsOf(paragraph: string): readonly Part[] {
  const lines = [...paragraph.matchAll(/[^\r\n]+/gu)];
  const labelled = lines.filter(({ 0: line }) => LABELLED.test(line));
  if (labelled.length < MIN_LABELS) return [{ start: 0, written: paragraph }];
  const starts = [0, ...labelled.map(({ index }) => index)].filter(
    (start, at) => at === 0 || start > 0,
  );
  return starts.map((start, at) => ({ start, written: paragraph.slice(start, starts[at + 1]) }));
}

/** A line that begins with a label of up to three words, as in a mail, a fact sheet or an interview. */
const LABELLED = /^\s*\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,2}: +\S/u;

/** The longest line that is still likely in hard-wrapped text, in UTF-16 units. */
const MAX_WRAPPED_LINE_LENGTH = 100;

function linesAreParagraphs(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const long = lines.filter((line) => line.length > MAX_WRAPPED_LINE_LENGTH).length;
  return long > 0 && long * 4 >= lines.length;
}
