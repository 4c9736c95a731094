/** A web address in a list of links. */
export interface ListedAddress {
  readonly address: string;
  /** 1-based line of the list. */
  readonly line: number;
}

/** A line with more words in addition to its address is prose. */
const MOST_WORDS = 12;

/** No more addresses of a list are kept. */
const MOST_ADDRESSES = 200;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”'()[\]{}|\\^`]+/iu;

/**
 * The addresses in a list of links, that is, a text at least half of whose lines are an address
 * with a few words around it: somebody noted them instead of the pages. Empty for any other text.
 */
export function addressesIn(text: string): readonly ListedAddress[] {
  const found: ListedAddress[] = [];
  let others = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const [address] = ADDRESS.exec(line) ?? [];
    if (address !== undefined && wordsIn(line.replace(address, '')) <= MOST_WORDS)
      found.push({ address: address.replace(/(?<![.,;:!?])[.,;:!?]+$/u, ''), line: index + 1 });
    // Headings and rules do not make a list prose.
    else if (/[\p{L}\p{N}]/u.test(line) && !/^\s*(?:#|\[.*\]\s*$)/u.test(line)) others++;
  }
  return found.length < others ? [] : found.slice(0, MOST_ADDRESSES);
}

function wordsIn(line: string): number {
  return line.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
