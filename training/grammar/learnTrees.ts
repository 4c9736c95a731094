import { Beam } from '../../server/prose/grammar/beam.js';
import {
  PARSER_FEATURES,
  type ParserInput,
  moveFeatures,
  relationFeatures,
} from '../../server/prose/grammar/parserFeatures.js';
import type { FixedRelations } from '../../server/prose/grammar/fixedRelations.js';
import { argMax } from '../../server/prose/grammar/tagger.js';
import {
  LONGEST_SENTENCE,
  MOVES,
  ParseState,
  SHIFT,
} from '../../server/prose/grammar/transitions.js';
import { MovePerceptron } from './movePerceptron.js';
import { moveCosts } from './oracle.js';
import { Perceptron } from './perceptron.js';
import type { Random } from './random.js';
import type { Example } from './treebank.js';

/** Trains a parser: its moves, and the relation of each arc. */
export class ParserTraining {
  readonly moves: MovePerceptron;
  readonly relations: Perceptron;
  readonly #input: ParserInput;
  readonly #fixed: FixedRelations;
  readonly #beam: Beam;
  readonly #state = new ParseState();
  readonly #replayed = new ParseState();
  readonly #features = new Int32Array(PARSER_FEATURES);
  readonly #moveScores = new Float64Array(MOVES);
  readonly #relationScores: Float64Array;
  readonly #costs = new Int32Array(MOVES);
  /** The moves of the wrong parse with the largest lead over the right one. */
  readonly #wrong = new Int32Array(LONGEST_SENTENCE * 2 + 4);

  /**
   * `width` is that of the beam; `patience` is the number of updates that a weight needs before it counts.
   */
  constructor(
    input: ParserInput,
    relationNames: number,
    fixed: FixedRelations,
    width: number,
    patience: number,
  ) {
    this.#input = input;
    this.#fixed = fixed;
    this.moves = new MovePerceptron(patience);
    this.relations = new Perceptron(relationNames, patience);
    this.#relationScores = new Float64Array(relationNames);
    this.#beam = new Beam(this.moves, this.relations, fixed, width);
  }

  /**
   * One pass over the examples that corrects single moves and mostly follows the parser's own
   * moves, right or wrong, so that it learns to continue after a mistake (Goldberg and Nivre 2013).
   * `explore` is the share of wrong moves that are followed.
   */
  roundOfMoves(examples: readonly Example[], random: Random, explore: number): void {
    for (const example of this.#shuffled(examples, random)) {
      const state = this.#begin(example);
      while (!state.finished) {
        const { guess, best, count } = this.#decide(state, example);
        this.moves.tick();
        let taken = guess;
        if ((this.#costs[guess] ?? 0) > (this.#costs[best] ?? 0)) {
          this.moves.update(this.#features, count, best, 1);
          this.moves.update(this.#features, count, guess, -1);
          if (random.next() >= explore) taken = best;
        }
        this.#make(state, taken, example);
      }
    }
  }

  /**
   * One pass over the examples with the beam: moves are corrected up to the point at which the best
   * parse had its largest lead over the right one (max-violation, Huang, Fayong and Guo 2012).
   */
  roundOfBeams(examples: readonly Example[], random: Random): void {
    for (const example of this.#shuffled(examples, random)) {
      const right = this.#begin(example);
      this.moves.tick();
      this.#beam.clearCaches();
      this.#beam.begin(this.#input);
      let largest = 0;
      let length = 0;
      while (!right.finished) {
        const { best: move } = this.#decide(right, example);
        right.score += this.#moveScores[move] ?? 0;
        this.#make(right, move, example);
        this.#beam.advance(this.#input);
        const { best } = this.#beam;
        const ahead = best.score - right.score;
        if (ahead > largest || (length === 0 && ahead === 0 && differ(best, right))) {
          largest = ahead;
          length = best.steps;
          this.#wrong.set(best.trail);
        }
      }
      if (length === 0) continue;
      const same = sharedLength(this.#wrong, right.trail, length);
      this.#correct(right.trail, same, length, 1);
      this.#correct(this.#wrong, same, length, -1);
    }
  }

  #shuffled(examples: readonly Example[], random: Random): readonly Example[] {
    return random.shuffled(examples).filter(({ words }) => words.length <= LONGEST_SENTENCE);
  }

  #begin({ words, tags, seconds }: Example): ParseState {
    this.#input.read(words, tags, seconds, 0, words.length);
    this.#state.begin(words.length);
    return this.#state;
  }

  /**
   * The move that the parser would make, and the highest-scoring of the moves that lose the fewest
   * right arcs.
   */
  #decide(
    state: ParseState,
    { heads }: Example,
  ): { readonly guess: number; readonly best: number; readonly count: number } {
    const count = moveFeatures(this.#input, state, this.#features);
    this.moves.score(this.#features, count, this.#moveScores);
    moveCosts(state, heads, this.#costs);
    let guess = -1;
    let best = -1;
    for (let move = 0; move < MOVES; move++) {
      const cost = this.#costs[move] ?? -1;
      if (cost < 0) continue;
      const score = this.#moveScores[move] ?? 0;
      if (guess < 0 || score > (this.#moveScores[guess] ?? 0)) guess = move;
      const least = best < 0 ? Infinity : (this.#costs[best] ?? 0);
      if (cost < least || (cost === least && score > (this.#moveScores[best] ?? 0))) best = move;
    }
    return { guess, best, count };
  }

  /** Makes a move; if it creates a right arc, the relation is corrected. */
  #make(state: ParseState, move: number, { heads, relations }: Example): void {
    if (move === SHIFT) {
      state.shift();
      return;
    }
    const dependent = state.stackAt(0);
    const { tags } = this.#input;
    const fixed = this.#fixed.find(tags[state.headOf(move)] ?? 0, tags[dependent] ?? 0, move);
    if (fixed >= 0) {
      state.attach(move, fixed);
      return;
    }
    const count = relationFeatures(this.#input, state, move, this.#features);
    this.relations.score(this.#features, count, this.#relationScores);
    const guess = argMax(this.#relationScores, this.relations.classes);
    const right = relations[dependent] ?? 0;
    this.relations.tick();
    if (guess !== right && heads[dependent] === state.headOf(move)) {
      this.relations.update(this.#features, count, right, 1);
      this.relations.update(this.#features, count, guess, -1);
      this.#beam.clearCaches();
    }
    state.attach(move, guess);
  }

  /** Replays a trail and adds `by` to the weights of its moves from `same` to `length`. */
  #correct(trail: Int32Array, same: number, length: number, by: number): void {
    const state = this.#replayed;
    state.begin(this.#input.size);
    for (let step = 0; step < length; step++) {
      const made = trail[step] ?? 0;
      const move = made & 3;
      if (step >= same) {
        const count = moveFeatures(this.#input, state, this.#features);
        this.moves.update(this.#features, count, move, by);
      }
      if (move === SHIFT) state.shift();
      else state.attach(move, made >> 2);
    }
  }
}

function differ(a: ParseState, b: ParseState): boolean {
  return sharedLength(a.trail, b.trail, a.steps) < a.steps;
}

/** The number of leading moves that two trails have in common, ignoring relations. */
function sharedLength(a: Int32Array, b: Int32Array, length: number): number {
  let same = 0;
  while (same < length && ((a[same] ?? 0) & 3) === ((b[same] ?? 0) & 3)) same++;
  return same;
}
