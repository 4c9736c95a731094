/** The maximum number of texts that a pattern may match. */
const MOST_TEXTS = 200;

/** The longest pattern that is read, in UTF-16 units. */
const LONGEST_PATTERN = 500;

/**
 * All texts that a regular expression of word rules matches, such as “(?:give|gave) rise to” or
 * “e-?mail”: alternatives, groups, sets of letters and optional parts. `undefined` if it uses more
 * than that: any letter, repetitions, lookaround.
 */
export function textsOf(pattern: string): readonly string[] | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  const reader = new PatternReader(pattern.replace(/^\(\?i\)/u, ''));
  const texts = reader.alternatives();
  if (texts === undefined || !reader.isAtEnd) return undefined;
  return [...new Set(texts.map((text) => text.replace(/ +/gu, ' ').trim()))];
}

class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#characters.length;
  }

  alternatives(): readonly string[] | undefined {
    const all: string[] = [];
    for (;;) {
      const texts = this.#sequence();
      if (texts === undefined || all.length + texts.length > MOST_TEXTS) return undefined;
      all.push(...texts);
      if (this.#peek() !== '|') return all;
      this.#at++;
    }
  }

  #sequence(): readonly string[] | undefined {
    let texts: readonly string[] = [''];
    while (!this.isAtEnd && this.#peek() !== '|' && this.#peek() !== ')') {
      const part = this.#part();
      if (part === undefined || texts.length * part.length > MOST_TEXTS) return undefined;
      texts = texts.flatMap((text) => part.map((more) => text + more));
    }
    return texts;
  }

  #part(): readonly string[] | undefined {
    const part = this.#unit();
    if (this.#peek() === '?') {
      this.#at++;
      return part && this.#peek() !== '?' ? ['', ...part] : undefined;
    }
    if (this.#peek() === '+' && part?.join('') === ' ') this.#at++;
    return /^[*+{]$/u.test(this.#peek()) ? undefined : part;
  }

  #unit(): readonly string[] | undefined {
    const sign = this.#take();
    switch (sign) {
      case '(':
        return this.#group();
      case '[':
        return this.#set();
      case '\\':
        return this.#escaped();
      case '.':
      case '^':
      case '$':
      case '*':
      case '+':
      case '?':
      case '{':
        return undefined;
      default:
        return [sign];
    }
  }

  #group(): readonly string[] | undefined {
    if (this.#peek() === '?') {
      this.#at++;
      if (this.#take() !== ':') return undefined;
    }
    const texts = this.alternatives();
    return this.#take() === ')' ? texts : undefined;
  }

  /** “[ -]”, but no “[a-z]” and no “[^a]”. */
  #set(): readonly string[] | undefined {
    const end = this.#characters.indexOf(']', this.#at);
    if (end < 0) return undefined;
    const signs = this.#characters.slice(this.#at, end);
    this.#at = end + 1;
    const hyphen = signs.indexOf('-');
    const isRange = hyphen > 0 && hyphen < signs.length - 1;
    return isRange || signs[0] === '^' || signs.includes('\\') || signs.length === 0
      ? undefined
      : signs;
  }

  #escaped(): readonly string[] | undefined {
    const sign = this.#take();
    if (sign === 'b') return [''];
    if (sign === 's') return [' '];
    return sign === '' || /[\p{L}\p{N}]/u.test(sign) ? undefined : [sign];
  }

  #peek(): string {
    return this.#characters[this.#at] ?? '';
  }

  #take(): string {
    const sign = this.#peek();
    this.#at++;
    return sign;
  }
}
