import type { Statement } from '../statement.js';
import type { Term } from '../terms.js';

/** How far behind a comparative “than” stands, in tokens. */
const THAN_REACH = 12;

/**
 * True for a word that relates two things, and turns into its opposite told from the other end: “north of”, “the
 * brother of”, “larger than”.
 */
export function hasTwoEnds({ tokens, terms }: Statement, { last }: Pick<Term, 'last'>): boolean {
  // “Guilty of” tells of a verdict.
  if (terms.some((term) => term.last === last && term.kind === 'verb')) return false;
  if (/^(?:DET|PRON|VERB)$/u.test(tokens[last]?.tag ?? '')) return false;
  // “A rise of 3 percent” has one.
  if (tokens[last + 1]?.lemma === 'of' && tokens[last + 2]?.tag !== 'NUM') return true;
  return tokens.slice(last + 1, last + 1 + THAN_REACH).some(({ lemma }) => lemma === 'than');
}
