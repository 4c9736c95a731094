/** A learned logistic score: the log odds are the bias plus the weighted signs. */
export interface Logistic<Sign extends string> {
  readonly bias: number;
  readonly signs: Readonly<Record<Sign, number>>;
  /** The least probability that is reported. */
  readonly threshold: number;
}

/** The probability of something with these signs. */
export function probabilityOf<Sign extends string>(
  { bias, signs: weights }: Pick<Logistic<Sign>, 'bias' | 'signs'>,
  signs: Readonly<Record<Sign, number>>,
): number {
  let odds = bias;
  for (const sign in weights) odds += weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-odds));
}
