import type { Block } from '../../prose/prose.js';
import type { Token } from '../../prose/tokens.js';
import { shortened } from '../excerpt.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isNominal } from './structure/words.js';

/** An item of a list: the indices of its first and last word. */
interface Item {
  readonly first: number;
  readonly last: number;
}

/** The longest list item, in words; anything longer is a clause. */
const MAX_ITEM_WORDS = 5;

/** Finds lists that contain an item twice (“Pakistan, India and Pakistan”). */
export function findDuplicateItems({ words, text }: Passage): readonly GrammarError[] {
  return words.flatMap((word, index): readonly GrammarError[] => {
    if (!isListCoordinator(word)) return [];
    const list = listAround(words, index);
    const keys = list.map((item) => keyOf(words, item));
    const second = keys.findIndex((key, at) => keys.indexOf(key) < at);
    const duplicate = list[second];
    const [head] = list;
    const last = list.at(-1);
    // “Location, location and location”, “years and years”: for emphasis.
    if (
      duplicate === undefined ||
      head === undefined ||
      last === undefined ||
      keys.at(-1) === keys.at(-2)
    )
      return [];
    const name = textOf(words, duplicate, text);
    const kept = list.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
    const start = words[head.first]?.start ?? 0;
    const end = words[last.last]?.end ?? start;
    const oxford = words[index - 1]?.text === ',' && kept.length > 2 ? ',' : '';
    const items = kept.map((item) => textOf(words, item, text));
    const right = `${items.slice(0, -1).join(', ')}${oxford} ${word.text} ${items.at(-1) ?? ''}`;
    return [
      {
        kind: 'duplicate-item',
        span: { start, end },
        message: `“${name}” is in the list twice: once is enough.`,
        confidence: 0.93,
        fixes: [grammarFix(`Delete the second “${name}”`, start, end, right)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/**
 * The items of the list of three or more whose “and” or “or” is at `index`; empty if there is none.
 */
function listAround(words: readonly Token[], index: number): readonly Item[] {
  const last = endOfItem(words, index + 1);
  if (
    last <= index ||
    !(isNominal(words[last]) || startsWithCapital(words[last])) ||
    words[last + 1]?.tag === 'PART' ||
    words[last + 1]?.text === '-'
  )
    return [];
  const list: Item[] = [{ first: index + 1, last }];
  let end = words[index - 1]?.text === ',' ? index - 2 : index - 1;
  for (;;) {
    let first = end;
    while (canBeInItem(words[first - 1])) first--;
    if (
      !(isNominal(words[end]) || startsWithCapital(words[end])) ||
      !canBeInItem(words[end]) ||
      end - first >= MAX_ITEM_WORDS
    )
      break;
    list.unshift({ first, last: end });
    if (words[first - 1]?.text !== ',') break;
    end = first - 2;
  }
  return list.length < 3 ? [] : list;
}

/** The index of the last word that can belong to the item that begins at an index; one less if none can. */
function endOfItem(words: readonly Token[], first: number): number {
  let last = first;
  while (canBeInItem(words[last])) last++;
  return last - 1;
}

function isListCoordinator(word: Token): boolean {
  return /^(?:and|or)$/u.test(word.lower);
}

function canBeInItem(token: Token | undefined): boolean {
  return (
    (isNominal(token) && token?.kind === 'word' && !/^\d/u.test(token.text)) ||
    token?.tag === 'ADJ' ||
    token?.tag === 'DET'
  );
}

function keyOf(words: readonly Token[], { first, last }: Item): string {
  return words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/^(?:[Tt]he|[Aa]n?) /u, '');
}

function textOf(words: readonly Token[], { first, last }: Item, text: string): string {
  return text.slice(words[first]?.start, words[last]?.end);
}

/** The number of earlier items of a list that an item is compared with. */
const MAX_ITEMS = 60;

/**
 * Finds a bullet with the same words as an earlier one of its list; `index` is the block's place in
 * the text.
 */
export function findDuplicateBullet(
  block: Block,
  blocks: readonly Block[],
  index: number,
): readonly GrammarError[] {
  const words = bulletWords(block);
  if (words === '') return [];
  const list: string[] = [];
  for (let at = index - 1; at >= Math.max(0, index - MAX_ITEMS); at--) {
    const item = blocks[at];
    if (item?.kind !== 'listItem') break;
    list.push(bulletWords(item));
  }
  // A single word can recur under another heading of the list: “Open”.
  if (!(words.includes(' ') ? list.includes(words) : list[0] === words)) return [];
  return [
    {
      kind: 'duplicate-item',
      span: { start: 0, end: block.text.trimEnd().length },
      message: `“${shortened(block.text.trim().replace(/[.,;]$/u, ''))}” is already an item of this list: delete one of the two.`,
      confidence: 0.92,
      fixes: [],
      isFirstFixPreferred: false,
    },
  ];
}

function bulletWords({ kind, text }: Block): string {
  const words = text
    .trim()
    .replace(/[.,;]$/u, '')
    .toLowerCase();
  return kind === 'listItem' && /\p{L}{3}/u.test(words) ? words : '';
}
