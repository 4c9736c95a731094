import { type CooperativeTask, runToCompletion } from '../../prose/cooperativeTask.js';
import type { Block, Prose } from '../../prose/prose.js';
import { placeNamed } from '../gazetteer.js';
import type { Citation, Entity, EntityKind } from '../model.js';
import { bodyEntities } from './bodies.js';
import { type Candidate, candidatesIn } from './candidates.js';
import type { Cite } from './citations.js';
import type { NameMention } from './mentions.js';
import type { NamedSentence } from './nameRun.js';
import { readNameRuns } from './nameRuns.js';
import type { Office } from './officePhrase.js';
import { type Person, gatherPeople, peopleByShortName } from './people.js';
import { placeEntities } from './places.js';
import { ownOffices, personEntities } from './roles.js';

/** The entities in an article. */
export interface Extracted {
  readonly entities: readonly Entity[];
  /** The offices that the words of a block claim for their speaker: “I chair the port board”. */
  readonly own: ReadonlyMap<Block, readonly Office[]>;
}

/** The people, bodies, places and events that an article names. */
export function extractEntities(prose: Prose, citePlace: Cite): Extracted {
  const sentences = runToCompletion(readNameRuns(prose));
  const { people, others } = gatherNames(sentences);
  const cite = ({ sentence, first }: NameMention): Citation =>
    citePlace(sentence.block, sentence.words[first]?.start ?? 0);
  const entities = [
    ...personEntities(people, others, sentences, citePlace),
    ...bodyEntities(others, cite),
    ...placeEntities(others, sentences, cite),
  ];
  return { entities, own: ownOffices(sentences) };
}

/** A person, a body or an event with every place at which a text names it. */
export interface NamedEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly mentions: readonly NameMention[];
}

/** The people, bodies and events of a text with their mentions. Yields after each sentence. */
export function* namedEntitiesIn(prose: Prose): CooperativeTask<readonly NamedEntity[]> {
  const { people, others } = gatherNames(yield* readNameRuns(prose));
  yield;
  const mentionsOf = new Map(others.map(({ name, mentions }) => [name, mentions]));
  const bodies = bodyEntities(others, () => ({ source: '', line: 1 }));
  return [
    ...people.map(({ name, mentions }): NamedEntity => ({ kind: 'person', name, mentions })),
    ...bodies.map(({ kind, name, forms }): NamedEntity => {
      const mentions = [name, ...forms].flatMap((form) => mentionsOf.get(form) ?? []);
      return { kind, name, mentions };
    }),
  ];
}

function gatherNames(sentences: readonly NamedSentence[]): {
  readonly people: readonly Person[];
  readonly others: readonly Candidate[];
} {
  const candidates = candidatesIn(sentences);
  const people = gatherPeople(candidates);
  const byShortName = peopleByShortName(people);
  const others = candidates.filter(
    ({ kind, name }) =>
      kind !== 'person' && (placeNamed(name) !== undefined || !byShortName.has(name)),
  );
  return { people, others };
}
