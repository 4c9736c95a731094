import { isUnreliable } from '../../unreliable.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { isInside } from '../alignment.js';
import { figuresOf, holds, without } from '../held.js';
import { type Statement, termsAt } from '../statement.js';
import type { Term } from '../terms.js';
import { assents, isEchoed } from './echoes.js';
import {
  type Conflict,
  type Hearing,
  clauseAround,
  hasName,
  nameAt,
  shareMet,
  slotWordsOf,
} from './slot.js';

/** How much of what is said a source sentence must have to tell of the same statement. */
const SAME_STATEMENT = 0.7;
/** From here up another sentence may tell of it too, and by whom. */
const LIKE = 0.5;

/**
 * A statement put in somebody else's mouth: the sources have it as said by another, by name, and nowhere speak of
 * it together with the one whom the draft names.
 */
export function differingSpeakers(hearing: Hearing): readonly Conflict[] {
  const { claim, witnesses, rarity } = hearing;
  const figures = figuresOf(claim);
  for (const { name, verb } of speakersIn(claim.statement)) {
    if (!isInside(claim, name) || name.entity?.kind !== 'person') continue;
    if (clauseAround(claim.statement, verb)?.group.negated === true) continue;
    const said = without(claim, termsAt(claim.statement, verb));
    const shareOf = ({ statement }: Hearing['witnesses'][number]): number =>
      figures.every((figure) => holds(statement, figure))
        ? shareMet(said, statement, rarity, name)
        : 0;
    const tellings = witnesses.filter((witness) => shareOf(witness) >= LIKE);
    if (tellings.some(({ statement }) => hasName(statement, name) || !isByName(statement)))
      continue;
    if (isEchoed(name, witnesses) || assents(name, witnesses)) continue;
    for (const witness of tellings) {
      if (isUnreliable(witness.fact) || shareOf(witness) < SAME_STATEMENT) continue;
      const [speaker, ...others] = speakersIn(witness.statement);
      if (speaker?.name.entity?.kind !== 'person' || others.length > 0) continue;
      // “Roe told Doe”, “Roe and Doe said”: whom the source has is there too.
      if (hasName(claim.statement, speaker.name)) continue;
      const told = slotWordsOf(witness.statement, speaker.name.first, speaker.name.last);
      return [
        {
          slot: 'speaker',
          first: name.first,
          last: name.last,
          told,
          replacement: told,
          witness,
        },
      ];
    }
  }
  return [];
}

interface Speaker {
  readonly name: Term;
  /** The token of the verb of saying. */
  readonly verb: number;
}

/** Those by whose names a sentence says that something is said: “Roe said”. */
function speakersIn(statement: Statement): readonly Speaker[] {
  const { tokens, relations } = statement;
  return relations.flatMap(({ kind, head, dependent }): Speaker[] => {
    const name = nameAt(statement, dependent);
    if (name === undefined) return [];
    const says = kind === 'subject' && speechVerb(tokens[head]?.text ?? '') !== undefined;
    return says ? [{ name, verb: head }] : [];
  });
}

/**
 * False for “she said”, “the mayor said” and for what nobody is said to have said: whoever the draft names may be meant.
 */
function isByName(statement: Statement): boolean {
  const speakers = statement.clauses
    .filter(({ head }) => speechVerb(statement.tokens[head]?.text ?? '') !== undefined)
    .flatMap(({ subjects }) => subjects);
  return (
    speakers.length > 0 && speakers.every((speaker) => nameAt(statement, speaker) !== undefined)
  );
}
