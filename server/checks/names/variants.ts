import { once } from '../../prose/once.js';
import { placeOf } from '../../prose/prose.js';
import type { Slices } from '../../prose/slices.js';
import type { Entity } from '../../reference/model.js';
import { wordsOf } from '../../reference/names/forms.js';
import { inCaseOf, isCapitalised, isVariant } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import type { Occurrence } from './spellings.js';
import type { Survey, SurveyedSentence } from './survey.js';
import { times } from './wording.js';

/** One accepted spelling of a name's word. */
interface Variant {
  readonly places: Occurrence[];
  /** Those whom the base takes it for, and the words of a name beside it: “sergei *”, “* dolin”. */
  readonly owners: Set<Entity | string>;
}

/** The least letters of a word that is compared. */
const SHORTEST = 4;

/**
 * Tells, once for each name, that a draft mixes spellings which are both accepted: “Sergei” and
 * “Sergey”, “Organisation” and “Organization”, with diacritics and without. With a sentence to a slice.
 * Cannot throw.
 */
export function* checkVariants(found: Survey): Slices<readonly Finding[]> {
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
        wordsOf(form).some((word) => !isVariant(word, text)),
      ),
  );
}

/** The spellings of each word, by what they have in common. */
function* variantsOf({ sentences }: Survey): Slices<ReadonlyMap<string, readonly Variant[]>> {
  const words = new Map<string, Variant[]>();
  for (const { block, surveyed } of sentences) {
    for (const { key, text, start, end, owners } of spelledIn(surveyed)) {
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

/** The words of a sentence that are compared, with whose each is. */
const spelledIn = once(({ words, mentionAt, around }: SurveyedSentence) =>
  words.flatMap(({ text, key, start, end, first }, at) => {
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
  }),
);

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
      fixes: [replacement(fix, place.block, place, newText, known || usual.length > odd.length)],
      name: { text: place.text, kind: undefined },
    },
  ];
}
