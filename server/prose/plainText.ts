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
    const indent = /^\s*/u.exec(match[0])?.[0].length ?? 0;
    const paragraph = match[0].trim();
    if (paragraph === '') continue;
    const builder = new SourceMapBuilder();
    appendPlain(builder, paragraph, match.index + indent);
    blocks.push({
      kind: 'paragraph',
      level: 0,
      text: builder.text,
      map: builder.build(match.index),
      emphasised: false,
    });
  }
  return blocks;
}

/** The longest line that is still likely in hard-wrapped text, in UTF-16 units. */
const MAX_WRAPPED_LINE_LENGTH = 100;

function linesAreParagraphs(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const long = lines.filter((line) => line.length > MAX_WRAPPED_LINE_LENGTH).length;
  return long > 0 && long * 4 >= lines.length;
}
