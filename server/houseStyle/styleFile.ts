import { type ParsedNode, type YAMLMap, isMap, isScalar, isSeq } from 'yaml';
import type {
  HouseStyle,
  StyleDemand,
  StyleRule,
  TitleUse,
} from '../checks/houseStyle/styleRule.js';
import { LineMap } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';
import { limitProblems } from '../reference/problems.js';
import { parseYaml } from './yamlText.js';

/** The name of the file with the house style, which applies to its folder and all folders below. */
export const STYLE_FILE = 'style.yml';

/** A problem in a house style. */
export interface StyleProblem {
  /** Its place in UTF-16 units of the file. */
  readonly span: Span;
  /** One plain sentence with the problem and its effect. */
  readonly message: string;
}

/** The content of a file with the name of a house style. */
export interface ParsedStyle {
  /** `undefined` for another kind of file: it has no “rules”. */
  readonly style: HouseStyle | undefined;
  readonly problems: readonly StyleProblem[];
}

/** Upper bound on the rules of a house style; a file with more was generated. */
const MOST_RULES = 10_000;

/** The longest text that a rule may have, in UTF-16 units. */
const LONGEST_TEXT = 500;

/** The keys for the requirement of a rule; each rule has one of them. */
const DEMANDS = ['avoid', 'form', 'numbers', 'titles', 'paper'] as const;

const KEYS: readonly string[] = [...DEMANDS, 'write', 'why', 'wrong', 'right'];

const TITLE_USES: readonly TitleUse[] = ['first', 'later', 'never'];

/**
 * Parses a house style. A file with a syntax error has no effect, and a rule that is invalid is skipped; both are
 * reported.
 */
export function parseStyle(text: string): ParsedStyle {
  const ours = /^['"]?rules['"]?[ \t]*:/mu.test(text);
  if (!ours) return { style: undefined, problems: [] };
  return new StyleReader(text).read();
}

class StyleReader {
  readonly #file: string;
  readonly #lines: LineMap;
  readonly #problems: StyleProblem[] = [];

  constructor(text: string) {
    this.#file = text;
    this.#lines = new LineMap(text);
  }

  read(): ParsedStyle {
    // A byte order mark is no error.
    const document = parseYaml(this.#file.replace(/^\uFEFF/u, '\n'));
    if (document === undefined)
      return this.#unusable(0, 1, 'The brackets in this file are nested too deeply');
    const [error] = document.errors;
    if (error !== undefined) {
      const [start, end] = error.pos;
      return this.#unusable(start, end, `This is not valid YAML (${withoutStop(error.message)})`);
    }
    const rules = this.#rules(document.contents);
    return { style: { rules }, problems: limitProblems(this.#problems) };
  }

  #unusable(start: number, end: number, what: string): ParsedStyle {
    const message = `${what}, so this file has no effect.`;
    return { style: { rules: [] }, problems: [{ span: { start, end }, message }] };
  }

  #rules(root: ParsedNode | null): readonly StyleRule[] {
    if (!isMap<ParsedNode, ParsedNode | null>(root)) {
      this.#report(root, 'A house style starts with “rules:”, so this file has no effect.');
      return [];
    }
    for (const { key } of root.items) {
      const name = textOf(key);
      if (name !== 'rules')
        this.#report(key, `“${shortened(name ?? '')}” is not a known key; use “rules”.`);
    }
    const list = root.get('rules', true) ?? null;
    if (isScalar(list) && textOf(list) === '') return [];
    if (!isSeq<ParsedNode>(list)) {
      this.#report(root, '“rules” must be a list, each rule after a “-”; it is skipped.');
      return [];
    }
    if (list.items.length > MOST_RULES) {
      const most = MOST_RULES.toLocaleString('en');
      this.#report(list, `There are more than ${most} rules; those after them are skipped.`);
    }
    return list.items.slice(0, MOST_RULES).flatMap((node) => this.#rule(node) ?? []);
  }

  #rule(node: ParsedNode): StyleRule | undefined {
    if (!isMap<ParsedNode, ParsedNode | null>(node)) {
      this.#report(
        node,
        'A rule must be in the form “{ avoid: words, write: words }”; it is skipped.',
      );
      return undefined;
    }
    for (const { key } of node.items) {
      const name = textOf(key) ?? '';
      if (!KEYS.includes(name))
        this.#report(key, `“${shortened(name)}” is not a known key; use one of ${inQuotes(KEYS)}.`);
    }
    const demands = DEMANDS.filter((demand) => node.has(demand));
    const [kind, ...others] = demands;
    if (kind === undefined || others.length > 0) {
      this.#report(node, `A rule needs exactly one of ${inQuotes(DEMANDS)}; this one is skipped.`);
      return undefined;
    }
    const demand = this.#demand(node, kind);
    if (demand === undefined) return undefined;
    if (kind !== 'avoid' && node.has('write'))
      this.#report(node, `“write” belongs to a rule with “avoid”, not “${kind}”; it is left out.`);
    const [why, wrong, right] = ['why', 'wrong', 'right'].map((key) => this.#text(node, key));
    return {
      ...demand,
      line: this.#lines.position(node.range[0]).line + 1,
      ...(why === undefined ? {} : { why }),
      ...(wrong === undefined ? {} : { wrong }),
      ...(right === undefined ? {} : { right }),
    };
  }

  #demand(node: RuleNode, kind: (typeof DEMANDS)[number]): StyleDemand | undefined {
    switch (kind) {
      case 'avoid': {
        const phrases = this.#texts(node, 'avoid').filter((phrase) => this.#isPhrase(node, phrase));
        return phrases.length === 0
          ? undefined
          : { kind, phrases, write: this.#texts(node, 'write') };
      }
      case 'form': {
        const form = this.#text(node, 'form');
        return form === undefined || !this.#isPhrase(node, form) ? undefined : { kind, form };
      }
      case 'paper': {
        const name = this.#text(node, 'paper');
        if (name !== undefined && /\p{Lu}/u.test(name.replace(/^The /u, ''))) return { kind, name };
        this.#report(node, 'The name of the paper must have a capital; this rule is skipped.');
        return undefined;
      }
      case 'numbers': {
        const below = Number(this.#text(node, 'numbers'));
        if (Number.isInteger(below) && below >= 3 && below <= 100) return { kind, below };
        this.#report(
          node,
          '“numbers” takes the first number that is written in figures, from 3 to 100; this rule is skipped.',
        );
        return undefined;
      }
      case 'titles': {
        const text = this.#text(node, 'titles');
        const use = TITLE_USES.find((one) => one === text);
        if (use !== undefined) return { kind, use };
        this.#report(node, `“titles” takes one of ${inQuotes(TITLE_USES)}; this rule is skipped.`);
        return undefined;
      }
    }
  }

  #isPhrase(node: RuleNode, phrase: string): boolean {
    const isPhrase = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}.!?%])?$/u.test(phrase);
    if (!isPhrase)
      this.#report(
        node,
        `“${shortened(phrase)}” must begin and end with a letter or a figure; it is skipped.`,
      );
    return isPhrase;
  }

  /** The text or the texts of a key; blank ones are left out. */
  #texts(node: RuleNode, key: string): readonly string[] {
    const value = node.get(key, true);
    if (!isSeq<ParsedNode>(value)) return [this.#text(node, key) ?? []].flat();
    return value.items.flatMap((item) => this.#valid(item, key) ?? []);
  }

  #text(node: RuleNode, key: string): string | undefined {
    const value = node.get(key, true);
    return value === undefined ? undefined : this.#valid(value, key);
  }

  #valid(value: unknown, key: string): string | undefined {
    const text = textOf(value)?.trim().replace(/\s+/gu, ' ');
    if (text !== undefined && text !== '' && text.length <= LONGEST_TEXT) return text;
    this.#report(
      value,
      text !== undefined && text.length > LONGEST_TEXT
        ? `“${key}” has more than ${LONGEST_TEXT} characters; it is skipped.`
        : `“${key}” needs a text; it is skipped.`,
    );
    return undefined;
  }

  #report(node: unknown, message: string): void {
    const range = isRanged(node) ? node.range : undefined;
    const [start, end] = range ?? [0, 1];
    this.#problems.push({ span: { start, end }, message });
  }
}

type RuleNode = YAMLMap<ParsedNode, ParsedNode | null>;

function isRanged(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function withoutStop(message: string): string {
  return message.split('\n')[0]?.replace(/\.$/u, '') ?? message;
}

function inQuotes(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

/** The maximum number of UTF-16 units of the file's text that a problem quotes. */
const MAX_QUOTED = 60;

function shortened(text: string): string {
  const short = text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED - 1)}…`;
  return short.replace(/\p{Cs}/gu, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}
