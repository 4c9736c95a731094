import type { Evidence, Opinion, Verdict } from '../checks/finding.js';
import { evidenceOf } from '../checks/claims/retrieve/evidenceRetriever.js';
import type { JudgeReading } from '../inference/readings.js';
import { overlaps } from '../prose/span.js';
import type { Examined } from './examination.js';
import type { Question } from './questions.js';

/**
 * The opinion of a model on a claim.
 *
 * @param model The name of the model.
 * @param judged What the judge reads in the same claim; `undefined` without a judge.
 */
export function opinionOf(
  { verdict, passage, quote, words }: Examined,
  { claim, request, passages }: Question,
  model: string,
  judged?: JudgeReading,
): Opinion {
  const { sentences } = passages[passage ?? -1] ?? { sentences: [] };
  const evidence: readonly Evidence[] = sentences
    .filter((sentence) => quote !== undefined && overlaps(sentence, quote))
    .map(({ fact }) => evidenceOf(fact));
  const disagreement = disagreementOf(claim.verdict, verdict, judged);
  return {
    model,
    verdict,
    evidence,
    words: words.map(({ start, end }) => request.sentence.slice(start, end)),
    ...(disagreement === undefined ? {} : { disagreement }),
  };
}

/** A probability from which the judge leans towards a verdict. */
const LEANING = 0.5;

function disagreementOf(
  own: Verdict,
  opinion: Opinion['verdict'],
  judged: JudgeReading | undefined,
): string | undefined {
  if (own === 'unclear') {
    const leaning = judged && leaningOf(judged);
    return leaning === undefined || leaning === opinion
      ? undefined
      : `The judge leans towards ${WORDS[leaning]}.`;
  }
  if (own === 'unsupported')
    return opinion === 'supported'
      ? 'By Copydesk’s own check it is not in the sources.'
      : undefined;
  return own === opinion ? undefined : `By Copydesk’s own check it is ${own}.`;
}

const WORDS: Readonly<Record<Opinion['verdict'], string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  undecided: 'neither',
};

function leaningOf({
  supported,
  contradicted,
  neither,
}: JudgeReading): Opinion['verdict'] | undefined {
  if (supported >= LEANING) return 'supported';
  if (contradicted >= LEANING) return 'contradicted';
  return neither >= LEANING ? 'undecided' : undefined;
}
