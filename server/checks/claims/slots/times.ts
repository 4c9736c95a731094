import { isUnreliable } from '../../unreliable.js';
import { type When, datesDiffer } from '../dates.js';
import type { Statement } from '../statement.js';
import {
  type Conflict,
  type Hearing,
  type Telling,
  clauseAround,
  shareMet,
  tokensAlike,
  slotWordsOf,
} from './slot.js';

const SAME_EVENT = 0.6;

/** Times of one event that cannot both be right: “on Friday” where the source has Wednesday. */
export function differingTimes({ claim, witnesses, rarity }: Hearing): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const date of claim.statement.dates) {
    if (date.last < claim.first || date.first > claim.last) continue;
    const borne = witnesses.some(({ statement }) =>
      statement.dates.some((other) => other.kind === date.kind && !datesDiffer(date, other)),
    );
    if (borne || isReckonedFrom(date, claim.statement, witnesses)) continue;
    for (const witness of witnesses) {
      const other = rivalOf(date, claim.statement, witness.statement);
      if (other === undefined || shareMet(claim, witness.statement, rarity, date) < SAME_EVENT)
        continue;
      if (isUnreliable(witness.fact)) continue;
      conflicts.push({
        slot: date.kind === 'weekday' ? 'day' : date.kind === 'year' ? 'year' : 'date',
        first: date.first,
        last: date.last,
        told: slotWordsOf(witness.statement, other.first, other.last),
        replacement: cased(
          slotWordsOf(witness.statement, other.first, other.last),
          claim.statement,
          date.first,
        ),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

/**
 * True where a source tells of the same act how long after another it was: “he died two days later” leaves
 * the day to be reckoned, and another's date tells nothing of it.
 */
export function isReckonedFrom(
  { first }: When,
  claim: Statement,
  witnesses: Hearing['witnesses'],
): boolean {
  const act = claim.tokens[clauseAround(claim, first)?.head ?? -1]?.lemma;
  return witnesses.some(
    ({ statement: { tokens } }) =>
      tokens.some(({ lemma }) => lemma === act) &&
      tokens.some(
        ({ text }, at) =>
          /^(?:later|earlier|after|before)$/iu.test(text) &&
          /^(?:hour|day|week|month|year)$/u.test(tokens[at - 1]?.lemma ?? ''),
      ),
  );
}

/** What source sentences, damaged ones too, tell of when it was, best first. */
export function tellingsOfTime(
  { claim, witnesses, rarity }: Hearing,
  date: When,
): readonly Telling[] {
  return witnesses.flatMap((witness): readonly Telling[] => {
    const { statement } = witness;
    const own = statement.dates.find(
      (other) => other.kind === date.kind && !datesDiffer(date, other),
    );
    const told = own ?? rivalOf(date, claim.statement, statement);
    if (told === undefined || shareMet(claim, statement, rarity, date) < SAME_EVENT) return [];
    const text = slotWordsOf(statement, told.first, told.last);
    return [{ witness, text, same: own !== undefined }];
  });
}

/** The one time of the source, of the same kind, at which the same thing happens. */
function rivalOf(date: When, draft: Statement, source: Statement): When | undefined {
  const rivals = source.dates.filter((other) => other.kind === date.kind);
  const [rival] = rivals;
  if (rival === undefined || rivals.length > 1 || !datesDiffer(date, rival)) return undefined;
  // “280,000 two years ago and 320,000 last year”: the source's time is told, of the other.
  const own = draft.dates.filter((other) => other !== date && other.kind === rival.kind);
  if (own.some((other) => !datesDiffer(other, rival))) return undefined;
  const verb = clauseAround(draft, date.first)?.head;
  const happens = clauseAround(source, rival.first)?.head;
  if (verb === undefined || happens === undefined) return undefined;
  return tokensAlike(draft, verb, source, happens) >= 0.6 ? rival : undefined;
}

function cased(text: string, draft: Statement, first: number): string {
  const capital = /^\p{Lu}/u.test(draft.tokens[first]?.text ?? '');
  const name = /^\p{Lu}/u.test(text) && text.endsWith('day');
  if (name) return text;
  return capital
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text.slice(0, 1).toLowerCase() + text.slice(1);
}
