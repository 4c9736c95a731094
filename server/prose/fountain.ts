import { type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';

/** A line of the script: its text and its UTF-16 offset. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * Splits a script in Fountain (https://fountain.io/syntax) into its prose: action, and what is spoken. Title and sections
 * are headings. Scene headings, cues, parentheticals, transitions, synopses, notes and cuts are no prose. Words in
 * quotation marks that open a speech are labelled with its cue, so that they are a quotation of that speaker.
 */
export function readFountain(text: string): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  const [head, body] = divided(linesOf(text));
  for (const line of head) {
    const label = /^title:\s*(?=\S)/iu.exec(line.text)?.[0].length;
    if (label !== undefined) addBlock(blocks, [skip(line, label)], 1);
  }
  let cue: Line | undefined;
  let isSpeech = false;
  let paragraph: Line[] = [];
  const endParagraph = (): void => {
    addBlock(blocks, paragraph, 0, cue);
    paragraph = [];
    cue = undefined;
  };
  for (const [index, line] of body.entries()) {
    const isAfterBlank = isBlank(body[index - 1]);
    const isBeforeBlank = isBlank(body[index + 1]);
    if (isBlank(line)) {
      endParagraph();
      // Two spaces keep a speech going over an empty line.
      if (line.text.length < 2) isSpeech = false;
    } else if (isSpeech) {
      if (!PARENTHETICAL.test(line.text))
        paragraph.push(skip(line, LYRIC.exec(line.text)?.[0].length ?? 0));
    } else if (isAfterBlank && !isBeforeBlank && isCue(line.text)) {
      cue = skip(line, /^\s*@?/u.exec(line.text)?.[0].length ?? 0);
      isSpeech = true;
    } else if (SECTION.test(line.text)) {
      const marks = SECTION.exec(line.text)?.[1] ?? '';
      addBlock(
        blocks,
        [skip(line, line.text.indexOf(marks) + marks.length)],
        Math.min(marks.length, 6),
      );
    } else if (CENTRED.test(line.text)) {
      const inner = line.text.replace(/<\s*$/u, '');
      paragraph.push(skip({ ...line, text: inner }, inner.indexOf('>') + 1));
    } else if (!isInstruction(line.text, isAfterBlank, isBeforeBlank)) {
      paragraph.push(skip(line, /^\s*!?/u.exec(line.text)?.[0].length ?? 0));
    }
  }
  endParagraph();
  return blocks;
}

/** The lines, without notes and cuts, which may span several of them. */
function linesOf(text: string): readonly Line[] {
  const shown = withHidden(withHidden(text, '/*', '*/'), '[[', ']]');
  const lines: Line[] = [];
  let start = 0;
  for (const line of shown.split(/\r\n|\r|\n/u)) {
    lines.push({ text: line, start });
    start += line.length;
    start += shown.startsWith('\r\n', start) ? 2 : 1;
  }
  return lines;
}

/** Hides the text between two marks; an unclosed mark stays. */
function withHidden(text: string, open: string, close: string): string {
  let [shown, at] = ['', 0];
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    const hidden = text.slice(start, end + close.length);
    shown +=
      text.slice(at, start) + hidden.replace(/[^\r\n]/gu, (one) => HIDDEN.repeat(one.length));
    at = start + hidden.length;
  }
  return shown + text.slice(at);
}

/**
 * Replaces a character that is not shown, so that all others keep their offsets; dropped from the
 * prose.
 */
const HIDDEN = '\u200B';

/** The lines of the title page, if the script has one, and all others. */
function divided(lines: readonly Line[]): readonly [readonly Line[], readonly Line[]] {
  if (
    !/^\uFEFF?(?:title|credit|authors?|source|draft date|contact|copyright|notes):/iu.test(
      lines[0]?.text ?? '',
    )
  ) {
    return [[], lines];
  }
  const end = lines.findIndex(isBlank);
  return end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || /^[\s\u200B]*$/u.test(line.text);
}

const PARENTHETICAL = /^\s*\(.*\)\s*$/u;
const LYRIC = /^\s*~/u;
const SECTION = /^\s*(#{1,6})/u;
const CENTRED = /^\s*>.*<\s*$/u;
const SCENE = /^\s*(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ])/iu;

/**
 * A name in capitals, with a remark on the voice in brackets: “ADA ROE (V.O.)”, or any line after
 * “@”.
 */
function isCue(text: string): boolean {
  const name = text
    .replace(/\([^()]*\)/gu, '')
    .trim()
    .replace(/\^$/u, '');
  if (name.startsWith('@')) return true;
  return (
    /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) && !/^[!>.#=]/u.test(name) && !SCENE.test(name)
  );
}

/** True for a scene heading, a transition, a synopsis or a page break. */
function isInstruction(text: string, isAfterBlank: boolean, isBeforeBlank: boolean): boolean {
  if (/^\s*!/u.test(text)) return false;
  if (/^\s*[>=]/u.test(text)) return true;
  return isAfterBlank && isBeforeBlank && (SCENE.test(text) || /^[^\p{Ll}]*TO:\s*$/u.test(text));
}

function skip({ text, start }: Line, length: number): Line {
  return { text: text.slice(length), start: start + length };
}

/** A heading at a level, or a paragraph at level 0. */
function addBlock(blocks: RawBlock[], lines: readonly Line[], level: number, cue?: Line): void {
  const builder = new SourceMapBuilder();
  const [first] = lines;
  if (first === undefined) return;
  const name = cue && /^[^(^\u200B]*/u.exec(cue.text)?.[0].trim();
  if (cue !== undefined && name !== undefined && /^\s*["“]/u.test(first.text)) {
    appendPlain(builder, name, cue.start);
    builder.append(': ', cue.start + name.length, 0);
  }
  for (const line of lines) {
    appendShown(builder, line);
    builder.appendSpace(line.start + line.text.length, 0);
  }
  builder.trimEnd();
  const { text } = builder;
  if (text === '') return;
  const kind = level === 0 ? 'paragraph' : 'heading';
  blocks.push({ kind, level, text, map: builder.build(first.start), emphasised: false });
}

/** Appends a line without the marks of emphasis. */
function appendShown(builder: SourceMapBuilder, { text, start }: Line): void {
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(
    /\\[*_]|\*{1,3}|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  )) {
    appendPlain(builder, text.slice(at, index), start + at);
    if (mark.startsWith('\\')) builder.append(mark.slice(1), start + index, mark.length);
    at = index + mark.length;
  }
  appendPlain(builder, text.slice(at), start + at);
}
