import { isEnglishWord } from '../../prose/dictionary.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { fold, isCapitalised } from '../../reference/names/spelling.js';
import type { Survey, SurveyedSentence } from './survey.js';

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

/** The draft's capitalised words that the base does not know, by spelling. Cannot throw. */
export function spellingsOf({ sentences }: Survey): readonly Spelling[] {
  const spellings = new Map<string, Gathered>();
  for (const surveyed of sentences) {
    for (const [at, word] of surveyed.words.entries()) {
      if (!/^\p{Lu}[^\p{N}]*$/u.test(word.text) || surveyed.mentionAt.has(word.first)) continue;
      const key = fold(word.text);
      if (key.length < SHORTEST) continue;
      const gathered = spellings.get(key) ?? new Gathered(key);
      spellings.set(key, gathered);
      gathered.add(surveyed, at);
    }
  }
  return [...spellings.values()];
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

  add({ block, sentence, words, around }: SurveyedSentence, at: number): void {
    const word = words[at];
    if (word === undefined) return;
    const { text, start, end, joint, owned } = word;
    this.places.push({ block, text, start, end });
    this.sentences.add(sentence);
    const before = joint === 'hyphen' ? words[at - 1] : around.givenNameBefore(at);
    const next = words[at + 1];
    const goesOn = next?.joint === 'space' && isCapitalised(next.text) && owned === undefined;
    if (before !== undefined) this.before.add(before.key);
    if (goesOn) this.after.add(next.key);
    const beside = [before, goesOn ? next : undefined];
    this.isPart ||=
      joint === 'hyphen' ||
      beside.some((other) => other !== undefined && !isEnglishWord(other.key));
    this.isTitled ||= around.hasHonorific(at);
    this.isListed &&= [joint, next?.joint].every((each) => each !== 'space' && each !== 'hyphen');
    this.isSure &&= at > 0 && !around.headline;
  }
}
