import type { Block, Prose } from '../../prose/prose.js';
import type { SourceKind } from '../sourceIndex.js';
import type { Voices } from './voices.js';

const MAIL_HEADER = /^(?:from|to|cc|date|sent|subject|reply-to):\s/iu;
const FEWEST_HEADERS = 2;
const TOP_LENGTH = 2000;

/**
 * The kind of a source that is no dossier: most of a table is in cells, most of a transcript is
 * spoken by someone.
 */
export function articleKind({ text, blocks }: Prose, { speakers, own }: Voices): SourceKind {
  const headers = text
    .slice(0, TOP_LENGTH)
    .split('\n')
    .filter((line) => MAIL_HEADER.test(line));
  if (headers.length >= FEWEST_HEADERS) return 'mail';
  const isMost = (test: (block: Block) => boolean): boolean =>
    2 * blocks.filter(test).length > blocks.length;
  if (isMost(({ kind }) => kind === 'tableCell')) return 'table';
  return isMost((block) => speakers.has(block) && !own.has(block)) ? 'transcript' : 'article';
}
