/**
 * The text of WordNet's files by part of speech
 * (https://wordnet.princeton.edu/documentation/wndb5wn).
 */
export interface WordNetData {
  /** `index.sense` */
  readonly senses: string;
  /** `data.noun`, `data.verb`, `data.adj` and `data.adv`. */
  readonly noun: string;
  readonly verb: string;
  readonly adj: string;
  readonly adv: string;
}

type Part = 'noun' | 'verb' | 'adj' | 'adv';

const PARTS: readonly Part[] = ['noun', 'verb', 'adj', 'adv'];
const PART_OF_KEY: Readonly<Record<string, Part>> = {
  '1': 'noun',
  '2': 'verb',
  '3': 'adj',
  '4': 'adv',
  '5': 'adj',
};
const PART_OF_POINTER: Readonly<Record<string, Part>> = {
  n: 'noun',
  v: 'verb',
  a: 'adj',
  s: 'adj',
  r: 'adv',
};

/** The minimum share of a word's uses that a sense must have. */
const MIN_SHARE = 0.1;
/** The minimum share for related words of another part of speech (“invest”, “investor”). */
const RELATED_SHARE = 0.05;

interface Synset {
  readonly id: string;
  readonly words: readonly string[];
  readonly pointers: readonly {
    readonly symbol: string;
    readonly target: string;
    /** The index of the word of each set that it links, from 0; -1 if it links the whole sets. */
    readonly from: number;
    readonly to: number;
  }[];
}

/**
 * The thesaurus of the claims check, one line for each word: the word, its synonyms and related
 * words, and its opposites, separated by bars. It has single lower-case words that occur in
 * WordNet's tagged texts, in their common senses; each pair is listed under the word that comes
 * first.
 */
export function thesaurusOf(data: WordNetData): readonly string[] {
  const uses = usesOf(data.senses);
  const synsets = new Map(
    PARTS.flatMap((part) => readSynsets(data[part], part)).map((synset) => [synset.id, synset]),
  );
  const known = (word: string): boolean =>
    /^[a-z]{2,}$/u.test(word) && (uses.words.get(word) ?? 0) > 0;
  const share = (id: string, word: string): number =>
    (uses.senses.get(id + word) ?? 0) / (uses.words.get(word) ?? 1);
  const alike = new Pairs(known);
  const opposite = new Pairs(known);
  for (const { id, words, pointers } of synsets.values()) {
    const common = words.filter((word) => share(id, word) >= MIN_SHARE);
    for (const a of common) for (const b of common) alike.add(a, b);
    for (const { symbol, target, from, to } of pointers) {
      const a = words[from];
      const b = synsets.get(target)?.words[to];
      if (a === undefined || b === undefined) continue;
      if (symbol === '!') opposite.add(a, b);
      else if (/^[+<\\]$/u.test(symbol) && share(id, a) >= RELATED_SHARE) alike.add(a, b);
    }
  }
  const words = [...new Set([...alike.words(), ...opposite.words()])].sort();
  return words.flatMap((word) => {
    const opposites = opposite.after(word);
    const synonyms = alike.after(word).filter((other) => !opposites.includes(other));
    const line = [word, synonyms.join(' '), opposites.join(' ')].join('|').replace(/\|{1,2}$/u, '');
    return line === word ? [] : [line];
  });
}

/** Unordered pairs of words. */
class Pairs {
  readonly #known: (word: string) => boolean;
  readonly #others = new Map<string, Set<string>>();

  constructor(known: (word: string) => boolean) {
    this.#known = known;
  }

  add(a: string, b: string): void {
    if (a === b || !this.#known(a) || !this.#known(b)) return;
    const [first, second] = a < b ? [a, b] : [b, a];
    const others = this.#others.get(first);
    if (others === undefined) this.#others.set(first, new Set([second]));
    else others.add(second);
  }

  words(): Iterable<string> {
    return this.#others.keys();
  }

  after(word: string): readonly string[] {
    return [...(this.#others.get(word) ?? [])].sort();
  }
}

/** How often each word, and each word in each sense, was counted in WordNet's tagged texts. */
function usesOf(index: string): {
  readonly words: ReadonlyMap<string, number>;
  readonly senses: ReadonlyMap<string, number>;
} {
  const words = new Map<string, number>();
  const senses = new Map<string, number>();
  for (const line of index.split('\n')) {
    const [key = '', offset = '', , count = ''] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    const part = PART_OF_KEY[rest.charAt(0)];
    if (part === undefined || count === '') continue;
    words.set(word, (words.get(word) ?? 0) + Number(count));
    senses.set(part + offset + word, Number(count));
  }
  return { words, senses };
}

function readSynsets(text: string, part: Part): readonly Synset[] {
  return text
    .split('\n')
    .filter((line) => /^\d{8} /u.test(line))
    .map((line) => readSynset(line, part));
}

function readSynset(line: string, part: Part): Synset {
  const fields = (line.split(' | ')[0] ?? '').split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, index) =>
    (fields[4 + 2 * index] ?? '').replace(/\([^(]*\)$/u, ''),
  );
  const start = 5 + 2 * count;
  const pointers = Array.from({ length: Number(fields[start - 1] ?? 0) }, (_, index) => {
    const [symbol = '', offset = '', kind = '', ends = '0000'] = fields.slice(
      start + 4 * index,
      start + 4 * index + 4,
    );
    return {
      symbol,
      target: (PART_OF_POINTER[kind] ?? part) + offset,
      from: Number.parseInt(ends.slice(0, 2), 16) - 1,
      to: Number.parseInt(ends.slice(2), 16) - 1,
    };
  });
  return { id: part + (fields[0] ?? ''), words, pointers };
}
