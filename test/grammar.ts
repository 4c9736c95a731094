import { readFileSync } from 'node:fs';
import { provideGrammar } from '../server/prose/grammar/grammar.js';
import { provideGapWeights } from '../server/prose/soundness/gaps/gapModel.js';

// Every test reads prose, and none may read files: the weights come from here.
const prose = new URL('../server/prose/', import.meta.url);
provideGrammar(() => readFileSync(new URL('grammar/weights.bin', prose)));
provideGapWeights(() => readFileSync(new URL('soundness/gaps/weights.bin', prose)));
