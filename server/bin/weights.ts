import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../prose/grammar/grammar.js';
import { provideGapWeights } from '../checks/sentences/gaps/gapModel.js';

/** Lets prose be read with the trained weights that lie in `folder`, as the build puts them there. They are read when first needed. */
export function provideWeights(folder: string): void {
  provideGrammar(() => readFileSync(join(folder, 'grammar.bin')));
  provideGapWeights(() => readFileSync(join(folder, 'gaps.bin')));
}
