import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { draftSpanOf } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import { splitName } from '../../reference/names/forms.js';
import { isSpellingVariant, matchCase } from '../../reference/names/spelling.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { entryOf } from '../spelling/dictionary.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import type { NamesInBlock, NamesInDraft, NamesInSentence, PlacedBlock } from './nameIndexing.js';
import type { Occurrence } from './spellings.js';
import { countInWords } from './wording.js';

/** An accepted spelling of a word in names. */
interface SpellingVariant {
  readonly occurrences: Occurrence[];
  /** The entities that it may name, and its neighbours in names: “sergei *”, “* dolin”. */
  readonly owners: Set<Entity | string>;
  /** True if it is a name by itself in every place. */
  isAlone: boolean;
}

/** A word in one sentence, with its owners there, see `SpellingVariant`. */
interface VariantWord {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly owners: readonly (Entity | string)[];
  /**
   * True if it is no part of a longer name, where a sentence does not show which words are names.
   */
  readonly isAlone: boolean;
}

/** The least length of a compared word, in letters. */
const SHORTEST = 4;

/**
 * Reports, once for each name, that a draft mixes accepted spellings: “Sergei” and “Sergey”,
 * “Organisation” and “Organization”, with and without diacritics. Yields after each block.
 */
export function* checkVariants(found: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const words = yield* variantsOf(found);
  return [...words.values()].flatMap((variants) => {
    const [usual, ...others] = [...variants].sort(
      (a, b) =>
        Number(isKnownVariant(b)) - Number(isKnownVariant(a)) ||
        b.occurrences.length - a.occurrences.length,
    );
    if (usual === undefined) return [];
    const odd = others.find(
      ({ owners, isAlone }) =>
        [...owners].some((owner) => usual.owners.has(owner)) ||
        // A surname alone is of whoever the draft names in full.
        (isAlone && usual.owners.size > 0),
    );
    return odd === undefined
      ? []
      : mixedFinding(
          usual.occurrences,
          odd.occurrences,
          isKnownVariant(usual) && !isKnownVariant(odd),
        );
  });
}

/** True for the spelling in the sources. */
function isKnownVariant({ occurrences, owners }: SpellingVariant): boolean {
  const text = occurrences[0]?.text ?? '';
  return [...owners].some(
    (owner) =>
      typeof owner !== 'string' &&
      [owner.name, ...owner.forms].some((form) =>
        splitName(form).some((word) => !isSpellingVariant(word, text)),
      ),
  );
}

/** The variants of each word with more than one spelling, by key. */
function* variantsOf({
  blocks,
}: NamesInDraft): CooperativeTask<ReadonlyMap<string, readonly SpellingVariant[]>> {
  const mixed = yield* mixedKeys(blocks);
  const words = new Map<string, SpellingVariant[]>();
  if (mixed.size === 0) return words;
  for (const { block, blockNames } of blocks) {
    for (const { key, text, start, end, owners, isAlone } of variantWordsIn(blockNames)) {
      if (!mixed.has(key)) continue;
      const variants = words.get(key) ?? [];
      words.set(key, variants);
      let variant = variants.find(
        ({ occurrences }) => !isSpellingVariant(occurrences[0]?.text ?? '', text),
      );
      if (variant === undefined)
        variants.push((variant = { occurrences: [], owners: new Set(), isAlone: true }));
      variant.occurrences.push({ block, text, start, end });
      for (const owner of owners) variant.owners.add(owner);
      variant.isAlone &&= isAlone;
    }
    yield;
  }
  return words;
}

/** The keys of the words with more than one spelling. */
function* mixedKeys(blocks: readonly PlacedBlock[]): CooperativeTask<ReadonlySet<string>> {
  const first = new Map<string, string>();
  const mixed = new Set<string>();
  for (const { blockNames } of blocks) {
    for (const { key, text } of variantWordsIn(blockNames)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, text);
      else if (known !== text) mixed.add(key);
    }
    yield;
  }
  return mixed;
}

const variantWordsIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(wordsIn));

/** The compared words of a sentence, with their owners. */
function wordsIn({ words, mentionAt, context }: NamesInSentence): readonly VariantWord[] {
  return words.flatMap(({ text, key, start, end, first }, at) => {
    if (key.length < SHORTEST || !isCapitalised(text)) return [];
    // A reported misspelling is not an accepted spelling.
    if (mentionAt.get(first)?.exact === false) return [];
    const owner = mentionAt.get(first)?.entity;
    const [before, after] = [context.givenNameBefore(at), context.nameAfter(at + 1)];
    const owners: readonly (Entity | string)[] = [
      ...(owner === undefined ? [] : [owner]),
      ...(before === undefined ? [] : [`${before.key} *`]),
      ...(after === undefined ? [] : [`* ${after.key}`]),
    ];
    const isAlone =
      owners.length === 0 &&
      !context.isHeadline &&
      !context.isContinued(at + 1) &&
      !isCapitalised(words[at - 1]?.text ?? '') &&
      entryOf(text) === undefined &&
      !isKnownPlace(text);
    return [{ key, text, start, end, owners, isAlone }];
  });
}

function mixedFinding(
  usual: readonly Occurrence[],
  odd: readonly Occurrence[],
  known: boolean,
): readonly Finding[] {
  const [form, place] = [usual[0]?.text ?? '', odd[0]];
  if (place === undefined) return [];
  const newText = matchCase(place.text, form);
  const fix = `Change to “${newText}”`;
  return [
    {
      code: 'name/inconsistent',
      severity: RULES['name/inconsistent'].severity,
      message: `“${place.text}” (${countInWords(odd)}) is written “${form}” (${countInWords(usual)}) elsewhere in the draft.`,
      span: draftSpanOf(place.block, place),
      evidence: [],
      fixes: [replacementFix(fix, place.block, place, newText, known || usual.length > odd.length)],
      name: { text: place.text, kind: undefined },
    },
  ];
}
