/** The result of a request that cannot be fulfilled. */
export interface RequestFailure {
  /** Why not, in a plain sentence that the editor shows. */
  readonly reason: string;
}

/** True for a failure among the possible results of a request. */
export function isRequestFailure(result: unknown): result is RequestFailure {
  return typeof result === 'object' && result !== null && 'reason' in result;
}
