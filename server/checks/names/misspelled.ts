import { isGivenName } from '../../lexicon/givenNames.js';
import { isRelationNoun } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord, isKnownName } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { type Block, draftSpanOf } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import type { Mention } from '../../reference/nameIndex.js';
import { splitName } from '../../reference/names/forms.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { isLinkWord } from '../../reference/names/matchLimits.js';
import type { Misspelling } from '../../reference/names/misspellings.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import type { NamesInDraft, NamesInSentence } from './nameIndexing.js';
import { rivalsOf } from './rivals.js';
import { describedEntity, nameEvidenceOf } from './wording.js';

/** Reports misspellings of names that `entities` have. Yields after each block. */
export function* checkMisspelled(
  found: NamesInDraft,
  entities: readonly Entity[],
): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { block, blockNames } of found.blocks) {
    for (const sentence of blockNames.suspects)
      findings.push(...misspelledIn(sentence, block, found, entities));
    yield;
  }
  return findings;
}

function misspelledIn(
  sentence: NamesInSentence,
  block: Block,
  found: NamesInDraft,
  entities: readonly Entity[],
): readonly Finding[] {
  return [
    ...sentence.mentions.filter((mention) => !mention.exact && isLikely(mention, found)),
    ...sentence.tentative.filter(
      (mention) => isNamed(mention, found) && !isFrequent(mention, found),
    ),
  ]
    .filter(
      (mention) => !isAnotherPerson(mention, found) && !mayBeNamesake(mention, sentence, found),
    )
    .filter((mention) => !isEndOfAnotherName(block, mention, found))
    .map((mention) => ({ ...mention, entity: intendedEntity(mention, found) }))
    .flatMap((mention) =>
      mention.misspellings.map((misspelling) => misspelled(block, mention, misspelling, entities)),
    );
}

/**
 * The intended entity among those who share the name: one named elsewhere in the draft, else the
 * first.
 */
function intendedEntity({ entity, others }: Mention, { named }: NamesInDraft): Entity {
  return [entity, ...others].find((each) => named.has(each)) ?? entity;
}

function isNamed(mention: Mention, found: NamesInDraft): boolean {
  return found.named.has(intendedEntity(mention, found));
}

/**
 * True if the name may belong to another person with the same surname and a similar given name: a
 * relative (“her sister Nkozi Eze”), or somebody named beside the known person (“John Young” and
 * “Jon Young”).
 */
function mayBeNamesake(
  { entity, first, misspellings, grounds }: Mention,
  { words }: NamesInSentence,
  { namedInFull }: NamesInDraft,
): boolean {
  const [misspelling] = misspellings;
  const [given] = splitName(entity.name);
  if (entity.kind !== 'person' || grounds !== 'name') return false;
  if (misspelling === undefined || misspelling.right !== given) return false;
  const at = words.findIndex((word) => word.first === first);
  if (isRelationNoun(words[at - 1]?.text ?? '')) return true;
  const apart = !spellingKeyOf(given).startsWith(spellingKeyOf(misspelling.written).charAt(0));
  return namedInFull.has(entity) && (apart || isGivenName(misspelling.written));
}

/** True if the draft names another person of exactly this name in full. */
function isAnotherPerson(
  { misspellings, grounds, entity }: Mention,
  { neighbours }: NamesInDraft,
): boolean {
  if (grounds === 'name') return false;
  const own = new Set([entity.name, ...entity.forms].flatMap(splitName).map(spellingKeyOf));
  return misspellings.some(
    ({ written, distance }) =>
      distance > 0 &&
      [...(neighbours.get(spellingKeyOf(written)) ?? [])].some((other) => !own.has(other)),
  );
}

/**
 * True for the exact end of another known name: “Van An” is not a misspelling of “Van Anh” if a
 * “Nguyen Van An” is known.
 */
function isEndOfAnotherName({ text }: Block, mention: Mention, { names }: NamesInDraft): boolean {
  const keys = splitName(text.slice(mention.start, mention.end)).map(spellingKeyOf);
  return (
    keys.length > 1 &&
    mention.misspellings.some(({ distance }) => distance > 0) &&
    names.endsWith(keys)
  );
}

/** The greatest distance of a misspelling that is reported without other evidence for the name. */
const SMALL_DISTANCE = 0.6;
/** The same beside other, correct words of the name. */
const SMALL_DISTANCE_IN_NAME = 0.86;
/** A spelling this frequent in the draft is another name, not a misspelling. */
const FREQUENT = 3;

/** True if the rest of the draft is consistent with the intended name. */
function isLikely(mention: Mention, found: NamesInDraft): boolean {
  const { grounds, entity, form, misspellings } = mention;
  const distance = Math.max(...misspellings.map((misspelling) => misspelling.distance));
  const expected = found.isMostlyKnown || isKnownPlace(form);
  if (misspellings.every(({ kind, written }) => kind === 'case' && !isCapitalised(written))) {
    return splitName(form).length > 1 || (expected && isAlwaysCapitalised(mention));
  }
  if (misspellings.some(({ kind }) => kind === 'part'))
    return found.isMostlyKnown && found.knownCount > 0;
  if (distance === 0) return true;
  if (misspellings.some(({ kind }) => kind === 'given'))
    return (
      grounds === 'title' ||
      (found.isMostlyKnown && found.knownCount > 0 && !found.namedInFull.has(entity))
    );
  const often = isFrequent(mention, found);
  if (grounds === 'name') return distance <= SMALL_DISTANCE_IN_NAME || (expected && !often);
  if (entity.kind === 'person' && form.length < 5)
    return found.isMostlyKnown && found.knownCount > 0;
  if (entity.kind === 'person' && grounds === 'none') {
    return found.isMostlyKnown || isNamed(mention, found);
  }
  if (distance <= SMALL_DISTANCE) return expected || (form.length > 5 && !often);
  return expected && (!often || isKnownPlace(form));
}

/** False for organisations and events: in lower case their names may be common nouns. */
function isAlwaysCapitalised({ entity, form }: Mention): boolean {
  return entity.kind === 'person' || isKnownPlace(form);
}

function isFrequent({ misspellings }: Mention, { counts }: NamesInDraft): boolean {
  return misspellings.some(({ written }) => (counts.get(spellingKeyOf(written)) ?? 0) >= FREQUENT);
}

function misspelled(
  block: Block,
  mention: Mention,
  misspelling: Misspelling,
  entities: readonly Entity[],
): Finding {
  const { entity, form } = mention;
  const rivals = rivalsOf(misspelling, mention, entities);
  return {
    code: 'name/misspelled',
    severity: RULES['name/misspelled'].severity,
    message: message(misspelling, form, entity),
    span: draftSpanOf(block, misspelling),
    evidence: [nameEvidenceOf(entity)],
    fixes: [misspelling.right, ...rivals].map((right) => ({
      ...replacementFix(`Change to “${right}”`, block, misspelling, right, rivals.length === 0),
      needsLook: !isCertain(misspelling, mention),
    })),
    expected: misspelling.right,
    found: misspelling.written,
    name: { text: block.text.slice(mention.start, mention.end), kind: entity.kind },
  };
}

/** The kinds of misspelling that leave no doubt which words are meant. */
const CERTAIN: ReadonlySet<Misspelling['kind']> = new Set([
  'spelling',
  'accent',
  'apostrophe',
  'case',
  'spacing',
]);

/** False if the draft may mean somebody else: another given name, or a surname alone that is a name too. */
function isCertain({ kind, written, distance }: Misspelling, { grounds }: Mention): boolean {
  if (!CERTAIN.has(kind)) return false;
  if (distance === 0) return true;
  if (isGivenName(written)) return false;
  return grounds === 'name' || !(isKnownName(written) || isEnglishWord(written));
}

function message({ kind, written, right }: Misspelling, form: string, entity: Entity): string {
  const known = describedEntity(entity, form);
  switch (kind) {
    case 'apostrophe': {
      const which = /['’]/u.test(right) ? 'an' : 'no';
      return `“${written}” should be “${right}”, with ${which} apostrophe: ${known}.`;
    }
    case 'accent':
      return `“${written}” should be “${right}”, with different accents: ${known}.`;
    case 'initial':
      return `“${written}” should be “${right}”, the right initial: ${known}.`;
    case 'spelling':
      if (isLinkWord(written)) return `“${written}” should be “${right}”: ${known}.`;
      return `“${written}” looks like a misspelling of “${right}”: ${known}.`;
    case 'case':
    case 'spacing':
    case 'order':
    case 'part':
    case 'given':
      return `“${written}” should be “${right}”: ${known}.`;
  }
}
