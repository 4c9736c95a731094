import { type EncoderInput, type EncoderSession, feedsOf } from './encoderSession.js';
import type { Engine, ModelFile } from './engine.js';
import { PieceTable } from './pieceTable.js';
import { WordPieces } from './wordPieces.js';

/** The files that all readers on one base share. */
export interface BaseFiles {
  /** The text of `vocabulary.txt`. */
  readonly vocabulary: string;
  /** Reads the table of pieces; left out if the model of each reader has its own. */
  readonly table?: () => Promise<Uint8Array>;
}

/** The files of a model. */
export interface ModelFiles {
  readonly model: ModelFile;
  /** The text of `labels.json`. */
  readonly labels: string;
  /** Models with the same object here share everything that is computed from it. */
  readonly base: BaseFiles;
}

/** The properties of any model in `labels.json`. */
export interface ModelLabels {
  /**
   * The length of the rows of pieces that the model takes; left out if it looks up pieces by their
   * ids.
   */
  readonly width?: number;
}

/** A loaded model with the code that cuts its texts into pieces. */
export interface TrainedModel {
  readonly pieces: WordPieces;
  /** The outputs for one text; see `EncoderSession`. */
  run(input: EncoderInput): ReturnType<EncoderSession['run']>;
}

/** Loads models into this thread. */
export class TrainedModels {
  readonly #engine: Engine;
  readonly #pieces = new Map<BaseFiles, WordPieces>();
  readonly #tables = new Map<BaseFiles, Promise<PieceTable>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Loads a model. Rejects if the engine does not load or a file is damaged. */
  async open({ model, base }: ModelFiles, { width }: ModelLabels): Promise<TrainedModel> {
    const pieces = this.#piecesOf(base);
    const table = width === undefined ? undefined : await this.#tableOf(base, width);
    const session = await this.#engine.open(model);
    return { pieces, run: (input) => session.run(feedsOf(input, table)) };
  }

  #piecesOf(base: BaseFiles): WordPieces {
    const pieces = this.#pieces.get(base) ?? new WordPieces(base.vocabulary);
    this.#pieces.set(base, pieces);
    return pieces;
  }

  #tableOf(base: BaseFiles, width: number): Promise<PieceTable> {
    const table = this.#tables.get(base) ?? this.#readTable(base, width);
    this.#tables.set(base, table);
    return table;
  }

  async #readTable(base: BaseFiles, width: number): Promise<PieceTable> {
    if (base.table === undefined) throw new Error('the table of pieces is missing');
    return new PieceTable(await base.table(), this.#piecesOf(base).count, width);
  }
}
