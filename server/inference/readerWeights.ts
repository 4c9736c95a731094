import type { JudgeDecisions, SentenceDecisions } from './readings.js';

/** What must be known of the weights of the readers before they are loaded. */
export interface ReaderWeights {
  /** The large ones are for native code, the small ones for WebAssembly. What one of them read is no reading of the other. */
  readonly name: 'large' | 'small';
  /** True if those of the sentence reader are large. */
  readonly hasLargeSentence: boolean;
  /** True if they include those of the judge, which are always large. */
  readonly hasJudge: boolean;
  readonly decisions: SentenceDecisions;
  /** Those of the judge, if there is one. */
  readonly judgeDecisions?: JudgeDecisions;
}
