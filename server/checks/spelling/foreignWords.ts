import { isKnownName } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import type { Block, Prose } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { dictionaryKey, entryOf } from './dictionary.js';
import { suggestionsFor } from './suggestions.js';
import type { DoubtfulWord } from './doubtfulWord.js';

/** Function words of other languages, which show that the words beside them are foreign. */
const FOREIGN = new Set(
  (
    'al aux bin binti das de del della delle dello dem den der des di die du ein eine el en et gli het ibn il la las le les ' +
    'lo los mit nach nel ne nous och og para pas por pour que qui sur te um una und une van vom von vous y zu zum zur wa'
  ).split(' '),
);

/** The words around a word that decide whether it is part of a foreign phrase. */
const REACH = 2;

/**
 * True for a word beside foreign ones: in “a coup de grâce”, or in a sentence of another language.
 * It looks for suggestions for the words beside it, which takes long, so it is only called for
 * words that would be reported.
 */
export const isInForeignPhrase: (word: DoubtfulWord) => boolean = memoize(
  ({ sentence: { tokens }, at }) => {
    const around = [...wordsFrom(tokens, at, -1), ...wordsFrom(tokens, at, 1)];
    const foreign = around.filter(({ text }) => isForeign(text)).length;
    return foreign >= 2 || (foreign === 1 && around.length <= 2);
  },
);

/** The nearest words on one side, up to a mark. */
function wordsFrom(tokens: readonly Token[], at: number, step: number): readonly Token[] {
  const found: Token[] = [];
  for (let next = at + step; found.length < REACH; next += step) {
    const token = tokens[next];
    if (token?.kind !== 'word') break;
    found.push(token);
  }
  return found;
}

/** A word with a better suggestion is a slip; units as in `editCost.ts`. */
const CLEAR_SLIP = -0.9;

function isForeign(text: string): boolean {
  if (FOREIGN.has(text)) return true;
  if (/[^\p{ASCII}’]/u.test(text)) return true;
  if (isCapitalised(text) || text.length < 3) return false;
  const key = dictionaryKey(text);
  return entryOf(key) === undefined && (suggestionsFor(key)[0]?.score ?? 0) > CLEAR_SLIP;
}

/** Particles that join the parts of a name: “Ludwig van Beethoven”, “Mohammed bin Salman”. */
const LONGEST_PARTICLE = 4;

/** True for a short word in small letters between two capitalised ones. */
export function isNameParticle({ sentence: { tokens }, at, token }: DoubtfulWord): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    token.text.length <= LONGEST_PARTICLE &&
    after?.kind === 'word' &&
    isCapitalised(after.text) &&
    (before === undefined || isCapitalised(before.text) || FOREIGN.has(before.text))
  );
}

/**
 * True for a form that could be a name or a sound rather than a word: “Wai-keung”, “sooo”,
 * “Instituto Gonzaga”.
 */
export function isNameOrSound({ sentence: { tokens }, at, token }: DoubtfulWord): boolean {
  const [first, hyphen, next] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]];
  return (
    (hyphen?.text === '-' && hyphen.end === token.start && isCapitalised(first?.text ?? '')) ||
    (isCapitalised(token.text) && next?.kind === 'word' && isCapitalised(next.text)) ||
    /([aeiouhmwyz])\1\1$/u.test(token.lower)
  );
}

/** Endings of genera, and of the words for a species after them. */
const GENUS = /(?:us|um|a|as|es|is|os|ys|on|ax|ex|ix|yx|ops)$/u;
const SPECIES = /(?:us|um|a|ae|i|is)$/u;

/** True for the species in a scientific name: “Vulpex saltana”, “V. saltana”. */
export function isSpecies({ sentence: { tokens }, at, token }: DoubtfulWord): boolean {
  const before = tokens[at - 1];
  if (before === undefined || isCapitalised(token.text) || !SPECIES.test(token.text)) return false;
  if (/^\p{Lu}\.$/u.test(before.text)) return true;
  const isUnknown = entryOf(before.text) === undefined && !isKnownName(before.lower);
  return isCapitalised(before.text) && GENUS.test(before.text) && isUnknown;
}

/** Up to this number of words in quotation marks are a term, more are speech. */
const MOST_TERM_WORDS = 3;

/** True for a word in italics or bold, or in quotation marks that hold a term and not speech. */
export function isSetApart({ token }: DoubtfulWord, block: Block, { syntax }: Prose): boolean {
  const isTerm = block.quotations.some(({ inner, closed }) => {
    if (!closed || !contains(inner, token)) return false;
    const quoted = block.text.slice(inner.start, inner.end).trim();
    return quoted.split(/\s+/u).length <= MOST_TERM_WORDS && !/[.,!?]$/u.test(quoted);
  });
  if (isTerm || block.emphasised) return true;
  const { start } = block.map.toDraft(token.start, token.end);
  let node = syntax?.tree.resolveInner(start, 1) ?? null;
  for (; node !== null; node = node.parent) {
    if (node.name === 'Emphasis' || node.name === 'StrongEmphasis') return true;
  }
  return false;
}
