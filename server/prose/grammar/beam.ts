import type { Classifier } from './classifier.js';
import { Memo } from './memo.js';
import {
  type ParserInput,
  PARSER_FEATURES,
  moveKeys,
  moveValuesOf,
  relationKeys,
  relationValuesOf,
} from './parserFeatures.js';
import type { SettledRelations } from './settledRelations.js';
import { highest } from './tagger.js';
import { MOVES, ParseState, SHIFT } from './transitions.js';

/** How many decisions are kept: a sentence has some hundreds of each. */
const MOVES_KEPT = 8192;
const RELATIONS_KEPT = 4096;

/**
 * Reads a sentence keeping the few best parses at each step (Zhang and Clark 2008). Its memory is
 * kept from sentence to sentence, so it is not reentrant.
 */
export class Beam {
  readonly #moves: Classifier;
  readonly #relations: Classifier;
  readonly #settled: SettledRelations;
  readonly #width: number;
  readonly #slack: number;
  readonly #features = new Int32Array(PARSER_FEATURES);
  /** The scores of moves and the relations that were asked for last, in this sentence or before. */
  readonly #knownMoves = new Memo(MOVES_KEPT, MOVES);
  readonly #knownRelations = new Memo(RELATIONS_KEPT, 1);
  /** Counts steps. */
  #now = 1;
  readonly #moveScores = new Float64Array(MOVES);
  readonly #relationScores: Float64Array;
  /** The parses under way, best first; behind them, spare ones. */
  #states: ParseState[];
  #spares: ParseState[];
  #active = 0;
  // What could come next, best first.
  readonly #parents: Int32Array;
  readonly #choices: Int32Array;
  readonly #scores: Float64Array;
  #candidates = 0;

  /** Keeps `width` parses, and of them those that the best one is ahead of by no more than `slack`. */
  constructor(
    moves: Classifier,
    relations: Classifier,
    settled: SettledRelations,
    width: number,
    slack = Infinity,
  ) {
    this.#moves = moves;
    this.#relations = relations;
    this.#settled = settled;
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
   * Parses a sentence, with the word `chosenRoot` as its root unless that is -1; the result stands
   * until the next one.
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

  /** Forgets all that was asked for, as weights have changed. */
  forget(): void {
    this.#now++;
    this.#knownMoves.forget(this.#now);
    this.#knownRelations.forget(this.#now);
  }

  /** The best parse so far. */
  get best(): ParseState {
    const state = this.#states[0];
    if (state === undefined) throw new RangeError('a beam is at least one parse wide');
    return state;
  }

  /** Makes the next move of every parse. */
  advance(input: ParserInput): void {
    this.#candidates = 0;
    this.#now++;
    for (let index = 0; index < this.#active; index++) {
      const state = this.#states[index];
      if (state === undefined) break;
      const values = moveValuesOf(input, state);
      const asked = this.#knownMoves.find(values, this.#now);
      // A better parse at this step looks the same to all that moves are weighed by: what comes next will
      // hardly differ, so that the worse one is not followed (Huang and Sagae 2010).
      if (asked === this.#now) continue;
      if (asked === 0) this.#weighMoves(values);
      for (let move = 0; move < MOVES; move++) {
        if (state.allows(move)) {
          this.#consider(index, move, state.score + this.#knownMoves.answer(move));
        }
      }
    }
    const least = (this.#scores[0] ?? 0) - this.#slack;
    while ((this.#scores[this.#candidates - 1] ?? least) < least) this.#candidates--;
    this.#follow(input);
  }

  #weighMoves(values: Int32Array): void {
    const count = moveKeys(values, this.#features);
    this.#moves.score(this.#features, count, this.#moveScores);
    for (let move = 0; move < MOVES; move++) {
      this.#knownMoves.keep(move, this.#moveScores[move] ?? 0);
    }
  }

  /** Takes a possible move into the list of the best. */
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

  /** Makes the moves in the list. A parse that goes on in one way only is not copied. */
  #follow(input: ParserInput): void {
    const before = this.#states;
    const after = this.#spares;
    for (let index = 0; index < this.#candidates; index++) {
      const parent = this.#parents[index] ?? 0;
      const from = before[parent];
      const spare = after[index];
      if (from === undefined || spare === undefined) continue;
      if (this.#goesOnAfter(index, parent)) {
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

  /** True where a later candidate starts from the same parse. */
  #goesOnAfter(index: number, parent: number): boolean {
    for (let later = index + 1; later < this.#candidates; later++) {
      if (this.#parents[later] === parent) return true;
    }
    return false;
  }

  /** Makes one move of one parse, with the relation that suits it best. */
  move(input: ParserInput, state: ParseState, move: number): void {
    if (move === SHIFT) {
      state.shift();
      return;
    }
    const { tags } = input;
    const head = state.headOf(move);
    const settled = this.#settled.find(tags[head] ?? 0, tags[state.under(0)] ?? 0, move);
    state.attach(move, settled >= 0 ? settled : this.#likeliest(input, state, move));
  }

  /** The relation that suits an attaching move best. */
  #likeliest(input: ParserInput, state: ParseState, move: number): number {
    const values = relationValuesOf(input, state, move);
    if (this.#knownRelations.find(values, this.#now) > 0) return this.#knownRelations.answer(0);
    const count = relationKeys(values, this.#features);
    this.#relations.score(this.#features, count, this.#relationScores);
    const relation = highest(this.#relationScores, this.#relations.classes);
    this.#knownRelations.keep(0, relation);
    return relation;
  }
}
