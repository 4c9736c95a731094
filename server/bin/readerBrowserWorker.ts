import { type ReaderRequest, answerRequests } from '../inference/readerMessages.js';
import { type ReaderFiles, loadReaderModel } from '../inference/readerModel.js';

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
  ({ data: files }) => {
    const answer = answerRequests(
      () => loadReaderModel(files as ReaderFiles),
      (answered) => self.postMessage(answered),
    );
    self.addEventListener('message', ({ data: request }) => answer(request as ReaderRequest));
  },
  { once: true },
);
