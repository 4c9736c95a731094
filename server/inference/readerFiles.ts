/** The paths of the files that the build puts beside the bundles for the readers. */
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

/** The files of the large readers, which not every package has. */
export const LARGE_READER_FILES = {
  model: 'desktop/sentence/model.onnx',
  labels: 'desktop/sentence/labels.json',
  decisions: 'desktop/sentence/decisions.json',
  judgeModel: 'desktop/judge/model.onnx',
  judgeLabels: 'desktop/judge/labels.json',
  judgeDecisions: 'desktop/judge/decisions.json',
  vocabulary: 'desktop/vocabulary.txt',
  table: 'desktop/table.bin',
} as const;
