/** A request to a server on this machine. */
export interface LoopbackRequest {
  /** A literal address of this machine. */
  readonly host: '127.0.0.1' | '::1';
  readonly port: number;
  readonly method: 'GET' | 'POST';
  /** From the root: “/v1/models”. */
  readonly path: string;
  /** How the server is told that it was addressed: “localhost:11434”. */
  readonly addressedAs: string;
  /** JSON. */
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** The answer of a server. */
export interface LoopbackAnswer {
  /** The status of HTTP. */
  readonly status: number;
  /** Empty if the server does not say. */
  readonly contentType: string;
  /** The text, piece by piece. Rejects if the connection breaks or the request is aborted. */
  readonly pieces: AsyncIterable<string>;
  /** Ends the connection. */
  readonly end: () => void;
}

/** What can reach a server on this machine; everything else is built without the means to. */
export interface LoopbackTransport {
  /** Resolves to `undefined` if nobody listens there. Rejects if the connection breaks or the request is aborted. */
  readonly send: (request: LoopbackRequest) => Promise<LoopbackAnswer | undefined>;
}
