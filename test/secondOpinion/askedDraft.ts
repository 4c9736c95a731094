import assert from 'node:assert/strict';
import { type Report, checkDraft } from '../../server/checks/check.js';
import { NO_READINGS } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import { indexSource } from '../../server/reference/indexSource.js';
import { referenceFromIndexes } from '../../server/reference/reference.js';
import {
  type Question,
  type Questions,
  questionsOn,
} from '../../server/secondOpinion/questions.js';
import { restrictedAmong } from '../../server/secondOpinion/restricted.js';

/** A checked draft with what a model can be asked about it. */
export interface AskedDraft extends Questions {
  readonly prose: Prose;
  readonly report: Report;
}

/** The day on which the tests ask. */
export const TODAY = new Date(2026, 10, 30, 12);

/** A draft that is checked against sources, by name, none of which a model may learn of if it is restricted. */
export function askedDraft(text: string, sources: Readonly<Record<string, string>>): AskedDraft {
  const indexes = Object.entries(sources).map(([name, source]) =>
    indexSource({ name, text: source }),
  );
  const prose = readProse(text);
  const report = checkDraft(prose, referenceFromIndexes(indexes));
  const restricted = restrictedAmong({ text, path: 'draft.md' }, indexes, TODAY);
  const asking = { readings: NO_READINGS, restricted };
  return { prose, report, ...runToCompletion(questionsOn(prose, report, asking)) };
}

/** The only question about a draft. */
export function onlyQuestion({ asked }: Questions): Question {
  const [question] = asked;
  assert.ok(question !== undefined && asked.length === 1, `${asked.length} questions`);
  return question;
}
