import { Draw } from './draw.js';

/** A change at one place of a text. Offsets count UTF-16 units. */
export interface Keystroke {
  readonly start: number;
  /** The end of the deleted text. */
  readonly end: number;
  readonly typed: string;
}

/**
 * Somebody at work on an endless draft: at one place after the other, key by key, new words are
 * typed and then deleted at once. So the draft keeps its size, and hardly any state of it occurs
 * twice.
 */
export function* keystrokes(text: string, seed: number): Generator<Keystroke, never> {
  const draw = new Draw(seed);
  const gaps = [...text.matchAll(/(?<=[a-z,]) (?=[a-z])/gu)].map(({ index }) => index);
  for (;;) {
    const gap = gaps[draw.below(gaps.length)] ?? 0;
    const words = draw.chance(0.5)
      ? ` after ${2 + draw.below(9_000)} days with ${draw.name()} ${draw.name()}`
      : ` and the ${draw.name().toLowerCase()} of ${draw.name()} is late`;
    for (let index = 0; index < words.length; index++) {
      yield { start: gap + index, end: gap + index, typed: words.charAt(index) };
    }
    yield { start: gap, end: gap + words.length, typed: '' };
  }
}
