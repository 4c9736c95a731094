import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { type RawBlock, appendPlain } from './markdown.js';
import { readPlainText } from './plainText.js';
import { SourceMapBuilder } from './sourceMap.js';

/** A piece of the file: its visible text, and the span that it comes from. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What one speaker says without interruption. */
interface Turn {
  /**
   * The speaker's name; empty for an unnamed one, `undefined` if the speaker is that of the turn
   * before.
   */
  readonly speaker: Piece | undefined;
  readonly lines: Piece[];
}

/**
 * Joins the captions of a recording (WebVTT, SubRip) into what each speaker says: a new paragraph
 * begins at a voice (`<v Ada Roe>`), a label (“ROE:”), a mark of another speaker (“- ”, “>>”) and,
 * after a finished sentence, a pause. Each is labelled as in a transcript. Times, numbers, styles
 * and notes are no text; a line repeated from the caption before is left out. A file without times
 * is read as plain text.
 */
export function readCaptions(text: string): readonly RawBlock[] {
  const turns = turnsIn(text);
  if (turns === undefined) return readPlainText(text);
  const hasNames = turns.some(({ speaker }) => (speaker?.text ?? '') !== '');
  return turns.flatMap((turn) => blockOf(turn, hasNames));
}

/** A time in a recording, and the line of a caption with its start and end. */
const TIME = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?';
const TIMES = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}`, 'u');

/** A silence after which another paragraph begins, in seconds. */
const PAUSE = 2;

/** No paragraph of captions is longer, in UTF-16 units, unless its sentence is. */
const LONG_PARAGRAPH = 1000;

/** For each 0-based line, when its caption begins: “at 1:04:07”. */
export function captionTimes(text: string): readonly (string | undefined)[] {
  let time: string | undefined;
  return text.split(/\r\n|\r|\n/u).map((line) => {
    const times = TIMES.exec(line);
    if (times !== null) {
      const seconds = Math.floor(secondsOf(times.slice(1, 5)));
      const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      const shown = parts[0] === 0 ? parts.slice(1) : parts;
      time = `at ${shown.map((part, at) => (at === 0 ? part : String(part).padStart(2, '0'))).join(':')}`;
    }
    return time;
  });
}

/** `undefined` if the text has no times. */
function turnsIn(text: string): readonly Turn[] | undefined {
  const lines = [...text.matchAll(/[^\r\n]+|\r\n|\r|\n/gu)]
    .filter(({ 0: line }, index, all) => !isBreak(line) || isBreak(all[index - 1]?.[0] ?? '\n'))
    .map(({ 0: line, index }) => ({ text: isBreak(line) ? '' : line, start: index }));
  const turns: Turn[] = [];
  let [isShown, hasTimes, shownUntil] = [false, false, 0];
  let voice: string | undefined;
  let name: string | undefined;
  let before: ReadonlySet<string> = new Set();
  let current = new Set<string>();
  let length = 0;
  const startTurn = (speaker: Piece | undefined): void => {
    turns.push({ speaker, lines: [] });
    length = 0;
  };
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]?.text.trim() ?? '';
    const times = TIMES.exec(line.text);
    if (times !== null) {
      const from = secondsOf(times.slice(1, 5));
      const isBreakable = SENTENCE_END.test(turns.at(-1)?.lines.at(-1)?.text.slice(-100) ?? '');
      const isDue = length > LONG_PARAGRAPH || from - shownUntil >= PAUSE;
      if (isBreakable && isDue) startTurn(undefined);
      shownUntil = secondsOf(times.slice(5));
      [isShown, hasTimes] = [true, true];
      [before, current] = [current, new Set()];
      continue;
    }
    if (last === '' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(line.text)) isShown = false;
    const isFree = last === '' || /^\s*\d+\s*$/u.test(line.text);
    const isNumber = isFree && TIMES.test(lines[index + 1]?.text ?? '');
    if (!isShown || line.text.trim() === '' || isNumber) continue;
    const isFirst = current.size === 0;
    current.add(line.text);
    if (before.has(line.text)) continue;
    const { speaker, isVoice, rest } = openingOf(line);
    const isUnvoiced = isFirst && !isVoice && voice !== undefined;
    const next = speaker ?? (isUnvoiced ? { text: '', start: line.start } : undefined);
    if (next !== undefined) {
      if (next.text === '' || next.text !== name) startTurn(next);
      name = next.text;
      voice = isVoice ? name : undefined;
    } else if (turns.length === 0) startTurn(undefined);
    turns.at(-1)?.lines.push(rest);
    length += rest.text.length;
  }
  return hasTimes ? turns : undefined;
}

function isBreak(line: string): boolean {
  return line === '\n' || line === '\r' || line === '\r\n';
}

function secondsOf([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return whole + Number(`0.${fraction ?? 0}`);
}

const SENTENCE_END = /[.!?…]["”’»)\]]*(?:<[^<>]*>|\s)*$/u;

const VOICE = /^\s*<v(?:\.[^\s<>]*)?\s+([^<>]{1,100})>/u;
const LABEL =
  /^\s*(?:-\s*|>>+\s*)?(\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|\d{1,2}|de|del|van|von|der|da|al|bin)){0,5}):\s+(?=\S)/u;
const CHANGE = /^\s*(?:[-–—]\s*(?=[\p{Lu}"“‘'¿¡])|>>+\s*)/u;

/** The speaker at the start of a line, `undefined` if it names none, and the rest of the line. */
function openingOf(line: Piece): {
  readonly speaker: Piece | undefined;
  readonly isVoice: boolean;
  readonly rest: Piece;
} {
  const { text, start } = line;
  const after = (length: number): Piece => ({ text: text.slice(length), start: start + length });
  const voice = VOICE.exec(text);
  const [whole = '', name = ''] = voice ?? LABEL.exec(text) ?? [];
  if (name.trim() !== '') {
    const speaker = { text: name.trim(), start: start + whole.lastIndexOf(name) };
    return { speaker, isVoice: voice !== null, rest: after(whole.length) };
  }
  const change = CHANGE.exec(text);
  if (change === null) return { speaker: undefined, isVoice: false, rest: line };
  return { speaker: { text: '', start }, isVoice: false, rest: after(change[0].length) };
}

/** An unnamed speaker among named ones. */
const UNNAMED = 'Unknown';

function blockOf({ speaker, lines }: Turn, hasNames: boolean): readonly RawBlock[] {
  const builder = new SourceMapBuilder();
  const [first] = lines;
  if (first === undefined) return [];
  if (speaker !== undefined && hasNames) {
    if (speaker.text === '') builder.append(UNNAMED, speaker.start, 0);
    else appendPlain(builder, speaker.text, speaker.start);
    builder.append(': ', speaker.start + speaker.text.length, 1);
  }
  const label = builder.text.length;
  for (const line of lines) {
    appendShown(builder, line);
    builder.appendSpace(line.start + line.text.length, 0);
  }
  builder.trimEnd();
  const { text } = builder;
  if (text.length <= label) return [];
  const map = builder.build(first.start);
  return [{ kind: 'paragraph', level: 0, text, map, emphasised: false }];
}

/** Appends a line without its tags (`<i>`, `{\an8}`) and with its character references decoded. */
function appendShown(builder: SourceMapBuilder, { text, start }: Piece): void {
  let at = 0;
  for (const { 0: markup, 1: entity, index } of text.matchAll(
    /<[^<>]{0,200}>|\{\\[^{}]{0,100}\}|&(\w{2,8});/gu,
  )) {
    appendPlain(builder, text.slice(at, index), start + at);
    const decoded = entity === undefined ? '' : decodeNamedCharacterReference(entity);
    if (decoded === false) appendPlain(builder, markup, start + index);
    else if (/\s/u.test(decoded)) builder.appendSpace(start + index, markup.length);
    else if (!/\p{Cf}/u.test(decoded)) builder.append(decoded, start + index, markup.length);
    at = index + markup.length;
  }
  appendPlain(builder, text.slice(at), start + at);
}
