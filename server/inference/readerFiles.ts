/** The names of the files that the build puts beside the bundles for the sentence reader. */
export const READER_FILES = {
  /** The WebAssembly of onnxruntime-web. */
  runtime: 'ort-wasm-simd-threaded.wasm',
  model: 'sentence.onnx',
  labels: 'sentence-labels.json',
  vocabulary: 'sentence-vocabulary.txt',
  /** A hash of everything that readings depend on. */
  version: 'sentence-version.txt',
} as const;
