import { memoize } from '../../prose/memoize.js';
import type { Entity } from '../../reference/model.js';
import type { Mention } from '../../reference/nameIndex.js';
import { splitName } from '../../reference/names/forms.js';
import type { Misspelling } from '../../reference/names/misspellings.js';
import { nameDistance } from '../../reference/names/nameDistance.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import { SpellingIndex } from '../../reference/names/spellingIndex.js';

/** A word of a known name. */
interface NameWord {
  readonly key: string;
  readonly text: string;
  readonly owner: Entity;
}

/** The words of all known names, and an index of their keys. */
interface NameWords {
  readonly words: readonly NameWord[];
  readonly near: SpellingIndex;
}

const wordsOf = memoize((entities: readonly Entity[]): NameWords => {
  const words = entities.flatMap((owner) =>
    [...new Set([owner.name, ...owner.forms].flatMap(splitName))].map((text) => ({
      key: spellingKeyOf(text),
      text,
      owner,
    })),
  );
  return { words, near: new SpellingIndex(words.map(({ key }) => key)) };
});

/** How much farther from the written word another name may be and still be meant. */
const SLACK = 0.3;

/**
 * Other words of known names that a misspelled one may stand for just as well: “Raman” and “Ramen”
 * for “Ramon”. If other words of the name are right, only words of names that contain them too.
 */
export function rivalsOf(
  { written, right, distance }: Misspelling,
  mention: Mention,
  entities: readonly Entity[],
): readonly string[] {
  if (distance === 0) return [];
  const { words, near } = wordsOf(entities);
  const [own, meant] = [spellingKeyOf(written), spellingKeyOf(right)];
  const beside = splitName(mention.form)
    .map(spellingKeyOf)
    .filter((key) => key !== meant);
  const isLike = ({ kind, name, forms }: Entity): boolean => {
    if (mention.grounds !== 'name') return kind === mention.entity.kind;
    const keys = new Set([name, ...forms].flatMap(splitName).map(spellingKeyOf));
    return beside.some((key) => keys.has(key));
  };
  const rivals = [...near.candidates(own)]
    .flatMap((index) => words[index] ?? [])
    .filter(
      ({ key, owner }) =>
        key !== meant && key !== own && nameDistance(own, key) <= distance + SLACK && isLike(owner),
    );
  return [...new Set(rivals.map(({ text }) => text))];
}
