import { readFileSync } from 'node:fs';
import { provideGrammar } from '../server/prose/grammar/grammar.js';

// Every test reads prose, and none may read files: the weights come from here.
provideGrammar(() => readFileSync(new URL('../server/prose/grammar/weights.bin', import.meta.url)));
