import { isPostNominal } from '../../lexicon/honorifics.js';
import { isBodyHead, isCompanyForm } from '../../lexicon/nameWords.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isPersonNoun } from '../../prose/dictionary.js';
import type { Block, Prose } from '../../prose/prose.js';
import type { Entity, Role } from '../model.js';
import type { Cite } from './citations.js';

/**
 * The number of lines below a name that belong to its signature, and the maximum number of words of
 * each.
 */
const LINES = 2;
const LONGEST_LINE = 8;

/**
 * The entities of a source, the people with the roles in their signatures: lines with a name and nothing else, above lines
 * with an office and a body (“Head of Pumping”, “Senior Vet | Pawhouse Surgery”).
 */
export function withSignedRoles(
  entities: readonly Entity[],
  { blocks }: Prose,
  cite: Cite,
): readonly Entity[] {
  const roles = new Map<string, Role>();
  for (const [at, block] of blocks.entries()) {
    if (!block.text.includes(' ') || block.text.split(' ').length > LONGEST_LINE) continue;
    const [title, ...parts] = blocks.slice(at + 1, at + 1 + LINES).flatMap(partsOf);
    if (title === undefined || !isTitle(title)) continue;
    const affiliation = parts.find(isBody);
    const home = affiliation === undefined ? {} : { affiliation };
    roles.set(withoutPostNominals(block.text), {
      title: inLowerCase(title),
      ...home,
      citation: cite(block, 0),
    });
  }
  return entities.map((entity) => {
    const role = entity.kind === 'person' ? roles.get(entity.name) : undefined;
    const isKnown = entity.roles.some(({ title }) => title === role?.title);
    return role === undefined || isKnown ? entity : { ...entity, roles: [...entity.roles, role] };
  });
}

function withoutPostNominals(text: string): string {
  return text
    .split(/[\s,]+/u)
    .filter((word) => !isPostNominal(word) && !/^\p{Lu}{3,}$/u.test(word))
    .join(' ');
}

/** The parts of a line that is no sentence. */
function partsOf({ text }: Block): readonly string[] {
  if (/[.!?:]$/u.test(text) || text.split(' ').length > LONGEST_LINE) return [];
  return text.split(/ ?[|,·•] | [–—-] /u).map((part) => part.trim());
}

/** “Head of Pumping”, “Senior press officer”. */
function isTitle(part: string): boolean {
  const [head = ''] = part.split(/ (?:of|for|at|to) /u);
  const noun = head.split(' ').at(-1) ?? '';
  return isRoleNoun(noun) || isPersonNoun(noun);
}

/** A name of several words that ends like a body's, or one whose line does not begin like an address. */
function isBody(part: string): boolean {
  const words = part.split(' ');
  return (
    words.length > 1 &&
    words.every((word) => /^(?:\p{Lu}|(?:of|and|for|the|&)$)/u.test(word)) &&
    (words.some(isBodyHead) || isCompanyForm(words.at(-1) ?? '') || words.length < 4)
  );
}

/** A title in lower case, except for letters that stand for words. */
function inLowerCase(title: string): string {
  return title
    .split(' ')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
