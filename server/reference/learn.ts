import type { Paragraph } from '../prose/paragraphs.js';
import { type Prose, formatOf, proseOfParagraphs, readProse } from '../prose/prose.js';
import { isDossier, readDossier } from './dossier.js';
import { evidenceWords } from './evidenceWords.js';
import { citer } from './learn/cite.js';
import { learnEntities } from './learn/entities.js';
import { learnQuotes } from './learn/quotes.js';
import { learnSentences } from './learn/sentences.js';
import { type SourceIndex, createBase } from './sourceIndex.js';
import type { Base, Problem } from './model.js';

/** A text that a reporter works from, and the name it is cited by. */
export interface TextSource {
  readonly name: string;
  readonly text: string;
}

/** The same, where the file is no text: what was taken out of it. A citation's line is then a paragraph's number. */
export interface DocumentSource {
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What can be learned from. */
export type Source = TextSource | DocumentSource;

/** Learns a base from dossiers and from any other text. What a dossier says goes before what was learned. */
export function learn(sources: readonly Source[]): {
  readonly base: Base;
  readonly problems: readonly Problem[];
} {
  const lessons = sources.map(learnSource);
  return { base: createBase(lessons), problems: lessons.flatMap(({ problems }) => problems) };
}

/** Learns what one source teaches, whatever the others say. */
export function learnSource(source: Source): SourceIndex {
  const { name } = source;
  if ('paragraphs' in source) {
    const { paragraphs } = source;
    return learnArticle(
      name,
      proseOfParagraphs(paragraphs),
      paragraphs.map(({ page }) => page),
    );
  }
  const { text } = source;
  if (!isDossier(text)) return learnArticle(name, readProse(text, formatOf(name)));
  const { base, problems } = readDossier(name, readProse(text));
  return {
    source: name,
    written: true,
    ...base,
    paragraphs: [],
    sentences: [],
    words: evidenceWords(base.facts.map((fact) => fact.text)),
    problems,
  };
}

function learnArticle(
  source: string,
  prose: Prose,
  pages: readonly (number | undefined)[] = [],
): SourceIndex {
  const cite = citer(source, prose, pages);
  const entities = learnEntities(prose, cite);
  const { paragraphs, sentences, texts } = learnSentences(prose, cite);
  return {
    source,
    written: false,
    entities,
    quotes: learnQuotes(prose, entities, cite),
    paragraphs,
    sentences,
    facts: [],
    words: evidenceWords(texts),
    problems: [],
  };
}
