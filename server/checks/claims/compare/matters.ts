import type { Statement } from '../statement/statement.js';
import { dependentsOf, termsAt } from '../statement/statementQueries.js';
import { tokenRelatedness } from '../align/termAlignment.js';

/** The least relatedness of two words for one thing. */
const RELATED = 0.6;

/** True for acts about different things: “convicted of fraud”, “acquitted of theft”. The acts are given by their tokens. */
export function isOfAnotherMatter(
  draft: Statement,
  act: number,
  source: Statement,
  other: number,
): boolean {
  const own = mattersOf(draft, act);
  const theirs = mattersOf(source, other);
  return (
    own.length > 0 &&
    theirs.length > 0 &&
    !own.some((one) => theirs.some((two) => tokenRelatedness(draft, one, source, two) >= RELATED))
  );
}

/** The nouns after “of”: what somebody is accused, convicted or found guilty of. “Of two” may refer to anything. */
function mattersOf(statement: Statement, act: number): readonly number[] {
  const { tokens } = statement;
  const found = [...dependentsOf(statement, act, 'of')];
  // The tree attaches nothing to “guilty”.
  if (found.length === 0 && tokens[act + 1]?.lemma === 'of') {
    let last = act + 1;
    while (/^(?:DET|ADJ|NUM|NOUN)$/u.test(tokens[last + 1]?.tag ?? '')) last++;
    found.push(last);
  }
  return found.filter((at) => termsAt(statement, at).length > 0);
}
