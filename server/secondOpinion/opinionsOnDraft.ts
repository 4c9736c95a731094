import type { Report } from '../checks/check.js';
import type { Claim, Opinion } from '../checks/finding.js';
import type { Question } from './questions.js';

/** A report whose claims have the opinions on them; the report itself if there are none. */
export function withOpinions(
  report: Report,
  questions: readonly Question[],
  opinionOn: (question: Question) => Opinion | undefined,
): Report {
  const opinions = new Map<Claim, Opinion>();
  for (const question of questions) {
    const opinion = opinionOn(question);
    if (opinion !== undefined) opinions.set(question.claim, opinion);
  }
  if (opinions.size === 0) return report;
  const claims = report.claims.map((claim): Claim => {
    const opinion = opinions.get(claim);
    return opinion === undefined ? claim : { ...claim, opinion };
  });
  return { ...report, claims };
}
