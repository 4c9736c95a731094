import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { fold } from '../../reference/names/spelling.js';
import type { NameContext } from '../../reference/names/nameContext.js';
import type { NameWord } from '../../reference/names/words.js';
import type { NamesInBlock, NamesInDraft, NamesInSentence } from './nameIndexing.js';

/** An occurrence of a word; offsets are UTF-16 units of the block's prose. */
export interface Occurrence {
  readonly block: Block;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A spelling of a word in names, with its contexts in the draft or in the sources. */
export interface Spelling {
  /** The word, folded. */
  readonly key: string;
  /** The word as first written. */
  readonly text: string;
  /** The sentences of the draft, or the statements of the sources, that contain it. */
  readonly sentences: ReadonlySet<object>;
  /** The keys of the words before and after it in names: a given name, a surname, “Trust”. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** True if it is hyphenated or beside a word that is not English. */
  readonly isNamePart: boolean;
  /** True if it follows an honorific. */
  readonly isTitled: boolean;
  /** True if it is always between punctuation, as in a list of players. */
  readonly isListed: boolean;
  /**
   * True if it is never at the head of a sentence or in a headline, where any word has a capital.
   */
  readonly hasCertainCapital: boolean;
}

/** A spelling in the draft. */
export interface DraftSpelling extends Spelling {
  readonly occurrences: readonly Occurrence[];
  readonly sentences: ReadonlySet<Sentence>;
}

/**
 * No story has more names. A list or generated text may, and among so many some always look alike.
 */
export const MOST_SPELLINGS = 4000;

/** The least length of a compared word, in letters. */
const SHORTEST = 4;

/** The spellings of the draft's unknown capitalised words. Yields after each block. */
export function* spellingsOf({ blocks }: NamesInDraft): CooperativeTask<readonly DraftSpelling[]> {
  const spellings = new Map<string, DraftSpellingBuilder>();
  for (const { block, blockNames } of blocks) {
    for (const [sentence, word] of wordsInBlock(blockNames)) {
      let builder = spellings.get(word.key);
      if (builder === undefined)
        spellings.set(word.key, (builder = new DraftSpellingBuilder(word.key, word.text)));
      builder.add(word, sentence);
      builder.occurrences.push({ block, ...word });
    }
    yield;
  }
  return [...spellings.values()];
}

/** A word with its context in one sentence, see `Spelling`. */
export interface WordInSentence {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly isNamePart: boolean;
  readonly isTitled: boolean;
  readonly isListed: boolean;
  readonly hasCertainCapital: boolean;
}

const wordsInBlock = memoize(({ sentences }: NamesInBlock) =>
  sentences.flatMap(({ sentence, words, context, mentionAt }) =>
    wordsIn(words, context, mentionAt).map((word) => [sentence, word] as const),
  ),
);

/** The capitalised words of a sentence without numbers, except those of the known names in `mentionAt`. */
export function wordsIn(
  words: readonly NameWord[],
  context: NameContext,
  mentionAt?: NamesInSentence['mentionAt'],
): readonly WordInSentence[] {
  return words.flatMap((word, at) => {
    const { text, start, end, joint, possessive } = word;
    if (!/^\p{Lu}[^\p{N}]*$/u.test(text) || mentionAt?.has(word.first) === true) return [];
    const key = fold(text);
    if (key.length < SHORTEST) return [];
    const before = joint === 'hyphen' ? words[at - 1] : context.givenNameBefore(at);
    const next = words[at + 1];
    const goesOn = next?.joint === 'space' && isCapitalised(next.text) && possessive === undefined;
    const beside = [before, goesOn ? next : undefined];
    return [
      {
        key,
        text,
        start,
        end,
        before: before?.key,
        after: goesOn ? next.key : undefined,
        isNamePart:
          joint === 'hyphen' ||
          beside.some((other) => other !== undefined && !isEnglishWord(other.key)),
        isTitled: context.hasHonorific(at),
        isListed: [joint, next?.joint].every((each) => each !== 'space' && each !== 'hyphen'),
        hasCertainCapital: at > 0 && !context.isHeadline,
      },
    ];
  });
}

/** Collects the signs at the places of a spelling. */
export class SpellingBuilder<Place extends object = object> implements Spelling {
  readonly key: string;
  readonly text: string;
  readonly sentences = new Set<Place>();
  readonly before = new Set<string>();
  readonly after = new Set<string>();
  isNamePart = false;
  isTitled = false;
  isListed = true;
  hasCertainCapital = true;

  constructor(key: string, text: string) {
    this.key = key;
    this.text = text;
  }

  add(word: WordInSentence, sentence: Place): void {
    const { before, after, isNamePart, isTitled, isListed, hasCertainCapital } = word;
    this.sentences.add(sentence);
    if (before !== undefined) this.before.add(before);
    if (after !== undefined) this.after.add(after);
    this.isNamePart ||= isNamePart;
    this.isTitled ||= isTitled;
    this.isListed &&= isListed;
    this.hasCertainCapital &&= hasCertainCapital;
  }
}

class DraftSpellingBuilder extends SpellingBuilder<Sentence> implements DraftSpelling {
  readonly occurrences: Occurrence[] = [];
}
