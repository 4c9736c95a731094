import type { Paragraph } from '../prose/paragraphs.js';
import { type Prose, formatOf, proseOfParagraphs, readProse } from '../prose/prose.js';
import { isDossier, readDossier } from './dossier.js';
import { type Cite, citer } from './learn/cite.js';
import { learnEntities } from './learn/entities.js';
import { learnFacts } from './learn/facts.js';
import { learnQuotes } from './learn/quotes.js';
import { mergeBases } from './merge.js';
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

/** Learns a base from dossiers and from any other text. What a dossier says goes before what was learned. Cannot throw. */
export function learn(sources: readonly Source[]): {
  readonly base: Base;
  readonly problems: readonly Problem[];
} {
  const learned = sources.map(learnSource);
  const dossiers = learned.filter(({ written }) => written);
  const articles = learned.filter(({ written }) => !written);
  return {
    base: mergeBases([...dossiers, ...articles].map(({ base }) => base)),
    problems: learned.flatMap(({ problems }) => problems),
  };
}

function learnSource(source: Source): {
  readonly base: Base;
  readonly problems: readonly Problem[];
  /** True for what a person wrote down for the desk. */
  readonly written: boolean;
} {
  const { name } = source;
  if ('paragraphs' in source) {
    const prose = proseOfParagraphs(source.paragraphs);
    const pages = source.paragraphs.map(({ page }) => page);
    return { base: learnArticle(prose, citer(name, prose, pages)), problems: [], written: false };
  }
  const { text } = source;
  if (isDossier(text)) return { ...readDossier(name, readProse(text)), written: true };
  const prose = readProse(text, formatOf(name));
  return { base: learnArticle(prose, citer(name, prose)), problems: [], written: false };
}

function learnArticle(prose: Prose, cite: Cite): Base {
  const entities = learnEntities(prose, cite);
  return { entities, facts: learnFacts(prose, cite), quotes: learnQuotes(prose, entities, cite) };
}
