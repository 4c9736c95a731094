import { type Block, type Prose, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import type { Mention } from '../../reference/nameIndex.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { isTitle } from '../../reference/names/titles.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** A sentence with the names in it. */
export interface SurveyedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly words: readonly NameWord[];
  readonly around: Surroundings;
}

/** All names of a draft: those the base knows, and who else is named in full. */
export interface Survey {
  readonly sentences: readonly SurveyedSentence[];
  /** For the key of a word of someone's name: the keys of those that stand beside it in full names. */
  readonly company: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often each capitalised word stands in the draft, by its key. */
  readonly counts: ReadonlyMap<string, number>;
  /** True where the draft is about what the base knows: most who are named in full are known. */
  readonly expectsKnown: boolean;
}

/** Looks a draft over for names. Cannot throw. */
export function survey(draft: Prose, reference: Reference): Survey {
  const sentences = sentencesOf(draft).map(({ block, sentence }) => {
    const words = nameWords(sentence.tokens);
    const mentions = reference.names.mentionsIn(sentence.tokens);
    return { block, sentence, mentions, words, around: new Surroundings(words) };
  });
  const company = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const unknown = new Set<string>();
  for (const { sentence, words, mentions, around } of sentences) {
    for (const [at, word] of words.entries()) {
      if (!isCapitalised(word.text)) continue;
      counts.set(word.key, (counts.get(word.key) ?? 0) + 1);
      if (isTitle(word.text)) continue;
      const given = around.givenNameBefore(at);
      const after = around.nameAfter(at + 1);
      if (given !== undefined) note(company, word.key, given.key);
      if (after !== undefined) note(company, word.key, after.key);
      if (given === undefined || sentence.role === 'byline' || sentence.role === 'credit') continue;
      const known = mentions.some(({ start, end }) => start < word.end && given.start < end);
      if (!known && !isEnglishWord(word.text)) unknown.add(`${given.key} ${word.key}`);
    }
  }
  return { sentences, company, counts, expectsKnown: knownNames(sentences) > unknown.size };
}

function note(company: Map<string, Set<string>>, word: string, other: string): void {
  const known = company.get(word);
  if (known === undefined) company.set(word, new Set([other]));
  else known.add(other);
}

/** How many people and bodies of the base the draft names beyond doubt. */
function knownNames(sentences: readonly SurveyedSentence[]): number {
  const known = sentences.flatMap(({ mentions }) =>
    mentions
      .filter(({ exact, grounds, entity }) => entity.kind !== 'place' && (exact || grounds === 'name'))
      .map(({ entity }) => entity),
  );
  return new Set(known).size;
}
