import type { InferenceSession, TensorConstructor } from 'onnxruntime-common';
import type { PieceTable } from './pieceTable.js';

/** A text as an encoder reads it: the ids of its pieces, and their types, of equal length. */
export interface EncoderInput {
  readonly ids: readonly number[];
  readonly types: readonly number[];
}

/** An input of a model. */
export interface Feed {
  /** Row by row. */
  readonly numbers: BigInt64Array | Float32Array;
  /** The lengths of its dimensions, the outermost first. */
  readonly shape: readonly number[];
}

/** The inputs of a model, by name. */
export type Feeds = Readonly<Record<string, Feed>>;

/** A model that an engine has loaded. */
export interface EncoderSession {
  /**
   * The outputs for one text, by name, with a row for each piece. Texts are read one at a time: the
   * int8 matrices scale their input by its largest value, so that texts of one batch would change
   * each other's outputs. Rejects if the engine fails.
   */
  run(feeds: Feeds): Promise<(output: string) => Float32Array>;
}

/**
 * A text as the inputs of a model: the rows of its pieces in a table, or their ids if the model
 * contains the table.
 */
export function feedsOf({ ids, types }: EncoderInput, table: PieceTable | undefined): Feeds {
  const rest = { types: integers(types), mask: integers(ids.map(() => 1)) };
  if (table === undefined) return { ids: integers(ids), ...rest };
  const rows = { numbers: table.rowsOf(ids), shape: [1, ids.length, table.width] };
  return { rows, ...rest };
}

/** A session of either runtime; both use the same kind of values. */
export function encoderSession(
  session: InferenceSession,
  Tensor: TensorConstructor,
): EncoderSession {
  const tensorOf = ({ numbers, shape }: Feed): InstanceType<TensorConstructor> =>
    numbers instanceof Float32Array
      ? new Tensor('float32', numbers, shape)
      : new Tensor('int64', numbers, shape);
  return {
    run: async (feeds) => {
      const inputs = Object.entries(feeds).map(([name, feed]) => [name, tensorOf(feed)] as const);
      const outputs = await session.run(Object.fromEntries(inputs));
      return (output) => {
        const data = outputs[output]?.data;
        if (data instanceof Float32Array) return data;
        throw new Error(`the model gives no numbers for “${output}”`);
      };
    },
  };
}

/** An input of the model, for one text. */
function integers(numbers: readonly number[]): Feed {
  return { numbers: BigInt64Array.from(numbers, BigInt), shape: [1, numbers.length] };
}
