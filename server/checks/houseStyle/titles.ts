import { memoize } from '../../prose/memoize.js';
import { type Block, type BlockContent, type Prose } from '../../prose/prose.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import type { Token } from '../../prose/tokens.js';
import type { Departure } from './departure.js';
import type { HouseStyle, StyleRule } from './styleRule.js';

type TitleRule = Extract<StyleRule, { readonly kind: 'titles' }>;

/** Titles that a house style decides on; “Sir” and “Lord” are part of a person's name. */
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?$/u;

/** Those that are mere courtesy. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx)\.?$/u;

/** A name of a person in running text, with the title before it. */
interface Naming {
  /** Empty if there is none. */
  readonly title: string;
  readonly names: readonly string[];
  /** UTF-16 offsets into the block's prose: from the title if there is one. */
  readonly start: number;
  readonly end: number;
  /** The start of the first name. */
  readonly nameStart: number;
}

/** The names of a paragraph that have a title, and those of two words and more. */
const namingsIn = memoize(({ kind, role, sentences }: BlockContent): readonly Naming[] =>
  kind === 'paragraph' && role === 'prose'
    ? sentences.flatMap(({ tokens }) => namingsOf(tokens))
    : [],
);

function namingsOf(tokens: readonly Token[]): readonly Naming[] {
  const found: Naming[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const isTitle = TITLE.test(token.text);
    // “Saving Mr Ek”
    const isInTitleOfWork = isTitle && at > 1 && startsWithCapital(tokens[at - 1]);
    const first = isTitle && tokens[at + 1]?.text === '.' ? at + 2 : isTitle ? at + 1 : at;
    let end = first;
    while (isNamePart(tokens[end])) end++;
    const names = tokens.slice(first, end);
    const [one, last] = [names[0], names.at(-1)];
    if (one === undefined || last === undefined) continue;
    at = end - 1;
    // “Mr Justice Ek” is a judge's form of address.
    const isJudge = isTitle && one.text === 'Justice';
    if ((!isTitle && names.length < 2) || isInTitleOfWork || isJudge) continue;
    found.push({
      title: isTitle ? token.text : '',
      names: names.map(({ text }) => text),
      start: token.start,
      end: last.end,
      nameStart: one.start,
    });
  }
  return found;
}

function isNamePart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    startsWithCapital(token) &&
    !TITLE.test(token.text) &&
    /^[\p{L}][\p{L}'’-]*$/u.test(token.text) &&
    !/^(?:ADP|ADV|AUX|CCONJ|DET|PRON|SCONJ)$/u.test(token.tag)
  );
}

/** The titles of a draft in places where the house style has none, by block. */
export function wrongTitlesIn(
  { blocks }: Prose,
  { rules }: HouseStyle,
): ReadonlyMap<Block, readonly Departure[]> {
  const rule = rules.find((one): one is TitleRule => one.kind === 'titles');
  const wrong = new Map<Block, readonly Departure[]>();
  if (rule === undefined) return wrong;
  const all = blocks.map((block) => ({ block, namings: namingsIn(block.content) }));
  const shared = sharedSurnames(all.flatMap(({ namings }) => namings));
  const known = new Set<string>();
  for (const { block, namings } of all) {
    const departures: Departure[] = [];
    for (const naming of namings) {
      const surname = naming.names.at(-1) ?? '';
      const isWrong = !shared.has(surname) && isWrongTitle(naming, rule, known.has(surname));
      known.add(surname);
      if (!isWrong) continue;
      const { start, end, nameStart } = naming;
      departures.push({ rule, span: { start, end }, right: [block.text.slice(nameStart, end)] });
    }
    if (departures.length > 0) wrong.set(block, departures);
  }
  return wrong;
}

function isWrongTitle({ title, names }: Naming, { use }: TitleRule, isKnown: boolean): boolean {
  if (title === '') return false;
  switch (use) {
    case 'never':
      return COURTESY.test(title);
    case 'first':
      return isKnown;
    case 'later':
      return !isKnown && names.length > 1;
  }
}

/** Surnames of several people, who are distinguished by their titles. */
function sharedSurnames(namings: readonly Naming[]): ReadonlySet<string> {
  const given = new Map<string, string>();
  const titles = new Map<string, string>();
  const shared = new Set<string>();
  for (const { names, title } of namings) {
    const surname = names.at(-1) ?? '';
    const first = names.length > 1 ? (names[0] ?? '') : '';
    const known = given.get(surname);
    if (first !== '' && known !== undefined && known !== first) shared.add(surname);
    if (first !== '') given.set(surname, first);
    const other = titles.get(surname);
    if (title !== '' && other !== undefined && other !== title) shared.add(surname);
    if (title !== '') titles.set(surname, title);
  }
  return shared;
}
