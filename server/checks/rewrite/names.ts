import { isCalendarWord } from '../../lexicon/calendar.js';
import { isBodyHead, isEventHead, isPlaceHead } from '../../lexicon/nameWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { placeOfDemonym } from '../../reference/gazetteer.js';
import { mentionIn } from '../../reference/extraction/mentions.js';
import { readNameRuns } from '../../reference/extraction/nameRuns.js';
import { editDistance } from '../../reference/names/editDistance.js';
import {
  type PlacedWords,
  type RewriteChange,
  added,
  changed,
  lost,
  placedWords,
} from './rewriteChange.js';
import { likeness } from './sentencePairs.js';

/** A name at its place in a text. */
interface PlacedName {
  readonly words: PlacedWords;
  readonly sentence: Sentence;
  /** Its words that begin with a capital, the adjectives of places as the places: “Russian” as “Russia”. */
  readonly parts: readonly string[];
}

/** A text as names are looked up in it. */
interface Named {
  readonly names: readonly PlacedName[];
  /** All its words as written. */
  readonly written: ReadonlySet<string>;
  /** The same, the places of its adjectives and the initials of its names. */
  readonly known: ReadonlySet<string>;
}

/** The names that a rewrite changes, adds and leaves out. A shorter or a longer form of a name is the same name. */
export function* changedNames(
  before: Prose,
  after: Prose,
): CooperativeTask<readonly RewriteChange[]> {
  const [old, now] = [yield* namesIn(before), yield* namesIn(after)];
  const gone = once(old.names.filter((name) => !isNamed(name, now)));
  const strange = once(now.names.filter((name) => isStrange(name, old)));
  const changes = strange.map((name) => {
    const spelled = old.names.find((other) => isMisspelled(name, other));
    if (spelled !== undefined) return changed('name', spelled.words, name.words);
    const replaced = nearest(name, gone);
    if (replaced === undefined) return added('name', name.words);
    gone.splice(gone.indexOf(replaced), 1);
    return changed('name', replaced.words, name.words);
  });
  const spelledOtherwise = new Set(changes.map((change) => change.before?.text));
  return [
    ...changes,
    ...gone
      .filter(({ words }) => !spelledOtherwise.has(words.text))
      .map(({ words }) => lost('name', words)),
  ];
}

function* namesIn(prose: Prose): CooperativeTask<Named> {
  const names: PlacedName[] = [];
  for (const sentence of yield* readNameRuns(prose)) {
    for (const run of sentence.runs) {
      const mention = mentionIn(sentence, run);
      if (mention === undefined) continue;
      const { first, last } = mention;
      const [start, end] = [sentence.words[first]?.start, sentence.words[last]?.end];
      const parts = sentence.words
        .slice(first, last + 1)
        .map(({ text }) => text)
        .filter((word) => /^\p{Lu}/u.test(word) && !isCalendarWord(word))
        .map(partOf);
      if (start === undefined || end === undefined || parts.length === 0) continue;
      const words = placedWords(sentence.block, { start, end });
      names.push({ words, sentence: sentence.sentence, parts });
    }
  }
  const words = prose.text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  // “WHO” stands for “World Health Organization”.
  const initials = names.map(initialsOf);
  const abbreviations = prose.text.match(/(?:\p{Lu}\.){2,}/gu) ?? [];
  const plain = words.flatMap((word) => [word, word.replace(/['’]s?$/u, ''), ...word.split('-')]);
  const written = [...plain, ...abbreviations.map((word) => word.replaceAll('.', ''))];
  return {
    names,
    written: new Set(written),
    known: new Set([...written, ...initials, ...plain.map(partOf)]),
  };
}

function partOf(word: string): string {
  const plain = word.replaceAll('’', "'").replace(/'s?$/u, '');
  return placeOfDemonym(plain)?.name ?? plain;
}

/**
 * True for a name with a word that a text does not have; a word for the kind of thing may be left
 * out there: “Hollum Hospital”.
 */
function isStrange(name: PlacedName, text: Named): boolean {
  if (isAbbreviated(name, text)) return false;
  const { parts } = name;
  const unknown = parts.filter((part) => !isKnown(part, text));
  const saysSort = (part: string): boolean =>
    isBodyHead(part) || isEventHead(part) || isPlaceHead(part);
  return unknown.length === parts.length
    ? unknown.length > 0
    : unknown.some((part) => !saysSort(part));
}

/** True for a name if a text has one of its words, or its initials. */
function isNamed(name: PlacedName, text: Named): boolean {
  return name.parts.some((part) => isKnown(part, text)) || isAbbreviated(name, text);
}

/** True for a name of two words or more whose initials a text has as a word. */
function isAbbreviated(name: PlacedName, { written }: Named): boolean {
  const initials = initialsOf(name);
  return initials.length > 1 && written.has(initials);
}

function initialsOf({ parts }: Pick<PlacedName, 'parts'>): string {
  return parts.map((part) => part.charAt(0)).join('');
}

/** True for a word that another text has, also in lower case, in the plural or as the initials of a name. */
function isKnown(part: string, { known }: Named): boolean {
  const forms = [
    part,
    part.toLowerCase(),
    part.replaceAll('.', ''),
    `${part}s`,
    part.replace(/s$/u, ''),
  ];
  return forms.some((form) => known.has(form));
}

/** The first of each name. */
function once(names: readonly PlacedName[]): PlacedName[] {
  return names.filter(
    ({ words }, index) => names.findIndex((other) => other.words.text === words.text) === index,
  );
}

/** The maximum number of letters by which a misspelled word differs, and the shortest such word. */
const MOST_LETTERS = 2;
const SHORTEST = 5;

/** True for a name that differs from another only by a letter or two of one word. */
function isMisspelled({ parts }: PlacedName, other: PlacedName): boolean {
  const unlike = parts.filter((part) => !other.parts.includes(part));
  const [part] = unlike;
  return (
    part !== undefined &&
    unlike.length === 1 &&
    part.length >= SHORTEST &&
    other.parts.some(
      (word) =>
        word.length >= SHORTEST &&
        editDistance(part.toLowerCase(), word.toLowerCase(), MOST_LETTERS) <= MOST_LETTERS,
    )
  );
}

/**
 * From this likeness on, a name replaces another one, which may be of a person, a town or a firm.
 */
const MUCH_THE_SAME = 0.75;

/** The name of a like sentence that is gone from the text. */
function nearest({ sentence }: PlacedName, gone: readonly PlacedName[]): PlacedName | undefined {
  const [best] = gone
    .map((other) => ({ other, like: likeness(sentence, other.sentence) }))
    .filter(({ like }) => like >= MUCH_THE_SAME)
    .sort((a, b) => b.like - a.like);
  return best?.other;
}
