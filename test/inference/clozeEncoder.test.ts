import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ClozeEncoder, type EncodedCloze } from '../../server/inference/clozeEncoder.js';
import { clozeReadingOf } from '../../server/inference/clozeModel.js';
import type { ClozeRequest, SentenceSpan } from '../../server/inference/readings.js';
import { WordPieces } from '../../server/inference/wordPieces.js';
import labels from '../../models/claim/labels.json' with { type: 'json' };
import { marked } from '../marked.js';

const VOCABULARY = readFileSync('models/sentence/vocabulary.txt', 'utf8');
const LINES = VOCABULARY.split('\n');

describe('the cloze encoder', () => {
  const encoder = new ClozeEncoder(new WordPieces(VOCABULARY), new Set(labels.functionWords));

  /** A claim with a marked value, and sentences with a marked value or none. */
  const requestOf = (
    kind: ClozeRequest['kind'],
    text: string,
    passage: readonly string[],
  ): ClozeRequest => {
    const { text: claim, spans } = marked(text);
    const read = passage.map((sentence) => marked(sentence));
    return {
      claim,
      hidden: spans[0] ?? { start: 0, end: 0 },
      kind,
      passage: read.map(({ text }) => text),
      values: read.flatMap((sentence, index): readonly SentenceSpan[] =>
        sentence.spans.map((span) => ({ sentence: index, ...span })),
      ),
    };
  };
  const encode = (request: ClozeRequest): EncodedCloze => {
    const encoded = encoder.encode(request);
    assert.ok(encoded !== undefined);
    return encoded;
  };
  const piecesOf = ({ ids }: EncodedCloze): string => ids.map((id) => LINES[id]).join(' ');

  it('hides a name, and says of each other word whether the other side has it', () => {
    const encoded = encode(
      requestOf('name', 'The ferry Halden Star sank off [|Bergen|] with 45 people on board.', [
        'The Halden Star went down off [|Stavanger|] on Monday.',
        'It carried 54 people, and another ferry left [|Bergen|] later.',
      ]),
    );
    assert.equal(
      piecesOf(encoded),
      '[CLS] the ferry hal ##den star sank off [MASK] with 45 people on board . [SEP] the hal ##den ' +
        'star went down off st ##ava ##nger on monday . it carried 54 people , and another ferry left ' +
        'bergen later . [SEP]',
    );
    assert.deepEqual(
      encoded.types,
      [
        [0, 1, 24, 25, 25, 25, 12, 0, 0, 0, 12, 24, 0, 12, 0, 0],
        [5, 29, 29, 29, 16, 4, 4, 17, 17, 17, 4, 17, 4],
        [5, 16, 16, 40, 4, 4, 4, 40, 16, 17, 16, 4, 4],
      ].flat(),
    );
    assert.deepEqual(encoded.values, [[23], [38]]);
  });

  it('hides a figure with its commas, and tells its kind', () => {
    const encoded = encode(
      requestOf('figure', 'Oak Park Council paid £[|1,200|] for the surveys, McRae told ANSA.', [
        "McRae: the council's survey cost £[|2,100|].",
        'ANSA did not pay.',
      ]),
    );
    assert.deepEqual(
      encoded.types,
      [
        [0, 13, 13, 25, 12, 0, 1, 0, 0, 12, 0, 27, 27, 12, 26, 26, 0, 0],
        [43, 43, 4, 4, 40, 4, 16, 16, 16, 4, 16, 4, 16, 4],
        [30, 30, 4, 4, 16, 4, 4],
      ].flat(),
    );
    assert.deepEqual(encoded.values, [[28, 29, 30]]);
  });

  it('leaves out a sentence without room, and says nothing of its values', () => {
    const long = `Lund ${'sea '.repeat(109)}`;
    const { words, values } = encode(
      requestOf('name', 'Roe left [|Ystad|].', [long, 'Roe left [|Lund|].', '']),
    );
    assert.equal(words.length, 110);
    assert.deepEqual(values, [undefined]);
  });

  it('reads the beginning of the first sentence, however long that is', () => {
    const long = `Not [|Lund|] but ${'the sea and '.repeat(100_000)}[|Lund|].`;
    const { ids, values } = encode(requestOf('name', 'Roe left [|Ystad|].', [long]));
    assert.equal(ids.length, 117);
    assert.deepEqual(values, [[7], undefined]);
  });

  it('has nothing to ask about a value beyond what is read of a claim', () => {
    const request = requestOf('name', `Roe saw the ${'sea '.repeat(80)}off [|Ystad|].`, ['Lund.']);
    assert.equal(encoder.encode(request), undefined);
  });
});

describe('the reading of a claim', () => {
  it('gives a value the probability of its words, and none to one that was not read', () => {
    const logits = Float32Array.from([0, 9, 9, 0, 9, Math.log(2)]);
    assert.deepEqual(
      clozeReadingOf({ words: [3, 5], values: [[3, 5], undefined, [3], []] }, logits),
      {
        values: [0.75, null, 0.25, 0],
      },
    );
  });
});
