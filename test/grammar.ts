import { readFileSync } from 'node:fs';
import { provideGrammar } from '../server/prose/grammar/grammar.js';

// Every test reads prose but cannot read files, so the weights are provided here.
const models = new URL('../models/', import.meta.url);
provideGrammar(() => readFileSync(new URL('grammar/weights.bin', models)));
