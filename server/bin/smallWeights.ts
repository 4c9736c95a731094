import decisions from '../../models/sentence/decisions.json';
import type { ReaderWeights } from '../inference/readerWeights.js';

/** The weights of the small readers, which every package has. */
export const SMALL_WEIGHTS: ReaderWeights = {
  name: 'small',
  hasLargeSentence: false,
  hasJudge: false,
  decisions,
};
