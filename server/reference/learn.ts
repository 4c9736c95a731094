import { formatOf, readProse } from '../prose/prose.js';
import { isDossier, readDossier } from './dossier.js';
import { learnEntities } from './learn/entities.js';
import { learnFacts } from './learn/facts.js';
import { learnQuotes } from './learn/quotes.js';
import type { Base, Problem } from './model.js';

/** A text that a reporter works from, and the name it is cited by. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Learns a base from dossiers and from any other text. Cannot throw. */
export function learn(sources: readonly Source[]): {
  readonly base: Base;
  readonly problems: readonly Problem[];
} {
  const learned = sources.map(learnSource);
  return {
    base: {
      entities: learned.flatMap(({ base }) => base.entities),
      facts: learned.flatMap(({ base }) => base.facts),
      quotes: learned.flatMap(({ base }) => base.quotes),
    },
    problems: learned.flatMap(({ problems }) => problems),
  };
}

function learnSource({ name, text }: Source): {
  readonly base: Base;
  readonly problems: readonly Problem[];
} {
  if (isDossier(text)) return readDossier(name, readProse(text));
  const prose = readProse(text, formatOf(name));
  const entities = learnEntities(name, prose);
  return {
    base: { entities, facts: learnFacts(name, prose), quotes: learnQuotes(name, prose, entities) },
    problems: [],
  };
}
