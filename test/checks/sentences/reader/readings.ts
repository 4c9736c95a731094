import {
  NO_READINGS,
  type Readings,
  type SentenceDecisions,
  type SentenceReading,
  type SentenceRequest,
  type WordReading,
} from '../../../../server/inference/readings.js';
import { marked } from '../../../marked.js';

/** The reading of a sentence that reads as sound. */
export const SOUND: SentenceReading = { damage: 0.001, words: [] };

/**
 * The reading of a marked-up sentence whose marked words are damaged; a mark of no width at the start
 * is the place before the first word.
 */
export function damaged(
  source: string,
  kind: string,
  edits: Readonly<Record<string, number>> = {},
  damage = 0.995,
): { readonly text: string; readonly reading: SentenceReading } {
  const { text, spans } = marked(source);
  const words = spans.map(({ start, end }): WordReading => ({
    start,
    end,
    damage,
    kinds: [{ name: kind, probability: damage - 0.002 }],
    edits: Object.entries(edits).map(([name, probability]) => ({ name, probability })),
  }));
  return { text, reading: { damage, words } };
}

/** Forms of damage that are reported in these tests. */
const FORMS = [
  'missing-verb',
  'missing-subject',
  'missing-word',
  'missing-article',
  'missing-preposition',
  'swapped',
  'verb-form',
  'run-on',
  'comma splice',
  'subordinate clause',
  'garbled',
  'surplus word',
  'cut-off',
  'agreement',
  'duplicate-item',
];

/** The damage from which they are. */
export const REPORTED = 0.9;

const OF_FORMS = Object.fromEntries(FORMS.map((form) => [form, REPORTED]));
const DECISIONS: SentenceDecisions = { paragraph: OF_FORMS, quote: OF_FORMS };

/** Readings of the given sentences, and of those in `sound`, which read as sound; all others are unread. */
export function readingsOf(
  all: readonly { readonly text: string; readonly reading: SentenceReading }[],
  sound: readonly string[] = [],
): Readings {
  const table = new Map<string, SentenceReading>([
    ...sound.map((text): [string, SentenceReading] => [text, SOUND]),
    ...all.map(({ text, reading }): [string, SentenceReading] => [text, reading]),
  ]);
  return {
    ...NO_READINGS,
    isOn: true,
    decisions: DECISIONS,
    sentence: ({ text }: SentenceRequest) => table.get(text),
  };
}

/** Readings by which only the given sentences are damaged; all others, such as their repairs, are sound. */
export function othersSound(
  ...all: readonly { readonly text: string; readonly reading: SentenceReading }[]
): Readings {
  const readings = readingsOf(all);
  return { ...readings, sentence: (request) => readings.sentence(request) ?? SOUND };
}
