// Measures an exported reader in WebAssembly, on one thread: whether it decides as in training, and
// its cost. Prints one JSON object.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as runtime from 'onnxruntime-web/wasm';

const USAGE = `node training/wasm/measure.mjs MODEL.onnx REFERENCE.json

REFERENCE.json is written by write_reference of training/readers/agreement.py.`;

/** The lengths of the timed inputs, in pieces. */
const LENGTHS = [32, 64, 128];
const WARM_UP = 3;
const REPEATS = 15;

const [modelFile, referenceFile] = process.argv.slice(2);
if (referenceFile === undefined) throw new Error(USAGE);

const megabytes = (bytes) => Math.round(bytes / 1e5) / 10;
const memoryBefore = process.memoryUsage().rss;

const folder = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
runtime.env.wasm.wasmBinary = readFileSync(join(folder, 'ort-wasm-simd-threaded.wasm'));
runtime.env.wasm.numThreads = 1;
runtime.env.logLevel = 'error';

const started = performance.now();
const session = await runtime.InferenceSession.create(new Uint8Array(readFileSync(modelFile)), {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
});
const loadMilliseconds = performance.now() - started;
const memoryLoaded = process.memoryUsage().rss;

const reference = JSON.parse(readFileSync(referenceFile, 'utf8'));

/** An input of the model: 64-bit integers of shape (1, pieces). */
const tensor = (numbers) =>
  new runtime.Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
const run = ({ ids, types, mask }) =>
  session.run({ ids: tensor(ids), types: tensor(types), mask: tensor(mask) });

/** Converts logits to the probabilities of exclusive classes, or of a single yes. */
function probabilities(logits) {
  if (logits.length === 1) {
    const yes = 1 / (1 + Math.exp(-logits[0]));
    return [1 - yes, yes];
  }
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
const decision = (shares) => shares.indexOf(Math.max(...shares));

/** The distributions of an output for one input: one, or one for each piece. */
function distributions(data, classes) {
  const rows = [];
  for (let at = 0; at < data.length; at += classes) {
    rows.push(probabilities([...data.slice(at, at + classes)]));
  }
  return rows;
}

const agreement = Object.fromEntries(
  reference.outputs.map((name) => [
    name,
    { decisions: 0, same: 0, difference: 0, numbers: 0, largest: 0 },
  ]),
);
for (const input of reference.inputs) {
  const outputs = await run(input);
  for (const [name, sums] of Object.entries(agreement)) {
    const { data, dims } = outputs[name];
    const classes = dims.at(-1);
    const found = distributions(data, classes);
    const expected = distributions(input.expected[name].flat(), classes);
    if (found.length !== expected.length) throw new Error(`${name}: the outputs differ in shape`);
    for (const [index, row] of found.entries()) {
      sums.decisions++;
      if (decision(row) === decision(expected[index])) sums.same++;
      for (const [column, share] of row.entries()) {
        const difference = Math.abs(share - expected[index][column]);
        sums.difference += difference;
        sums.numbers++;
        sums.largest = Math.max(sums.largest, difference);
      }
    }
  }
}

/** The median time for an input of `length` pieces, made from those of the reference. */
async function timeOf(length) {
  const all = reference.inputs.flatMap(({ ids }) => ids);
  const ids = Array.from({ length }, (_, index) => all[index % all.length]);
  const input = { ids, types: ids.map(() => 0), mask: ids.map(() => 1) };
  const times = [];
  for (let turn = 0; turn < WARM_UP + REPEATS; turn++) {
    const from = performance.now();
    await run(input);
    if (turn >= WARM_UP) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return Math.round(10 * times[REPEATS >> 1]) / 10;
}

const milliseconds = {};
for (const length of LENGTHS) milliseconds[length] = await timeOf(length);

const report = {
  model: modelFile,
  modelMegabytes: megabytes(statSync(modelFile).size),
  inputs: reference.inputs.length,
  outputs: Object.fromEntries(
    Object.entries(agreement).map(([name, sums]) => [
      name,
      {
        decisions: sums.decisions,
        sameDecision: sums.same / sums.decisions,
        meanDifference: sums.difference / sums.numbers,
        largestDifference: sums.largest,
      },
    ]),
  ),
  millisecondsByPieces: milliseconds,
  loadMilliseconds: Math.round(loadMilliseconds),
  residentMegabytes: {
    before: megabytes(memoryBefore),
    loaded: megabytes(memoryLoaded),
    after: megabytes(process.memoryUsage().rss),
  },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
