import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { boundedMemo } from '../prose/boundedMemo.js';
import type { Span } from '../prose/span.js';
import { limitProblems } from '../reference/problems.js';
import type { Edit } from '../checks/finding.js';
import { coversCode, isCode, isCodeOrFamily } from '../checks/rules.js';
import { type Anchor, isSameAnchor } from '../checks/anchor.js';
import { withEdits } from '../checks/fix.js';
import { type Suppressions, type Suppression, NO_SUPPRESSIONS } from '../checks/suppressionData.js';
import { appendToList, removeChild } from './jsonListEdits.js';

/** The name of the suppressions file, which applies to its folder and all folders below. */
export const SUPPRESSIONS_FILE = '.copydesk.json';

/** A problem in a suppressions file. */
export interface SuppressionsProblem {
  /** Its place in UTF-16 units of the file. */
  readonly span: Span;
  /** One plain sentence with the problem and its effect. */
  readonly message: string;
}

/** The content of a suppressions file. */
export interface ParsedSuppressions {
  readonly suppressions: Suppressions;
  readonly problems: readonly SuppressionsProblem[];
}

/**
 * Parses a suppressions file: JSON with comments and trailing commas. A file with a syntax error has no effect, and an
 * invalid entry is skipped; both are reported.
 */
export function parseSuppressions(text: string): ParsedSuppressions {
  const { root, error } = treeOf(text);
  if (error !== undefined) return { suppressions: NO_SUPPRESSIONS, problems: [error] };
  if (root === undefined) return { suppressions: NO_SUPPRESSIONS, problems: [] };
  return new SuppressionsReader().read(root);
}

/**
 * The edits that add an accepted name to a suppressions file, which may be empty; `undefined` if its structure is
 * invalid.
 */
export function addAcceptedName(text: string, name: string): readonly Edit[] | undefined {
  return append(text, 'acceptedNames', name);
}

/** The edits that add an accepted word to a suppressions file, as `addAcceptedName` does a name. */
export function addAcceptedWord(text: string, word: string): readonly Edit[] | undefined {
  return append(text, 'acceptedWords', word);
}

/** The edits that add a suppression to a suppressions file, which may be empty; `undefined` if its structure is invalid. */
export function addIgnoredFinding(
  text: string,
  suppression: Suppression,
): readonly Edit[] | undefined {
  return append(text, 'ignoredFindings', suppression);
}

/** The edits that remove a suppression from a suppressions file; `undefined` if it is not there. */
export function removeIgnoredFinding(
  text: string,
  suppression: Suppression,
): readonly Edit[] | undefined {
  const { root } = treeOf(text);
  const list = root === undefined ? undefined : valueOf(root, 'ignoredFindings');
  const index = indexOfEntries(text).get(entryKey(suppression));
  if (list === undefined || index === undefined) return undefined;
  return removeChild(text, list, index);
}

/**
 * Upper bound on the copies of an entry that are removed at once; a file with more was not written
 * by a reporter.
 */
const MOST_COPIES = 100;

/**
 * The text of a suppressions file without the entries that ignore a finding, by its code or its family; the same text if
 * there are none.
 */
export function withoutIgnoredFinding(
  text: string,
  { code, ...anchor }: Anchor & Pick<Suppression, 'code'>,
): string {
  return parseSuppressions(text)
    .suppressions.ignoredFindings.filter(
      (entry) =>
        (isCode(code) ? coversCode(entry.code, code) : entry.code === code) &&
        isSameAnchor(entry, anchor),
    )
    .slice(0, MOST_COPIES)
    .reduce((rest, entry) => withEdits(rest, removeIgnoredFinding(rest, entry) ?? []), text);
}

/** The text of a suppressions file without an accepted name; the same text if it is not there. */
export function withoutAcceptedName(text: string, name: string): string {
  return withoutText(text, 'acceptedNames', name);
}

/** The text of a suppressions file without an accepted word; the same text if it is not there. */
export function withoutAcceptedWord(text: string, word: string): string {
  return withoutText(text, 'acceptedWords', word);
}

function withoutText(text: string, key: ListKey, entry: string): string {
  let rest = text;
  for (let copy = 0; copy < MOST_COPIES; copy++) {
    const { root } = treeOf(rest);
    const list = root === undefined ? undefined : valueOf(root, key);
    const index = list?.children?.findIndex((item) => textOf(item) === entry) ?? -1;
    if (list === undefined || index < 0) break;
    rest = withEdits(rest, removeChild(rest, list, index));
  }
  return rest;
}

/** True if a suppressions file has a list, with entries or without. */
export function hasList(text: string, key: ListKey): boolean {
  const { root } = treeOf(text);
  return root !== undefined && valueOf(root, key) !== undefined;
}

/** True for the text of a suppressions file that has neither a list nor a comment. */
export function isEmptyFile(text: string): boolean {
  return ['', '{}'].includes(text.replace(/\s/gu, ''));
}

/** The text of a suppressions file without a list; the same text if the list has entries or comments, or is missing. */
export function withoutEmptyList(text: string, key: ListKey): string {
  const { root } = treeOf(text);
  const list = root === undefined ? undefined : valueOf(root, key);
  if (root === undefined || list?.type !== 'array') return text;
  if (/\S/u.test(text.slice(list.offset + 1, list.offset + list.length - 1))) return text;
  const index = root.children?.findIndex(({ children }) => children?.[1] === list) ?? -1;
  return withEdits(text, removeChild(text, root, index));
}

/** A list of a suppressions file. */
export type ListKey = 'acceptedNames' | 'acceptedWords' | 'ignoredFindings';
const KEYS: readonly string[] = [
  '$schema',
  'acceptedNames',
  'acceptedWords',
  'ignoredFindings',
] satisfies (ListKey | '$schema')[];
const ENTRY_KEYS: readonly string[] = [
  'code',
  'words',
  'occurrence',
  'sentence',
  'draft',
  'reason',
] satisfies (keyof Suppression)[];

function append(text: string, key: ListKey, value: unknown): readonly Edit[] | undefined {
  if (text.trim() === '') {
    const newText = `${JSON.stringify({ [key]: [value] }, undefined, 2)}\n`;
    return [{ span: { start: 0, end: text.length }, newText }];
  }
  const { root, error } = treeOf(text);
  if (error !== undefined || root?.type !== 'object') return undefined;
  const list = valueOf(root, key);
  if (list !== undefined && list.type !== 'array') return undefined;
  return appendToList(text, root, key, list, value);
}

/** The index of the first entry of each suppression in a file, by `entryKey`; kept for the last file. */
const indexOfEntries = boundedMemo((text): ReadonlyMap<string, number> => {
  const { root } = treeOf(text);
  const list = root === undefined ? undefined : valueOf(root, 'ignoredFindings');
  const indexes = new Map<string, number>();
  for (const [index, node] of (list?.children ?? []).entries()) {
    const entry = new SuppressionsReader().entry(node);
    if (entry === undefined) continue;
    const key = entryKey(entry);
    if (!indexes.has(key)) indexes.set(key, index);
  }
  return indexes;
}, 1);

/** Equal for suppressions of the same code at the same anchor. */
function entryKey({
  code,
  sentence,
  words,
  occurrence = 1,
}: Anchor & Pick<Suppression, 'code'>): string {
  return JSON.stringify([code, sentence, words, occurrence]);
}

/**
 * The syntax tree of a file, or its first syntax error; neither if the file is empty. Kept for the last file, because
 * each diagnostic in a request asks for it.
 */
const treeOf = boundedMemo(parseFile, 1);

function parseFile(text: string): {
  readonly root?: Node | undefined;
  readonly error?: SuppressionsProblem;
} {
  // A byte order mark is not an error.
  const json = text.replace(/^\uFEFF/u, ' ');
  if (json.trim() === '') return {};
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(json, errors, { allowTrailingComma: true });
  } catch {
    // The parser is recursive and can overflow the stack.
    return {
      error: syntaxProblem({ start: 0, end: 1 }, 'The brackets in this file are nested too deeply'),
    };
  }
  const [first] = errors;
  if (first === undefined) return { root };
  const { error, offset, length } = first;
  return {
    error: syntaxProblem(
      { start: offset, end: offset + length },
      SYNTAX_ERRORS.get(printParseErrorCode(error)) ?? 'This is not valid JSON',
    ),
  };
}

function syntaxProblem(span: Span, what: string): SuppressionsProblem {
  return { span, message: `${what}, so this file has no effect.` };
}

/** Descriptions of syntax errors by the parser's names for them. */
const SYNTAX_ERRORS: ReadonlyMap<string, string> = new Map([
  ['PropertyNameExpected', 'A name in quotation marks is missing here'],
  ['ValueExpected', 'A value is missing here'],
  ['ColonExpected', 'A colon is missing here'],
  ['CommaExpected', 'A comma is missing here'],
  ['CloseBraceExpected', 'A closing “}” is missing here'],
  ['CloseBracketExpected', 'A closing “]” is missing here'],
  ['EndOfFileExpected', 'The file should end here'],
  ['UnexpectedEndOfString', 'A closing quotation mark is missing here'],
  ['UnexpectedEndOfComment', 'This comment is never closed'],
]);

function valueOf(object: Node, key: string): Node | undefined {
  return object.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** Reads the valid entries of a syntax tree and reports the others. */
class SuppressionsReader {
  readonly #problems: SuppressionsProblem[] = [];

  read(root: Node): ParsedSuppressions {
    if (root.type !== 'object') {
      this.#report(root, 'This file must contain one object, in “{” and “}”, so it has no effect.');
      return { suppressions: NO_SUPPRESSIONS, problems: this.#problems };
    }
    this.#checkKeys(root, KEYS);
    const acceptedNames = this.#texts(root, 'acceptedNames', 'name');
    const acceptedWords = this.#texts(root, 'acceptedWords', 'word');
    const ignoredFindings = this.#list(root, 'ignoredFindings').flatMap(
      (node) => this.entry(node) ?? [],
    );
    const problems = limitProblems(this.#problems);
    return { suppressions: { acceptedNames, acceptedWords, ignoredFindings }, problems };
  }

  /** The suppression of a list item; `undefined` if it is invalid. */
  entry(node: Node): Suppression | undefined {
    if (node.type !== 'object') {
      this.#report(
        node,
        'An ignored finding must be an object with “code”, “words” and “sentence”; this entry is skipped.',
      );
      return undefined;
    }
    this.#checkKeys(node, ENTRY_KEYS);
    const [code, words, sentence] = [
      this.#text(node, 'code'),
      this.#text(node, 'words'),
      this.#text(node, 'sentence'),
    ];
    if (code === undefined || words === undefined || sentence === undefined) {
      this.#report(
        node,
        'This entry needs “code”, “words” and “sentence”, each in quotation marks; it is skipped.',
      );
      return undefined;
    }
    if (!isCodeOrFamily(code)) {
      this.#report(
        valueOf(node, 'code') ?? node,
        `“${shortened(code)}” is not the code of a check; this entry is skipped.`,
      );
      return undefined;
    }
    const occurrence = valueOf(node, 'occurrence');
    const count: unknown = occurrence?.value ?? 1;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
      this.#report(
        occurrence ?? node,
        'The occurrence must be a whole number from 1; this entry is skipped.',
      );
      return undefined;
    }
    const [draft, reason] = [this.#text(node, 'draft'), this.#text(node, 'reason')];
    return {
      code,
      words,
      ...(count === 1 ? {} : { occurrence: count }),
      sentence,
      ...(draft === undefined ? {} : { draft }),
      ...(reason === undefined ? {} : { reason }),
    };
  }

  /** A list of texts; `called` names one of them in messages. */
  #texts(root: Node, key: ListKey, called: string): readonly string[] {
    return this.#list(root, key).flatMap((node) => {
      const text = textOf(node);
      if (text === undefined)
        this.#report(node, `A ${called} must be in quotation marks; this entry is skipped.`);
      return text ?? [];
    });
  }

  #list(root: Node, key: ListKey): readonly Node[] {
    const value = valueOf(root, key);
    if (value === undefined) return [];
    if (value.type !== 'array')
      this.#report(value, `“${key}” must be a list, in “[” and “]”; it is skipped.`);
    return value.type === 'array' ? (value.children ?? []) : [];
  }

  #text(object: Node, key: string): string | undefined {
    const value = valueOf(object, key);
    return value === undefined ? undefined : textOf(value);
  }

  #checkKeys(object: Node, keys: readonly string[]): void {
    for (const { children: [name] = [] } of object.children ?? []) {
      const key = name === undefined ? undefined : textOf(name);
      if (name === undefined || key === undefined || keys.includes(key)) continue;
      this.#report(
        name,
        `“${shortened(key)}” is not a known key; use one of ${keys.map((known) => `“${known}”`).join(', ')}.`,
      );
    }
  }

  #report({ offset, length }: Node, message: string): void {
    this.#problems.push({ span: { start: offset, end: offset + length }, message });
  }
}

/** The maximum number of UTF-16 units of the file's text that a problem quotes. */
const MAX_QUOTED = 60;

/** Text as a problem quotes it: the file comes with the folder and may contain anything. */
function shortened(text: string): string {
  const short = text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED - 1)}…`;
  // A lone surrogate is half of a character that was cut.
  return short.replace(/\p{Cs}/gu, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}

function textOf({ type, value }: Node): string | undefined {
  return type === 'string' && typeof value === 'string' ? value : undefined;
}
