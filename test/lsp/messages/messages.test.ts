import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import * as modelRequests from '../../../protocol/modelRequests.js';
import * as requests from '../../../protocol/requests.js';
import { MESSAGES } from '../../../server/lsp/messages/messages.js';

/** The methods of our own messages that the server sends. */
const SENT: readonly string[] = [
  requests.FindFilesRequest,
  requests.ReadFileRequest,
  requests.DraftCheckedNotification,
  requests.ReadersStartedNotification,
  modelRequests.AskModelRequest,
  modelRequests.SecondOpinionProgressNotification,
].map(({ method }) => method);

const HANDLED = MESSAGES.map(({ method }) => method);

describe('the table of messages', () => {
  it('has one handler for each method', () => {
    const repeated = HANDLED.filter((method, index) => HANDLED.indexOf(method) < index);
    assert.deepEqual(repeated, []);
  });

  it('handles all messages of our own that a client sends', () => {
    const own = [...Object.values(requests), ...Object.values(modelRequests)]
      .filter((type) => type instanceof RequestType || type instanceof NotificationType)
      .map(({ method }) => method)
      .filter((method) => !SENT.includes(method));
    assert.ok(own.length > 0);
    assert.deepEqual(
      own.filter((method) => !HANDLED.includes(method)),
      [],
    );
  });
});
