import { captionTimes } from '../prose/captions.js';
import type { CellPlace } from '../prose/markdown.js';
import type { Paragraph } from '../prose/paragraphs.js';
import { type Prose, formatOf, proseFromParagraphs, readProse } from '../prose/prose.js';
import { isDossier, readDossier } from './dossier.js';
import { evidenceTermKeys } from './evidenceTerms.js';
import { createCiter } from './extraction/citations.js';
import { extractEntities } from './extraction/entities.js';
import { extractQuotes } from './extraction/quotes.js';
import { addressesIn } from './linkList.js';
import { restrictionOf } from './extraction/restriction.js';
import { dateOfSource } from './extraction/sourceDate.js';
import { extractSentences } from './extraction/sentences.js';
import { isTable, withDistinctCells } from './tables/cellTexts.js';
import { NO_VOICES, voicesIn, withSpeakers } from './extraction/voices.js';
import { createBase } from './base.js';
import { articleKind } from './extraction/sourceKind.js';
import { withSignedRoles } from './extraction/signatures.js';
import { type SourceIndex } from './sourceIndex.js';
import type { Base, Problem } from './model.js';

/** A source that is plain text or Markdown. */
export interface TextSource {
  /** The name by which it is cited. */
  readonly name: string;
  readonly text: string;
}

/** The paragraphs extracted from a document. The line of a citation is then the 1-based number of a paragraph. */
export interface DocumentSource {
  /** The name by which it is cited. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A source that can be indexed. */
export type Source = TextSource | DocumentSource;

/** Indexes sources and combines them into a base. Dossiers take precedence over other sources. */
export function buildBase(sources: readonly Source[]): {
  readonly base: Base;
  readonly problems: readonly Problem[];
} {
  const indexes = sources.map(indexSource);
  return { base: createBase(indexes), problems: indexes.flatMap(({ problems }) => problems) };
}

/** Indexes one source, independently of all others. */
export function indexSource(source: Source): SourceIndex {
  const { name } = source;
  if ('paragraphs' in source) {
    const { paragraphs } = source;
    return indexArticle(name, proseFromParagraphs(paragraphs), paragraphs.map(passageOf));
  }
  const { text } = source;
  const format = formatOf(name);
  if (!isDossier(text)) {
    const passages = format === 'captions' ? captionTimes(text) : [];
    const index = indexArticle(name, readProse(text, format), passages);
    const addresses = format === 'table' || format === 'captions' ? [] : addressesIn(text);
    return addresses.length === 0 ? index : { ...index, addresses };
  }
  const prose = readProse(text);
  const { base, problems } = readDossier(name, prose);
  return {
    source: name,
    kind: 'dossier',
    ...restrictionOf(text, name),
    words: wordCountOf(prose),
    ...base,
    paragraphs: [],
    sentences: [],
    termKeys: evidenceTermKeys(base.facts.map((fact) => fact.text)),
    problems,
  };
}

function indexArticle(
  source: string,
  prose: Prose,
  passages: readonly (string | undefined)[],
): SourceIndex {
  const cite = createCiter(source, prose, passages);
  const extracted = extractEntities(withDistinctCells(prose), cite);
  const voices = isTable(prose) ? NO_VOICES : voicesIn(prose, extracted.entities);
  const entities = withSignedRoles(withSpeakers(extracted, voices, cite), prose, cite);
  const date = dateOfSource(prose, source);
  const { paragraphs, sentences, texts } = extractSentences(prose, voices, cite, date);
  return {
    source,
    kind: articleKind(prose, voices),
    ...restrictionOf(prose.text, source),
    ...(date === undefined ? {} : { date }),
    words: wordCountOf(prose),
    entities,
    quotes: extractQuotes(prose, entities, voices, cite),
    paragraphs,
    sentences,
    facts: [],
    termKeys: evidenceTermKeys(texts),
    problems: [],
  };
}

/** The place of a paragraph in its document: its page or its cell. */
function passageOf({ page, cell }: Paragraph): string | undefined {
  if (page !== undefined) return `p. ${page}`;
  return cell?.sheet === undefined ? undefined : `${cell.sheet}!${cellName(cell)}`;
}

const LETTERS = 26;

/** The name of a cell as spreadsheets write it: “C12”. */
function cellName({ row, column }: CellPlace): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    letters = String.fromCodePoint(0x41 + ((left - 1) % LETTERS)) + letters;
  }
  return `${letters}${row + 1}`;
}

function wordCountOf({ blocks }: Prose): number {
  return blocks.reduce((sum, { text }) => sum + (text.match(WORD)?.length ?? 0), 0);
}

const WORD = /[\p{L}\p{N}]\S*/gu;
