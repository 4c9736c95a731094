import { datelineLength, isAttributionLine, roleOf, type SentenceRole } from './furniture.js';
import { cutLongBlock } from './longBlock.js';
import { type BlockKind, type Comment, type RawBlock, readMarkdownInSlices } from './markdown.js';
import type { Syntax } from './markdownGrammar.js';
import { type Paragraph, readParagraphs, textOfParagraphs } from './paragraphs.js';
import { cutAtParagraphLines } from './paragraphLines.js';
import { readPlainText } from './plainText.js';
import { once } from './once.js';
import { type Quotation, findQuotations } from './quotations.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type Slices, whole } from './slices.js';
import { LineMap, type SourceMap } from './sourceMap.js';
import type { Span } from './span.js';
import type { Token } from './tokens.js';

/** What is known of a block from its words alone. Sentence and token offsets count from the start of `text`. */
export interface Wording {
  readonly kind: BlockKind;
  readonly text: string;
  readonly role: SentenceRole;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/** One block of prose, placed in its text. */
export interface Block extends Wording {
  /** The same object wherever the words stand, in this version of the text and in those after it. */
  readonly wording: Wording;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  readonly map: SourceMap;
  /** True where the whole block is set in emphasis. */
  readonly emphasised: boolean;
}

/** A text as the checks and the reference read it: prose, with the way back to every character. */
export interface Prose {
  /** The text as given. */
  readonly text: string;
  readonly lines: LineMap;
  readonly blocks: readonly Block[];
  /** In the order they stand; plain text has none. */
  readonly comments: readonly Comment[];
  /** What reading the next version begins with; plain text has none. */
  readonly syntax?: Syntax | undefined;
}

/** How a text is written down. */
export type TextFormat = 'markdown' | 'plain';

/** The format that a file's name tells: Markdown for `.md` and its like and for what has no name, else plain text. */
export function formatOf(name: string): TextFormat {
  return /\.(?:md|markdown|mdown|mkd|mdx)$/iu.test(name) ? 'markdown' : 'plain';
}

/**
 * Reads a text into prose. Blocks that stand word for word in `before`, an earlier version of the text,
 * are not read again: they have its very sentences, which all further work on a sentence is kept by. So
 * that work lasts as long as a version that has the sentence. Cannot throw.
 */
export function readProse(text: string, format: TextFormat = 'markdown', before?: Prose): Prose {
  return whole(readProseInSlices(text, format, before));
}

/** What `readProse` does, with a block to a slice. Cannot throw. */
export function* readProseInSlices(
  text: string,
  format: TextFormat = 'markdown',
  before?: Prose,
): Slices<Prose> {
  const { blocks, comments, syntax } =
    format === 'plain'
      ? { blocks: readPlainText(text), comments: [], syntax: undefined }
      : yield* readMarkdownInSlices(text, before?.syntax);
  return {
    text,
    lines: new LineMap(text),
    blocks: yield* blocksOf(text, blocks, before),
    comments,
    syntax,
  };
}

/** Reads what was taken out of a document; its text is one paragraph a line. Cannot throw. */
export function proseOfParagraphs(paragraphs: readonly Paragraph[]): Prose {
  const text = textOfParagraphs(paragraphs);
  const blocks = whole(blocksOf(text, readParagraphs(paragraphs)));
  return { text, lines: new LineMap(text), blocks, comments: [] };
}

function* blocksOf(
  text: string,
  raw: readonly RawBlock[],
  before?: Prose,
): Slices<readonly Block[]> {
  const cut: RawBlock[] = [];
  for (const block of raw) {
    cut.push(...cutAtParagraphLines(block, text).flatMap(cutLongBlock));
    yield;
  }
  const known = new Map(before?.blocks.map(({ wording }) => [keyOf(wording), wording]));
  const keys = new Set(cut.map(keyOf));
  const replaced = sentencesByWords(
    [...known].flatMap(([key, wording]) => (keys.has(key) ? [] : [wording])),
  );
  const blocks: Block[] = [];
  for (const block of cut) {
    blocks.push(place(block, known, replaced));
    yield;
  }
  return blocks;
}

/** A sentence and the block that it stands in. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
}

/** The sentences of a text, in order. Cannot throw. */
export const sentencesOf = once(({ blocks }: Prose): readonly PlacedSentence[] =>
  blocks.flatMap((block) => block.sentences.map((sentence) => ({ block, sentence }))),
);

/** The stretch of the draft, in UTF-16 units, that shows a stretch of a block's prose. Cannot throw. */
export function placeOf(block: Block, span: Span): Span {
  return block.map.toDraft(span.start, span.end);
}

/** Sentences, each by its words and what it is. */
type SentencesByWords = ReadonlyMap<string, Sentence>;

function sentencesByWords(wordings: readonly Wording[]): SentencesByWords {
  return new Map(
    wordings.flatMap(({ kind, sentences }) =>
      sentences.map((sentence) => [sentenceKeyOf(kind, sentence), sentence] as const),
    ),
  );
}

function sentenceKeyOf(kind: BlockKind, { role, text }: Sentence): string {
  return `${kind} ${role} ${text}`;
}

/**
 * Puts a block where it stands; what is known of its words is taken, and what is found out noted.
 * `replaced` are the sentences of those blocks of the version before that are no more.
 */
function place(raw: RawBlock, known: Map<string, Wording>, replaced: SentencesByWords): Block {
  const key = keyOf(raw);
  const wording = known.get(key) ?? read(raw, replaced);
  known.set(key, wording);
  // Field by field, as Node 20 keeps what `...` puts together for longer than it is used.
  const { kind, text, level, map, emphasised } = raw;
  const { role, sentences, quotations } = wording;
  return { kind, text, level, map, emphasised, role, sentences, quotations, wording };
}

/** All that the reading of a block depends on. */
function keyOf({ kind, text }: Pick<Wording, 'kind' | 'text'>): string {
  return `${kind} ${text}`;
}

function read(raw: RawBlock, replaced: SentencesByWords): Wording {
  const { kind, text } = raw;
  const role = roleOf(raw);
  const sentences = sentencesIn(text, role, kind).map((sentence) => {
    const other = replaced.get(sentenceKeyOf(kind, sentence));
    return other === undefined || !isSame(sentence, other)
      ? sentence
      : { original: other.original ?? other, ...sentence };
  });
  return { kind, text, role, sentences, quotations: findQuotations(text) };
}

/** True where two sentences of the same words are cut into the same tokens, wherever they stand. */
function isSame(one: Sentence, other: Sentence): boolean {
  return (
    one.tokens.length === other.tokens.length &&
    one.tokens.every((token, index) => {
      const twin = other.tokens[index];
      return (
        twin?.text === token.text &&
        twin.kind === token.kind &&
        twin.start - other.start === token.start - one.start
      );
    })
  );
}

function sentencesIn(text: string, role: SentenceRole, kind: BlockKind): readonly Sentence[] {
  const cut = role === 'prose' && kind === 'paragraph' ? datelineLength(text) : 0;
  const head = cut === 0 ? [] : splitSentences(text.slice(0, cut)).flat();
  const dateline = head.length === 0 ? [] : [sentenceFrom(text, head, 'dateline')];
  const body = splitSentences(text.slice(cut)).map((group) =>
    sentenceFrom(text, cut === 0 ? group : group.map((token) => shift(token, cut)), role),
  );
  const last = body.at(-1);
  if (last !== undefined && role === 'prose' && isAttributionLine(last.text)) {
    body[body.length - 1] = { ...last, role: 'attribution' };
  }
  return [...dateline, ...body];
}

function sentenceFrom(text: string, tokens: readonly Token[], role: SentenceRole): Sentence {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  return { role, text: text.slice(start, end), start, end, tokens };
}

function shift(token: Token, by: number): Token {
  return { ...token, start: token.start + by, end: token.end + by };
}
