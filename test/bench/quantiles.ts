/**
 * The smallest of the values that a share of them does not exceed (nearest rank); 0 for no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The middle of the values; 0 for no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
