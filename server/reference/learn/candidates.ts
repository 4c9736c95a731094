import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { EntityKind } from '../model.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { kindOf } from './kinds.js';
import { type NameMention, mentionIn } from './mentions.js';
import type { NamedSentence } from './nameRuns.js';
import { isBodyHead, isCreed } from '../../lexicon/nameWords.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isPostNominal } from '../names/titles.js';

/** A name of a source, letter for letter, with all its mentions, first one first. */
export interface Candidate {
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentions: readonly NameMention[];
}

/** The names of a source with what each is the name of. */
export function candidatesIn(sentences: readonly NamedSentence[]): readonly Candidate[] {
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
  mergeLongRuns(byName);
  const alone = new Set([...byName.keys()].filter((name) => !name.includes(' ')));
  const titled = new Set(
    [...alone].filter((name) => byName.get(name)?.some(({ honorific }) => honorific)),
  );
  return [...byName]
    .filter(([name, mentions]) => isLikely(name, mentions))
    .map(([name, mentions]) => ({
      name,
      kind: kindOf(name, mentions, alone, titled),
      mentions,
    }));
}

/** A letter, a doubled word, a people, a creed, a body's noun or letters behind a name alone, is no name of anyone or anything. */
function isNoEntity(name: string): boolean {
  return (
    /^\p{L}\.?$/u.test(name) ||
    /(?:^|\s)(\S+)\s\1(?:\s|$)/u.test(name) ||
    placeOfDemonym(name) !== undefined ||
    isCreed(name) ||
    isBodyHead(name) ||
    isRoleNoun(name) ||
    isPostNominal(name)
  );
}

/** Puts “Unpopular Ada Roe” to “Ada Roe”, where that is someone the source names too. */
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

/** A plain English word with a capital once may only have lost the full stop before it. */
function isLikely(name: string, mentions: readonly NameMention[]): boolean {
  if (mentions.length > 1 || name.includes(' ') || !isEnglishWord(name)) return true;
  return (
    isGivenName(name) ||
    placeNamed(name) !== undefined ||
    /^\p{Lu}{2}/u.test(name) ||
    mentions.some(({ honorific, office }) => honorific || office !== undefined)
  );
}
