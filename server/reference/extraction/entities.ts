import type { Prose } from '../../prose/prose.js';
import { placeNamed } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import { bodyEntities } from './bodies.js';
import { candidatesIn } from './candidates.js';
import type { Cite } from './citations.js';
import type { NameMention } from './mentions.js';
import { readNameRuns } from './nameRuns.js';
import { gatherPeople, peopleByShortName, personEntities } from './people.js';
import { placeEntities } from './places.js';

/** The people, bodies, places and events that an article names. */
export function extractEntities(prose: Prose, citePlace: Cite): readonly Entity[] {
  const sentences = readNameRuns(prose);
  const candidates = candidatesIn(sentences);
  const cite = ({ sentence, first }: NameMention): Citation =>
    citePlace(sentence.block, sentence.words[first]?.start ?? 0);
  const people = gatherPeople(candidates);
  const byShortName = peopleByShortName(people);
  const others = candidates.filter(
    ({ kind, name }) =>
      kind !== 'person' && (placeNamed(name) !== undefined || !byShortName.has(name)),
  );
  return [
    ...personEntities(people, cite),
    ...bodyEntities(others, cite),
    ...placeEntities(others, sentences, cite),
  ];
}
