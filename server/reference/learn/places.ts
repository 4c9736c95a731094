import { type KnownPlace, placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import type { Candidate } from './candidates.js';
import { type NameMention, textOf } from './mentions.js';
import type { NamedSentence } from './nameRuns.js';

/**
 * Places as a base keeps them: those the source names, under the first name it uses, and the
 * countries that it names only by their adjective or people.
 */
export function placesOf(
  candidates: readonly Candidate[],
  sentences: readonly NamedSentence[],
  cite: (mention: NameMention) => Citation,
): readonly Entity[] {
  const known = new Map<KnownPlace, Entity>();
  const others: Entity[] = [];
  for (const { kind, name, mentions } of candidates) {
    const first = mentions[0];
    if (kind !== 'place' || first === undefined) continue;
    const place = placeNamed(name);
    if (place === undefined) {
      others.push(entityOf(name, cite(first), seatAfter(first)));
    } else if (!known.has(place)) {
      known.set(place, knownEntity(place, name, cite(first)));
    }
  }
  for (const mention of peoplesIn(sentences)) {
    const place = placeOfDemonym(mention.name);
    if (place !== undefined && !known.has(place)) {
      known.set(place, knownEntity(place, place.name, cite(mention)));
    }
  }
  return [...known.values(), ...others];
}

function entityOf(name: string, citation: Citation, seat: string | undefined): Entity {
  return {
    kind: 'place',
    name,
    forms: [],
    demonyms: [],
    roles: [],
    bio: '',
    ...(seat === undefined ? {} : { seat }),
    citation,
  };
}

function knownEntity(place: KnownPlace, name: string, citation: Citation): Entity {
  return {
    ...entityOf(name, citation, place.seat),
    forms: [place.name, ...place.forms].filter((form) => form !== name),
    demonyms: place.demonyms,
  };
}

/** Adjectives and peoples at the head of a run: “Kazakh children”, “Russian Foreign Minister”. */
function peoplesIn(sentences: readonly NamedSentence[]): readonly NameMention[] {
  return sentences.flatMap((sentence) =>
    sentence.runs.flatMap((run) =>
      [1, 0]
        .flatMap((more) => {
          const last = run.first + more;
          const name = last > run.last ? '' : textOf(sentence, run.first, last);
          return placeOfDemonym(name) === undefined
            ? []
            : [
                {
                  sentence,
                  first: run.first,
                  last,
                  name,
                  honorific: false,
                  nature: 'plain' as const,
                },
              ];
        })
        .slice(0, 1),
    ),
  );
}

/** “Springfield, Illinois”: the place that follows after a comma. */
function seatAfter({ sentence, last }: NameMention): string | undefined {
  const run = sentence.runFrom.get(last + 1);
  if (run === undefined || sentence.words[run.first]?.gap !== ', ') return undefined;
  return placeNamed(run.text) === undefined ? undefined : run.text;
}
