import type { Block } from '../../prose/prose.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isCapitalised, isNominal, lower } from './structure/words.js';

/** One thing in a list: indices into the words, both included. */
interface Item {
  readonly first: number;
  readonly last: number;
}

/** Words that an item of a list has at most; what is longer is a clause. */
const ITEM_WORDS = 5;

/** A list that names one thing twice (“Pakistan, India and Pakistan”). */
export function findDuplicateItems({ words, text }: Passage): readonly GrammarError[] {
  return words.flatMap((word, index): readonly GrammarError[] => {
    if (!/^(?:and|or)$/u.test(lower(word))) return [];
    const list = listAround(words, index);
    const keys = list.map((item) => keyOf(words, item));
    const second = keys.findIndex((key, at) => keys.indexOf(key) < at);
    const doubled = list[second];
    const [head] = list;
    const last = list.at(-1);
    // “Location, location and location” is for stress.
    if (
      doubled === undefined ||
      head === undefined ||
      last === undefined ||
      new Set(keys).size === 1 ||
      isStress(keys)
    )
      return [];
    const name = textOf(words, doubled, text);
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
        message: `The list names “${name}” twice.`,
        confidence: 0.93,
        fixes: [grammarFix(`Delete the second “${name}”`, start, end, right)],
        isFirstFixPreferred: true,
      },
    ];
  });
}

/** “Years and years”, “round and round”: the same word on either side of “and”. */
function isStress(keys: readonly string[]): boolean {
  return keys.at(-1) === keys.at(-2);
}

/** The items of the list of three or more whose “and” or “or” stands at `index`; empty where there is none. */
function listAround(words: readonly Token[], index: number): readonly Item[] {
  let last = index + 1;
  while (isListed(words[last])) last++;
  last--;
  if (
    last <= index ||
    !(isNominal(words[last]) || isCapitalised(words[last])) ||
    words[last + 1]?.tag === 'PART' ||
    words[last + 1]?.text === '-'
  )
    return [];
  const list: Item[] = [{ first: index + 1, last }];
  let end = words[index - 1]?.text === ',' ? index - 2 : index - 1;
  for (;;) {
    let first = end;
    while (isListed(words[first - 1])) first--;
    if (
      !(isNominal(words[end]) || isCapitalised(words[end])) ||
      !isListed(words[end]) ||
      end - first >= ITEM_WORDS
    )
      break;
    list.unshift({ first, last: end });
    if (words[first - 1]?.text !== ',') break;
    end = first - 2;
  }
  if (list.length < 3) return [];
  const [head, ...rest] = list;
  return head === undefined ? [] : [trimmed(words, head, rest), ...rest];
}

function isListed(token: Token | undefined): boolean {
  return (
    (isNominal(token) && token?.kind === 'word' && !/^\d/u.test(token.text)) ||
    token?.tag === 'ADJ' ||
    token?.tag === 'DET'
  );
}

/** Cuts what does not belong to it off the first item, by an item further on that it ends with. */
function trimmed(words: readonly Token[], head: Item, rest: readonly Item[]): Item {
  const twin = rest.find((item) => {
    const first = head.last - (item.last - item.first);
    return first >= head.first && keyOf(words, { first, last: head.last }) === keyOf(words, item);
  });
  if (twin === undefined) return head;
  const first = head.last - (twin.last - twin.first);
  return words[first - 1]?.tag === 'PROPN' ||
    words[first - 1]?.tag === 'ADJ' ||
    words[first - 1]?.tag === 'NOUN'
    ? head
    : { first, last: head.last };
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

/** Items of a list that one is held against. */
const ITEMS = 60;

/**
 * An item of a bulleted list, which stands at an index among the blocks of its text, that an earlier one of the same
 * list says in the same words.
 */
export function findDuplicateBullet(
  block: Block,
  blocks: readonly Block[],
  index: number,
): readonly GrammarError[] {
  const words = bulletWords(block);
  if (words === '') return [];
  const list: string[] = [];
  for (let at = index - 1; at >= Math.max(0, index - ITEMS); at--) {
    const item = blocks[at];
    if (item?.kind !== 'listItem') break;
    list.push(bulletWords(item));
  }
  // One word may come again under another heading of the list: “Open”.
  if (!(words.includes(' ') ? list.includes(words) : list[0] === words)) return [];
  return [
    {
      kind: 'duplicate-item',
      span: { start: 0, end: block.text.trimEnd().length },
      message: 'The list has this item twice.',
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
