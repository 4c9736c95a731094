import { readFileSync } from 'node:fs';
import { provideSpellingWords } from '../server/checks/spelling/dictionary.js';
import { provideGrammar } from '../server/prose/grammar/grammar.js';

// Every test reads prose but cannot read files, so the weights are provided here.
const models = new URL('../models/', import.meta.url);
provideGrammar(() => readFileSync(new URL('grammar/weights.bin', models)));
provideSpellingWords(() => readFileSync(new URL('spelling/words.bin', models)));
