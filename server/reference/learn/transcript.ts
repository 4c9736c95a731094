import type { Block, Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';

/** What one speaker says in a transcript before another takes the floor. */
export interface Turn {
  /** As written before the colon, without office or time: “ROE”, “Ada Roe”. */
  readonly speaker: string;
  /** The words, without what opens them. */
  readonly text: string;
  readonly block: Block;
  /** Where the turn begins, in UTF-16 units of the block's prose. */
  readonly start: number;
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
 * before its colons. Cannot throw.
 */
export function turnsIn({ blocks }: Prose): readonly Turn[] {
  const turns: { speaker: string; texts: string[]; block: Block; start: number }[] = [];
  let all = 0;
  let spoken = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const sentence of block.sentences) {
      const opening = openingOf(sentence);
      const turn = turns.at(-1);
      if (opening !== undefined) {
        const { speaker, text } = opening;
        turns.push({ speaker, texts: [text], block, start: sentence.start });
      } else if (turn !== undefined) turn.texts.push(sentence.text);
      all++;
      if (turns.length > 0) spoken++;
    }
  }
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  const opened = turns.length >= FEWEST_TURNS && speakers.size >= FEWEST_SPEAKERS;
  if (!opened || spoken < all * LEAST_SHARE || !takeTurns(turns, speakers.size)) return [];
  return turns.map(({ texts, ...turn }) => ({ ...turn, text: texts.join(' ') }));
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
    turns.every(({ speaker }) => /^[\p{Lu}.'’\s\d-]{2,}$/u.test(speaker)) ||
    turns.every(({ speaker }) => /^(?:Mr|Mrs|Ms|Miss|Dr|Judge|Sir)\.?\s/u.test(speaker))
  );
}

const NOBODY =
  /^(?:q|a|question|answer|reporter|interviewer|host|moderator|audience|speaker|voice|caller|journalist|clerk|operator|participant|unidentified|unknown)\b/iu;

/** True for who is called by what they do there (“Q”, “REPORTER”, “Speaker 2”): nobody's name. Cannot throw. */
export function isNobody(speaker: string): boolean {
  return NOBODY.test(speaker);
}
