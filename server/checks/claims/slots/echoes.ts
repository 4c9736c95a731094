import type { Witness } from '../evidence.js';
import { ONE_NAME, nameLikeness } from '../names.js';
import type { Statement } from '../statement.js';
import type { Term } from '../terms.js';
import { hasName } from './slot.js';

/** Words by which a sentence says of somebody what was said of another: “and so did Doe”, “Doe met the same fate”. */
const ECHOES = /^(?:so|too|also|likewise|neither|nor|same|both|concur)$/u;
/** Verbs by which somebody says what another has said. */
const ASSENT = /^(?:agree|confirm|echo|concur|share|back|support|second|repeat)$/u;

/**
 * True where some sentence may say of a name what the sources say of another: “and so did Doe”, “Doe on Tuesday”.
 */
export function isEchoed(name: Term, witnesses: readonly Witness[]): boolean {
  return witnesses.some(
    ({ statement }) => names(statement, name, ECHOES) || isLeftOver(statement, name),
  );
}

/** True where some sentence may say that somebody said what another has said: “Doe agreed”. */
export function assents(name: Term, witnesses: readonly Witness[]): boolean {
  return witnesses.some(({ statement }) => names(statement, name, ASSENT));
}

function names(statement: Statement, name: Term, beside: RegExp): boolean {
  return hasName(statement, name) && statement.tokens.some(({ lemma }) => beside.test(lemma));
}

/** “Roe was held on Monday, Doe on Tuesday”: behind a comma or “and” a name goes without its verb. */
function isLeftOver({ tokens, terms, clauses }: Statement, name: Term): boolean {
  return terms.some(
    (term) =>
      term.kind === 'name' &&
      nameLikeness(name, term) >= ONE_NAME &&
      /^(?:,|;|and)$/u.test(tokens[term.first - 1]?.text ?? '') &&
      /^(?:on|in|at|by|for|with|from|once|twice|\d+)$/iu.test(tokens[term.last + 1]?.text ?? '') &&
      !clauses.some(({ subjects }) => subjects.some((at) => term.first <= at && at <= term.last)),
  );
}
