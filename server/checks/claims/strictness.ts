/** How sure a verdict must be: the reporter's choice, in the order from the fewest findings to the most. */
export const STRICTNESSES = ['strict', 'usual', 'eager'] as const;

/** One of `STRICTNESSES`. */
export type Strictness = (typeof STRICTNESSES)[number];

/** The least probabilities, 0 to 1, from which a verdict is given. */
export interface Thresholds {
  /** Of another value in the place of a claim's that is reported by the alignment. */
  readonly reported: number;
  /** Of one about which the claim reader is asked, and of one that it must have to confirm it. */
  readonly possible: number;
  readonly confirmed: number;
  /** Of a supported claim. */
  readonly supported: number;
}

/** What each choice means. An eager check reports more, and ticks no more: a tick has to be earned. */
export const THRESHOLDS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { reported: 0.6, possible: 0.15, confirmed: 0.95, supported: 0.7 },
  // At 0.5, three of a hundred true claims more would be supported, and half as many false ones again.
  usual: { reported: 0.4, possible: 0.1, confirmed: 0.9, supported: 0.56 },
  eager: { reported: 0.25, possible: 0.05, confirmed: 0.8, supported: 0.56 },
};
