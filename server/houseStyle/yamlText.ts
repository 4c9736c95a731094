import { type Document, parseDocument } from 'yaml';

/** The deepest nesting of a text that is parsed; a house style has three levels. */
const DEEPEST = 50;

/**
 * Parses a YAML text, in which every scalar is the text that is written: “no” is a word. `undefined` if it is nested more
 * deeply than anybody writes; the parser is recursive, and the process would end.
 */
export function parseYaml(text: string): Document.Parsed | undefined {
  if (isTooDeep(text)) return undefined;
  return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (depth > 0) depth--;
    if (depth > DEEPEST) return true;
  }
  // Blocks, each indented by a column at the least, or opened on one line.
  return text.split('\n').some((line) => {
    const start = /^(?:[ \t]|[-?:](?=[ \t]))*/u.exec(line)?.[0] ?? '';
    return start.length > 2 * DEEPEST;
  });
}
