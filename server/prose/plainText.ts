import { type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';

/**
 * Cuts plain text into paragraphs. Blank lines part them; in a text without blank lines, or whose
 * lines are as long as paragraphs, each line is one.
 */
export function readPlainText(text: string): readonly RawBlock[] {
  const pattern = linesAreParagraphs(text)
    ? /[^\r\n]+/gu
    : /[^\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^\r\n]+|\r(?![\r\n])[^\r\n]+)*/gu;
  const blocks: RawBlock[] = [];
  for (const match of text.matchAll(pattern)) {
    const indent = /^\s*/u.exec(match[0])?.[0].length ?? 0;
    const body = match[0].trim();
    if (body === '') continue;
    const builder = new SourceMapBuilder();
    appendPlain(builder, body, match.index + indent);
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

/** The longest line that a hard-wrapped text is still likely to have, in UTF-16 units. */
const WRAP = 100;

function linesAreParagraphs(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const long = lines.filter((line) => line.length > WRAP).length;
  return long > 0 && long * 4 >= lines.length;
}
