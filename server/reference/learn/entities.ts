import type { Prose } from '../../prose/prose.js';
import { placeNamed } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import { bodiesOf } from './bodies.js';
import { candidatesIn } from './candidates.js';
import type { Cite } from './cite.js';
import type { NameMention } from './mentions.js';
import { readNames } from './nameRuns.js';
import { gatherPeople, ownersOf, peopleOf } from './people.js';
import { placesOf } from './places.js';

/** The people, bodies, places and events that an article names. */
export function learnEntities(prose: Prose, citePlace: Cite): readonly Entity[] {
  const sentences = readNames(prose);
  const candidates = candidatesIn(sentences);
  const cite = ({ sentence, first }: NameMention): Citation =>
    citePlace(sentence.block, sentence.words[first]?.start ?? 0);
  const people = gatherPeople(candidates);
  const owners = ownersOf(people);
  const others = candidates.filter(
    ({ kind, name }) => kind !== 'person' && (placeNamed(name) !== undefined || !owners.has(name)),
  );
  return [
    ...peopleOf(people, cite),
    ...bodiesOf(others, cite),
    ...placesOf(others, sentences, cite),
  ];
}
