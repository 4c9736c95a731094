/** The files that the client sends to a server in a browser's worker, which cannot read them itself. */
export interface BrowserAssets {
  /** The URI of the extension's folder. */
  readonly extensionUri: string;
  /** The weights of the grammar. */
  readonly grammar: Uint8Array;
  /** The words of the dictionary. */
  readonly words: Uint8Array;
  /** The sample reference, as stored by the build. */
  readonly reference: string;
}

/** Sent by the server when it has received its assets. The protocol begins after this message. */
export const SERVER_READY = 'ready';
