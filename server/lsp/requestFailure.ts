/** The answer to a request for what cannot be done. */
export interface RequestFailure {
  /** Why, in a plain sentence that the editor shows. */
  readonly refused: string;
}

/** */
export function isRequestFailure(answer: unknown): answer is RequestFailure {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
