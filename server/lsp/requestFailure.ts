/** The answer to a request for what cannot be done. */
export interface Refusal {
  /** Why, in a plain sentence that the editor shows. */
  readonly refused: string;
}

/** Cannot throw. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
