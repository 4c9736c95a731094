import { memoize } from '../../prose/memoize.js';
import { placeOf } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Entity } from '../../reference/model.js';
import { wordsOfForms } from '../../reference/names/forms.js';
import { inCaseOf, isCapitalised, isVariant } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import type { Occurrence } from './spellings.js';
import type { PlacedBlock, NamesInDraft, NamesInBlock, NamesInSentence } from './nameIndexing.js';
import { times } from './wording.js';

/** One accepted spelling of a name's word. */
interface Variant {
  readonly places: Occurrence[];
  /** Those whom the base takes it for, and the words of a name beside it: “sergei *”, “* dolin”. */
  readonly owners: Set<Entity | string>;
}

/** A word as it stands in one sentence, and whose it is there. */
interface Spelled {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly owners: readonly (Entity | string)[];
}

/** The least letters of a word that is compared. */
const SHORTEST = 4;

/**
 * Tells, once for each name, that a draft mixes spellings which are both accepted: “Sergei” and
 * “Sergey”, “Organisation” and “Organization”, with diacritics and without. With a block to a slice.
 */
export function* checkVariants(found: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const words = yield* variantsOf(found);
  return [...words.values()].flatMap((variants) => {
    const [usual, ...others] = [...variants].sort(
      (a, b) => Number(isOfBase(b)) - Number(isOfBase(a)) || b.places.length - a.places.length,
    );
    if (usual === undefined) return [];
    const odd = others.find(({ owners }) => [...owners].some((owner) => usual.owners.has(owner)));
    return odd === undefined
      ? []
      : mixed(usual.places, odd.places, isOfBase(usual) && !isOfBase(odd));
  });
}

/** True for the spelling that the base has for the name. */
function isOfBase({ places, owners }: Variant): boolean {
  const text = places[0]?.text ?? '';
  return [...owners].some(
    (owner) =>
      typeof owner !== 'string' &&
      [owner.name, ...owner.forms].some((form) =>
        wordsOfForms(form).some((word) => !isVariant(word, text)),
      ),
  );
}

/** The spellings of each word that is not spelled one way alone, by what they have in common. */
function* variantsOf({
  blocks,
}: NamesInDraft): CooperativeTask<ReadonlyMap<string, readonly Variant[]>> {
  const mixed = yield* mixedKeys(blocks);
  const words = new Map<string, Variant[]>();
  if (mixed.size === 0) return words;
  for (const { block, surveyed } of blocks) {
    for (const { key, text, start, end, owners } of spelledIn(surveyed)) {
      if (!mixed.has(key)) continue;
      const variants = words.get(key) ?? [];
      words.set(key, variants);
      let variant = variants.find(({ places }) => !isVariant(places[0]?.text ?? '', text));
      if (variant === undefined) variants.push((variant = { places: [], owners: new Set() }));
      variant.places.push({ block, text, start, end });
      for (const owner of owners) variant.owners.add(owner);
    }
    yield;
  }
  return words;
}

/** The words of which a draft has more than one spelling. */
function* mixedKeys(blocks: readonly PlacedBlock[]): CooperativeTask<ReadonlySet<string>> {
  const first = new Map<string, string>();
  const mixed = new Set<string>();
  for (const { surveyed } of blocks) {
    for (const { key, text } of spelledIn(surveyed)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, text);
      else if (known !== text) mixed.add(key);
    }
    yield;
  }
  return mixed;
}

const spelledIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(wordsIn));

/** The words of a sentence that are compared, with whose each is. */
function wordsIn({ words, mentionAt, around }: NamesInSentence): readonly Spelled[] {
  return words.flatMap(({ text, key, start, end, first }, at) => {
    if (key.length < SHORTEST || !isCapitalised(text)) return [];
    // What is told as misspelled is no accepted spelling.
    if (mentionAt.get(first)?.exact === false) return [];
    const owner = mentionAt.get(first)?.entity;
    const [before, after] = [around.givenNameBefore(at), around.nameAfter(at + 1)];
    const owners: readonly (Entity | string)[] = [
      ...(owner === undefined ? [] : [owner]),
      ...(before === undefined ? [] : [`${before.key} *`]),
      ...(after === undefined ? [] : [`* ${after.key}`]),
    ];
    return [{ key, text, start, end, owners }];
  });
}

function mixed(
  usual: readonly Occurrence[],
  odd: readonly Occurrence[],
  known: boolean,
): readonly Finding[] {
  const [form, place] = [usual[0]?.text ?? '', odd[0]];
  if (place === undefined) return [];
  const newText = inCaseOf(place.text, form);
  const fix = `Change to “${newText}”`;
  return [
    {
      code: 'name/inconsistent',
      severity: DEFAULT_SEVERITY['name/inconsistent'],
      message: `The draft has both “${form}” (${times(usual)}) and “${place.text}” (${times(odd)}).`,
      span: placeOf(place.block, place),
      evidence: [],
      fixes: [replacementFix(fix, place.block, place, newText, known || usual.length > odd.length)],
      name: { text: place.text, kind: undefined },
    },
  ];
}
