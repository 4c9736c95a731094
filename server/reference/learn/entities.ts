import { type Prose, placeOf } from '../../prose/prose.js';
import { placeNamed } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import { bodiesOf } from './bodies.js';
import { candidatesIn } from './candidates.js';
import type { NameMention } from './mentions.js';
import { readNames } from './nameRuns.js';
import { gatherPeople, ownersOf, peopleOf } from './people.js';
import { placesOf } from './places.js';

/** The people, bodies, places and events that an article names. Cannot throw. */
export function learnEntities(source: string, prose: Prose): readonly Entity[] {
  const sentences = readNames(prose);
  const candidates = candidatesIn(sentences);
  const cite = (mention: NameMention): Citation => {
    const start = mention.sentence.words[mention.first]?.start ?? 0;
    const at = placeOf(mention.sentence.block, { start, end: start + 1 }).start;
    return { source, line: prose.lines.position(at).line + 1 };
  };
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
