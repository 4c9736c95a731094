import { type Block, placeOf } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isRelation } from '../../lexicon/roleWords.js';
import type { Entity } from '../../reference/model.js';
import type { Mention } from '../../reference/nameIndex.js';
import { wordsOfForms } from '../../reference/names/forms.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { isLink } from '../../reference/names/nearMiss.js';
import type { Slip } from '../../reference/names/slips.js';
import { isCapitalised, spellingKeyOf } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import type { NamesInDraft, NamesInSentence } from './nameIndexing.js';
import { nameEvidenceOf, introduced } from './wording.js';

/** Tells the wrong places of names that the base knows, with a block to a slice. */
export function* checkMisspelled(found: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { block, surveyed } of found.blocks) {
    for (const sentence of surveyed.doubtful)
      findings.push(...misspelledIn(sentence, block, found));
    yield;
  }
  return findings;
}

function misspelledIn(
  surveyed: NamesInSentence,
  block: Block,
  found: NamesInDraft,
): readonly Finding[] {
  return [
    ...surveyed.mentions.filter((mention) => !mention.exact && isMeant(mention, found)),
    ...surveyed.guesses.filter((guess) => isNamed(guess, found) && !isOften(guess, found)),
  ]
    .filter((mention) => !isSomeoneElse(mention, found) && !isLikeNamed(mention, surveyed, found))
    .filter((mention) => !endsAnother(block, mention, found))
    .map((mention) => ({ ...mention, entity: meantBy(mention, found) }))
    .flatMap((mention) => mention.slips.map((slip) => misspelled(block, mention, slip)));
}

/** Who is meant of those who share the name: one whom the draft names, else the first. */
function meantBy({ entity, others }: Mention, { named }: NamesInDraft): Entity {
  return [entity, ...others].find((each) => named.has(each)) ?? entity;
}

function isNamed(mention: Mention, found: NamesInDraft): boolean {
  return found.named.has(meantBy(mention, found));
}

/**
 * True where somebody else of the surname may have a given name much like the one that the base knows:
 * a relative (“her sister Nkozi Eze”), or one who stands beside the other in the draft (“John Young” and
 * “Jon Young”).
 */
function isLikeNamed(
  { entity, first, slips, grounds }: Mention,
  { words }: NamesInSentence,
  { inFull }: NamesInDraft,
): boolean {
  const [slip] = slips;
  const [given] = wordsOfForms(entity.name);
  if (entity.kind !== 'person' || grounds !== 'name') return false;
  if (slip === undefined || slip.right !== given) return false;
  const at = words.findIndex((word) => word.first === first);
  if (isRelation(words[at - 1]?.text ?? '')) return true;
  const apart = !spellingKeyOf(given).startsWith(spellingKeyOf(slip.written).charAt(0));
  return inFull.has(entity) && (apart || isGivenName(slip.written));
}

/** True where the draft names somebody else in full who is called just so. */
function isSomeoneElse({ slips, grounds, entity }: Mention, { company }: NamesInDraft): boolean {
  if (grounds === 'name') return false;
  const own = new Set([entity.name, ...entity.forms].flatMap(wordsOfForms).map(spellingKeyOf));
  return slips.some(
    ({ written, weight }) =>
      weight > 0 &&
      [...(company.get(spellingKeyOf(written)) ?? [])].some((other) => !own.has(other)),
  );
}

/** “Van An” is no slip for “Van Anh” where a “Nguyen Van An” is known: letter for letter his name ends so. */
function endsAnother({ text }: Block, mention: Mention, { names }: NamesInDraft): boolean {
  const keys = wordsOfForms(text.slice(mention.start, mention.end)).map(spellingKeyOf);
  return keys.length > 1 && mention.slips.some(({ weight }) => weight > 0) && names.endsWith(keys);
}

/** The weight up to which a slip is told though nothing else in the draft speaks for the name. */
const LIGHT = 0.6;
/** The same, where other words of the name stand there rightly. */
const LIGHT_IN_NAME = 0.86;
/** A word that the draft has so often and never the other way is another name. */
const OFTEN = 3;

/** True where the rest of the draft does not speak against the name that a near miss stands for. */
function isMeant(mention: Mention, found: NamesInDraft): boolean {
  const { grounds, entity, form, slips } = mention;
  const weight = Math.max(...slips.map((slip) => slip.weight));
  const expected = found.expectsKnown || isKnownPlace(form);
  if (slips.every(({ kind, written }) => kind === 'case' && !isCapitalised(written))) {
    return wordsOfForms(form).length > 1 || (expected && isNoThing(mention));
  }
  if (slips.some(({ kind }) => kind === 'part')) return found.expectsKnown && found.known > 0;
  if (weight === 0) return true;
  if (slips.some(({ kind }) => kind === 'given'))
    return (
      grounds === 'title' || (found.expectsKnown && found.known > 0 && !found.inFull.has(entity))
    );
  const often = isOften(mention, found);
  if (grounds === 'name') return weight <= LIGHT_IN_NAME || (expected && !often);
  if (entity.kind === 'person' && form.length < 5) return found.expectsKnown && found.known > 0;
  if (entity.kind === 'person' && grounds === 'none') {
    return found.expectsKnown || isNamed(mention, found);
  }
  if (weight <= LIGHT) return expected || (form.length > 5 && !often);
  return expected && (!often || isKnownPlace(form));
}

/** The name of a body or an event may, in lower case, be the thing that it is named after. */
function isNoThing({ entity, form }: Mention): boolean {
  return entity.kind === 'person' || isKnownPlace(form);
}

function isOften({ slips }: Mention, { counts }: NamesInDraft): boolean {
  return slips.some(({ written }) => (counts.get(spellingKeyOf(written)) ?? 0) >= OFTEN);
}

function misspelled(block: Block, mention: Mention, slip: Slip): Finding {
  const { entity, form } = mention;
  return {
    code: 'name/misspelled',
    severity: DEFAULT_SEVERITY['name/misspelled'],
    message: message(slip, form, entity),
    span: placeOf(block, slip),
    evidence: [nameEvidenceOf(entity)],
    fixes: [replacementFix(`Change to “${slip.right}”`, block, slip, slip.right)],
    name: { text: block.text.slice(mention.start, mention.end), kind: entity.kind },
  };
}

function message({ kind, written, right }: Slip, form: string, entity: Entity): string {
  switch (kind) {
    case 'case':
      if (!isCapitalised(written)) return `“${written}” is a name: ${introduced(entity, right)}.`;
      return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
    case 'spacing':
    case 'order':
    case 'part':
    case 'given':
      return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
    case 'apostrophe':
      return `“${written}” should be “${right}”, with its apostrophe: ${introduced(entity, form)}.`;
    case 'accent':
      return `“${written}” should be “${right}”, by its accents: ${introduced(entity, form)}.`;
    case 'initial':
      return `The initial should be “${right}”: ${introduced(entity, form)}.`;
    case 'spelling':
      if (isLink(written)) return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
      return `“${written}” looks like “${right}”: ${introduced(entity, form)}.`;
  }
}
