import { isRecord } from '../reference/isRecord.js';
import { textsOf } from './finitePattern.js';
import { parseYaml } from './yamlText.js';

/** Words to avoid as another program has them, with what to write instead. */
export interface ImportedRule {
  readonly phrases: readonly string[];
  readonly write: readonly string[];
}

/** The part of a rule of Vale that a house style can have. */
export interface ValeImport {
  readonly rules: readonly ImportedRule[];
  /** The parts that are left out, each in one plain sentence without a full stop. */
  readonly leftOut: readonly string[];
}

/** Scopes that are the text of an article. */
const TEXT_SCOPES = /^(?:text|paragraph|sentence|summary|raw)$/u;

/**
 * Reads a rule of Vale: a substitution or an existence rule. Its patterns become the phrases that
 * they match; patterns that match any number of them are left out, and so are rules of other kinds.
 */
export function readValeRule(text: string): ValeImport {
  const rule = valueOf(text);
  if (!isRecord(rule)) return { rules: [], leftOut: ['it is not a rule of Vale'] };
  const { extends: kind, scope, swap, tokens, raw, exceptions } = rule;
  const ignoresCase = rule.ignorecase === 'true';
  if (kind !== 'substitution' && kind !== 'existence')
    return { rules: [], leftOut: ['it is neither a substitution nor an existence rule'] };
  if (typeof scope === 'string' && !TEXT_SCOPES.test(scope))
    return { rules: [], leftOut: [`its scope is “${scope}”`] };
  const except = new Set(textsIn(exceptions).map((one) => one.toLowerCase()));
  const rules: ImportedRule[] = [];
  const leftOut: string[] = [];
  const add = (pattern: string, write: readonly string[]): void => {
    const phrases = phrasesOf(pattern, ignoresCase)?.filter(
      (phrase) => !except.has(phrase.toLowerCase()) && !write.includes(phrase),
    );
    if (phrases === undefined || write.some((words) => /\$\d/u.test(words)))
      leftOut.push(`“${shortened(pattern)}” matches more than a few phrases`);
    else if (phrases.length > 0) rules.push({ phrases, write });
  };
  if (kind === 'substitution' && isRecord(swap)) {
    for (const [pattern, words] of Object.entries(swap))
      add(pattern, typeof words === 'string' ? words.split('|') : []);
  } else for (const pattern of textsIn(tokens)) add(pattern, []);
  if (textsIn(raw).length > 0) leftOut.push('its “raw” pattern is no list of phrases');
  return { rules, leftOut };
}

/** The maximum number of UTF-16 units of a pattern in a message. */
const LONGEST = 60;

function shortened(pattern: string): string {
  return pattern.length <= LONGEST ? pattern : `${pattern.slice(0, LONGEST - 1)}…`;
}

/** The phrases of a pattern; `undefined` if there are too many, or some that are no words. */
function phrasesOf(pattern: string, ignoresCase: boolean): readonly string[] | undefined {
  const texts = textsOf(pattern);
  if (texts?.every((text) => /^[\p{L}\p{N}](?:.*[\p{L}\p{N}.!?%])?$/u.test(text)) !== true)
    return undefined;
  return ignoresCase ? [...new Set(texts.map((text) => text.toLowerCase()))] : texts;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The value of a YAML text, in which all scalars are texts; `undefined` if it is invalid. */
function valueOf(text: string): unknown {
  const document = parseYaml(text);
  if (document === undefined || document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    // Aliases, which could multiply a text without end.
    return undefined;
  }
}

/** Imported rules as lines of a house style. */
export function styleLines(rules: readonly ImportedRule[]): readonly string[] {
  return rules.map(({ phrases, write }) => {
    const avoid = `avoid: ${listOf(phrases)}`;
    return `  - { ${avoid}${write.length === 0 ? '' : `, write: ${listOf(write)}`} }`;
  });
}

function listOf(texts: readonly string[]): string {
  const [first = '', ...others] = texts.map(scalarOf);
  return others.length === 0 ? first : `[${[first, ...others].join(', ')}]`;
}

/** A text in YAML's notation inside brackets. */
function scalarOf(text: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} '’-]*[\p{L}\p{N}'’])?$/u.test(text)
    ? text
    : JSON.stringify(text);
}
