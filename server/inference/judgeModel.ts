import { type EncodedClaim, JudgeEncoder } from './judgeEncoder.js';
import type { JudgeReading, JudgeRequest } from './readings.js';
import { rounded, softmax } from './softmax.js';
import type { ModelFiles, ModelLabels, TrainedModels } from './trainedModels.js';

/** Judges a claim. Rejects if the engine fails. */
export type JudgeClaim = (request: JudgeRequest) => Promise<JudgeReading>;

/** What the model gives for a claim. */
export interface JudgeLogits {
  /** One for each of `JudgeLabels.verdicts`. */
  readonly verdict: Float32Array;
  /** One for each piece: that the passages do not bear out its word, against that they do. */
  readonly words: Float32Array;
}

/** The names of the classes, in the order of the model's logits. */
export interface JudgeLabels extends ModelLabels {
  readonly verdicts: readonly string[];
}

/** Loads the judge. Rejects where the engine does not load or a file is damaged. */
export async function loadJudgeModel(
  models: TrainedModels,
  files: ModelFiles,
): Promise<JudgeClaim> {
  // The labels are built with the model.
  const labels = JSON.parse(files.labels) as JudgeLabels;
  const model = await models.open(files, labels);
  const encoder = new JudgeEncoder(model.pieces);
  const read = async (request: JudgeRequest): Promise<JudgeReading> => {
    const encoded = encoder.encode(request);
    const output = await model.run(encoded);
    return judgementOf(encoded, { verdict: output('verdict'), words: output('words') }, labels);
  };
  return async (request) => {
    const { passages } = request;
    const whole = await read(request);
    if (passages.length < 2) return whole;
    return meanOf(whole, await read({ ...request, passages: passages.slice(0, 1) }));
  };
}

/**
 * The mean of a reading with all passages and one with the closest alone: their errors differ, so
 * that it is right more often than either. The words are those of the first, since any passage may
 * bear one out.
 */
function meanOf(whole: JudgeReading, closest: JudgeReading): JudgeReading {
  const mean = (verdict: 'supported' | 'contradicted' | 'neither'): number =>
    rounded((whole[verdict] + closest[verdict]) / 2);
  return {
    supported: mean('supported'),
    contradicted: mean('contradicted'),
    neither: mean('neither'),
    words: whole.words,
  };
}

/** The reading of a claim by the logits of its classes and pieces. */
export function judgementOf(
  { words, positions }: Pick<EncodedClaim, 'words' | 'positions'>,
  logits: JudgeLogits,
  { verdicts }: Pick<JudgeLabels, 'verdicts'>,
): JudgeReading {
  const shares = softmax(logits.verdict);
  const shareOf = (verdict: string): number => rounded(shares[verdicts.indexOf(verdict)] ?? 0);
  return {
    supported: shareOf('supported'),
    contradicted: shareOf('contradicted'),
    neither: shareOf('neither'),
    words: words.map(({ start, end }, index) => {
      const [, unsupported = 0] = softmax([0, logits.words[positions[index] ?? 0] ?? 0]);
      return { start, end, unsupported: rounded(unsupported) };
    }),
  };
}
