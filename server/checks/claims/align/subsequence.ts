/**
 * Pairs the items of two sequences in order so that the sum of their values is greatest (a weighted
 * longest common subsequence, Wagner and Fischer 1974). `values` has, row by row, the value of
 * pairing an item of the first sequence with each of the second, 0 if they cannot be paired.
 * Returns for each item of the first the index of its partner, or -1.
 */
export function pairInOrder(rows: number, columns: number, values: Float32Array): Int32Array {
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      const value = values[row * columns + column] ?? 0;
      best[at] = Math.max(
        best[at + width] ?? 0,
        best[at + 1] ?? 0,
        value > 0 ? value + (best[at + width + 1] ?? 0) : 0,
      );
    }
  }
  const pairs = new Int32Array(rows).fill(-1);
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * width + column;
    if (best[at] === best[at + width]) row++;
    else if (best[at] === best[at + 1]) column++;
    else pairs[row++] = column++;
  }
  return pairs;
}
