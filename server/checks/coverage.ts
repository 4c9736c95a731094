import { memoizeBy } from '../prose/memoize.js';
import type { Prose, Wording } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { termsOf } from '../reference/evidenceWords.js';
import type { Reference } from '../reference/reference.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from './finding.js';

/** A draft with fewer claims than this is too short to say that no source covers it. */
const FEWEST = 3;
/** A draft is covered where sources bear out or contradict at least this share of its claims. */
const COVERED = 0.3;

/**
 * True where the sources speak of what the draft speaks of: the sentences that come nearest to its
 * own have many of their words. Only then is it worth telling that no source has a quotation, or taking
 * the sources' sentences apart. With a block to a slice.
 */
export function* sourcesSpeakOf(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  let words = 0;
  let found = 0;
  for (const { wording } of draft.blocks) {
    const share = shareOf(wording, reference);
    words += share.words;
    found += share.found;
    yield;
  }
  return found > 0 && found >= words * shareByChance(reference.base.facts.length);
}

/** How many words a sentence has, and how many of them the sentences have that come nearest. */
interface Share {
  readonly words: number;
  readonly found: number;
}

const shareOf = memoizeBy(({ sentences }: Wording, reference: Reference): Share => {
  const shares = sentences
    .map((sentence) => sentence.original ?? sentence)
    .filter(({ role }) => role === 'prose')
    .map((sentence) => shareOfSentence(sentence, reference));
  return {
    words: shares.reduce((sum, { words }) => sum + words, 0),
    found: shares.reduce((sum, { found }) => sum + found, 0),
  };
});

const shareOfSentence = memoizeBy(({ text }: Sentence, { evidence }: Reference): Share => {
  const terms = termsOf(text);
  const query = terms.map((word) => ({ word, weight: 1 }));
  const nearest = evidence.search(query, NEAREST);
  const there = new Set(nearest.flatMap(({ fact }) => termsOf(fact.text)));
  return { words: terms.length, found: terms.filter((term) => there.has(term)).length };
});

/** How many of the sources' sentences are held against one of the draft's. */
const NEAREST = 3;

/**
 * The share of its words that a story on something else finds in the nearest sentences at most: the
 * more of these there are to choose from, the nearer some come by chance. Measured on published news
 * against 1 to 900 other articles: 0.17 of 21 sentences, 0.35 of 211, 0.44 of 2,222, 0.52 of 17,000.
 */
function shareByChance(sentences: number): number {
  return 0.1 + 0.12 * Math.log10(Math.max(1, sentences));
}

/** True for a draft of whose claims sources bear out or contradict too few to say that they cover it. */
export function isUncovered(claims: readonly Pick<Claim, 'verdict'>[]): boolean {
  const spokenOf = claims.filter(({ verdict }) => verdict !== 'unsupported');
  return claims.length >= FEWEST && spokenOf.length < COVERED * claims.length;
}

/** Tells once, at a draft's first block, that no source covers it. */
export function uncoveredFinding({ blocks }: Prose): readonly Finding[] {
  const code = 'reference/uncovered';
  return blocks.slice(0, 1).map(({ map }) => ({
    code,
    severity: DEFAULT_SEVERITY[code],
    message: 'None of your sources covers this draft, so its statements are not checked.',
    span: map.whole,
    evidence: [],
    fixes: [],
  }));
}
