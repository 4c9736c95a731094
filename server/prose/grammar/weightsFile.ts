import type { ClassifierWeights } from './classifier.js';
import type { MoveWeights } from './moveClassifier.js';
import {
  ByteReader,
  ByteWriter,
  readClassifier,
  sealed,
  unsealed,
  writeClassifier,
} from './weightBytes.js';

/** What a file of trained weights holds. */
export interface GrammarWeights {
  /** Names of the fine tags: the universal tag, and the Penn tag where that tells more (`VERB/VBZ`). */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** How many parses the parser keeps at each step. */
  readonly beamWidth: number;
  /** A parse that falls behind the best by more than this is dropped. */
  readonly beamSlack: number;
  /** A tag is in doubt where the next best comes as near as this. */
  readonly doubt: number;
  /** Lemmas that no rule finds, by fine tag and form. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Morphological features that a word has whatever its sentence, by fine tag and form. */
  readonly features: Readonly<Record<string, string>>;
  /** Sets of tags that words usually have, the most usual first; the first two are empty. */
  readonly sets: readonly (readonly number[])[];
  /** The number of the set of usual tags, by the key of a word. */
  readonly usage: NumberedKeys;
  /** The tag plus one of the words that have but one, by the key of a form. */
  readonly settledTags: NumberedKeys;
  /** The relation plus one of the arcs that have but one, by the key of an arc. */
  readonly settledRelations: NumberedKeys;
  /** The dictionary entry, by the key of a word. */
  readonly lexicon: NumberedKeys;
  readonly tagger: ClassifierWeights;
  readonly moves: MoveWeights;
  readonly relationWeights: ClassifierWeights;
}

/** Keys in ascending order with a number each. */
export interface NumberedKeys {
  readonly keys: Int32Array;
  readonly values: Uint32Array;
}

/** The head of a file: who wrote it, and in which layout. */
const MAGIC = 0x43444732;

/** Writes weights down: a head with a checksum, names as JSON, then numbers, with keys as the gaps between them. */
export function writeWeights(weights: GrammarWeights): Uint8Array {
  const writer = new ByteWriter();
  const { tags, relations, beamWidth, beamSlack, doubt, irregular, features, sets } = weights;
  writer.text(
    JSON.stringify({ tags, relations, beamWidth, beamSlack, doubt, irregular, features, sets }),
  );
  const { usage, settledTags, settledRelations, lexicon } = weights;
  for (const { keys, values } of [usage, settledTags, settledRelations, lexicon]) {
    writer.ascending(keys);
    for (const value of values) writer.number(value);
  }
  writeClassifier(writer, weights.tagger);
  writeClassifier(writer, weights.relationWeights);
  writer.ascending(weights.moves.places);
  writer.bytes(weights.moves.shift);
  writer.bytes(weights.moves.left);
  writer.bytes(weights.moves.right);
  return sealed(MAGIC, writer.finish());
}

/** Reads weights. Throws a `WeightsError` where the bytes are not a whole file of them. */
export function readWeights(file: Uint8Array): GrammarWeights {
  const reader = new ByteReader(unsealed(MAGIC, file));
  const names = JSON.parse(reader.text()) as Pick<
    GrammarWeights,
    'tags' | 'relations' | 'beamWidth' | 'beamSlack' | 'doubt' | 'irregular' | 'features' | 'sets'
  >;
  const usage = readNumbered(reader);
  const settledTags = readNumbered(reader);
  const settledRelations = readNumbered(reader);
  const lexicon = readNumbered(reader);
  const tagger = readClassifier(reader);
  const relationWeights = readClassifier(reader);
  const places = reader.ascending();
  const moves = {
    places,
    shift: reader.signed(places.length),
    left: reader.signed(places.length),
    right: reader.signed(places.length),
  };
  return {
    ...names,
    usage,
    settledTags,
    settledRelations,
    lexicon,
    tagger,
    relationWeights,
    moves,
  };
}

function readNumbered(reader: ByteReader): NumberedKeys {
  const keys = reader.ascending();
  const values = new Uint32Array(keys.length);
  for (let index = 0; index < values.length; index++) values[index] = reader.number();
  return { keys, values };
}
