import {
  LEFT,
  MOVES,
  type ParseState,
  RIGHT,
  SHIFT,
} from '../../server/prose/grammar/transitions.js';

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): writes into `costs` how
 * many right arcs each move makes impossible; -1 if the move is not allowed.
 */
export function moveCosts(state: ParseState, gold: Int32Array, costs: Int32Array): void {
  for (let move = 0; move < MOVES; move++) costs[move] = state.allows(move) ? 0 : -1;
  const top = state.stackAt(0);
  const next = state.next;
  if (costs[SHIFT] === 0) {
    let lost = 0;
    for (let below = 0; below < state.depth; below++) {
      const node = state.stackAt(below);
      if (gold[node] === next) lost++;
      if (below > 0 && gold[next] === node) lost++;
    }
    costs[SHIFT] = lost;
  }
  if (state.depth === 0) return;
  const head = gold[top] ?? -1;
  let dependents = 0;
  for (let node = next; node < state.root; node++) if (gold[node] === top) dependents++;
  if (costs[LEFT] === 0) {
    costs[LEFT] = dependents + (head > next || head === state.stackAt(1) ? 1 : 0);
  }
  if (costs[RIGHT] === 0) costs[RIGHT] = dependents + (head >= next ? 1 : 0);
}
