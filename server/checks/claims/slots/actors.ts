import { isUnreliable } from '../../unreliable.js';
import { type Stretch, type Tokens, affinity, isSameTime, maySayTheSame } from '../alignment.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { datesDiffer } from '../dates.js';
import type { Witness } from '../evidence.js';
import { figuresOf, holds } from '../held.js';
import { ONE_NAME, nameLikeness, stateOf } from '../names.js';
import type { Relation } from '../relations.js';
import { type Statement, termsAt } from '../statement.js';
import { LIGHT, type Term } from '../terms.js';
import { isEchoed } from './echoes.js';
import {
  type Conflict,
  type Hearing,
  clauseAround,
  hasName,
  isEitherWay,
  isMutualAct,
  nameAt,
  shareMet,
  slotWordsOf,
} from './slot.js';

/** How much of the rest of the claim a source sentence must have to speak of the same event. */
const SAME_EVENT = 0.6;
/** The same, where the name only tells whose or which thing is meant. */
const SAME_THING = 0.7;
/** From here up two words name one act or one thing. */
const KIN = 0.6;
/** From here up two names are one and the same. */
const SAME_NAME = 0.9;

/**
 * Names in another part than the source gives them: who does it, to whom, where, with whom. Covers
 * swapped, exchanged and invented participants.
 */
export function differingActors(hearing: Hearing): readonly Conflict[] {
  const { claim, witnesses, rarity } = hearing;
  const conflicts: Conflict[] = [];
  if (isOfAnotherTime(hearing) || saysLittle(claim)) return conflicts;
  const sameMatch = witnesses.filter((one) => !hasAnotherResult(one, hearing));
  for (const relation of surestFirst(claim.statement.relations)) {
    if (!isInside(claim, relation.dependent) || !isInside(claim, relation.head)) continue;
    const name = nameAt(claim.statement, relation.dependent);
    const acts = actsOf(claim.statement, relation);
    if (name === undefined || acts.length === 0 || isReport(claim.statement, relation)) continue;
    // “Hart was not convicted” does not say who was.
    if (clauseAround(claim.statement, relation.head)?.group.negated === true) continue;
    // Whose office it is, is compared by itself.
    if (relation.kind === 'apposition') continue;
    if (isStranger(name) && witnesses.some(({ statement }) => hasName(statement, name))) continue;
    if (witnesses.some(({ statement }) => isOfTheLike(statement, name))) continue;
    if (isEchoed(name, witnesses)) continue;
    const part: Part = { statement: claim.statement, relation, name, acts };
    const enough = relation.kind === 'of' || relation.kind === 'modifier' ? SAME_THING : SAME_EVENT;
    const others = participants(hearing, name);
    if (sameMatch.some(({ statement }) => isBorne(part, statement, others))) continue;
    // “Tarn hit back through Roe in the 79th minute” does not say “scored”.
    if (relation.kind === 'subject' && witnesses.some((one) => isTimed(name, claim, one.statement)))
      continue;
    for (const witness of witnesses) {
      const rival = rivalOf(part, witness.statement, others);
      if (rival === undefined || !allMet(others, rival, witness.statement)) continue;
      if (shareMet(claim, witness.statement, rarity, name) < enough) continue;
      if (isUnreliable(witness.fact)) continue;
      const exchanged = partnerOf(claim.statement, claim, name, rival);
      if (exchanged !== undefined) {
        if (isMutualAct(claim.statement.tokens[relation.head]?.lemma ?? '')) continue;
        const swap = swapped(part, exchanged, witness.statement);
        if (swap !== undefined) conflicts.push({ ...swap, witness });
        // “in Chinese” is a language, whoever stands for China in the claim.
        if (swap !== undefined || !rival.demonym) continue;
      }
      // “The clinic loses its grant” and “the council cut the clinic's grant” can both be so.
      if (relation.kind === 'subject' && hasName(witness.statement, name)) continue;
      if (!objectsAgree(part, rival, witness.statement)) continue;
      const told = slotWordsOf(witness.statement, rival.first, rival.last);
      conflicts.push({
        slot: 'name',
        first:
          withArticle(claim.statement, name) && !withArticle(witness.statement, rival)
            ? name.first - 1
            : name.first,
        last: name.last,
        told,
        ...(rival.demonym === name.demonym ? { replacement: told } : {}),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

/** True for “Roe got a point”: whoever else has a point, that is another's. */
function saysLittle({ statement, first, last }: Stretch): boolean {
  const { terms, quantities, dates } = statement;
  const isIn = (one: Tokens): boolean => first <= one.first && one.last <= last;
  const telling = terms.filter((term) => isIn(term) && term.weight > LIGHT);
  return telling.length + [...quantities, ...dates].filter(isIn).length < FEWEST;
}

/** A name and two things more. */
const FEWEST = 3;

/** True for a sentence with another result than the claim, where a third has the claim's: two like events. */
function hasAnotherResult({ statement }: Witness, { claim, witnesses }: Hearing): boolean {
  const results = figuresOf(claim).filter(({ kind }) => kind === 'score');
  return (
    statement.quantities.some(({ kind }) => kind === 'score') &&
    results.some(
      (result) =>
        !holds(statement, result) && witnesses.some((other) => holds(other.statement, result)),
    )
  );
}

/** True for “those of Roe”: what they are stands beside another name, and is Roe's too. */
function isOfTheLike({ terms, tokens }: Statement, name: Term): boolean {
  return terms.some(
    (term) =>
      term.kind === 'name' &&
      nameLikeness(name, term) >= SAME_NAME &&
      tokens[term.first - 1]?.tag === 'ADP' &&
      /^(?:that|those)$/iu.test(tokens[term.first - 2]?.text ?? ''),
  );
}

/** True for “X said”, “X believes that …”: many may say one thing. */
function isReport({ tokens, relations }: Statement, { kind, head }: Relation): boolean {
  if (kind !== 'subject') return false;
  const word = tokens[head]?.text ?? '';
  if (
    speechVerb(word) === undefined &&
    !/^(?:believ|feel|felt|hope|expect|want|know|knew)/u.test(word)
  )
    return false;
  return !relations.some((other) => other.head === head && other.kind === 'object');
}

/** False where the source's doer does it to something else: “stopped the fight”, “stopped Roe”. */
function objectsAgree({ statement, relation }: Part, rival: Term, source: Statement): boolean {
  if (relation.kind !== 'subject') return true;
  const objectsOf = (of: Statement, head: number): readonly Term[] =>
    of.relations
      .filter((other) => other.head === head && other.kind === 'object')
      .flatMap((other) => termsAt(of, other.dependent));
  const own = objectsOf(statement, relation.head);
  if (own.length === 0) return true;
  return source.relations
    .filter((other) => rival.first <= other.dependent && other.dependent <= rival.last)
    .some((other) => {
      const theirs = objectsOf(source, other.head);
      return theirs.length === 0 || alike(own, theirs);
    });
}

/** Where a claim differs, its subject is most likely what it is about, and another part what is wrong. */
function surestFirst(relations: readonly Relation[]): readonly Relation[] {
  const isSubject = ({ kind }: Relation): boolean => kind === 'subject';
  return [...relations.filter((one) => !isSubject(one)), ...relations.filter(isSubject)];
}

/** True where a source sentence has a name and, with it, a figure or time of the claim. */
function isTimed(name: Term, claim: Stretch, source: Statement): boolean {
  const { quantities, dates } = claim.statement;
  return (
    source.terms.some((term) => term.kind === 'name' && nameLikeness(name, term) >= SAME_NAME) &&
    (quantities.some(
      (one) =>
        isInside(claim, one.first) && source.quantities.some((other) => maySayTheSame(one, other)),
    ) ||
      dates.some(
        (one) => isInside(claim, one.first) && source.dates.some((other) => isSameTime(one, other)),
      ))
  );
}

/** True for a claim with a month or year that no source sentence has: it may tell of another event. */
function isOfAnotherTime({ claim, witnesses }: Hearing): boolean {
  return claim.statement.dates.some(
    (date) =>
      isInside(claim, date.first) &&
      /^(?:month|day|year)$/u.test(date.kind) &&
      !witnesses.some(({ statement }) =>
        statement.dates.some((other) => other.kind === date.kind && !datesDiffer(date, other)),
      ),
  );
}

function isStranger({ entity, place }: Term): boolean {
  return entity === undefined && place === undefined;
}

function withArticle({ tokens }: Statement, name: Term): boolean {
  return tokens[name.first - 1]?.lower === 'the';
}

/** A name in its part of what a claim tells. */
interface Part {
  readonly statement: Statement;
  readonly relation: Relation;
  readonly name: Term;
  /** The words that say what is done. */
  readonly acts: readonly Term[];
}

function isInside(
  claim: { readonly first: number; readonly last: number },
  token: number,
): boolean {
  return token >= claim.first && token <= claim.last;
}

/** The words that say what is done in a relation: the verb or noun, or of an empty verb its other noun. */
function actsOf(statement: Statement, { head, dependent, kind }: Relation): readonly Term[] {
  const own = termsAt(statement, head).filter((term) => term.kind !== 'name');
  if (own.some(({ weight }) => weight >= 0.3)) {
    // “an attack on a hall in Lyon” is in Lyon too.
    const hosts = WHERE.has(kind)
      ? statement.relations.filter(
          (other) => other.dependent === head && /^(?:on|at|of|in)$/u.test(other.kind),
        )
      : [];
    return [
      ...own,
      ...hosts
        .flatMap((other) => termsAt(statement, other.head))
        .filter((term) => term.kind === 'noun'),
    ];
  }
  const beside = statement.relations.filter(
    (other) =>
      other.head === head &&
      other.dependent !== dependent &&
      (kind === 'subject'
        ? other.kind === 'object' || other.kind === 'is'
        : other.kind === 'subject'),
  );
  // Whose an empty verb's object is (“had China's support”) is not who does it.
  if (kind === 'subject' && statement.tokens[head]?.lemma === 'have') return [];
  return beside
    .flatMap((other) => termsAt(statement, other.dependent))
    .filter((term) => term.kind !== 'name' && term.weight >= 0.3);
}

/** The other names that take part in the claim and that its source must know too. */
function participants({ claim }: Hearing, name: Term): readonly Term[] {
  return claim.statement.terms.filter(
    (term) =>
      term.kind === 'name' &&
      !term.demonym &&
      !(term.first <= name.last && name.first <= term.last) &&
      isInside(claim, term.first),
  );
}

/** True where a source sentence has every other name of the claim; the rival may be one of them. */
function allMet(others: readonly Term[], rival: Term, source: Statement): boolean {
  return others.every(
    (other) =>
      nameLikeness(other, rival) >= ONE_NAME ||
      source.terms.some((term) => term.kind === 'name' && nameLikeness(other, term) >= ONE_NAME),
  );
}

/** True where some source sentence has this name at this act, in a part that may be the same. */
function isBorne(
  { statement, relation, name, acts }: Part,
  source: Statement,
  others: readonly Term[],
): boolean {
  return source.relations.some((other) => {
    if (!sameDoer(statement, relation, source, other)) return false;
    if (!termsAt(source, other.dependent).some((term) => isMeant(name, term, others))) return false;
    if (!compatible(relation.kind, other.kind)) return false;
    if (!alike(acts, actsOf(source, other))) return false;
    const apart = others.filter((one) => !one.resolved);
    return (
      apart.length === 0 ||
      apart.some((one) =>
        source.terms.some((term) => term.kind === 'name' && nameLikeness(one, term) >= ONE_NAME),
      )
    );
  });
}

/**
 * False where what a name owns belongs to somebody else's act: “India joined at Russia's behest, Nepal
 * at China's” has no behest of China's for India.
 */
function sameDoer(
  statement: Statement,
  relation: Relation,
  source: Statement,
  other: Relation,
): boolean {
  if (relation.kind !== 'of' || other.kind !== 'of') return true;
  const own = doersAbove(statement, relation.head);
  const theirs = doersAbove(source, other.head);
  if (own.length === 0 || theirs.length === 0) return true;
  return own.some((one) => theirs.some((two) => nameLikeness(one, two) >= ONE_NAME));
}

/** The names that do what something hangs on by a preposition. */
function doersAbove(statement: Statement, noun: number): readonly Term[] {
  const { relations } = statement;
  const verbs = relations
    .filter(({ kind, dependent }) => dependent === noun && kind !== 'subject' && kind !== 'of')
    .map(({ head }) => head);
  return relations
    .filter(({ kind, head }) => kind === 'subject' && verbs.includes(head))
    .flatMap(({ dependent }) => termsAt(statement, dependent))
    .filter(({ kind }) => kind === 'name');
}

/** True where a source's name may be the claim's: not where it is another of the claim's names, as the country of its city is. */
function isMeant(name: Term, term: Term, others: readonly Term[]): boolean {
  if (sharesWord(name, term)) return true;
  const likeness = affinity(name, term);
  if (likeness < ONE_NAME || likeness >= SAME_NAME) return likeness >= ONE_NAME;
  return !others.some((other) => nameLikeness(other, term) >= SAME_NAME);
}

/** “Lakes Forum” and “Lakes Cooperation Council” may be one body by two names. */
function sharesWord(a: Term, b: Term): boolean {
  if (a.kind !== 'name' || b.kind !== 'name' || a.entity?.kind === 'person') return false;
  const words = b.word.split(' ');
  return a.word.split(' ').some((word) => word.length >= LONG_WORD && words.includes(word));
}

/** From this length on, in letters, a shared word tells bodies of one family. */
const LONG_WORD = 5;

/** The one name of the same kind that the source has in this part of the same act. */
function rivalOf(
  { statement, relation, name, acts }: Part,
  source: Statement,
  others: readonly Term[],
): Term | undefined {
  const rivals: Term[] = [];
  for (const other of source.relations) {
    if (!compatible(relation.kind, other.kind) || !alike(acts, actsOf(source, other))) continue;
    if (!sameDoer(statement, relation, source, other)) continue;
    for (const term of termsAt(source, other.dependent)) {
      if (term.kind !== 'name' || !sameKind(name, term, relation.kind)) continue;
      // “The Russian build-up” does not tell where it is.
      if (term.demonym && other.kind === 'modifier' && WHERE.has(relation.kind)) continue;
      if (isMeant(name, term, others)) return undefined;
      if (!rivals.some((known) => nameLikeness(known, term) >= SAME_NAME)) rivals.push(term);
    }
  }
  const unspoken = rivals.filter(
    (term) => !others.some((other) => nameLikeness(other, term) >= SAME_NAME),
  );
  const [rival] = rivals.length > 1 ? unspoken : rivals;
  return (rivals.length > 1 ? unspoken : rivals).length === 1 && rival?.resolved === false
    ? rival
    : undefined;
}

function alike(ones: readonly Term[], others: readonly Term[]): boolean {
  return ones.some((one) => others.some((other) => affinity(one, other) >= KIN));
}

const WHERE = new Set(['in', 'at', 'modifier']);
const WHITHER = new Set(['to', 'object']);
const WHOSE = new Set(['subject', 'of', 'modifier']);
const WITH = new Set(['subject', 'with', 'between']);

/** True where two parts may be one: “visit Paris” and “a visit to Paris”, “in” and “at”. */
function compatible(a: string, b: string): boolean {
  return [WHERE, WHITHER, WHOSE, WITH].some((parts) => parts.has(a) && parts.has(b)) || a === b;
}

/** True for two countries, whatever stands for them, and for two names of one known kind. */
function sameKind(a: Term, b: Term, relation: string): boolean {
  if (isRegion(a) !== isRegion(b)) return false;
  if (stateOf(a) !== undefined && stateOf(b) !== undefined) return true;
  const one = a.entity?.kind ?? (a.place === undefined ? undefined : 'place');
  const other = b.entity?.kind ?? (b.place === undefined ? undefined : 'place');
  // What nobody knows and something is in is a place.
  if (one === undefined && relation === 'in') return other === 'place';
  return one !== undefined && one === other;
}

/** True for a part of the world, which has countries in it and cannot stand against one. */
function isRegion({ word, entity, place }: Term): boolean {
  const name = (entity?.name ?? place?.name ?? word).toLowerCase();
  return (
    /\b(?:asian?|europe(?:an)?|africa|americas?|east|west|north|south|gulf|balkans|union|caribbean|arctic|pacific)\b/u.test(
      name,
    ) && !/\b(?:korea|sudan|africa$|timor|dakota|carolina)\b/u.test(name)
  );
}

/** Where the claim has the source's name, in another part. */
function partnerOf(
  statement: Statement,
  claim: { readonly first: number; readonly last: number },
  name: Term,
  rival: Term,
): Term | undefined {
  return statement.terms.find(
    (term) =>
      term !== name &&
      term.kind === 'name' &&
      !term.resolved &&
      isInside(claim, term.first) &&
      nameLikeness(term, rival) >= ONE_NAME,
  );
}

/** What stands at a token and who owns it: of “Peru's support”, Peru too. */
function withOwners(source: Statement, token: number): readonly Term[] {
  const owners = source.relations.filter(
    ({ head, kind }) => head === token && (kind === 'of' || kind === 'modifier'),
  );
  return [token, ...owners.map(({ dependent }) => dependent)].flatMap((at) => termsAt(source, at));
}

/** The exchange of two names where the source has each in the other's part; `undefined` where it has not. */
function swapped(
  part: Part,
  partner: Term,
  source: Statement,
): Omit<Conflict, 'witness'> | undefined {
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
      withOwners(source, other.dependent).some((term) => affinity(name, term) >= ONE_NAME),
  );
  if (!mirrored) return undefined;
  const [left, right] = name.first < partner.first ? [name, partner] : [partner, name];
  if (isEitherWay(statement, left, right)) return undefined;
  const between = slotWordsOf(statement, left.last + 1, right.first - 1);
  const one = slotWordsOf(statement, left.first, left.last);
  const other = slotWordsOf(statement, right.first, right.last);
  const told = `${other} ${between} ${one}`;
  return { slot: 'order', first: left.first, last: right.last, told, replacement: told };
}
