import type { MessageStrategy, NotificationMessage } from 'vscode-languageserver';
import { isRecord } from '../reference/isRecord.js';

/** The method of the notification that replaces a message that is not an object and so has no method. */
export const INVALID_MESSAGE = 'copydesk/invalidMessage';

/**
 * The options of a connection. They replace parameters that are `null` and missing capabilities,
 * which the library does not expect, with empty objects.
 */
export const CONNECTION_OPTIONS: { readonly messageStrategy: MessageStrategy } = {
  messageStrategy: {
    handleMessage: (message, next) => {
      if (!isRecord(message)) {
        const invalid: NotificationMessage = {
          jsonrpc: '2.0',
          method: INVALID_MESSAGE,
          params: { body: JSON.stringify(message) },
        };
        return next(invalid);
      }
      const given = 'params' in message ? (message.params ?? {}) : undefined;
      const isInitialize = 'method' in message && message.method === 'initialize';
      const params = isInitialize ? { ...given, capabilities: capabilitiesIn(given) } : given;
      const complete = { ...message, params };
      return next(params === undefined ? message : complete);
    },
  },
};

function capabilitiesIn(params: object | undefined): object {
  const { capabilities } = (params ?? {}) as { readonly capabilities?: unknown };
  return typeof capabilities === 'object' && capabilities !== null ? capabilities : {};
}
