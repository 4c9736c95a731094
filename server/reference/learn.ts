import { formatOf, readProse } from '../prose/prose.js';
import { isDossier, readDossier } from './dossier.js';
import { learnEntities } from './learn/entities.js';
import { learnFacts } from './learn/facts.js';
import { learnQuotes } from './learn/quotes.js';
import { mergeBases } from './merge.js';
import type { Base, Problem } from './model.js';

/** A text that a reporter works from, and the name it is cited by. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

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

function learnSource({ name, text }: Source): {
  readonly base: Base;
  readonly problems: readonly Problem[];
  /** True for what a person wrote down for the desk. */
  readonly written: boolean;
} {
  if (isDossier(text)) return { ...readDossier(name, readProse(text)), written: true };
  const prose = readProse(text, formatOf(name));
  const entities = learnEntities(name, prose);
  return {
    base: { entities, facts: learnFacts(name, prose), quotes: learnQuotes(name, prose, entities) },
    problems: [],
    written: false,
  };
}
