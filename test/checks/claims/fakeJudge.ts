import {
  type JudgeDecisions,
  type JudgeReading,
  type JudgeRequest,
  NO_READINGS,
  type Readings,
  textOf,
} from '../../../server/inference/readings.js';

/** Thresholds as those of a trained judge might be. */
export const DECISIONS: JudgeDecisions = {
  supported: 0.8,
  differing: 0.5,
  value: 0.2,
  contradicted: 0.9,
  neither: 0.6,
};

/** What a judge says of a claim: how sure it is of one class, and the words that it holds against the claim. */
export interface Opinion {
  readonly supported?: number;
  readonly contradicted?: number;
  readonly neither?: number;
  /** Words of the claim; each of its other words is borne out. */
  readonly against?: string;
}

/** Readings in which a judge says the same of every claim, or what a function says of one; `undefined` was not read yet. */
export function judgeSaying(
  opinion: Opinion | ((request: JudgeRequest) => Opinion | undefined),
  judgeDecisions = DECISIONS,
): Readings {
  const readings = new Map<string, JudgeReading | undefined>();
  const judge = (request: JudgeRequest): JudgeReading | undefined => {
    const key = JSON.stringify(request);
    // As long as a reading is the same object, nothing is judged again.
    if (!readings.has(key)) {
      const said = typeof opinion === 'function' ? opinion(request) : opinion;
      readings.set(key, said && readingOf(said, request));
    }
    return readings.get(key);
  };
  return { ...NO_READINGS, isOn: true, hasJudge: true, judgeDecisions, judge };
}

/** What the judge says as it is read: the classes, and each word of the claim. */
export function readingOf(
  { supported = 0, contradicted = 0, neither = 0, against = '' }: Opinion,
  request: JudgeRequest,
): JudgeReading {
  const claim = textOf(request);
  const at = claim.indexOf(against);
  const words = [...claim.matchAll(/[^\s.,;]+|[.,;]/gu)].map(([word], index, all) => {
    const start = all[index]?.index ?? 0;
    const isAgainst = against !== '' && start >= at && start < at + against.length;
    return {
      start: request.claim.start + start,
      end: request.claim.start + start + word.length,
      unsupported: isAgainst ? 0.9 : 0.01,
    };
  });
  return { supported, contradicted, neither, words };
}
