/** The names of the files that the build puts beside the bundles for the readers. */
export const READER_FILES = {
  /** The WebAssembly of onnxruntime-web. */
  runtime: 'ort-wasm-simd-threaded.wasm',
  model: 'sentence.onnx',
  labels: 'sentence-labels.json',
  claimModel: 'claim.onnx',
  claimLabels: 'claim-labels.json',
  vocabulary: 'reader-vocabulary.txt',
  /** A hash of everything that readings depend on. */
  version: 'reader-version.txt',
} as const;
