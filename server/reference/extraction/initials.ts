import type { Prose } from '../../prose/prose.js';
import { isParticle } from '../../lexicon/nameWords.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import { memoize } from '../../prose/memoize.js';

/** The initials of a person's name, without particles: “JM” for “Jelena van Marchetti”. */
export function initialsOfPerson(name: string): string {
  return name
    .split(/[ ‐‑-]/u)
    .filter((word) => !isParticle(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** The initials of all words: “POD” for “Pádraig Ó Dubhthaigh”. */
function initialsWithParticles(name: string): string {
  return name
    .split(/[ ‐‑-]/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** Initials as labels have them: “O” for “Ó”. */
export function withoutAccents(initials: string): string {
  return initials.normalize('NFD').replace(/\p{M}/gu, '');
}

/** True for a label that may be somebody's initials: “JM”, “J.M.”, “J”. */
export function mayBeInitials(label: string): boolean {
  return /^\p{Lu}(?:\.?\p{Lu}){0,2}\.?$/u.test(label);
}

/**
 * The full names for initials, by the initials without accents, including those in headings; only
 * those that a text explains in brackets (“Jelena Marchetti (JM)”), if it explains any.
 */
export const namesByInitials = memoize(
  ({ blocks }: Prose): ReadonlyMap<string, readonly string[]> => {
    const known = new Map<string, Set<string>>();
    const explained = new Map<string, Set<string>>();
    for (const { text } of blocks) {
      for (const match of text.matchAll(FULL_NAME)) {
        const words = match[0].split(' ');
        const explanation = EXPLANATION.exec(text.slice(match.index + match[0].length))?.[1];
        for (let from = 0; from < words.length - 1; from++) {
          if (isPersonTitle(words[from] ?? '') || isParticle(words[from] ?? '')) continue;
          const name = words.slice(from).join(' ');
          const all = [initialsOfPerson(name), initialsWithParticles(name)];
          for (const initials of new Set(all.map(withoutAccents))) {
            add(known, initials, name);
            if (explanation === initials) add(explained, initials, name);
          }
        }
      }
    }
    return new Map(
      [...known].map(([initials, names]) => [initials, [...(explained.get(initials) ?? names)]]),
    );
  },
);

/** Words of a name, of which the first has a capital. */
const FULL_NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'‐‑-]*\p{Ll}(?: (?:\p{Lu}[\p{L}’'‐‑-]*\p{Ll}|\p{Lu}\.|Ó|de|del|della|der|den|van|von|da|du|al|bin)){0,5} \p{Lu}[\p{L}’'‐‑-]*\p{Ll}(?!\p{L})/gu;

/** The initials after a name: “(JM)”, “(JM, chair)”, “ – JM”, “ = JM”. */
const EXPLANATION = /^(?: \(| [–=-] )(\p{Lu}{2,3})(?![\p{L}\p{N}])/u;

function add(names: Map<string, Set<string>>, initials: string, name: string): void {
  const known = names.get(initials);
  if (known === undefined) names.set(initials, new Set([name]));
  else known.add(name);
}
