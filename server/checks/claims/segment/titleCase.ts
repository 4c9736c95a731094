import { isEnglishWord } from '../../../prose/dictionary.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/**
 * A headline or a row of a table whose ordinary words are read as such: “Council Votes on Bridge” and
 * “Seats” name nothing. `statement` has only its own names, so that those of the sources stay.
 */
export function withoutTitleCase(statement: Statement): Statement {
  const terms = statement.terms.map((term): Term =>
    term.kind === 'name' &&
    term.entity === undefined &&
    term.place === undefined &&
    term.word.split(' ').every((word) => isEnglishWord(word))
      ? { ...term, kind: 'noun' }
      : term,
  );
  return { ...statement, terms };
}
