import { isGivenName } from '../../lexicon/givenNames.js';
import { isRelationNoun } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord, isKnownName } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { type Block, draftSpanOf } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import type { Mention } from '../../reference/nameIndex.js';
import { differInEnding, differInLastVowel } from '../../reference/names/endings.js';
import { splitName } from '../../reference/names/forms.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { isLinkWord } from '../../reference/names/matchLimits.js';
import type { Misspelling } from '../../reference/names/misspellings.js';
import { fold } from '../../reference/names/spelling.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { entryOf } from '../spelling/dictionary.js';
import { type MentionSigns, isMisspelledMention, mentionSigns } from './mentionSigns.js';
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

/** A mention whose letters the learned score judges. */
export interface Suspect {
  readonly mention: Mention;
  readonly signs: MentionSigns;
}

/** The mentions of known names in a draft with a word that may be misspelled. */
export function suspectsIn(found: NamesInDraft): readonly Suspect[] {
  return found.blocks.flatMap(({ blockNames }) =>
    blockNames.suspects.flatMap((sentence) =>
      [...sentence.mentions, ...sentence.tentative].flatMap((mention) => {
        const signs = mention.exact ? undefined : mentionSigns(mention, sentence, found);
        return signs === undefined ? [] : [{ mention, signs }];
      }),
    ),
  );
}

function misspelledIn(
  sentence: NamesInSentence,
  block: Block,
  found: NamesInDraft,
  entities: readonly Entity[],
): readonly Finding[] {
  return [...sentence.mentions, ...sentence.tentative]
    .filter((mention) => !mention.exact && isMisspelled(mention, sentence, found))
    .map((mention) => ({ ...mention, entity: intendedEntity(mention, found) }))
    .flatMap((mention) =>
      mention.misspellings.map((misspelling) => misspelled(block, mention, misspelling, entities)),
    );
}

/**
 * The intended entity among those who share the name: one named elsewhere in the draft, otherwise
 * the first.
 */
function intendedEntity({ entity, others }: Mention, { named }: NamesInDraft): Entity {
  return [entity, ...others].find((each) => named.has(each)) ?? entity;
}

/** The distance of one letter missing, added, doubled or swapped with the next. */
const SLIGHT = 0.86;
/** A surname of so few letters is often another one, also after an honorific: “Ms. Woo”, “Ms. Wu”. */
const SHORT = 4;

/**
 * True if a mention is a misspelling: by the learned score if letters are wrong, otherwise by its
 * kind.
 */
function isMisspelled(mention: Mention, sentence: NamesInSentence, found: NamesInDraft): boolean {
  const { grounds, entity, form, misspellings } = mention;
  const isKnownStory = found.isMostlyKnown && found.knownCount > 0;
  const signs = mentionSigns(mention, sentence, found);
  if (signs !== undefined) {
    if (isRelative(mention, sentence) || isInflected(misspellings)) return false;
    if (signs.anotherPerson > 0) return false;
    // An honorific or a speech verb shows that this is a surname, and somebody with a similar one
    // is known.
    const isSurname =
      (grounds === 'title' || signs.speaks > 0) &&
      (isKnownStory || form.length > SHORT) &&
      (!mention.tentative || signs.named > 0);
    // Words with most of a name right, and a slip or an English homophone for another, are that
    // name.
    const isName =
      grounds === 'name' &&
      !mention.tentative &&
      (signs.distance <= SLIGHT || signs.soundsAlike * signs.writtenEnglish > 0) &&
      signs.givenIfInFull + signs.endOfAnother === 0;
    return isSurname || isName || isMisspelledMention(signs);
  }
  if (misspellings.every(({ kind, written }) => kind === 'case' && !isCapitalised(written))) {
    return (
      splitName(form).length > 1 ||
      isKnownPlace(form) ||
      ((found.isMostlyKnown || found.knownCount > 0) &&
        (entity.kind === 'person' || entity.kind === 'place' || !misspellings.some(isCommonNoun)))
    );
  }
  if (misspellings.some(({ kind }) => kind === 'part')) return isKnownStory;
  if (misspellings.some(({ kind }) => kind === 'given'))
    return grounds === 'title' || (isKnownStory && !found.namedInFull.has(entity));
  // The rest is a wrong initial, a word of another kind, or letters that are all right.
  return misspellings.every(({ distance }) => distance === 0) || grounds === 'name';
}

/** True for another given name after a noun of relation: “her sister Nkozi Eze” is not Ngozi Eze. */
function isRelative({ entity, first, misspellings }: Mention, { words }: NamesInSentence): boolean {
  const at = words.findIndex((word) => word.first === first);
  return (
    entity.kind === 'person' &&
    misspellings[0]?.right === splitName(entity.name)[0] &&
    isRelationNoun(words[at - 1]?.text ?? '')
  );
}

/** True if all words of a longer name have other endings, as in languages with cases: “Oleksandra Petrenka”. */
function isInflected(misspellings: readonly Misspelling[]): boolean {
  return (
    misspellings.length > 1 &&
    misspellings.every(({ written, right }) => {
      const words = [fold(written), fold(right)] as const;
      return differInEnding(...words) || differInLastVowel(...words);
    })
  );
}

/** True for a word that the dictionary has in lower case: an organisation may be called by a common noun. */
function isCommonNoun({ written }: Misspelling): boolean {
  return entryOf(written)?.wordCase === 'lower';
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
    message: message(
      { ...misspelling, written: block.text.slice(misspelling.start, misspelling.end) },
      form,
      entity,
    ),
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
      return `“${written}”: did you mean “${right}” (${known})?`;
    case 'case':
    case 'spacing':
    case 'order':
    case 'part':
    case 'given':
      return `“${written}” should be “${right}”: ${known}.`;
  }
}
