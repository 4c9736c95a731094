import {
  datelineLength,
  isAttributionLine,
  structuralRoleOf,
  type SentenceRole,
} from './structuralRole.js';
import { readCaptions } from './captions.js';
import { readFountain } from './fountain.js';
import { readDelimitedTable } from './delimitedTable.js';
import { withoutTkNotes } from './tkNotes.js';
import { splitLongBlock } from './longBlock.js';
import {
  type BlockKind,
  type CellPlace,
  type Comment,
  type RawBlock,
  readMarkdownTask,
} from './markdown.js';
import type { Syntax } from './markdownGrammar.js';
import { type Paragraph, readParagraphs, textOfParagraphs } from './paragraphs.js';
import { splitAtParagraphLines } from './paragraphLines.js';
import { readPlainText } from './plainText.js';
import { memoize } from './memoize.js';
import { type Quotation, findQuotations } from './speech/quotations.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type CooperativeTask, runToCompletion } from './cooperativeTask.js';
import { LineMap, type SourceMap } from './sourceMap.js';
import type { Span } from './span.js';
import type { Token } from './tokens.js';

/**
 * Everything about a block that depends on its text alone. Sentence and token offsets count from
 * the start of `text`.
 */
export interface BlockContent {
  readonly kind: BlockKind;
  readonly text: string;
  readonly role: SentenceRole;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/** A block of prose at its place in a text. */
export interface Block extends BlockContent {
  /** The same object wherever the block occurs, in this version of the text and in later ones. */
  readonly content: BlockContent;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  readonly map: SourceMap;
  /** True if the whole block is emphasised. */
  readonly emphasised: boolean;
  /** See `RawBlock.cell`. */
  readonly cell?: CellPlace | undefined;
}

/** A text as the checks and the reference read it: prose that maps back to every character. */
export interface Prose {
  /** The original text. */
  readonly text: string;
  readonly lines: LineMap;
  readonly blocks: readonly Block[];
  /** In document order; empty for plain text. */
  readonly comments: readonly Comment[];
  /** The TK notes (“[TK: verify claim]”), which are in no block. UTF-16 units of the text, in order. */
  readonly notes: readonly Span[];
  /** Reused when the next version is read; `undefined` for plain text. */
  readonly syntax?: Syntax | undefined;
}

/**
 * The format of a text; `table` has delimited values, `captions` come from a recording, `fountain`
 * is a script.
 */
export type TextFormat = 'markdown' | 'plain' | 'table' | 'captions' | 'fountain';

/**
 * The format indicated by a file name: Markdown for `.md` and similar, a table for `.csv` and
 * `.tsv`, captions for `.vtt` and `.srt`, a script for `.fountain`, otherwise plain text.
 */
export function formatOf(name: string): TextFormat {
  if (/\.[ct]sv$/iu.test(name)) return 'table';
  if (/\.(?:vtt|srt)$/iu.test(name)) return 'captions';
  if (/\.fountain$/iu.test(name)) return 'fountain';
  return /\.(?:md|markdown|mdown|mkd|mdx)$/iu.test(name) ? 'markdown' : 'plain';
}

/**
 * Reads a text into prose. Blocks that occur unchanged in `before`, an earlier version of the text,
 * are not read again: they keep the same sentence objects, under which all later results are
 * memoized. So those results live as long as some version has the sentence.
 */
export function readProse(text: string, format: TextFormat = 'markdown', before?: Prose): Prose {
  return runToCompletion(readProseTask(text, format, before));
}

/** Like `readProse`, one block per slice. */
export function* readProseTask(
  text: string,
  format: TextFormat = 'markdown',
  before?: Prose,
): CooperativeTask<Prose> {
  const { blocks, comments, syntax } =
    format === 'markdown'
      ? yield* readMarkdownTask(text, before?.syntax)
      : { blocks: READERS[format](text), comments: [], syntax: undefined };
  return {
    text,
    lines: new LineMap(text),
    ...(yield* blocksOf(text, blocks, before)),
    comments,
    syntax,
  };
}

const READERS: Readonly<
  Record<Exclude<TextFormat, 'markdown'>, (text: string) => readonly RawBlock[]>
> = {
  plain: readPlainText,
  table: readDelimitedTable,
  captions: readCaptions,
  fountain: readFountain,
};

/** Reads the paragraphs extracted from a document; its text has one paragraph per line. */
export function proseFromParagraphs(paragraphs: readonly Paragraph[]): Prose {
  const text = textOfParagraphs(paragraphs);
  const read = runToCompletion(blocksOf(text, readParagraphs(paragraphs)));
  return { text, lines: new LineMap(text), ...read, comments: [] };
}

function* blocksOf(
  text: string,
  raw: readonly RawBlock[],
  before?: Prose,
): CooperativeTask<Pick<Prose, 'blocks' | 'notes'>> {
  const split: RawBlock[] = [];
  const notes: Span[] = [];
  for (const block of raw) {
    for (const part of splitAtParagraphLines(block, text).flatMap(splitLongBlock)) {
      const noted = withoutTkNotes(part);
      notes.push(...noted.notes);
      if (noted.block.text !== '') split.push(noted.block);
    }
    yield;
  }
  const olderBlocks = before?.blocks ?? [];
  const { first, oldEnd, newEnd } = changedRange(olderBlocks, split);
  const known = new KnownContents();
  if (newEnd > first) for (const { content } of olderBlocks) known.add(content);
  const newKeys = new Set(split.slice(first, newEnd).map(contentKey));
  const replaced = sentencesByWords(
    olderBlocks.slice(first, oldEnd).filter((block) => !newKeys.has(contentKey(block))),
  );
  const blocks: Block[] = [];
  for (const [index, block] of split.entries()) {
    const isKept = index < first || index >= newEnd;
    const kept = isKept ? olderBlocks[index < first ? index : index - newEnd + oldEnd] : undefined;
    blocks.push(placeBlock(block, kept?.content ?? known.of(block, replaced)));
    yield;
  }
  return { blocks, notes };
}

/**
 * The range in which two versions' blocks differ: without the equal blocks at the start and at the
 * end.
 */
function changedRange(
  olderBlocks: readonly Block[],
  newer: readonly RawBlock[],
): { readonly first: number; readonly oldEnd: number; readonly newEnd: number } {
  const isSameAt = (old: number, now: number): boolean => {
    const [one, other] = [olderBlocks[old], newer[now]];
    return one?.text === other?.text && one?.kind === other?.kind;
  };
  const shorter = Math.min(olderBlocks.length, newer.length);
  let first = 0;
  while (first < shorter && isSameAt(first, first)) first++;
  let [oldEnd, newEnd] = [olderBlocks.length, newer.length];
  while (oldEnd > first && newEnd > first && isSameAt(oldEnd - 1, newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { first, oldEnd, newEnd };
}

/** Block contents by text and kind. */
class KnownContents {
  readonly #known = new Map<BlockKind, Map<string, BlockContent>>();

  add(content: BlockContent): void {
    const { kind, text } = content;
    const ofKind = this.#known.get(kind);
    if (ofKind === undefined) this.#known.set(kind, new Map([[text, content]]));
    else ofKind.set(text, content);
  }

  /** The content of a block, which is added if new; `replaced` as for `readContent`. */
  of(raw: RawBlock, replaced: SentencesByWords): BlockContent {
    let content = this.#known.get(raw.kind)?.get(raw.text);
    if (content === undefined) this.add((content = readContent(raw, replaced)));
    return content;
  }
}

/** A sentence and the block that contains it. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
}

/** The sentences of a text, in order. */
export const sentencesOf = memoize(({ blocks }: Prose): readonly PlacedSentence[] =>
  blocks.flatMap((block) => block.sentences.map((sentence) => ({ block, sentence }))),
);

/** The span of the draft, in UTF-16 units, that shows a span of a block's prose. */
export function draftSpanOf(block: Block, span: Span): Span {
  return block.map.toDraft(span.start, span.end);
}

/** Sentences by text, role and block kind. */
type SentencesByWords = ReadonlyMap<string, Sentence>;

function sentencesByWords(
  contents: readonly Pick<BlockContent, 'kind' | 'sentences'>[],
): SentencesByWords {
  return new Map(
    contents.flatMap(({ kind, sentences }) =>
      sentences.map((sentence) => [sentenceKey(kind, sentence), sentence] as const),
    ),
  );
}

function sentenceKey(kind: BlockKind, { role, text }: Sentence): string {
  return `${kind} ${role} ${text}`;
}

function placeBlock(raw: RawBlock, content: BlockContent): Block {
  // Field by field: Node 20 retains objects built with `...` longer than they are used.
  const { kind, text, level, map, emphasised, cell } = raw;
  const { role, sentences, quotations } = content;
  return { kind, text, level, map, emphasised, cell, role, sentences, quotations, content };
}

/** Everything that the reading of a block depends on. */
function contentKey({ kind, text }: Pick<BlockContent, 'kind' | 'text'>): string {
  return `${kind} ${text}`;
}

/** `replaced` holds the sentences of those blocks of the previous version that no longer exist. */
function readContent(raw: RawBlock, replaced: SentencesByWords): BlockContent {
  const { kind, text } = raw;
  const role = structuralRoleOf(raw);
  const split = isValue(raw) ? [] : sentencesIn(text, role, kind);
  const sentences = split.map((sentence) => {
    const other = replaced.get(sentenceKey(kind, sentence));
    return other === undefined || !hasSameTokens(sentence, other)
      ? sentence
      : { original: other.original ?? other, ...sentence };
  });
  return { kind, text, role, sentences, quotations: findQuotations(text) };
}

/**
 * True for a figure in a table. It is no sentence, and grammar for a hundred thousand of them would
 * take most of the time.
 */
function isValue({ cell, text }: RawBlock): boolean {
  return cell !== undefined && !/\p{L}/u.test(text);
}

/** True if two sentences with the same text have the same tokens, regardless of their position. */
function hasSameTokens(one: Sentence, other: Sentence): boolean {
  return (
    one.tokens.length === other.tokens.length &&
    one.tokens.every((token, index) => {
      const counterpart = other.tokens[index];
      return (
        counterpart?.text === token.text &&
        counterpart.kind === token.kind &&
        counterpart.start - other.start === token.start - one.start
      );
    })
  );
}

function sentencesIn(text: string, role: SentenceRole, kind: BlockKind): readonly Sentence[] {
  const split = role === 'prose' && kind === 'paragraph' ? datelineLength(text) : 0;
  const head = split === 0 ? [] : splitSentences(text.slice(0, split)).flat();
  const dateline = head.length === 0 ? [] : [sentenceFrom(text, head, 'dateline')];
  const body = splitSentences(text.slice(split)).map((group) =>
    sentenceFrom(text, split === 0 ? group : group.map((token) => shifted(token, split)), role),
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

function shifted(token: Token, by: number): Token {
  return { ...token, start: token.start + by, end: token.end + by };
}
