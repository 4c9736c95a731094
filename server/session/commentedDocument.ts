import { toBase64 } from '../../protocol/base64.js';
import type { CommentedDocument } from '../../protocol/requests.js';
import { blockAt } from '../checks/anchor.js';
import { type DraftComment, OWN_COMMENTS } from '../features/draftComments.js';
import type { Block, Prose } from '../prose/prose.js';
import { type AlignedText, alignTexts } from '../sources/alignTexts.js';
import { isUnreadable } from '../sources/extractors/document.js';
import { MAX_DOCUMENT_BYTES } from '../sources/ingest.js';
import type { WordComment } from '../sources/wordComments.js';
import { fileNameOf, parentFolder } from '../workspace/uris.js';
import { UnreadableError } from '../workspace/workspace.js';
import type { DocumentHost } from './sessionHost.js';

/**
 * The Word document at a URI with comments on the draft that was made from it, or the reason why it
 * cannot be read, as a sentence. Later changes in the draft become comments too: the words of the
 * document stay as they are. Does not reject.
 */
export async function commentedDocument(
  { open, readDocument }: DocumentHost,
  uri: string,
  prose: Prose,
  comments: readonly DraftComment[],
): Promise<CommentedDocument | { readonly reason: string }> {
  const folder = parentFolder(uri);
  const workspace = folder && open(folder);
  if (workspace === undefined) return { reason: 'It is in no folder that can be read.' };
  const path = fileNameOf(uri);
  try {
    const bytes = await workspace.readBytes(path, MAX_DOCUMENT_BYTES);
    const document = await readDocument('word', bytes);
    if (isUnreadable(document)) return { reason: `${path} ${document.unreadable}.` };
    const placed = commentsOnParagraphs(
      document.map(({ text }) => onOneLine(text)),
      prose,
      comments,
    );
    // Loaded with the first document, because it unpacks and packs archives.
    const { withComments } = await import('../sources/wordComments.js');
    const result = withComments(bytes, placed, new Date());
    if (result === undefined) return { reason: `${path} is not a Word document (.docx).` };
    return { base64: toBase64(result), count: placed.length };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { reason: `${error.message}.` };
  }
}

/** The comments on a draft at the paragraphs of its document, with the changes since. */
export function commentsOnParagraphs(
  paragraphs: readonly string[],
  prose: Prose,
  comments: readonly DraftComment[],
): readonly WordComment[] {
  const { blocks } = prose;
  const texts = blocks.map(({ text }) => onOneLine(text));
  const aligned = alignTexts(paragraphs, texts);
  const byBlock = new Map(blocks.map((block, at) => [block, at]));
  /** The paragraph of a block, otherwise the last one before it. */
  const paragraphOf = (at: number): number =>
    aligned.slice(0, at + 1).findLast((one) => one !== undefined)?.index ?? 0;
  const placed = comments.map(({ span, author, text }): WordComment => {
    const block = blockAt(prose, span);
    const at =
      (block === undefined ? undefined : byBlock.get(block)) ?? blockBefore(blocks, span.start);
    const paragraph = paragraphOf(at);
    const words =
      block === undefined
        ? undefined
        : wordsIn(block, span, aligned[at], paragraphs[paragraph] ?? '');
    return { paragraph, span: words ?? WHOLE, ...authorOf(author), text };
  });
  const changes = texts.flatMap((text, at): readonly WordComment[] => {
    const change = aligned[at];
    if (change?.isSame === true) return [];
    const what = change === undefined ? 'Added in the draft' : 'Changed in the draft';
    return [changeAt(paragraphOf(at), `${what}: “${text}”`)];
  });
  const kept = new Set(aligned.map((one) => one?.index));
  const removed = paragraphs.flatMap((_, paragraph) =>
    kept.has(paragraph) ? [] : [changeAt(paragraph, 'Removed in the draft.')],
  );
  return [...placed, ...changes, ...removed].sort((a, b) => a.paragraph - b.paragraph);
}

/** The span that represents a whole paragraph. */
const WHOLE = { start: 0, end: 0 };

function changeAt(paragraph: number, text: string): WordComment {
  return { paragraph, span: WHOLE, ...authorOf(OWN_COMMENTS), text };
}

function authorOf(author: string): Pick<WordComment, 'author' | 'initials'> {
  return { author, initials: author === OWN_COMMENTS ? 'CD' : author };
}

/**
 * The place of a block's words in the paragraph that it comes from; `undefined` if they are not in
 * it.
 */
function wordsIn(
  { text, map }: Block,
  span: WordComment['span'],
  aligned: AlignedText | undefined,
  paragraph: string,
): WordComment['span'] | undefined {
  if (aligned === undefined) return undefined;
  const [from, to] = [map.toProse(span.start), map.toProse(span.end)];
  const words = onOneLine(text.slice(from, to));
  // Where it begins in the block, if the texts agree up to there.
  const before = onOneLine(`${text.slice(0, from)}|`).length - 1;
  const start = paragraph.startsWith(words, before) ? before : paragraph.indexOf(words);
  return words === '' || start < 0 ? undefined : { start, end: start + words.length };
}

/** The index of the last block that ends before a place; 0 if there is none. */
function blockBefore(blocks: readonly Block[], offset: number): number {
  return Math.max(
    0,
    blocks.findLastIndex(({ map }) => map.extent.end <= offset),
  );
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
