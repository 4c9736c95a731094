/** What the client hands to a server in a browser's worker, which can read nothing itself. */
export interface BrowserAssets {
  /** The address of the extension's folder. */
  readonly address: string;
  /** The weights of the grammar, and of the model of gaps. */
  readonly grammar: Uint8Array;
  readonly gaps: Uint8Array;
  /** The base that ships, as it is stored. */
  readonly base: string;
}

/** What the server says once it has its installation; the protocol begins after that. */
export const READY = 'ready';
