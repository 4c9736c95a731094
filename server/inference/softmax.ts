/** The probabilities that logits represent. */
export function softmax(logits: Iterable<number>): readonly number[] {
  const all = Array.from(logits);
  const highest = all.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const powers = all.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Probabilities are rounded to this share, so that a stored reading equals a new one. */
const ROUNDING = 1e4;

/** A probability as it is stored. */
export function rounded(probability: number): number {
  return Math.round(probability * ROUNDING) / ROUNDING;
}
