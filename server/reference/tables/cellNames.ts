import { isBodyHead, isCompanyForm, isPlaceHead } from '../../lexicon/nameWords.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isGroupNoun, isPersonNoun, isPlaceNoun } from '../../prose/dictionary.js';
import type { Block } from '../../prose/prose.js';

/**
 * How the name in a cell is read: of a person as in a credit, of a place as in a dateline, of a
 * body as a single name.
 */
export type CellName = 'credited' | 'dateline' | 'joined';

/**
 * The cells that are names, by the heading of their column: people, bodies or places, and how to
 * read them.
 */
export function namesInCells(headings: ReadonlyMap<Block, string>): ReadonlyMap<Block, CellName> {
  const names = new Map<Block, CellName>();
  for (const [block, heading] of headings) {
    const kind = NAME.test(block.text) ? kindBelow(heading, block.text) : undefined;
    if (kind !== undefined) names.set(block, kind);
  }
  return names;
}

/** Capitalised words, a surname perhaps in capitals before a comma. */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|&|of|and|the|de|van|von|der|da|bin)){0,6}\.?$/u;

function kindBelow(heading: string, name: string): CellName | undefined {
  const word = heading.toLowerCase().split(' ').at(-1) ?? '';
  const end = name.split(' ').at(-1) ?? '';
  if (isCompanyForm(end)) return 'joined';
  // “Inspector”, “Moved by”
  if (isRoleNoun(word) || isPersonNoun(word) || word === 'by')
    return isBodyHead(end) ? 'joined' : 'credited';
  const isOfPlace = isPlaceHead(word) || isPlaceNoun(word);
  if (isOfPlace || /^(?:city|country|place)$/u.test(word)) return 'dateline';
  // “Station” may be above the names of broadcasters.
  if (SITE.test(word)) return isBodyHead(end) ? 'joined' : 'dateline';
  const isOfBody = isBodyHead(word) || isGroupNoun(word);
  return isOfBody && !isPlaceHead(end) ? 'joined' : undefined;
}

/** Headings above the names of sites, which are mostly those of their villages. */
const SITE = /^(?:plant|station|site|depot|location|stop|substation)$/u;

/** “Temi Oyelaran” for “OYELARAN, Temi” and “Oyelaran, Temi”; any other name as it is. */
export function inReadingOrder(name: string): string {
  const [, surname, given] = /^([^,]+), ([^,]+)$/u.exec(name) ?? [];
  return surname === undefined || given === undefined ? name : `${given} ${surname}`;
}
