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
    const { runtime, model, claimModel, ...texts } = data as BrowserReaderFiles;
    const files: ReaderFiles = {
      ...texts,
      model: () => Promise.resolve(model),
      claimModel: () => Promise.resolve(claimModel),
    };
    const answer = answerRequests(
      () => loadReaderModel(webAssemblyEngine(runtime), files),
      (answered) => self.postMessage(answered),
    );
    self.addEventListener('message', ({ data: request }) => answer(request as ReaderRequest));
  },
  { once: true },
);
