import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../prose/grammar/grammar.js';
import { provideSpellingWords } from '../checks/spelling/dictionary.js';

/**
 * Provides the trained weights and the dictionary that the build puts into `folder`. They are read
 * when they are first needed.
 */
export function provideWeights(folder: string): void {
  provideGrammar(() => readFileSync(join(folder, 'grammar.bin')));
  provideSpellingWords(() => readFileSync(join(folder, 'words.bin')));
}
