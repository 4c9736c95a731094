import {
  datelineLength,
  isAttributionLine,
  structuralRoleOf,
  type SentenceRole,
} from './structuralRole.js';
import { cutLongBlock } from './longBlock.js';
import { type BlockKind, type Comment, type RawBlock, readMarkdownTask } from './markdown.js';
import type { Syntax } from './markdownGrammar.js';
import { type Paragraph, readParagraphs, textOfParagraphs } from './paragraphs.js';
import { cutAtParagraphLines } from './paragraphLines.js';
import { readPlainText } from './plainText.js';
import { memoize } from './memoize.js';
import { type Quotation, findQuotations } from './speech/quotations.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type CooperativeTask, runToCompletion } from './cooperativeTask.js';
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
 * that work lasts as long as a version that has the sentence.
 */
export function readProse(text: string, format: TextFormat = 'markdown', before?: Prose): Prose {
  return runToCompletion(readProseTask(text, format, before));
}

/** What `readProse` does, with a block to a slice. */
export function* readProseTask(
  text: string,
  format: TextFormat = 'markdown',
  before?: Prose,
): CooperativeTask<Prose> {
  const { blocks, comments, syntax } =
    format === 'plain'
      ? { blocks: readPlainText(text), comments: [], syntax: undefined }
      : yield* readMarkdownTask(text, before?.syntax);
  return {
    text,
    lines: new LineMap(text),
    blocks: yield* blocksOf(text, blocks, before),
    comments,
    syntax,
  };
}

/** Reads what was taken out of a document; its text is one paragraph a line. */
export function proseOfParagraphs(paragraphs: readonly Paragraph[]): Prose {
  const text = textOfParagraphs(paragraphs);
  const blocks = runToCompletion(blocksOf(text, readParagraphs(paragraphs)));
  return { text, lines: new LineMap(text), blocks, comments: [] };
}

function* blocksOf(
  text: string,
  raw: readonly RawBlock[],
  before?: Prose,
): CooperativeTask<readonly Block[]> {
  const cut: RawBlock[] = [];
  for (const block of raw) {
    cut.push(...cutAtParagraphLines(block, text).flatMap(cutLongBlock));
    yield;
  }
  const older = before?.blocks ?? [];
  const { first, oldEnd, newEnd } = changed(older, cut);
  const known = new Wordings();
  if (newEnd > first) for (const { wording } of older) known.add(wording);
  const written = new Set(cut.slice(first, newEnd).map(keyOf));
  const replaced = sentencesByWords(
    older.slice(first, oldEnd).filter((block) => !written.has(keyOf(block))),
  );
  const blocks: Block[] = [];
  for (const [index, block] of cut.entries()) {
    const isKept = index < first || index >= newEnd;
    const same = isKept ? older[index < first ? index : index - newEnd + oldEnd] : undefined;
    blocks.push(place(block, same?.wording ?? known.of(block, replaced)));
    yield;
  }
  return blocks;
}

/** What of two versions' blocks is not word for word the same at the head and at the end of both. */
function changed(
  older: readonly Block[],
  newer: readonly RawBlock[],
): { readonly first: number; readonly oldEnd: number; readonly newEnd: number } {
  const isSameAt = (old: number, now: number): boolean => {
    const [one, other] = [older[old], newer[now]];
    return one?.text === other?.text && one?.kind === other?.kind;
  };
  const shorter = Math.min(older.length, newer.length);
  let first = 0;
  while (first < shorter && isSameAt(first, first)) first++;
  let [oldEnd, newEnd] = [older.length, newer.length];
  while (oldEnd > first && newEnd > first && isSameAt(oldEnd - 1, newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { first, oldEnd, newEnd };
}

/** What is known of blocks, by their words and kind. */
class Wordings {
  readonly #known = new Map<BlockKind, Map<string, Wording>>();

  add(wording: Wording): void {
    const { kind, text } = wording;
    const ofKind = this.#known.get(kind);
    if (ofKind === undefined) this.#known.set(kind, new Map([[text, wording]]));
    else ofKind.set(text, wording);
  }

  /** What is known of a block's words; what is found out is noted. `replaced` is as of `read`. */
  of(raw: RawBlock, replaced: SentencesByWords): Wording {
    let wording = this.#known.get(raw.kind)?.get(raw.text);
    if (wording === undefined) this.add((wording = read(raw, replaced)));
    return wording;
  }
}

/** A sentence and the block that it stands in. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
}

/** The sentences of a text, in order. */
export const sentencesOf = memoize(({ blocks }: Prose): readonly PlacedSentence[] =>
  blocks.flatMap((block) => block.sentences.map((sentence) => ({ block, sentence }))),
);

/** The stretch of the draft, in UTF-16 units, that shows a stretch of a block's prose. */
export function placeOf(block: Block, span: Span): Span {
  return block.map.toDraft(span.start, span.end);
}

/** Sentences, each by its words and what it is. */
type SentencesByWords = ReadonlyMap<string, Sentence>;

function sentencesByWords(
  wordings: readonly Pick<Wording, 'kind' | 'sentences'>[],
): SentencesByWords {
  return new Map(
    wordings.flatMap(({ kind, sentences }) =>
      sentences.map((sentence) => [sentenceKeyOf(kind, sentence), sentence] as const),
    ),
  );
}

function sentenceKeyOf(kind: BlockKind, { role, text }: Sentence): string {
  return `${kind} ${role} ${text}`;
}

function place(raw: RawBlock, wording: Wording): Block {
  // Field by field, as Node 20 keeps what `...` puts together for longer than it is used.
  const { kind, text, level, map, emphasised } = raw;
  const { role, sentences, quotations } = wording;
  return { kind, text, level, map, emphasised, role, sentences, quotations, wording };
}

/** All that the reading of a block depends on. */
function keyOf({ kind, text }: Pick<Wording, 'kind' | 'text'>): string {
  return `${kind} ${text}`;
}

/** `replaced` are the sentences of those blocks of the version before that are no more. */
function read(raw: RawBlock, replaced: SentencesByWords): Wording {
  const { kind, text } = raw;
  const role = structuralRoleOf(raw);
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
