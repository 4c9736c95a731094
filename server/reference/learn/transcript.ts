import { isEnglishWord } from '../../prose/dictionary.js';
import type { Block, Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isParticle } from '../../lexicon/nameWords.js';

/** What one speaker says in a transcript before another takes the floor. */
export interface Turn {
  /** As written before the colon, without office or time: “ROE”, “Ada Roe”. */
  readonly speaker: string;
  /** The words, without what opens them. */
  readonly text: string;
  readonly block: Block;
  /** The sentence that the turn begins with. */
  readonly sentence: Sentence;
}

/** “ROE:”, “Ada Roe, mayor of Lund:”, “Ms. Roe (by phone):” */
const OPENING =
  /^(?<speaker>\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|della|der|van|von|da|du|al|bin|\d{1,2})){0,5})(?:,\s[^:.?!]{2,60})?(?:\s*[([][^)\]]{1,40}[)\]])?:\s+(?=["“‘'(]?\p{L})/u;

/** A text in which fewer take turns, or turns hold less of the sentences, is no transcript. */
const FEWEST_TURNS = 2;
const FEWEST_SPEAKERS = 2;
const LEAST_SHARE = 0.6;

/**
 * The turns of a transcript (“ROE: We came late.”), in order; none of any other text, whatever stands
 * before its colons.
 */
export function turnsIn({ blocks }: Prose): readonly Turn[] {
  const turns: { speaker: string; texts: string[]; block: Block; sentence: Sentence }[] = [];
  const labels = countOfLabels(blocks);
  let isSpeech = false;
  let all = 0;
  let spoken = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const sentence of block.sentences) {
      const opening = openingOf(sentence);
      if (opening !== undefined) {
        const { speaker, text } = opening;
        isSpeech = !isHeading(speaker, labels.get(speaker) ?? 0);
        if (isSpeech) turns.push({ speaker, texts: [text], block, sentence });
      } else if (isSpeech) turns.at(-1)?.texts.push(sentence.text);
      all++;
      if (turns.length > 0) spoken++;
    }
  }
  const speakers = new Set(turns.map(({ speaker }) => surname(speaker)));
  const opened = turns.length >= FEWEST_TURNS && speakers.size >= FEWEST_SPEAKERS;
  if (!opened || spoken < all * LEAST_SHARE || !takeTurns(turns, speakers.size)) return [];
  return turns.map(({ texts, ...turn }) => ({ ...turn, text: texts.join(' ') }));
}

function countOfLabels(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { kind, sentences } of blocks) {
    for (const sentence of kind === 'heading' ? [] : sentences) {
      const speaker = openingOf(sentence)?.speaker;
      if (speaker !== undefined) count.set(speaker, (count.get(speaker) ?? 0) + 1);
    }
  }
  return count;
}

/** True for “Note:” and “Place:”, where an ordinary word stands before a colon once. */
function isHeading(label: string, count: number): boolean {
  return (
    count === 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(label) &&
    isEnglishWord(label) &&
    !isGivenName(label) &&
    !isNobody(label)
  );
}

/** What “ADA ROE” and “ROE” have in common. */
function surname(speaker: string): string {
  return (speaker.split(/\s+/u).at(-1) ?? speaker).toLowerCase();
}

function openingOf({
  text,
}: Sentence): { readonly speaker: string; readonly text: string } | undefined {
  const match = OPENING.exec(text);
  const speaker = match?.groups?.speaker;
  return match === null || speaker === undefined
    ? undefined
    : { speaker, text: text.slice(match[0].length) };
}

/** True where speakers come back, or are written as transcripts write them; a list of terms does neither. */
function takeTurns(turns: readonly { readonly speaker: string }[], speakers: number): boolean {
  return (
    turns.length > speakers ||
    turns.every(({ speaker }) => /^[\p{Lu}.'’\s\d-]+$/u.test(speaker)) ||
    turns.every(({ speaker }) => /^(?:Mr|Mrs|Ms|Miss|Dr|Judge|Sir)\.?\s/u.test(speaker))
  );
}

const NOBODY =
  /^(?:q|a|question|answer|reporter|interviewer|host|moderator|audience|speaker|voice|caller|journalist|clerk|operator|participant|unidentified|unknown)\b/iu;

/** True for who is called by what they do there (“Q”, “REPORTER”, “Speaker 2”): nobody's name. */
export function isNobody(speaker: string): boolean {
  return NOBODY.test(speaker);
}

/** True for a label in capitals, as transcripts have them. */
export function isInCapitals(speaker: string): boolean {
  return /\p{Lu}{2}/u.test(speaker) && !/\p{Ll}/u.test(speaker);
}

/**
 * A name in capitals in its usual case: “ROE”, “JAN VAN DER MEER”, “O'NEILL”. `written` has words as the
 * source writes them elsewhere (“MacLeod”), by their lower case.
 */
export function usualCase(name: string, written?: ReadonlyMap<string, string>): string {
  return name
    .split(' ')
    .map((word, index) => {
      const lower = word.toLowerCase();
      if (index > 0 && isParticle(lower)) return lower;
      const known = written?.get(lower);
      if (known !== undefined) return known;
      return word
        .replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase())
        .replace(/^Mc\p{Ll}/u, (start) => `Mc${start.slice(2).toUpperCase()}`);
    })
    .join(' ');
}
