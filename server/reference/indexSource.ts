import type { Paragraph } from '../prose/paragraphs.js';
import { type Prose, formatOf, proseFromParagraphs, readProse } from '../prose/prose.js';
import { isMarkedConfidential } from './confidential.js';
import { isDossier, readDossier } from './dossier.js';
import { evidenceTermKeys } from './evidenceTerms.js';
import { createCiter } from './extraction/citations.js';
import { extractEntities } from './extraction/entities.js';
import { extractQuotes } from './extraction/quotes.js';
import { dateOfSource } from './extraction/sourceDate.js';
import { extractSentences } from './extraction/sentences.js';
import { voicesIn, withSpeakers } from './extraction/voices.js';
import { createBase } from './base.js';
import { articleKind } from './extraction/sourceKind.js';
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
    return indexArticle(
      name,
      proseFromParagraphs(paragraphs),
      paragraphs.map(({ page }) => page),
    );
  }
  const { text } = source;
  if (!isDossier(text)) return indexArticle(name, readProse(text, formatOf(name)));
  const prose = readProse(text);
  const { base, problems } = readDossier(name, prose);
  return {
    source: name,
    kind: 'dossier',
    ...(isMarkedConfidential(text, name) ? { isConfidential: true } : {}),
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
  pages: readonly (number | undefined)[] = [],
): SourceIndex {
  const cite = createCiter(source, prose, pages);
  const extracted = extractEntities(prose, cite);
  const voices = voicesIn(prose, extracted);
  const entities = withSpeakers(extracted, voices, cite);
  const date = dateOfSource(prose, source);
  const { paragraphs, sentences, texts } = extractSentences(prose, voices, cite, date);
  return {
    source,
    kind: articleKind(prose, voices),
    ...(date === undefined ? {} : { date }),
    ...(isMarkedConfidential(prose.text, source) ? { isConfidential: true } : {}),
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

function wordCountOf({ blocks }: Prose): number {
  return blocks.reduce((sum, { text }) => sum + (text.match(WORD)?.length ?? 0), 0);
}

const WORD = /[\p{L}\p{N}]\S*/gu;
