import { opinionTitle } from '../../protocol/secondOpinion.js';
import type { Opinion } from '../checks/finding.js';

/**
 * A second opinion in plain sentences: the model's verdict, the words at issue, and whether it
 * differs from ours.
 */
export function opinionTexts(opinion: Opinion): readonly string[] {
  const { words, disagreement } = opinion;
  const issue = words.length === 0 ? '' : `: ${words.map((one) => `“${one}”`).join(', ')}`;
  return [
    `${opinionTitle(opinion)}${issue}.`,
    ...(disagreement === undefined ? [] : [disagreement]),
  ];
}
