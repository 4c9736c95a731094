import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/** How far after a comparative “than” may be, in tokens. */
const THAN_REACH = 12;

/**
 * True for a word that relates two things and becomes its antonym from the other side: “north of”,
 * “the brother of”, “larger than”.
 */
export function isConverseRelation(
  { tokens, terms }: Statement,
  { last }: Pick<Term, 'last'>,
): boolean {
  // “Guilty of” is a verdict.
  if (terms.some((term) => term.last === last && term.kind === 'verb')) return false;
  if (/^(?:DET|PRON|VERB)$/u.test(tokens[last]?.tag ?? '')) return false;
  // “A rise of 3 percent” has one side.
  if (tokens[last + 1]?.lemma === 'of' && tokens[last + 2]?.tag !== 'NUM') return true;
  return tokens.slice(last + 1, last + 1 + THAN_REACH).some(({ lemma }) => lemma === 'than');
}
