import { type ReaderRequest, answerRequests } from '../inference/readerMessages.js';
import { type ReaderFiles, loadReaderModel } from '../inference/readerModel.js';
import { webAssemblyEngine } from '../inference/webAssemblyEngine.js';
import type { BrowserReaderFiles } from './browserReader.js';

/** The globals of a browser's worker that are used here. */
declare const self: {
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: unknown }) => void,
    options?: { readonly once: true },
  ): void;
  postMessage(message: unknown): void;
};

// The first message contains the files; each of the others is a request.
self.addEventListener(
  'message',
  ({ data }) => {
    const files = data as BrowserReaderFiles;
    const readers: ReaderFiles = {
      sentence: {
        model: { read: () => Promise.resolve(files.model) },
        labels: files.labels,
        base: { vocabulary: files.vocabulary },
      },
    };
    const answer = answerRequests(
      () => loadReaderModel(webAssemblyEngine(files.runtime), readers),
      (answered) => self.postMessage(answered),
    );
    self.addEventListener('message', ({ data: request }) => answer(request as ReaderRequest));
  },
  { once: true },
);
