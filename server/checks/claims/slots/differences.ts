import type { Citation } from '../../../reference/model.js';
import type { Evidence } from '../../finding.js';
import { figuresOf, holds } from '../held.js';
import { differingActors } from './actors.js';
import { differingAges } from './ages.js';
import type { Dispute } from './disputes.js';
import { exchanges } from './exchanges.js';
import { differingFigures } from './figures.js';
import { differingHolders } from './holders.js';
import { otherwiseTold } from './otherwiseTold.js';
import { differingPlaces } from './places.js';
import { differingPolarity } from './polarity.js';
import { differingRoles } from './roles.js';
import { differingQuantifiers } from './quantifiers.js';
import { type Conflict, type Hearing, slotWordsOf } from './slot.js';
import { differingSpeakers } from './speakers.js';
import { differingTimes } from './times.js';
import { turnedWords } from './turnedWords.js';

/** Where and how a claim differs from a source, ready to be told. */
export interface SlotDifference {
  /** The claim's tokens that differ, both included. */
  readonly first: number;
  readonly last: number;
  /** One plain sentence with both values. */
  readonly message: string;
  /** What should stand in place of the tokens, where that is mechanical. */
  readonly replacement?: string;
  readonly evidence: readonly Evidence[];
}

/**
 * The first slot in which a claim differs from the sources, the surest kinds first. `dispute` is what the
 * sources themselves do not agree on.
 */
export function differenceIn(hearing: Hearing, dispute?: Dispute): SlotDifference | undefined {
  const { statement, first, last } = hearing.claim;
  const [role] = differingRoles(statement, first, last, hearing.entities);
  if (role !== undefined) {
    return {
      ...placed(role),
      message: `The draft says ${role.person.name} is ${role.slot === 'role' ? '' : 'of '}“${slotWordsOf(statement, role.first, role.last)}”; the source says ${role.told}.`,
      evidence: recorded(
        role.role.citation,
        `${role.person.name}: ${role.role.title}${at(role.role.affiliation)}`,
      ),
    };
  }
  const [holder] = differingHolders(statement, first, last, hearing.entities);
  if (holder !== undefined) {
    return {
      ...placed({ ...holder, replacement: holder.holder.name }),
      message: `The draft says ${slotWordsOf(statement, holder.first, holder.last)} is the ${holder.title}; the source says ${holder.holder.name}.`,
      evidence: recorded(
        holder.role.citation,
        `${holder.holder.name}: ${holder.role.title}${at(holder.role.affiliation)}`,
      ),
    };
  }
  const [place] = differingPlaces(statement, first, last);
  if (place !== undefined) {
    return {
      ...placed({ ...place, replacement: place.told }),
      message: `The draft puts ${place.of.name} in ${slotWordsOf(statement, place.first, place.last)}; the source says ${place.told}.`,
      evidence: recorded(place.of.citation, `${place.of.name}: ${place.told}`),
    };
  }
  const conflict = [
    ...differingAges(hearing),
    ...differingFigures(hearing),
    ...differingTimes(hearing),
    ...exchanges(hearing),
    ...otherwiseTold(hearing),
    ...differingActors(hearing),
    ...differingSpeakers(hearing),
    ...differingPolarity(hearing),
    ...differingQuantifiers(hearing),
    ...turnedWords(hearing),
  ].find((one) => !isOfAnotherMatch(one, hearing));
  if (conflict === undefined) return undefined;
  return dispute !== undefined && dispute.first <= conflict.last && conflict.first <= dispute.last
    ? undecided(hearing, conflict, dispute)
    : told(hearing, conflict);
}

/** True where the claim has a result that another sentence has, and not the one that differs: two like events. */
function isOfAnotherMatch(
  { first, last, witness }: Conflict,
  { claim, witnesses }: Hearing,
): boolean {
  return figuresOf(claim).some(
    (figure) =>
      figure.kind === 'score' &&
      (figure.last < first || figure.first > last) &&
      !holds(witness.statement, figure) &&
      witnesses.some(({ statement }) => holds(statement, figure)),
  );
}

/** Wrong by every source, but by each in another way: there is no one mend. */
function undecided(
  { claim: { statement } }: Hearing,
  { first, last }: Conflict,
  { text, evidence }: Dispute,
): SlotDifference {
  const draft = slotWordsOf(statement, first, last);
  const message = `The draft says ${draft}; ${text.charAt(0).toLowerCase()}${text.slice(1)}.`;
  return { first, last, message, evidence };
}

function told({ claim: { statement } }: Hearing, conflict: Conflict): SlotDifference {
  const { fact } = conflict.witness;
  const draft = slotWordsOf(statement, conflict.first, conflict.last);
  return {
    ...placed(conflict),
    message: messageOf(conflict, draft),
    evidence: recorded(fact.citation, fact.text),
  };
}

function messageOf({ slot, told, witness }: Conflict, draft: string): string {
  switch (slot) {
    case 'polarity':
      return `The source says the opposite: “${witness.fact.text}”`;
    case 'speaker':
      return `The draft has ${draft} say this; in the source it is ${told}.`;
    default:
      return `The draft says ${draft}; the source says ${told}.`;
  }
}

function placed(conflict: {
  readonly first: number;
  readonly last: number;
  readonly replacement?: string;
}): Pick<SlotDifference, 'first' | 'last' | 'replacement'> {
  const { first, last, replacement } = conflict;
  return replacement === undefined ? { first, last } : { first, last, replacement };
}

function at(affiliation: string | undefined): string {
  return affiliation === undefined ? '' : `, ${affiliation}`;
}

function recorded({ source, line }: Citation, text: string): readonly Evidence[] {
  return [{ source, line, text }];
}
