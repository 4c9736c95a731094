import { boundedMemo } from '../../prose/boundedMemo.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import { draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { tokenize } from '../../prose/tokenizer.js';
import type { Fact } from '../../reference/model.js';
import { letterSetDistance, letterSetOf } from '../../reference/names/letterSets.js';
import { inNameCase } from '../../reference/extraction/transcript.js';
import { NameContext } from '../../reference/names/nameContext.js';
import { fold, isAllCapitals, matchCase } from '../../reference/names/spelling.js';
import { nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { entryOf } from '../spelling/dictionary.js';
import type { NamesInDraft } from './nameIndexing.js';
import { isMisspelledPair } from './spellingPairs.js';
import {
  type DraftSpelling,
  MOST_SPELLINGS,
  type Spelling,
  SpellingBuilder,
  type WordInSentence,
  wordsIn,
} from './spellings.js';

/**
 * Up to this number of statements, all are compared; otherwise those that share most with the
 * sentence.
 */
const COMPARED_STATEMENTS = 200;
/** The number of statements whose words are cached. */
const KEPT_STATEMENTS = 2048;
/** A shorter word of the sources is too often like another one, in letters. */
const SHORTEST = 5;
/** Two errors add at most two letters and remove two. */
const MOST_LETTER_CHANGES = 4;

const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;

/** A spelling in the sources' statements about the same as a sentence of the draft. */
interface SourceSpelling extends Spelling {
  readonly letters: number;
  /** The first statement that has it. */
  readonly fact: Fact;
}

/**
 * Reports spellings that no source has and that misspell a capitalised word of the sources' statements about the same,
 * whether or not that word is known as a name. Returns the findings with the spellings that they are about. Yields after
 * each spelling.
 */
export function* checkSourceSpellings(
  spellings: readonly DraftSpelling[],
  { isMostlyKnown, knownCount }: NamesInDraft,
  reference: Reference,
): CooperativeTask<ReadonlyMap<DraftSpelling, readonly Finding[]>> {
  const found = new Map<DraftSpelling, readonly Finding[]>();
  const isInSources = ({ text }: Spelling): boolean => reference.evidence.rarity(text) < 1;
  // The names of another story are not misspellings of this one's.
  const isSameStory = isMostlyKnown || knownCount > 0 || hasFullName(spellings.filter(isInSources));
  if (!isSameStory) return found;
  for (const spelling of spellings) {
    if (isInSources(spelling)) continue;
    const right = rightSpelling(spelling, reference);
    if (right !== undefined) found.set(spelling, findingsAbout(spelling, right));
    yield;
  }
  return found;
}

/**
 * True if two of the spellings are a full name, as of somebody whom the sources have only in
 * capitals or in passing.
 */
function hasFullName(spellings: readonly Spelling[]): boolean {
  const keys = new Set(spellings.map(({ key }) => key));
  return spellings.some(
    ({ key, before }) => !isEnglishWord(key) && [...before].some((given) => keys.has(given)),
  );
}

function rightSpelling(spelling: DraftSpelling, reference: Reference): SourceSpelling | undefined {
  const letters = letterSetOf(spelling.key);
  for (const sentence of spelling.sentences) {
    const right = comparedWith(sentence, reference).find(
      (source) =>
        letterSetDistance(letters, source.letters) <= MOST_LETTER_CHANGES &&
        // Two names run together are not one of them with other letters.
        (INNER_CAPITAL.test(source.text) || !INNER_CAPITAL.test(spelling.text)) &&
        isMisspelledPair(spelling, source) &&
        // Beside the word of the sources it is another name.
        !sentence.tokens.some(({ text }) => fold(text) === source.key),
    );
    if (right !== undefined) return right;
  }
  return undefined;
}

function comparedWith(sentence: Sentence, reference: Reference): readonly SourceSpelling[] {
  return reference.base.facts.length <= COMPARED_STATEMENTS
    ? allSpellings(reference)
    : spellingsNear(sentence, reference);
}

const allSpellings = memoize(({ base }: Reference) => spellingsIn([...base.facts]));

/** The capitalised words of the statements that share most words with a sentence. */
const spellingsNear = memoizeBy(({ tokens }: Sentence, { evidence }: Reference) => {
  const words = new Set(tokens.map(({ lower }) => lower));
  const query = [...words].map((word) => ({ word, weight: 1 }));
  return spellingsIn(evidence.search(query, COMPARED_STATEMENTS).map(({ fact }) => fact));
});

function spellingsIn(facts: readonly Fact[]): readonly SourceSpelling[] {
  const spellings = new Map<string, SourceSpellingBuilder>();
  for (const fact of facts) {
    if (fact.unreliable) continue;
    for (const word of capitalisedWords(fact.text)) {
      if (word.key.length < SHORTEST) continue;
      let spelling = spellings.get(word.key);
      if (spelling === undefined && spellings.size === MOST_SPELLINGS) continue;
      if (spelling === undefined)
        spellings.set(word.key, (spelling = new SourceSpellingBuilder(word, fact)));
      spelling.add(word, fact);
    }
  }
  return [...spellings.values()];
}

class SourceSpellingBuilder extends SpellingBuilder<Fact> implements SourceSpelling {
  readonly letters: number;
  readonly fact: Fact;

  constructor({ key, text }: WordInSentence, fact: Fact) {
    super(key, text);
    this.letters = letterSetOf(key);
    this.fact = fact;
  }
}

/**
 * The words of a statement with a capital. Words in capitals are left out unless they can be nothing but names, which are
 * then read in name case. Many sentences ask for the same ones.
 */
const capitalisedWords = boundedMemo((statement) => {
  const words = nameWords(tokenize(statement));
  return wordsIn(words, new NameContext(words)).flatMap((word) => {
    if (!isAllCapitals(word.text)) return word;
    const isName = word.text.length >= SHORTEST_IN_CAPITALS && entryOf(word.text) === undefined;
    return isName ? { ...word, text: inNameCase(word.text) } : [];
  });
}, KEPT_STATEMENTS);

/** A shorter word in capitals is often an acronym, in letters. */
const SHORTEST_IN_CAPITALS = 6;

function findingsAbout(
  { occurrences }: DraftSpelling,
  { text: right, fact }: SourceSpelling,
): readonly Finding[] {
  return occurrences.map(({ block, text, start, end }): Finding => {
    const newText = matchCase(text, right);
    return {
      code: 'name/misspelled',
      severity: RULES['name/misspelled'].severity,
      message: `“${text}”: did you mean “${newText}”, as your sources write it?`,
      span: draftSpanOf(block, { start, end }),
      evidence: [{ ...fact.citation, text: fact.text }],
      fixes: [
        {
          ...replacementFix(`Change to “${newText}”`, block, { start, end }, newText),
          needsLook: true,
        },
      ],
      expected: newText,
      found: text,
      name: { text, kind: undefined },
    };
  });
}
