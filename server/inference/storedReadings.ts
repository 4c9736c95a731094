import {
  type ClozeReading,
  type JudgeReading,
  type Likely,
  type Reading,
  type WordReading,
  isJudgeReading,
  isSentenceReading,
} from './readings.js';

/** A reading with the digest of its key. */
export type StoredReading = readonly [digest: string, reading: Reading];

/** A word, a name with its probability and a reading as they are stored; a sound sentence is a number. */
type PackedLikely = readonly [name: string, probability: number];
type PackedWord = readonly [
  start: number,
  end: number,
  damage: number,
  kinds: readonly PackedLikely[],
  edits: readonly PackedLikely[],
];
/** A judgement: the probabilities of the classes, and the words. */
interface PackedJudgement {
  readonly classes: readonly [supported: number, contradicted: number, neither: number];
  readonly words: readonly (readonly [start: number, end: number, unsupported: number])[];
}
type PackedSentence = readonly [damage: number, words: readonly PackedWord[]];
type PackedReading = number | PackedSentence | ClozeReading | PackedJudgement;

interface StoredFile {
  readonly version: string;
  readonly readings: readonly (readonly [digest: string, reading: PackedReading])[];
}

/** Readings of one version of the model as text. */
export function packReadings(version: string, stored: Iterable<StoredReading>): string {
  const file: StoredFile = {
    version,
    readings: Array.from(stored, ([digest, reading]) => [digest, pack(reading)]),
  };
  return JSON.stringify(file);
}

/**
 * The readings in a text from `packReadings`; none if it is from another version. Throws for any
 * other text.
 */
export function unpackReadings(version: string, text: string): readonly StoredReading[] {
  // Anyone who can change the file could also change the program.
  const file = JSON.parse(text) as StoredFile;
  if (file.version !== version) return [];
  return file.readings.map(([digest, reading]) => [digest, unpack(reading)]);
}

function pack(reading: Reading): PackedReading {
  if (isJudgeReading(reading)) return packJudgement(reading);
  if (!isSentenceReading(reading)) return reading;
  const { damage, words } = reading;
  if (words.length === 0) return damage;
  return [
    damage,
    words.map(({ start, end, damage: share, kinds, edits }) => [
      start,
      end,
      share,
      kinds.map(packLikely),
      edits.map(packLikely),
    ]),
  ];
}

function packJudgement(reading: JudgeReading): PackedJudgement {
  const { supported, contradicted, neither, words } = reading;
  return {
    classes: [supported, contradicted, neither],
    words: words.map(({ start, end, unsupported }) => [start, end, unsupported]),
  };
}

function packLikely({ name, probability }: Likely): PackedLikely {
  return [name, probability];
}

function unpack(packed: PackedReading): Reading {
  if (typeof packed === 'number') return { damage: packed, words: [] };
  if (!isPackedSentence(packed)) return 'classes' in packed ? unpackJudgement(packed) : packed;
  const [damage, words] = packed;
  return { damage, words: words.map(unpackWord) };
}

function isPackedSentence(packed: Exclude<PackedReading, number>): packed is PackedSentence {
  return Array.isArray(packed);
}

function unpackJudgement({ classes, words }: PackedJudgement): JudgeReading {
  const [supported, contradicted, neither] = classes;
  return {
    supported,
    contradicted,
    neither,
    words: words.map(([start, end, unsupported]) => ({ start, end, unsupported })),
  };
}

function unpackWord([start, end, damage, kinds, edits]: PackedWord): WordReading {
  return { start, end, damage, kinds: kinds.map(unpackLikely), edits: edits.map(unpackLikely) };
}

function unpackLikely([name, probability]: PackedLikely): Likely {
  return { name, probability };
}
