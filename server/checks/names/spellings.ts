import { isEnglishWord } from '../../prose/dictionary.js';
import { memoize } from '../../prose/memoize.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { fold, isCapitalised } from '../../reference/names/spelling.js';
import type { NamesInDraft, NamesInBlock, NamesInSentence } from './nameIndexing.js';

/** A word where it stands; offsets are UTF-16 units of the block's prose. */
export interface Occurrence {
  readonly block: Block;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One spelling of a name's word, and the company that it keeps in the draft. */
export interface Spelling {
  /** The word, folded. */
  readonly key: string;
  readonly places: readonly Occurrence[];
  readonly sentences: ReadonlySet<Sentence>;
  /** Keys of the words of a name before it and behind it: a given name, a family name, “Trust”. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** True where a word that is no English one stands beside it, or it hangs on one by a hyphen. */
  readonly isPart: boolean;
  /** True where an honorific stands before it. */
  readonly isTitled: boolean;
  /** True where it stands between marks only, as in a list of players. */
  readonly isListed: boolean;
  /**
   * True where it never opens a sentence or stands in a headline, where a capital tells nothing.
   */
  readonly isSure: boolean;
}

/** The least letters of a word that is compared with others. */
const SHORTEST = 4;

/** The draft's capitalised words that the base does not know, by spelling, with a block to a slice. */
export function* spellingsOf({ blocks }: NamesInDraft): CooperativeTask<readonly Spelling[]> {
  const spellings = new Map<string, Gathered>();
  for (const { block, surveyed } of blocks) {
    for (const [sentence, word] of spelledIn(surveyed)) {
      let gathered = spellings.get(word.key);
      if (gathered === undefined) spellings.set(word.key, (gathered = new Gathered(word.key)));
      gathered.add(block, sentence, word);
    }
    yield;
  }
  return [...spellings.values()];
}

/** A word as it stands in one sentence, and what stands beside it there; see `Spelling`. */
interface Spelled {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly isPart: boolean;
  readonly isTitled: boolean;
  readonly isListed: boolean;
  readonly isSure: boolean;
}

const spelledIn = memoize(({ sentences }: NamesInBlock) =>
  sentences.flatMap((surveyed) =>
    wordsIn(surveyed).map((word) => [surveyed.sentence, word] as const),
  ),
);

function wordsIn({ words, mentionAt, around }: NamesInSentence): readonly Spelled[] {
  return words.flatMap((word, at) => {
    const { text, start, end, joint, owned } = word;
    if (!/^\p{Lu}[^\p{N}]*$/u.test(text) || mentionAt.has(word.first)) return [];
    const key = fold(text);
    if (key.length < SHORTEST) return [];
    const before = joint === 'hyphen' ? words[at - 1] : around.givenNameBefore(at);
    const next = words[at + 1];
    const goesOn = next?.joint === 'space' && isCapitalised(next.text) && owned === undefined;
    const beside = [before, goesOn ? next : undefined];
    return [
      {
        key,
        text,
        start,
        end,
        before: before?.key,
        after: goesOn ? next.key : undefined,
        isPart:
          joint === 'hyphen' ||
          beside.some((other) => other !== undefined && !isEnglishWord(other.key)),
        isTitled: around.hasHonorific(at),
        isListed: [joint, next?.joint].every((each) => each !== 'space' && each !== 'hyphen'),
        isSure: at > 0 && !around.headline,
      },
    ];
  });
}

/** A spelling while its occurrences are gathered. */
class Gathered implements Spelling {
  readonly key: string;
  readonly places: Occurrence[] = [];
  readonly sentences = new Set<Sentence>();
  readonly before = new Set<string>();
  readonly after = new Set<string>();
  isPart = false;
  isTitled = false;
  isListed = true;
  isSure = true;

  constructor(key: string) {
    this.key = key;
  }

  add(block: Block, sentence: Sentence, word: Spelled): void {
    const { text, start, end, before, after, isPart, isTitled, isListed, isSure } = word;
    this.places.push({ block, text, start, end });
    this.sentences.add(sentence);
    if (before !== undefined) this.before.add(before);
    if (after !== undefined) this.after.add(after);
    this.isPart ||= isPart;
    this.isTitled ||= isTitled;
    this.isListed &&= isListed;
    this.isSure &&= isSure;
  }
}
