import { type Node, type ParseError, modify, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../prose/span.js';
import { firstProblems } from '../reference/problems.js';
import { type Edit, isCodeOrFamily } from '../checks/finding.js';
import { isSameAnchor } from '../checks/anchor.js';
import { type Suppressions, type Suppression, NO_SUPPRESSIONS } from '../checks/suppression.js';

/** The file that holds the decisions for its folder and all below it. */
export const SUPPRESSIONS_FILE = '.copydesk.json';

/** What is wrong in such a file. */
export interface SuppressionsProblem {
  /** UTF-16 units of the file. */
  readonly span: Span;
  /** What is wrong, what comes of it and what to do, in plain words. */
  readonly message: string;
}

/** A decisions file, read. */
export interface ParsedSuppressions {
  readonly suppressions: Suppressions;
  readonly problems: readonly SuppressionsProblem[];
}

/**
 * Reads a decisions file: JSON, in which comments and a last comma are no mistake. A file that is no
 * JSON counts for nothing, a broken entry is left out alone; both are told.
 */
export function parseSuppressions(text: string): ParsedSuppressions {
  const { root, error } = treeOf(text);
  if (error !== undefined) return { suppressions: NO_SUPPRESSIONS, problems: [error] };
  if (root === undefined) return { suppressions: NO_SUPPRESSIONS, problems: [] };
  return new DecisionsReader().read(root);
}

/**
 * The edits of a decisions file that accept a name; the file may be empty. `undefined` where the file
 * is too broken to be written to.
 */
export function accept(text: string, name: string): readonly Edit[] | undefined {
  return append(text, 'acceptedNames', name);
}

/** The same for a finding that is to be ignored. */
export function ignore(text: string, ignored: Suppression): readonly Edit[] | undefined {
  return append(text, 'ignoredFindings', ignored);
}

/**
 * The edits that take a decision out again; `undefined` where the file does not hold it.
 */
export function takeBack(text: string, ignored: Suppression): readonly Edit[] | undefined {
  const { root } = treeOf(text);
  const list = root === undefined ? undefined : valueOf(root, 'ignoredFindings');
  const index = (list?.children ?? []).findIndex((node) => {
    const entry = new DecisionsReader().entry(node);
    return entry?.code === ignored.code && isSameAnchor(entry, ignored);
  });
  if (index < 0) return undefined;
  return editsOf(text, ['ignoredFindings', index], undefined);
}

type Key = 'acceptedNames' | 'ignoredFindings';
const KEYS: readonly string[] = ['$schema', 'acceptedNames', 'ignoredFindings'] satisfies (
  Key | '$schema'
)[];
const ENTRY_KEYS: readonly string[] = [
  'code',
  'words',
  'occurrence',
  'sentence',
  'draft',
  'reason',
] satisfies (keyof Suppression)[];

function append(text: string, key: Key, value: unknown): readonly Edit[] | undefined {
  if (text.trim() === '') {
    const newText = `${JSON.stringify({ [key]: [value] }, undefined, 2)}\n`;
    return [{ span: { start: 0, end: text.length }, newText }];
  }
  const { root, error } = treeOf(text);
  if (error !== undefined || root?.type !== 'object') return undefined;
  const list = valueOf(root, key);
  if (list !== undefined && list.type !== 'array') return undefined;
  return editsOf(text, [key, list?.children?.length ?? 0], value);
}

function editsOf(text: string, path: (string | number)[], value: unknown): readonly Edit[] {
  const indent = /^([ \t]+)\S/mu.exec(text)?.[1] ?? '  ';
  const edits = modify(text, path, value, {
    isArrayInsertion: true,
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 4 : indent.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  });
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

/** The tree of a file, or what is wrong first; neither where the file is empty. */
function treeOf(text: string): {
  readonly root?: Node | undefined;
  readonly error?: SuppressionsProblem;
} {
  // A byte order mark is no mistake of the reporter's.
  const json = text.replace(/^\uFEFF/u, ' ');
  if (json.trim() === '') return {};
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(json, errors, { allowTrailingComma: true });
  } catch {
    // The parser goes down into brackets by recursion.
    return {
      error: problem({ start: 0, end: 1 }, 'This file has too many brackets in each other'),
    };
  }
  const [first] = errors;
  if (first === undefined) return { root };
  const { error, offset, length } = first;
  return {
    error: problem(
      { start: offset, end: offset + length },
      WRONG.get(printParseErrorCode(error)) ?? 'This is no JSON',
    ),
  };
}

function problem(span: Span, what: string): SuppressionsProblem {
  return { span, message: `${what}, so nothing in this file counts.` };
}

/** In plain words, by the parser's names. */
const WRONG: ReadonlyMap<string, string> = new Map([
  ['PropertyNameExpected', 'A name in quotation marks is missing here'],
  ['ValueExpected', 'A value is missing here'],
  ['ColonExpected', 'A colon is missing here'],
  ['CommaExpected', 'A comma is missing here'],
  ['CloseBraceExpected', 'A closing “}” is missing here'],
  ['CloseBracketExpected', 'A closing “]” is missing here'],
  ['EndOfFileExpected', 'The file should end here'],
  ['UnexpectedEndOfString', 'A closing quotation mark is missing here'],
  ['UnexpectedEndOfComment', 'A comment never ends'],
]);

function valueOf(object: Node, key: string): Node | undefined {
  return object.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** Takes from the tree what is sound, and tells of the rest. */
class DecisionsReader {
  readonly #problems: SuppressionsProblem[] = [];

  read(root: Node): ParsedSuppressions {
    if (root.type !== 'object') {
      this.#tell(root, 'This file holds one object, in “{” and “}”; nothing in it counts.');
      return { suppressions: NO_SUPPRESSIONS, problems: this.#problems };
    }
    this.#knows(root, KEYS);
    const acceptedNames = this.#list(root, 'acceptedNames').flatMap((node) => {
      const name = textOf(node);
      if (name === undefined)
        this.#tell(node, 'A name stands in quotation marks; this is left out.');
      return name ?? [];
    });
    const ignoredFindings = this.#list(root, 'ignoredFindings').flatMap(
      (node) => this.entry(node) ?? [],
    );
    const problems = firstProblems(this.#problems);
    return { suppressions: { acceptedNames, ignoredFindings }, problems };
  }

  /** The decision that an item holds. */
  entry(node: Node): Suppression | undefined {
    if (node.type !== 'object') {
      this.#tell(
        node,
        'A finding is an object with “code”, “words” and “sentence”; this is left out.',
      );
      return undefined;
    }
    this.#knows(node, ENTRY_KEYS);
    const [code, words, sentence] = [
      this.#text(node, 'code'),
      this.#text(node, 'words'),
      this.#text(node, 'sentence'),
    ];
    if (code === undefined || words === undefined || sentence === undefined) {
      this.#tell(
        node,
        'This needs “code”, “words” and “sentence”, each in quotation marks; it is left out.',
      );
      return undefined;
    }
    if (!isCodeOrFamily(code)) {
      this.#tell(
        valueOf(node, 'code') ?? node,
        `“${code}” is no code of a check; this is left out.`,
      );
      return undefined;
    }
    const occurrence = valueOf(node, 'occurrence');
    const count: unknown = occurrence?.value ?? 1;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
      this.#tell(occurrence ?? node, 'The occurrence is a number from 1 on; this is left out.');
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

  #list(root: Node, key: Key): readonly Node[] {
    const value = valueOf(root, key);
    if (value === undefined) return [];
    if (value.type !== 'array')
      this.#tell(value, `“${key}” is a list, in “[” and “]”; this is left out.`);
    return value.type === 'array' ? (value.children ?? []) : [];
  }

  #text(object: Node, key: string): string | undefined {
    const value = valueOf(object, key);
    return value === undefined ? undefined : textOf(value);
  }

  #knows(object: Node, keys: readonly string[]): void {
    for (const { children: [name] = [] } of object.children ?? []) {
      const key = name === undefined ? undefined : textOf(name);
      if (name === undefined || key === undefined || keys.includes(key)) continue;
      this.#tell(
        name,
        `“${key}” means nothing here; known are ${keys.map((k) => `“${k}”`).join(', ')}.`,
      );
    }
  }

  #tell({ offset, length }: Node, message: string): void {
    this.#problems.push({ span: { start: offset, end: offset + length }, message });
  }
}

function textOf({ type, value }: Node): string | undefined {
  return type === 'string' && typeof value === 'string' ? value : undefined;
}
