import type { Readings, SentenceReading, SentenceRequest } from '../../../inference/readings.js';
import type { Sentence } from '../../../prose/sentences.js';
import { sideTable } from '../../../prose/sideTable.js';
import type { GrammarError, GrammarFix } from '../grammarError.js';
import { shifted } from '../grammarError.js';
import type { Passage } from '../structure/passage.js';
import { damageOf, messageOf } from './damage.js';
import { isReported, probabilityOf } from './decision.js';
import type { PlacedRequest } from './place.js';
import { type Repair, repairsOf } from './repairs.js';
import { type Suspect, suspectOf } from './suspect.js';

/** A repaired sentence reads as sound below this probability of damage. */
const SOUND = 0.25;

/** A repair is preferred if the reader holds the edit for this likely: six of seven such are right. */
const CLEAR_EDIT = 0.5;

/** A message names no repair that is likelier wrong than this. */
const GUESS = 0.2;

/** A repair is not offered beside one that has so many times its merit. */
const MUCH_BETTER = 4;

/** What the reader finds in a sentence. */
export interface ReaderResult {
  readonly errors: readonly GrammarError[];
  /** What it has still to read for that. */
  readonly unread: readonly SentenceRequest[];
  /** The probability that a word is damaged; `undefined` if the sentence has not been read. */
  readonly damage: number | undefined;
}

/** A result with the readings that it rests on. */
interface Judged {
  readonly place: string;
  readonly readings: readonly (SentenceReading | undefined)[];
  /** They depend on the sentence before too. */
  readonly repairs: readonly Repair[];
  readonly start: number;
  readonly result: ReaderResult;
}

/** By the sentence as it was first read: a keystroke judges no other sentence again. */
const judged = sideTable<Sentence, Judged>();

/**
 * The errors that the reader finds in a sentence; without a reading none. What a rule hints at in the same place it
 * need hold for less likely.
 */
export function readerErrors(
  passage: Passage,
  placed: PlacedRequest,
  readings: Readings,
  hints: readonly GrammarError[],
): ReaderResult {
  const reading = readings.sentence(placed.request);
  if (reading === undefined) return { errors: [], unread: [placed.request], damage: undefined };
  const examined = examine(passage, placed, reading, readings, hints);
  const { damage } = reading;
  if (examined === undefined) return { errors: [], unread: [], damage };
  const first = passage.sentence.original ?? passage.sentence;
  const before = judged.get(first);
  if (before !== undefined && isSameCase(before, placed.request.place, examined)) {
    const by = passage.sentence.start - before.start;
    if (by === 0) return before.result;
    return { ...before.result, errors: before.result.errors.map((found) => shifted(found, by)) };
  }
  const result = {
    errors: examined.unread.length > 0 ? [] : errorsOf(examined),
    unread: examined.unread,
    damage,
  };
  judged.set(first, {
    place: placed.request.place,
    readings: examined.readings,
    repairs: examined.repairs,
    start: passage.sentence.start,
    result,
  });
  return result;
}

function isSameCase(
  before: Judged,
  place: string,
  { readings, repairs }: Pick<Examined, 'readings' | 'repairs'>,
): boolean {
  return (
    before.place === place &&
    before.readings.length === readings.length &&
    before.readings.every((one, at) => one === readings[at]) &&
    before.repairs.every(
      ({ text, probability }, at) =>
        text === repairs[at]?.text && probability === repairs[at].probability,
    )
  );
}

/** A sentence that is reported, with the repairs that the reader suggests. */
interface Examined {
  readonly suspect: Suspect;
  readonly text: string;
  /** UTF-16 units of the block's prose. */
  readonly start: number;
  readonly repairs: readonly Repair[];
  /** The reading of the sentence, then those of its repairs. */
  readonly readings: readonly (SentenceReading | undefined)[];
  readonly unread: readonly SentenceRequest[];
}

/** Looks at a sentence and its repairs; `undefined` if nothing is to be reported. */
function examine(
  { sentence, previous, flattened }: Passage,
  { request, offset }: PlacedRequest,
  reading: SentenceReading,
  readings: Readings,
  hints: readonly GrammarError[],
): Examined | undefined {
  const suspect = suspectOf(reading);
  const start = sentence.start + offset;
  if (
    suspect === undefined ||
    !isReported(suspect, request, flattened, isSupported(suspect, hints, start)) ||
    isInFigure(request.text, suspect)
  )
    return undefined;
  const repairs = repairsOf(request.text, reading, suspect, {
    tokens: tokensFrom(sentence, start),
    previous,
  });
  const requests = repairs.map(({ text }) => ({ text, place: request.place }));
  const repaired = requests.map((one) => readings.sentence(one));
  return {
    suspect,
    text: request.text,
    start,
    repairs,
    readings: [reading, ...repaired],
    unread: requests.filter((_, at) => repaired[at] === undefined),
  };
}

/** How far from the suspected word a rule may see the same damage, in UTF-16 units: some five words. */
const NEAR = 30;

/** True if a rule sees the same kind of damage in the same place of a sentence that starts at `start`. */
function isSupported(suspect: Suspect, hints: readonly GrammarError[], start: number): boolean {
  const { word } = suspect;
  return hints.some(
    ({ kind, span }) =>
      kind === damageOf(suspect)?.kind &&
      span.start - (start + word.end) <= NEAR &&
      start + word.start - span.end <= NEAR,
  );
}

/** True for a part of “1,437” or “7.30pm”: to the reader it is a word, to nobody else. */
function isInFigure(text: string, { word: { start, end } }: Suspect): boolean {
  const isMark = /^[.,:]/u.test(text.slice(start, end));
  return (
    (!isMark && /\p{N}[.,:]?$/u.test(text.slice(0, start))) || /^[.,:]?\p{N}/u.test(text.slice(end))
  );
}

function errorsOf({ suspect, text, start, repairs, readings }: Examined): readonly GrammarError[] {
  const damage = damageOf(suspect);
  if (damage === undefined) return [];
  const sound = soundRepairs(repairs, readings);
  const best = sound[0];
  return [
    {
      kind: damage.kind,
      span: spanOf(text, suspect, start),
      message: messageOf(
        text,
        damage,
        suspect,
        best !== undefined && best.probability > GUESS ? best : undefined,
      ),
      confidence: probabilityOf(suspect),
      fixes: sound.map((repair) => fixOf(repair, start)),
      isFirstFixPreferred: best !== undefined && best.probability >= CLEAR_EDIT,
      needsLook: true,
      foundBy: 'reader',
    },
  ];
}

/** The repairs after which the sentence reads as sound, best first: likely edits and sound results. */
function soundRepairs(
  repairs: readonly Repair[],
  readings: Examined['readings'],
): readonly Repair[] {
  const sound = repairs
    .map((repair, at) => ({ repair, damage: readings[at + 1]?.damage ?? 1 }))
    .filter(({ damage }) => damage < SOUND)
    .map(({ repair, damage }) => ({ repair, merit: repair.probability * (1 - damage) ** 2 }))
    .sort((one, other) => other.merit - one.merit);
  const least = (sound[0]?.merit ?? 0) / MUCH_BETTER;
  return sound.filter(({ merit }) => merit >= least).map(({ repair }) => repair);
}

function fixOf({ title, start, end, newText }: Repair, by: number): GrammarFix {
  return { title, edits: [{ span: { start: by + start, end: by + end }, newText }] };
}

/** The suspected words; where a word is missing, those beside the place. */
function spanOf(
  text: string,
  { words, kind }: Suspect,
  by: number,
): { readonly start: number; readonly end: number } {
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
