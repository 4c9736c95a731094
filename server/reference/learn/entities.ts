import { type Prose, placeOf } from '../../prose/prose.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { Citation, Entity, EntityKind } from '../model.js';
import { kindOf } from './kinds.js';
import { type NameMention, mentionIn } from './mentions.js';
import { type NamedSentence, readNames } from './nameRuns.js';
import { isBodyHead } from './nameWords.js';
import { isRoleNoun } from './roleWords.js';

/** A name of a source with all its mentions, first one first. */
interface Candidate {
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentions: readonly NameMention[];
}

/** The people, bodies, places and events that an article names. Cannot throw. */
export function learnEntities(source: string, prose: Prose): readonly Entity[] {
  const sentences = readNames(prose);
  const candidates = candidatesIn(sentences);
  const citationOf = (mention: NameMention): Citation => {
    const start = mention.sentence.words[mention.first]?.start ?? 0;
    const at = placeOf(mention.sentence.block, { start, end: start + 1 }).start;
    return { source, line: prose.lines.position(at).line + 1 };
  };
  const people = candidates.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  return candidates
    .filter((candidate) => !isPartOf(candidate, people))
    .flatMap(({ name, kind, mentions }) => {
      const mention = mentions[0];
      if (mention === undefined) return [];
      const known = kind === 'place' ? placeNamed(name) : undefined;
      return [
        {
          kind,
          name,
          forms: (known === undefined ? [] : [known.name, ...known.forms]).filter(
            (form) => form !== name,
          ),
          demonyms: known?.demonyms ?? [],
          roles: [],
          bio: '',
          ...(known?.seat === undefined ? {} : { seat: known.seat }),
          citation: citationOf(mention),
        },
      ];
    });
}

function candidatesIn(sentences: readonly NamedSentence[]): readonly Candidate[] {
  const byName = new Map<string, NameMention[]>();
  for (const sentence of sentences) {
    for (const run of sentence.runs) {
      const mention = mentionIn(sentence, run);
      if (mention === undefined || isNoEntity(mention.name)) continue;
      const known = byName.get(mention.name);
      if (known === undefined) byName.set(mention.name, [mention]);
      else known.push(mention);
    }
  }
  return [...byName].map(([name, mentions]) => ({ name, kind: kindOf(name, mentions), mentions }));
}

/** A people, or a body's noun alone, names nothing by itself. */
function isNoEntity(name: string): boolean {
  return placeOfDemonym(name) !== undefined || isBodyHead(name) || isRoleNoun(name);
}

/** True for a surname or a first name of someone whose full name the source has. */
function isPartOf(candidate: Candidate, people: readonly Candidate[]): boolean {
  return people.some(
    ({ name }) =>
      name !== candidate.name &&
      (name.endsWith(` ${candidate.name}`) || name.startsWith(`${candidate.name} `)),
  );
}
