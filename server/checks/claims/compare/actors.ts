import { isUnreliable } from '../../unreliable.js';
import { datesDiffer } from '../../../values/dates.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { kindOf } from './alternatives.js';
import { POSSIBLY_SAME_NAME, countryOf, nameSimilarity } from '../statement/nameMatching.js';
import type { Relation } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import {
  dependentsOf,
  hasName,
  isInDenial,
  isSaying,
  nameAt,
  ownersOf,
  slotWordsOf,
  termsAt,
} from '../statement/statementQueries.js';
import {
  mayBeSameFigure,
  mayBeSameTime,
  relatedShareOf,
  termRelatedness,
} from '../align/termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import {
  type ClaimContext,
  type SlotMismatch,
  isSymmetricRelation,
  isSymmetricVerb,
} from '../align/claimContext.js';
import { mayApplyToo } from './echoes.js';
import { isOfAnotherResult } from '../align/occasions.js';

/** The least share of the rest of the claim for a sentence about the same event. */
const SAME_EVENT = 0.6;
/** The same for a name that only identifies a thing. */
const SAME_THING = 0.7;
/** The least relatedness of two words for one act or thing. */
const RELATED_WORDS = 0.6;
/** The least similarity of the same name. */
const SAME_NAME = 0.9;

/**
 * Names in another role than in the source: who does it, to whom, where, with whom. Covers swapped, substituted and
 * invented participants.
 */
export function actorMismatches(context: ClaimContext): readonly SlotMismatch[] {
  const { claim, evidence, rarity } = context;
  const conflicts: SlotMismatch[] = [];
  if (isOfAnotherTime(context) || saysLittle(claim)) return conflicts;
  for (const relation of surestFirst(claim)) {
    const name = nameAt(claim.statement, relation.dependent);
    const acts = actsOf(claim.statement, relation);
    if (name === undefined || acts.length === 0 || isReport(claim.statement, relation)) continue;
    // “Hart was not convicted” does not say who was.
    if (isInDenial(claim.statement, relation.head)) continue;
    if (kindOf(name) === undefined && evidence.some(({ statement }) => hasName(statement, name)))
      continue;
    if (evidence.some(({ statement }) => isOfTheLike(statement, name))) continue;
    if (mayApplyToo(name, evidence)) continue;
    const enough = /^(?:of|modifier)$/u.test(relation.kind) ? SAME_THING : SAME_EVENT;
    const part: Part = { statement: claim.statement, relation, name, acts };
    const others = participants(context, name);
    const isNamed = ({ statement }: EvidenceSentence): boolean =>
      isGrounded(part, statement, others) && !isOfAnotherResult(statement, claim, name, evidence);
    if (evidence.some(isNamed)) continue;
    // “Tarn hit back through Roe in the 79th minute” does not say “scored”.
    if (relation.kind === 'subject' && evidence.some((one) => isTimed(name, claim, one.statement)))
      continue;
    for (const sentence of evidence) {
      const alternative = alternativeActor(part, sentence.statement, others);
      if (alternative === undefined || !allMet(others, alternative, sentence.statement)) continue;
      if (relatedShareOf(claim, sentence.statement, rarity, name) < enough) continue;
      if (isUnreliable(sentence.fact)) continue;
      const exchanged = partnerOf(claim.statement, claim, name, alternative);
      if (exchanged !== undefined) {
        if (isSymmetricVerb(claim.statement.tokens[relation.head]?.lemma ?? '')) continue;
        const swap = swapped(part, exchanged, sentence.statement);
        if (swap !== undefined) conflicts.push({ ...swap, evidence: sentence });
        // “In Chinese” is a language, whatever stands for China in the claim.
        if (swap !== undefined || !alternative.demonym) continue;
      }
      // “The clinic loses its grant” and “the council cut the clinic's grant” can both be true.
      if (relation.kind === 'subject' && hasName(sentence.statement, name)) continue;
      const expected = slotWordsOf(sentence.statement, alternative.first, alternative.last);
      conflicts.push({
        slot: 'name',
        first:
          withArticle(claim.statement, name) && !withArticle(sentence.statement, alternative)
            ? name.first - 1
            : name.first,
        last: name.last,
        expected,
        ...(alternative.demonym === name.demonym ? { replacement: expected } : {}),
        evidence: sentence,
      });
      break;
    }
  }
  return conflicts;
}

/** True for a claim with too few terms, such as “Roe got a point”: others may have one too. */
function saysLittle({ statement, first, last }: ClaimSpan): boolean {
  const { terms, quantities, dates } = statement;
  const isIn = (one: TokenRange): boolean => first <= one.first && one.last <= last;
  const sourceValue = terms.filter((term) => isIn(term) && term.weight > LIGHT_WEIGHT);
  return sourceValue.length + [...quantities, ...dates].filter(isIn).length < FEWEST;
}

/** A name and two more terms. */
const FEWEST = 3;

/** True for “those of Roe”, whose noun is beside another name. */
function isOfTheLike({ terms, tokens }: Statement, name: Term): boolean {
  return terms.some(
    (term) =>
      term.kind === 'name' &&
      nameSimilarity(name, term) >= SAME_NAME &&
      tokens[term.first - 1]?.tag === 'ADP' &&
      /^(?:that|those)$/iu.test(tokens[term.first - 2]?.text ?? ''),
  );
}

/** True for “X said”, “X believes that …”: several people may say the same. */
function isReport(statement: Statement, { kind, head }: Relation): boolean {
  const isThought = THOUGHT.test(statement.tokens[head]?.text ?? '');
  return (
    kind === 'subject' &&
    (isThought || isSaying(statement, head)) &&
    dependentsOf(statement, head, 'object').length === 0
  );
}

const THOUGHT = /^(?:believ|feel|felt|hope|expect|want|know|knew)/u;

/** The relations of a claim. It is most likely about its subject, so that another part is wrong. */
function surestFirst(claim: ClaimSpan): readonly Relation[] {
  const inside = claim.statement.relations.filter(
    // Offices are compared separately.
    ({ kind, head, dependent }) =>
      kind !== 'apposition' && isInside(claim, dependent) && isInside(claim, head),
  );
  const isSubject = ({ kind }: Relation): boolean => kind === 'subject';
  return [...inside.filter((one) => !isSubject(one)), ...inside.filter(isSubject)];
}

/** True if a source sentence has a name together with a figure or time of the claim. */
function isTimed(name: Term, claim: ClaimSpan, source: Statement): boolean {
  const { quantities, dates } = claim.statement;
  return (
    source.terms.some((term) => term.kind === 'name' && nameSimilarity(name, term) >= SAME_NAME) &&
    (quantities.some(
      (one) =>
        isInside(claim, one.first) &&
        source.quantities.some((other) => mayBeSameFigure(one, other)),
    ) ||
      dates.some(
        (one) =>
          isInside(claim, one.first) && source.dates.some((other) => mayBeSameTime(one, other)),
      ))
  );
}

/**
 * True for a claim with a month or year that no evidence sentence has: it may be about another
 * event.
 */
function isOfAnotherTime({ claim, evidence }: ClaimContext): boolean {
  return claim.statement.dates.some(
    (date) =>
      isInside(claim, date.first) &&
      /^(?:month|day|year)$/u.test(date.kind) &&
      !evidence.some(({ statement }) =>
        statement.dates.some((other) => other.kind === date.kind && !datesDiffer(date, other)),
      ),
  );
}

function withArticle({ tokens }: Statement, name: Term): boolean {
  return tokens[name.first - 1]?.lower === 'the';
}

/** A name with its role in a claim. */
interface Part {
  readonly statement: Statement;
  readonly relation: Relation;
  readonly name: Term;
  /** The words for the act. */
  readonly acts: readonly Term[];
}

function isInside(claim: TokenRange, token: number): boolean {
  return token >= claim.first && token <= claim.last;
}

/** The words for the act in a relation: its verb or noun, or the complement of a light verb. */
function actsOf(statement: Statement, { head, dependent, kind }: Relation): readonly Term[] {
  const own = termsAt(statement, head).filter((term) => term.kind !== 'name');
  if (own.some(({ weight }) => weight >= 0.3)) {
    return own;
  }
  const beside = statement.relations.filter(
    (other) =>
      other.head === head &&
      other.dependent !== dependent &&
      (kind === 'subject'
        ? other.kind === 'object' || other.kind === 'is'
        : other.kind === 'subject'),
  );
  // The owner of a light verb's object (“had China's support”) is not the agent.
  if (kind === 'subject' && statement.tokens[head]?.lemma === 'have') return [];
  return beside
    .flatMap((other) => termsAt(statement, other.dependent))
    .filter((term) => term.kind !== 'name' && term.weight >= 0.3);
}

/** The other names of the claim, which a source must have too. */
function participants({ claim }: ClaimContext, name: Term): readonly Term[] {
  return claim.statement.terms.filter(
    (term) =>
      term.kind === 'name' &&
      !term.demonym &&
      !(term.first <= name.last && name.first <= term.last) &&
      isInside(claim, term.first),
  );
}

/**
 * True if a source sentence has every other name of the claim; the alternative may be one of them.
 */
function allMet(others: readonly Term[], alternative: Term, source: Statement): boolean {
  return others.every(
    (other) => nameSimilarity(other, alternative) >= POSSIBLY_SAME_NAME || hasName(source, other),
  );
}

/** True if a source sentence has this name with this act, in a compatible role. */
function isGrounded(
  { relation, name, acts }: Part,
  source: Statement,
  others: readonly Term[],
): boolean {
  return source.relations.some((other) => {
    if (!termsAt(source, other.dependent).some((term) => isMeant(name, term, others))) return false;
    if (!compatible(relation.kind, other.kind)) return false;
    if (!alike(acts, actsOf(source, other))) return false;
    const apart = others.filter((one) => !one.resolved);
    return apart.length === 0 || apart.some((one) => hasName(source, one));
  });
}

/**
 * True if a source's name may be the claim's; false if it is another name of the claim, as the
 * country of its city is.
 */
function isMeant(name: Term, term: Term, others: readonly Term[]): boolean {
  if (sharesWord(name, term)) return true;
  const likeness = termRelatedness(name, term);
  if (likeness < POSSIBLY_SAME_NAME || likeness >= SAME_NAME) return likeness >= POSSIBLY_SAME_NAME;
  return !others.some((other) => nameSimilarity(other, term) >= SAME_NAME);
}

/**
 * True for “Lakes Forum” and “Lakes Cooperation Council”, which may be two names of one
 * organisation.
 */
function sharesWord(a: Term, b: Term): boolean {
  if (a.kind !== 'name' || b.kind !== 'name' || a.entity?.kind === 'person') return false;
  const words = b.word.split(' ');
  return a.word.split(' ').some((word) => word.length >= LONG_WORD && words.includes(word));
}

/** The least length of a shared word, in letters. */
const LONG_WORD = 5;

/** The one name of the same kind that the source has in this role of the same act. */
function alternativeActor(
  { relation, name, acts }: Part,
  source: Statement,
  others: readonly Term[],
): Term | undefined {
  const alternatives: Term[] = [];
  for (const other of source.relations) {
    if (!compatible(relation.kind, other.kind) || !alike(acts, actsOf(source, other))) continue;
    for (const term of termsAt(source, other.dependent)) {
      if (term.kind !== 'name' || !sameKind(name, term)) continue;
      if (isMeant(name, term, others)) return undefined;
      if (!alternatives.some((known) => nameSimilarity(known, term) >= SAME_NAME))
        alternatives.push(term);
    }
  }
  const unspoken = alternatives.filter(
    (term) => !others.some((other) => nameSimilarity(other, term) >= SAME_NAME),
  );
  const [alternative] = alternatives.length > 1 ? unspoken : alternatives;
  return (alternatives.length > 1 ? unspoken : alternatives).length === 1 &&
    alternative?.resolved === false
    ? alternative
    : undefined;
}

function alike(ones: readonly Term[], others: readonly Term[]): boolean {
  return ones.some((one) => others.some((other) => termRelatedness(one, other) >= RELATED_WORDS));
}

const WHERE = new Set(['in', 'at', 'modifier']);
const WHITHER = new Set(['to', 'object']);
const WHOSE = new Set(['subject', 'of', 'modifier']);
const WITH = new Set(['subject', 'with', 'between']);

/** True for two roles that may be the same: “visit Paris” and “a visit to Paris”, “in” and “at”. */
function compatible(a: string, b: string): boolean {
  return [WHERE, WHITHER, WHOSE, WITH].some((parts) => parts.has(a) && parts.has(b)) || a === b;
}

/** True for two names that stand for countries, and for two of one known kind. */
function sameKind(a: Term, b: Term): boolean {
  if (isRegion(a) !== isRegion(b)) return false;
  if (countryOf(a) !== undefined && countryOf(b) !== undefined) return true;
  return kindOf(a) !== undefined && kindOf(a) === kindOf(b);
}

/** True for a world region, which contains countries and cannot contradict one. */
function isRegion({ word, entity, place }: Term): boolean {
  const name = (entity?.name ?? place?.name ?? word).toLowerCase();
  return (
    /\b(?:asian?|europe(?:an)?|africa|americas?|east|west|north|south|gulf|balkans|union|caribbean|arctic|pacific)\b/u.test(
      name,
    ) && !/\b(?:korea|sudan|africa$|timor|dakota|carolina)\b/u.test(name)
  );
}

/** The source's name in another role of the claim. */
function partnerOf(
  statement: Statement,
  claim: TokenRange,
  name: Term,
  alternative: Term,
): Term | undefined {
  return statement.terms.find(
    (term) =>
      term !== name &&
      term.kind === 'name' &&
      !term.resolved &&
      isInside(claim, term.first) &&
      nameSimilarity(term, alternative) >= POSSIBLY_SAME_NAME,
  );
}

/** The swap of two names that the source has in each other's role, or `undefined`. */
function swapped(
  part: Part,
  partner: Term,
  source: Statement,
): Omit<SlotMismatch, 'evidence'> | undefined {
  const { statement, relation, name, acts } = part;
  const theirs = statement.relations.find(
    (other) =>
      other.head === relation.head &&
      partner.first <= other.dependent &&
      other.dependent <= partner.last,
  );
  if (theirs === undefined || compatible(theirs.kind, relation.kind)) return undefined;
  const mirrored = source.relations.some(
    (other) =>
      compatible(theirs.kind, other.kind) &&
      alike(acts, actsOf(source, other)) &&
      // “Peru's support” is Peru's.
      [other.dependent, ...ownersOf(source, other.dependent)]
        .flatMap((at) => termsAt(source, at))
        .some((term) => termRelatedness(name, term) >= POSSIBLY_SAME_NAME),
  );
  if (!mirrored) return undefined;
  const [left, right] = name.first < partner.first ? [name, partner] : [partner, name];
  if (isSymmetricRelation(statement, left, right)) return undefined;
  const between = slotWordsOf(statement, left.last + 1, right.first - 1);
  const one = slotWordsOf(statement, left.first, left.last);
  const other = slotWordsOf(statement, right.first, right.last);
  const expected = `${other} ${between} ${one}`;
  return { slot: 'order', first: left.first, last: right.last, expected, replacement: expected };
}
