import type { Classifier } from './classifier.js';
import { ScoreCache } from './scoreCache.js';
import {
  type ParserInput,
  PARSER_FEATURES,
  moveKeys,
  moveValuesOf,
  relationKeys,
  relationValuesOf,
} from './parserFeatures.js';
import type { FixedRelations } from './fixedRelations.js';
import { argMax } from './tagger.js';
import { MOVES, ParseState, SHIFT } from './transitions.js';

/** The number of decisions that are cached: a sentence needs several hundred of each. */
const MOVE_CACHE_SIZE = 8192;
const RELATION_CACHE_SIZE = 4096;

/**
 * Parses a sentence with beam search (Zhang and Clark 2008). Reuses its memory from sentence to
 * sentence, so it is not reentrant.
 */
export class Beam {
  readonly #moves: Classifier;
  readonly #relations: Classifier;
  readonly #fixedRelations: FixedRelations;
  readonly #width: number;
  readonly #slack: number;
  readonly #features = new Int32Array(PARSER_FEATURES);
  /** The scores of recent moves and the recent relations, from this sentence or earlier ones. */
  readonly #cachedMoves = new ScoreCache(MOVE_CACHE_SIZE, MOVES);
  readonly #cachedRelations = new ScoreCache(RELATION_CACHE_SIZE, 1);
  /** Counts steps. */
  #step = 1;
  readonly #moveScores = new Float64Array(MOVES);
  readonly #relationScores: Float64Array;
  /** The current parses, best first, and spare ones for the next step. */
  #states: ParseState[];
  #spares: ParseState[];
  #active = 0;
  // The candidates for the next step, best first.
  readonly #parents: Int32Array;
  readonly #choices: Int32Array;
  readonly #scores: Float64Array;
  #candidates = 0;

  /** Keeps at most `width` parses, and only those within `slack` of the best score. */
  constructor(
    moves: Classifier,
    relations: Classifier,
    fixedRelations: FixedRelations,
    width: number,
    slack = Infinity,
  ) {
    this.#moves = moves;
    this.#relations = relations;
    this.#fixedRelations = fixedRelations;
    this.#width = width;
    this.#slack = slack;
    this.#relationScores = new Float64Array(relations.classes);
    this.#states = Array.from({ length: width }, () => new ParseState());
    this.#spares = Array.from({ length: width }, () => new ParseState());
    this.#parents = new Int32Array(width + 1);
    this.#choices = new Int32Array(width + 1);
    this.#scores = new Float64Array(width + 1);
  }

  /**
   * Parses a sentence, with the word `chosenRoot` as its root unless that is -1; the result is
   * valid until the next call.
   */
  parse(input: ParserInput, chosenRoot = -1): ParseState {
    this.begin(input, chosenRoot);
    while (!this.best.finished) this.advance(input);
    return this.best;
  }

  begin(input: ParserInput, chosenRoot = -1): void {
    this.best.begin(input.size, chosenRoot);
    this.#active = 1;
  }

  /** Clears the caches, for when the weights have changed. */
  clearCaches(): void {
    this.#step++;
    this.#cachedMoves.invalidate(this.#step);
    this.#cachedRelations.invalidate(this.#step);
  }

  /** The best parse so far. */
  get best(): ParseState {
    const state = this.#states[0];
    if (state === undefined) throw new RangeError('a beam is at least one parse wide');
    return state;
  }

  /** Advances every parse by one move. */
  advance(input: ParserInput): void {
    this.#candidates = 0;
    this.#step++;
    for (let index = 0; index < this.#active; index++) {
      const state = this.#states[index];
      if (state === undefined) break;
      const values = moveValuesOf(input, state);
      const queriedAt = this.#cachedMoves.find(values, this.#step);
      // A better parse at this step has the same feature values: both would continue almost
      // identically, so the worse one is dropped (Huang and Sagae 2010).
      if (queriedAt === this.#step) continue;
      if (queriedAt === 0) this.#scoreMoves(values);
      for (let move = 0; move < MOVES; move++) {
        if (state.allows(move)) {
          this.#consider(index, move, state.score + this.#cachedMoves.valueAt(move));
        }
      }
    }
    const least = (this.#scores[0] ?? 0) - this.#slack;
    while ((this.#scores[this.#candidates - 1] ?? least) < least) this.#candidates--;
    this.#follow(input);
  }

  #scoreMoves(values: Int32Array): void {
    const count = moveKeys(values, this.#features);
    this.#moves.score(this.#features, count, this.#moveScores);
    for (let move = 0; move < MOVES; move++) {
      this.#cachedMoves.store(move, this.#moveScores[move] ?? 0);
    }
  }

  /** Adds a move to the candidates if it is good enough. */
  #consider(parent: number, move: number, score: number): void {
    let at = this.#candidates;
    if (at === this.#width && score <= (this.#scores[at - 1] ?? 0)) return;
    while (at > 0 && (this.#scores[at - 1] ?? 0) < score) {
      this.#parents[at] = this.#parents[at - 1] ?? 0;
      this.#choices[at] = this.#choices[at - 1] ?? 0;
      this.#scores[at] = this.#scores[at - 1] ?? 0;
      at--;
    }
    this.#parents[at] = parent;
    this.#choices[at] = move;
    this.#scores[at] = score;
    this.#candidates = Math.min(this.#candidates + 1, this.#width);
  }

  /** Makes the candidates' moves. A parse with a single continuation is not copied. */
  #follow(input: ParserInput): void {
    const before = this.#states;
    const after = this.#spares;
    for (let index = 0; index < this.#candidates; index++) {
      const parent = this.#parents[index] ?? 0;
      const from = before[parent];
      const spare = after[index];
      if (from === undefined || spare === undefined) continue;
      if (this.#isReusedAfter(index, parent)) {
        spare.copy(from);
      } else {
        after[index] = from;
        before[parent] = spare;
      }
    }
    this.#states = after;
    this.#spares = before;
    this.#active = this.#candidates;
    for (let index = 0; index < this.#active; index++) {
      const state = this.#states[index];
      if (state === undefined) continue;
      state.score = this.#scores[index] ?? 0;
      this.move(input, state, this.#choices[index] ?? 0);
    }
  }

  /** True if a later candidate continues the same parse. */
  #isReusedAfter(index: number, parent: number): boolean {
    for (let later = index + 1; later < this.#candidates; later++) {
      if (this.#parents[later] === parent) return true;
    }
    return false;
  }

  /** Makes one move of one parse, with the best relation. */
  move(input: ParserInput, state: ParseState, move: number): void {
    if (move === SHIFT) {
      state.shift();
      return;
    }
    const { tags } = input;
    const head = state.headOf(move);
    const fixed = this.#fixedRelations.find(tags[head] ?? 0, tags[state.stackAt(0)] ?? 0, move);
    state.attach(move, fixed >= 0 ? fixed : this.#bestRelation(input, state, move));
  }

  /** The best relation for an attaching move. */
  #bestRelation(input: ParserInput, state: ParseState, move: number): number {
    const values = relationValuesOf(input, state, move);
    if (this.#cachedRelations.find(values, this.#step) > 0) return this.#cachedRelations.valueAt(0);
    const count = relationKeys(values, this.#features);
    this.#relations.score(this.#features, count, this.#relationScores);
    const relation = argMax(this.#relationScores, this.#relations.classes);
    this.#cachedRelations.store(0, relation);
    return relation;
  }
}
