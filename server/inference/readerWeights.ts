import type { JudgeDecisions, SentenceDecisions } from './readings.js';

/** Properties of the readers' weights that must be known before they are loaded. */
export interface ReaderWeights {
  /**
   * The large weights are for native code, the small ones for WebAssembly. Readings by one are not
   * valid for the other.
   */
  readonly name: 'large' | 'small';
  /** True if the weights of the sentence reader are large. */
  readonly hasLargeSentence: boolean;
  /** True if there are weights of the judge, which are always large. */
  readonly hasJudge: boolean;
  readonly decisions: SentenceDecisions;
  /** The weights of the judge, if there is one. */
  readonly judgeDecisions?: JudgeDecisions;
}
