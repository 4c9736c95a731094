import { isUnreliable } from '../../unreliable.js';
import { figuresOf, hasFigure, withoutParts } from '../align/grounding.js';
import type { Statement } from '../statement/statement.js';
import {
  hasName,
  isInDenial,
  isSaying,
  nameAt,
  slotWordsOf,
  termsAt,
} from '../statement/statementQueries.js';
import { relatedShareOf } from '../align/termAlignment.js';
import type { Term } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import { agrees, mayApplyToo } from './echoes.js';

/** The least share of what is said for a sentence about the same statement. */
const SAME_STATEMENT = 0.7;
/** The least share for a sentence that may be about the same statement. */
const LIKE = 0.5;

/**
 * Misattributed statements: the sources attribute them to another person, by name, and never
 * mention them together with the person in the draft.
 */
export function speakerMismatches(context: ClaimContext): readonly SlotMismatch[] {
  const { claim, evidence, rarity } = context;
  const figures = figuresOf(claim);
  for (const { name, verb } of speakersIn(claim.statement)) {
    if (!overlapsRange(claim, name) || name.entity?.kind !== 'person') continue;
    if (isInDenial(claim.statement, verb)) continue;
    const said = withoutParts(claim, termsAt(claim.statement, verb));
    const shareOf = ({ statement }: ClaimContext['evidence'][number]): number =>
      figures.every((figure) => hasFigure(statement, figure))
        ? relatedShareOf(said, statement, rarity, name)
        : 0;
    const sourceValues = evidence.filter((sentence) => shareOf(sentence) >= LIKE);
    if (sourceValues.some(({ statement }) => hasName(statement, name) || !isByName(statement)))
      continue;
    if (mayApplyToo(name, evidence) || agrees(name, evidence)) continue;
    for (const sentence of sourceValues) {
      if (isUnreliable(sentence.fact) || shareOf(sentence) < SAME_STATEMENT) continue;
      const [speaker, ...others] = speakersIn(sentence.statement);
      if (speaker?.name.entity?.kind !== 'person' || others.length > 0) continue;
      // “Roe told Doe”, “Roe and Doe said” have the source's speaker too.
      if (hasName(claim.statement, speaker.name)) continue;
      const expected = slotWordsOf(sentence.statement, speaker.name.first, speaker.name.last);
      return [
        {
          slot: 'speaker',
          first: name.first,
          last: name.last,
          expected,
          replacement: expected,
          evidence: sentence,
        },
      ];
    }
  }
  return [];
}

interface Speaker {
  readonly name: Term;
  /** The token of the speech verb. */
  readonly verb: number;
}

/** The named speakers of a sentence: “Roe said”. */
function speakersIn(statement: Statement): readonly Speaker[] {
  return statement.relations.flatMap(({ kind, head, dependent }): Speaker[] => {
    const name = nameAt(statement, dependent);
    return name !== undefined && kind === 'subject' && isSaying(statement, head)
      ? [{ name, verb: head }]
      : [];
  });
}

/**
 * False for “she said”, “the mayor said” and for sentences without a speaker, which may be the
 * draft's.
 */
function isByName(statement: Statement): boolean {
  const speakers = statement.clauses
    .filter(({ head }) => isSaying(statement, head))
    .flatMap(({ subjects }) => subjects);
  return (
    speakers.length > 0 && speakers.every((speaker) => nameAt(statement, speaker) !== undefined)
  );
}
