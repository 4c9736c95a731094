import { memoizeBy } from '../prose/memoize.js';
import type { Prose, BlockContent } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { termsOf } from '../reference/evidenceTerms.js';
import type { Entity } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import type { Finding } from './finding.js';
import { RULES } from './rules.js';

/** A draft with fewer claims is too short to be called uncovered. */
const MIN_CLAIMS = 3;

/**
 * True if the sources are about the same subject as the draft: their sentences nearest to the draft's
 * share many words with it. Only then is it worth reporting that no source has a quotation, or
 * analysing the sources' sentences. Yields after every block.
 */
export function* sourcesCover(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  const { words, found } = yield* sharedWords(draft, reference);
  return found > 0 && found >= words * chanceShare(reference.base.facts.length);
}

/**
 * True if a draft is clearly about the subject of a reference that nobody chose for it: most of its
 * words are in the nearest sentences, and it names several of the same people and organisations.
 * Yields after every block.
 */
export function* isAbout(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  const named = new Set<Entity>();
  for (const { content } of draft.blocks) {
    for (const entity of namedIn(content, reference)) named.add(entity);
    yield;
  }
  // Presidents and ministers meet elsewhere too, so people alone do not identify a story.
  const isSameStory = [...named].some(({ kind }) => kind !== 'person');
  if (named.size < MIN_NAMES || !isSameStory) return false;
  const { words, found } = yield* sharedWords(draft, reference);
  return found >= words * SUBJECT_SHARE;
}

/** The least number of known people, organisations and events in a draft about a subject. */
const MIN_NAMES = 3;

/**
 * The least share of words that a draft about a subject has in common with the nearest sentences.
 * Measured with 257 sentences: 0.57 or more for drafts on their subject, 0.30 or less for published
 * news on others, in which the same presidents occur.
 */
const SUBJECT_SHARE = 0.5;

/** The people, organisations and events that a text names. Countries and cities are in any story. */
const namedIn = memoizeBy(({ sentences }: BlockContent, { names }: Reference): readonly Entity[] =>
  sentences
    .flatMap(({ tokens }) => names.mentionsIn(tokens))
    .filter(({ exact, entity }) => exact && entity.kind !== 'place')
    .map(({ entity }) => entity),
);

/** The number of words in a draft, and how many of them occur in the nearest source sentences. */
function* sharedWords(draft: Prose, reference: Reference): CooperativeTask<WordShare> {
  let words = 0;
  let found = 0;
  for (const { content: wording } of draft.blocks) {
    const share = shareOf(wording, reference);
    words += share.words;
    found += share.found;
    yield;
  }
  return { words, found };
}

/** The number of terms in a text, and how many of them occur in the nearest source sentences. */
interface WordShare {
  readonly words: number;
  readonly found: number;
}

const shareOf = memoizeBy(({ sentences }: BlockContent, reference: Reference): WordShare => {
  const shares = sentences
    .map((sentence) => sentence.original ?? sentence)
    .filter(({ role }) => role === 'prose')
    .map((sentence) => shareOfSentence(sentence, reference));
  return {
    words: shares.reduce((sum, { words }) => sum + words, 0),
    found: shares.reduce((sum, { found }) => sum + found, 0),
  };
});

const shareOfSentence = memoizeBy(({ text }: Sentence, { evidence }: Reference): WordShare => {
  const terms = termsOf(text);
  const query = terms.map((word) => ({ word, weight: 1 }));
  const nearest = evidence.search(query, NEAREST_COUNT);
  const there = new Set(nearest.flatMap(({ fact }) => termsOf(fact.text)));
  return { words: terms.length, found: terms.filter((term) => there.has(term)).length };
});

/** The number of source sentences that each sentence of the draft is compared with. */
const NEAREST_COUNT = 3;

/**
 * The largest share of words that a story on another subject has in common with the nearest sentences
 * by chance, which grows with the number of sentences. Measured on published news against 1 to 900
 * other articles: 0.17 for 21 sentences, 0.35 for 211, 0.44 for 2,222, 0.52 for 17,000.
 */
function chanceShare(sentences: number): number {
  return 0.1 + 0.12 * Math.log10(Math.max(1, sentences));
}

/**
 * True if the sources decide none of a draft's claims: they support or contradict `covered` of all
 * `claims`. A share would be reached and lost again while somebody writes; one claim stays.
 */
export function isUncovered(covered: number, claims: number): boolean {
  return claims >= MIN_CLAIMS && covered === 0;
}

/** Says that no source covers a draft, in the words of every view. */
export const UNCOVERED = 'No source covers this draft, so its claims and quotes were not checked.';

/** Reports once, at the first block of a draft, that no source covers it. */
export function uncoveredFinding({ blocks }: Prose): readonly Finding[] {
  const code = 'reference/uncovered';
  return blocks.slice(0, 1).map(({ map }) => ({
    code,
    severity: RULES[code].severity,
    message: UNCOVERED,
    span: map.extent,
    evidence: [],
    fixes: [],
  }));
}
