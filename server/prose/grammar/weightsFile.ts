import type { ClassifierWeights } from './classifier.js';
import type { MoveWeights } from './moveClassifier.js';
import {
  ByteReader,
  ByteWriter,
  readClassifier,
  withChecksum,
  verifiedBody,
  writeClassifier,
} from './weightBytes.js';

/** The contents of a file of trained weights. */
export interface GrammarWeights {
  /**
   * Names of the fine tags: the universal tag, plus the Penn tag if that is more specific
   * (`VERB/VBZ`).
   */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** The number of parses that the parser keeps at each step. */
  readonly beamWidth: number;
  /** Parses further than this behind the best are dropped. */
  readonly beamSlack: number;
  /** A tag is in doubt if the next best scores within this of it. */
  readonly doubt: number;
  /** Lemmas that no rule finds, by fine tag and form. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Morphological features that do not depend on the sentence, by fine tag and form. */
  readonly features: Readonly<Record<string, string>>;
  /** Sets of usual tags of words, most frequent first; the first two are empty. */
  readonly sets: readonly (readonly number[])[];
  /** The number of the set of usual tags, by the key of a word. */
  readonly usage: NumberedKeys;
  /** The tag plus one of forms that have only one, by the key of a form. */
  readonly fixedTags: NumberedKeys;
  /** The relation plus one of arcs that have only one, by the key of an arc. */
  readonly fixedRelations: NumberedKeys;
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

/** The file header, which identifies the layout. */
const MAGIC = 0x43444732;

/**
 * Writes weights: a header with a checksum, names as JSON, then numbers, with keys as successive
 * differences.
 */
export function writeWeights(weights: GrammarWeights): Uint8Array {
  const writer = new ByteWriter();
  const { tags, relations, beamWidth, beamSlack, doubt, irregular, features, sets } = weights;
  writer.text(
    JSON.stringify({ tags, relations, beamWidth, beamSlack, doubt, irregular, features, sets }),
  );
  const { usage, fixedTags, fixedRelations, lexicon } = weights;
  for (const { keys, values } of [usage, fixedTags, fixedRelations, lexicon]) {
    writer.ascending(keys);
    for (const value of values) writer.number(value);
  }
  writeClassifier(writer, weights.tagger);
  writeClassifier(writer, weights.relationWeights);
  writer.ascending(weights.moves.slots);
  writer.bytes(weights.moves.shift);
  writer.bytes(weights.moves.left);
  writer.bytes(weights.moves.right);
  return withChecksum(MAGIC, writer.finish());
}

/** Reads weights. Throws a `WeightsError` if the bytes are not a complete weights file. */
export function readWeights(file: Uint8Array): GrammarWeights {
  const reader = new ByteReader(verifiedBody(MAGIC, file));
  const names = JSON.parse(reader.text()) as Pick<
    GrammarWeights,
    'tags' | 'relations' | 'beamWidth' | 'beamSlack' | 'doubt' | 'irregular' | 'features' | 'sets'
  >;
  const usage = readNumbered(reader);
  const fixedTags = readNumbered(reader);
  const fixedRelations = readNumbered(reader);
  const lexicon = readNumbered(reader);
  const tagger = readClassifier(reader);
  const relationWeights = readClassifier(reader);
  const slots = reader.ascending();
  const moves = {
    slots,
    shift: reader.signed(slots.length),
    left: reader.signed(slots.length),
    right: reader.signed(slots.length),
  };
  return {
    ...names,
    usage,
    fixedTags,
    fixedRelations,
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
