import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { entityKindOf } from './entityKinds.js';
import { type NameMention, mentionIn } from './mentions.js';
import type { NamedSentence } from './nameRuns.js';
import { isBodyHead, isFaithOrPeople } from '../../lexicon/nameWords.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isPostNominal } from '../../lexicon/honorifics.js';

/** A name exactly as written in a source, with all its mentions in order. */
export interface Candidate {
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentions: readonly NameMention[];
}

/** The names of a source with their kinds. */
export function candidatesIn(sentences: readonly NamedSentence[]): readonly Candidate[] {
  const byName = new Map<string, NameMention[]>();
  for (const sentence of sentences) {
    for (const run of sentence.runs) {
      const mention = mentionIn(sentence, run);
      if (mention === undefined || isNotEntity(mention.name)) continue;
      const known = byName.get(mention.name);
      if (known === undefined) byName.set(mention.name, [mention]);
      else known.push(mention);
    }
  }
  mergeLongRuns(byName);
  const alone = new Set([...byName.keys()].filter((name) => !name.includes(' ')));
  const titled = new Set(
    [...alone].filter((name) => byName.get(name)?.some(({ honorific }) => honorific)),
  );
  return [...byName]
    .filter(([name, mentions]) => isLikely(name, mentions))
    .map(([name, mentions]) => ({
      name,
      kind: entityKindOf(name, mentions, alone, titled),
      mentions,
    }));
}

/** True for a single letter, a repeated word, or a demonym, religion, role or similar noun: none of these is an entity. */
function isNotEntity(name: string): boolean {
  return (
    /^\p{L}\.?$/u.test(name) ||
    /(?:^|\s)(\S+)\s\1(?:\s|$)/u.test(name) ||
    placeOfDemonym(name) !== undefined ||
    isFaithOrPeople(name) ||
    isBodyHead(name) ||
    isRoleNoun(name) ||
    isPostNominal(name)
  );
}

/** Merges “Unpopular Ada Roe” into “Ada Roe” if the source also has that name. */
function mergeLongRuns(byName: Map<string, NameMention[]>): void {
  for (const [name, mentions] of byName) {
    const words = name.split(' ');
    for (let from = 1; from < words.length - 1; from++) {
      const rest = words.slice(from).join(' ');
      const known = isGivenName(words[from] ?? '') ? byName.get(rest) : undefined;
      if (known === undefined) continue;
      const cut = (mention: NameMention): NameMention => ({
        ...mention,
        first: mention.first + from,
        name: rest,
      });
      known.push(...mentions.map(cut));
      byName.delete(name);
      break;
    }
  }
}

/** False for an English word that has a capital only once, probably because the full stop before it is missing. */
function isLikely(name: string, mentions: readonly NameMention[]): boolean {
  if (mentions.length > 1 || name.includes(' ') || !isEnglishWord(name)) return true;
  return (
    isGivenName(name) ||
    placeNamed(name) !== undefined ||
    /^\p{Lu}{2}/u.test(name) ||
    mentions.some(({ honorific, office }) => honorific || office !== undefined)
  );
}
