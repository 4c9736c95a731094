import { opinionTitle } from '../../protocol/secondOpinion.js';
import type { Opinion } from '../checks/finding.js';

/** A second opinion in plain sentences: what the model says, the words at issue, and where the verdict is another. */
export function opinionTexts(opinion: Opinion): readonly string[] {
  const { words, disagreement } = opinion;
  const issue = words.length === 0 ? '' : `: ${words.map((one) => `“${one}”`).join(', ')}`;
  return [
    `${opinionTitle(opinion)}${issue}.`,
    ...(disagreement === undefined ? [] : [disagreement]),
  ];
}
