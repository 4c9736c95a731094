import type { Readings, SentenceReading, SentenceRequest } from '../../../inference/readings.js';
import type { Sentence } from '../../../prose/sentences.js';
import type { Span } from '../../../prose/span.js';
import type { GrammarError, GrammarFix } from '../grammarError.js';
import type { Passage } from '../structure/passage.js';
import { type Damage, messageOf } from './damage.js';
import { isReported, suspectedDamage } from './decision.js';
import type { PlacedRequest } from './place.js';
import { type Repair, repairsOf } from './repairs.js';
import type { Suspect } from './suspect.js';

/** A repaired sentence reads as sound below this probability of damage: it may have another fault that is its own. */
const SOUND = 0.5;

/**
 * A repair is preferred if the edit is at least this likely, and its merit is this many times that
 * of any other: 72 of 77 such repairs of held-out generated errors are right.
 */
const CLEAR_EDIT = 0.35;
const CLEARLY_BETTER = 2;

/**
 * The same for a clause that was left alone: it may as well belong to the sentence before it, or to
 * the next.
 */
const CLEAR_DETACHMENT = 0.5;

/** A message names no repair that is likelier wrong than this. */
const GUESS = 0.2;

/** A repair is not offered together with one that has this many times its merit. */
const MUCH_BETTER = 8;

/** The reader's findings in a sentence. */
export interface ReaderResult {
  readonly errors: readonly GrammarError[];
  /** The sentences that it must read first. */
  readonly unread: readonly SentenceRequest[];
}

const NOTHING: ReaderResult = { errors: [], unread: [] };

/** The reader's findings in a sentence that it has read. */
export function readerErrors(
  passage: Passage,
  placed: PlacedRequest,
  reading: SentenceReading,
  readings: Readings,
): ReaderResult {
  const { sentence, previous } = passage;
  const { request, offset } = placed;
  const start = sentence.start + offset;
  const suspected = suspectedDamage(passage, placed, reading);
  if (suspected === undefined || !isReported(suspected, readings.decisions)) return NOTHING;
  const { suspect, damage } = suspected;
  const tokens = tokensFrom(sentence, start);
  const repairs = repairsOf(request.text, reading, suspect, { tokens, previous });
  const unread: SentenceRequest[] = [];
  const tried = repairs.map((repair): TriedRepair => {
    const damages = repair.sentences.map((text) => {
      const repaired = { text, place: request.place };
      const after = readings.sentence(repaired);
      if (after === undefined) unread.push(repaired);
      return after === undefined ? 1 : damageAfter(after);
    });
    return { repair, damage: Math.max(...damages) };
  });
  return unread.length > 0
    ? { errors: [], unread }
    : { errors: [errorOf(request.text, suspect, damage, soundRepairs(tried), start)], unread };
}

/** A repair with the probability that the sentence is damaged after it. */
interface TriedRepair {
  readonly repair: Repair;
  readonly damage: number;
}

function errorOf(
  text: string,
  suspect: Suspect,
  damage: Damage,
  repairs: readonly WeighedRepair[],
  start: number,
): GrammarError {
  const [best, next] = repairs;
  const named = best !== undefined && best.repair.probability > GUESS ? best.repair : undefined;
  return {
    kind: damage.kind,
    span: spanOf(text, suspect, start),
    message: messageOf(text, damage, suspect, named),
    confidence: suspect.word.damage,
    fixes: repairs.map(({ repair }) => fixOf(repair, start)),
    isFirstFixPreferred:
      best !== undefined &&
      best.repair.probability >= (damage.kind === 'fragment' ? CLEAR_DETACHMENT : CLEAR_EDIT) &&
      best.merit > CLEARLY_BETTER * (next?.merit ?? 0),
    needsLook: true,
    foundBy: 'reader',
  };
}

/**
 * The probability that a repaired sentence is still damaged, apart from its quotation marks, whose
 * partners may be elsewhere.
 */
function damageAfter({ words }: SentenceReading): number {
  return words
    .filter(({ kinds }) => kinds[0]?.name !== 'unbalanced')
    .reduce((most, { damage }) => Math.max(most, damage), 0);
}

/** A repair with its merit: the probability of the edit, and how sound its result is. */
interface WeighedRepair {
  readonly repair: Repair;
  readonly merit: number;
}

/** The repairs after which the sentence reads as sound, best first. */
function soundRepairs(tried: readonly TriedRepair[]): readonly WeighedRepair[] {
  const sound = tried
    .filter(({ damage }) => damage < SOUND)
    .map(({ repair, damage }) => ({ repair, merit: repair.probability * (1 - damage) ** 4 }))
    .sort((one, other) => other.merit - one.merit);
  const least = (sound[0]?.merit ?? 0) / MUCH_BETTER;
  return sound.filter(({ merit }) => merit >= least);
}

function fixOf({ title, start, end, newText }: Repair, by: number): GrammarFix {
  return { title, edits: [{ span: { start: by + start, end: by + end }, newText }] };
}

/** The suspected words; for a missing word, those beside the place. */
function spanOf(text: string, { words, kind }: Suspect, by: number): Span {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  const isGap = end === 0 || /^(?:missing|run-on)/u.test(kind);
  const after = isGap
    ? (/^[^\p{L}\p{N}]*[\p{L}\p{M}\p{N}]+/u.exec(text.slice(end))?.[0].length ?? 0)
    : 0;
  return { start: by + start, end: by + end + after };
}

/** The tokens of a sentence from an offset on, with offsets into the text from there. */
function tokensFrom({ tokens }: Sentence, from: number): Sentence['tokens'] {
  return tokens
    .filter(({ start }) => start >= from)
    .map((token) => ({ ...token, start: token.start - from, end: token.end - from }));
}
