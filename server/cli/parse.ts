import { type ConlluSentence, readConllu, writeConllu } from '../prose/grammar/conllu.js';
import { grammar } from '../prose/grammar/grammar.js';
import { toConllu } from '../prose/grammar/toConllu.js';
import { formatOf, readProse, sentencesOf } from '../prose/prose.js';
import { MAX_TEXT_BYTES } from '../workspace/workspace.js';
import { EXIT, type Host, UsageError } from './host.js';
import { oneOf, readOptions } from './options.js';

/** The largest treebank that is read, in bytes; it has a line for every word. */
const MAX_TREEBANK_BYTES = 64 * 1024 * 1024;

/** `copydesk parse`: prints a draft as CoNLL-U; a `.conllu` file keeps its own sentences and words. */
export async function parse(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string', default: 'conllu' },
  });
  oneOf('--format', ['conllu'], values.format);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError('parse takes one file');
  const isTreebank = path.endsWith('.conllu');
  const text = await host.workspace.readNamed(
    path,
    isTreebank ? MAX_TREEBANK_BYTES : MAX_TEXT_BYTES,
  );
  const sentences = isTreebank ? readConllu(text) : draftSentences(text, path);
  for (const sentence of sentences) {
    const analysis = grammar().analyse(sentence.words.map(({ form }) => form));
    await host.write(writeConllu([toConllu(analysis, sentence)]));
  }
  return EXIT.clean;
}

/** The sentences of a draft, before grammatical analysis. */
function draftSentences(text: string, path: string): readonly ConlluSentence[] {
  return sentencesOf(readProse(text, formatOf(path))).map(({ sentence }, number) => ({
    comments: [`# sent_id = ${number + 1}`, `# text = ${sentence.text}`],
    words: sentence.tokens.map((token, index) => {
      const next = sentence.tokens[index + 1];
      const isJoined = next?.start === token.end;
      return {
        form: token.text,
        lemma: '_',
        upos: '_',
        xpos: '_',
        feats: '_',
        head: -1,
        relation: '_',
        misc: isJoined ? 'SpaceAfter=No' : '_',
        before: [],
      };
    }),
  }));
}
