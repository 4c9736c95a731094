import { suspectedDamage } from '../../server/checks/sentences/reader/decision.js';
import { type PlacedRequest, placedRequest } from '../../server/checks/sentences/reader/place.js';
import { type Passage, passagesOf } from '../../server/checks/sentences/structure/passage.js';
import type { SentencePlace } from '../../server/inference/readings.js';
import type { ReadSentence } from '../../server/inference/sentenceModel.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import type { KnownSentence } from './decisions.js';

/** A sentence as it was, or with one damage. */
export interface SoundOrDamaged {
  readonly text: string;
  readonly place: SentencePlace;
  /** `sound`, or the name of the damage. */
  readonly damage: string;
}

/** A sentence that is known to be damaged or sound, before it is read. */
interface Case {
  readonly passage: Passage;
  readonly placed: PlacedRequest;
  readonly isDamaged: boolean;
  readonly isNatural: boolean;
}

/** Sentences that occur in the given places, with what a reader suspects in them. */
export function knownSentences(
  rows: readonly SoundOrDamaged[],
  read: ReadSentence,
): Promise<readonly KnownSentence[]> {
  const cases = rows.flatMap(({ text, place, damage }) =>
    casesIn(readProse(text, 'plain'), damage !== 'sound', place),
  );
  return suspectedOf(cases, read);
}

/** The sentences of Markdown drafts, which count as sound, with what a reader suspects in them. */
export function sentencesInDrafts(
  drafts: readonly string[],
  read: ReadSentence,
): Promise<readonly KnownSentence[]> {
  return suspectedOf(
    drafts.flatMap((draft) => casesIn(readProse(draft), false)),
    read,
  );
}

/**
 * @param place The place to assign to the sentences, if not their own: `held_out.py` makes text for other places.
 */
function casesIn({ blocks }: Prose, isDamaged: boolean, place?: SentencePlace): readonly Case[] {
  return blocks.flatMap((block) =>
    passagesOf(block).flatMap((passage): readonly Case[] => {
      const placed = placedRequest(block, passage);
      if (placed === undefined) return [];
      const { request, offset } = placed;
      return [
        {
          passage: place === 'quote' ? { ...passage, speech: [passage.sentence] } : passage,
          placed: { request: { ...request, place: place ?? request.place }, offset },
          isDamaged,
          isNatural: place === undefined || place === 'paragraph',
        },
      ];
    }),
  );
}

async function suspectedOf(
  cases: readonly Case[],
  read: ReadSentence,
): Promise<readonly KnownSentence[]> {
  const sentences: KnownSentence[] = [];
  for (const { passage, placed, isDamaged, isNatural } of cases) {
    const suspected = suspectedDamage(passage, placed, await read(placed.request));
    const suspicion = suspected && {
      form: suspected.form,
      place: suspected.place,
      damage: suspected.suspect.word.damage,
    };
    sentences.push({ place: placed.request.place, isDamaged, isNatural, suspicion });
  }
  return sentences;
}
