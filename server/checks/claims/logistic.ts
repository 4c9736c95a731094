/** A logistic model: a weight for each signal, and the value without any. */
export interface LogisticWeights<Signal extends string> {
  readonly bias: number;
  readonly signals: Readonly<Record<Signal, number>>;
}

/** The probability that a logistic model gives to its signals, 0 to 1. */
export function probabilityOf<Signal extends string>(
  { bias, signals: weights }: LogisticWeights<Signal>,
  signals: Readonly<Record<Signal, number>>,
): number {
  let sum = bias;
  for (const signal in weights) sum += weights[signal] * signals[signal];
  return 1 / (1 + Math.exp(-sum));
}
