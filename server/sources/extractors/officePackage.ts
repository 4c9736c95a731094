import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { Span } from '../../prose/span.js';
import { LimitExceeded, TOO_DEEP_REASON } from './limits.js';

/**
 * The maximum size to which the parts of a document may unpack, in bytes: about 5,000 pages of
 * text.
 */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/**
 * The parts of an Office document (ECMA-376) whose names match, as text; `undefined` if the bytes are not an archive or
 * are damaged. Throws `LimitExceeded` if they are too large.
 */
export function unpackParts(
  bytes: Uint8Array,
  names: RegExp,
): ReadonlyMap<string, string> | undefined {
  let size = 0;
  let parts: Readonly<Record<string, Uint8Array>>;
  try {
    parts = unzipSync(bytes, {
      // A part cannot unpack to more than the size that it declares here.
      filter: ({ name, originalSize }) => {
        if (!names.test(name)) return false;
        size += originalSize;
        return size <= MAX_UNPACKED_BYTES;
      },
    });
  } catch {
    return undefined;
  }
  if (size > MAX_UNPACKED_BYTES) throw new LimitExceeded('unpacks to more than 64 MB');
  return new Map(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
}

/** The name of the part that a package declares as its document; `fallback` if it declares none. */
export function mainPart(relations: string | undefined, fallback: string): string {
  let main = fallback;
  readXml(relations ?? '', {
    open: (element, { Type, Target }) => {
      if (element !== 'Relationship' || Target === undefined) return;
      if (Type?.endsWith('/officeDocument') === true) main = Target.replace(/^\//u, '');
    },
  });
  return main;
}

/** The receiver of each element, and the place of its tag or text, in UTF-16 units of the XML. */
export interface XmlReader {
  readonly open: (
    element: string,
    attributes: Readonly<Record<string, string>>,
    span: Span,
  ) => void;
  readonly text?: (text: string, span: Span) => void;
  readonly close?: (element: string, span: Span) => void;
}

/** The deepest nesting, thirty times that of a usual document; the parser's time grows with its square. */
const MAX_DEPTH = 1_000;

/** Parses XML without building a tree or resolving declared entities. Throws `LimitExceeded` on excessive nesting. */
export function readXml(xml: string, { open, text, close }: XmlReader): void {
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag: (element, attributes) => {
        if (++depth > MAX_DEPTH) throw new LimitExceeded(TOO_DEEP_REASON);
        open(element, attributes, spanOf(parser));
      },
      ontext: (data) => text?.(data, spanOf(parser)),
      onclosetag: (element) => {
        depth--;
        close?.(element, spanOf(parser));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** The place of the element that a parser has just read. */
function spanOf({ startIndex, endIndex }: Parser): Span {
  return { start: startIndex, end: endIndex + 1 };
}
