import { type KnownPlace, placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import type { Candidate } from './candidates.js';
import { type NameMention, sourceTextOf } from './mentions.js';
import type { NamedSentence } from './nameRun.js';

/**
 * The places of a source as entities: those it names, under the first name it uses, and the countries that it mentions
 * only by their adjective or people.
 */
export function placeEntities(
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
  for (const mention of demonymsIn(sentences)) {
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

/** Adjectives and peoples at the start of a run: “Kazakh children”, “Russian Foreign Minister”. */
function demonymsIn(sentences: readonly NamedSentence[]): readonly NameMention[] {
  return sentences.flatMap((sentence) =>
    sentence.runs.flatMap((run) =>
      [1, 0]
        .flatMap((more) => {
          const last = run.first + more;
          const name = last > run.last ? '' : sourceTextOf(sentence, run.first, last);
          return placeOfDemonym(name) === undefined
            ? []
            : [
                {
                  sentence,
                  first: run.first,
                  last,
                  name,
                  honorific: false,
                  runKind: 'plain' as const,
                },
              ];
        })
        .slice(0, 1),
    ),
  );
}

/** The well-known place after a comma: “Springfield, Illinois”. */
function seatAfter({ sentence, last }: NameMention): string | undefined {
  const run = sentence.runFrom.get(last + 1);
  if (run === undefined || sentence.words[run.first]?.gap !== ', ') return undefined;
  return placeNamed(run.text) === undefined ? undefined : run.text;
}
