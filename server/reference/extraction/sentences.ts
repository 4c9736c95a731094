import type { Prose } from '../../prose/prose.js';
import type { SourceParagraph } from '../sourceIndex.js';
import type { Cite } from './citations.js';
import { type SourceDate, dayText } from './sourceDate.js';
import { cellTexts } from '../tables/cellTexts.js';
import type { Voices } from './voices.js';

/** The assertive sentences of an article. */
export interface ExtractedSentences {
  /** See `SourceIndex.paragraphs`. */
  readonly paragraphs: readonly SourceParagraph[];
  /** See `SourceIndex.sentences`. */
  readonly sentences: readonly number[];
  /** The text by which each sentence is found: its own, the dateline before it, and its speaker's name. */
  readonly texts: readonly string[];
}

/** Times that count from the day of writing, or have its year. */
const COUNTED =
  /\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night|\d{1,2} \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2})\b/iu;

/** The sentences of an article that assert something: not headings, datelines, bylines, credits or questions. A value in a table has its headings. */
export function extractSentences(
  prose: Prose,
  voices: Voices,
  cite: Cite,
  date?: SourceDate,
): ExtractedSentences {
  const paragraphs: SourceParagraph[] = [];
  const sentences: number[] = [];
  const texts: string[] = [];
  const cells = cellTexts(prose);
  const written = date && dayText(date);
  for (const block of prose.blocks) {
    const cell = cells.get(block);
    if (cell?.text === '') continue;
    if (cell !== undefined) {
      const { text, row } = cell;
      const { line, passage } = cite(block, 0);
      sentences.push(paragraphs.length, 0, text.length, line);
      texts.push(text);
      paragraphs.push({
        kind: block.kind,
        text,
        row,
        ...(passage === undefined ? {} : { passage }),
      });
      continue;
    }
    const assertive = block.sentences.filter(
      ({ role, text }) => role === 'prose' && !/\?["”’)\]]*$/u.test(text),
    );
    const [first] = assertive;
    if (first === undefined) continue;
    const speaker = voices.speakers.get(block);
    const dateline = block.sentences.find(({ role }) => role === 'dateline')?.text;
    const { passage } = cite(block, first.start);
    const passages: [start: number, passage: string][] = [];
    for (const sentence of assertive) {
      const { start, end, text } = sentence;
      const cited = cite(block, start);
      sentences.push(paragraphs.length, start, end, cited.line);
      if (cited.passage !== undefined && cited.passage !== passage)
        passages.push([start, cited.passage]);
      const around = [sentence === first ? dateline : undefined, text, speaker];
      texts.push(around.filter((part) => part !== undefined).join(' '));
    }
    paragraphs.push({
      // A paragraph entirely in emphasis is a label and judged like a caption.
      kind: block.emphasised ? 'caption' : block.kind,
      text: block.text,
      ...(passage === undefined ? {} : { passage }),
      ...(passages.length === 0 ? {} : { passages }),
      ...(speaker === undefined ? {} : { speaker }),
      ...(written !== undefined && COUNTED.test(block.text) ? { written } : {}),
    });
  }
  return { paragraphs, sentences, texts };
}
