import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Span } from '../prose/span.js';
import { TEXT_ONLY, paragraphReader } from './extractors/docx.js';
import { mainPart, readXml } from './extractors/officePackage.js';

/** A comment on a Word document. */
export interface WordComment {
  /** The index of the paragraph in the result of `readDocx`, from 0. */
  readonly paragraph: number;
  /** The words, in UTF-16 units of the paragraph's text; an empty span means all of it. */
  readonly span: Span;
  readonly author: string;
  readonly initials: string;
  /** With line breaks between paragraphs. */
  readonly text: string;
}

/**
 * A Word document (.docx, ECMA-376) with comments at their places; the rest of it is unchanged. A
 * comment on a paragraph that cannot have any, such as one in a text box or a footnote, is put on
 * the nearest one before it that can. `undefined` if the bytes are no such document.
 *
 * @param at The time of the comments.
 */
export function withComments(
  bytes: Uint8Array,
  comments: readonly WordComment[],
  at: Date,
): Uint8Array | undefined {
  const parts = unpacked(bytes);
  const textOf = (name: string): string | undefined => {
    const part = parts?.[name];
    return part === undefined ? undefined : strFromU8(part);
  };
  const main = mainPart(textOf('_rels/.rels'), 'word/document.xml');
  const body = textOf(main);
  const types = textOf(CONTENT_TYPES);
  if (parts === undefined || body === undefined || types === undefined) return undefined;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsName = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relations = textOf(relationsName) ?? NO_RELATIONS;
  const target = commentsTarget(relations);
  const name = folder + (target ?? COMMENTS);
  const old = textOf(name) ?? `${XML}<w:comments ${namespaceIn(body)}></w:comments>`;
  const first = firstFreeId(old);
  const placed = placedIn(body, comments);
  const listed = placed.map(({ comment }, index) => commentXml(comment, first + index, at));
  const changed: Record<string, Uint8Array> = { ...parts };
  changed[main] = strToU8(inserted(body, placed, first));
  changed[name] = strToU8(beforeEnd(old, listed.join('')));
  if (target === undefined) {
    const override = `<Override PartName="/${name}" ${TYPE}/>`;
    changed[relationsName] = strToU8(beforeEnd(relations, RELATION));
    changed[CONTENT_TYPES] = strToU8(beforeEnd(types, override));
  }
  return zipSync(changed);
}

const CONTENT_TYPES = '[Content_Types].xml';
const COMMENTS = 'comments.xml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NO_RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
const RELATION = `<Relationship Id="rIdCopydeskComments" Type="${RELATIONSHIPS}/comments" Target="${COMMENTS}"/>`;
const TYPE =
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"';
const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The maximum size to which a document with its pictures may unpack, in bytes. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      // A part cannot unpack to more than the size that it declares here.
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= MAX_UNPACKED_BYTES;
      },
    });
    return size > MAX_UNPACKED_BYTES ? undefined : parts;
  } catch {
    return undefined;
  }
}

/**
 * The part with the existing comments of a document, from its folder; `undefined` if it has none.
 */
function commentsTarget(relations: string): string | undefined {
  let found: string | undefined;
  readXml(relations, {
    open: (_, { Type = '', Target }) => {
      if (Type.endsWith('/comments')) found = Target;
    },
  });
  return found;
}

/** The namespace of a document's words, which differs in its strict form. */
function namespaceIn(body: string): string {
  const [, namespace = WORD_NAMESPACE] = /\bxmlns:w="([^"]+)"/u.exec(body) ?? [];
  return `xmlns:w="${namespace}"`;
}

function firstFreeId(comments: string): number {
  let next = 0;
  readXml(comments, {
    open: (element, attributes) => {
      if (element === 'w:comment') next = Math.max(next, Number(attributes['w:id']) + 1 || 0);
    },
  });
  return next;
}

/** A text with more at the end of its outermost element. */
function beforeEnd(xml: string, more: string): string {
  const start = xml.lastIndexOf('<');
  const last = xml.slice(start);
  if (last.startsWith('</')) return xml.slice(0, start) + more + last;
  // An element without content: “<w:comments/>”.
  const tag = last.slice(1, last.lastIndexOf('/>'));
  return `${xml.slice(0, start)}<${tag}>${more}</${tag.split(/\s/u)[0] ?? ''}>`;
}

function commentXml({ author, initials, text }: WordComment, id: number, at: Date): string {
  const time = at.toISOString().replace(/\.\d+Z$/u, 'Z');
  const paragraphs = text.split('\n').map((line) => {
    return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
  });
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:initials="${escapeXml(initials)}" w:date="${time}">${paragraphs.join('')}</w:comment>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as XML shows it, without the characters that XML cannot have. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
}

/** A run: words of the same look. All places are in UTF-16 units of the XML. */
interface Run {
  readonly start: number;
  /** The start of its content, after its properties. */
  content: number;
  /** Its properties as XML. */
  look: string;
}

/** A piece of a paragraph's text, in one element. */
interface Piece {
  readonly run: Run;
  /** The tag before it. */
  readonly tag: Span;
  readonly keepsSpace: boolean;
  /** Its place in the XML. */
  readonly xml: Span;
  readonly data: string;
  /** Its place in the text of its paragraph, in which white space is one space. */
  readonly text: Span;
}

/** A place in a piece, in UTF-16 units of the XML. */
interface Edge {
  readonly piece: Piece;
  readonly at: number;
}

/** A comment, and where it begins and ends. */
interface Placed {
  readonly comment: WordComment;
  readonly from: Edge;
  readonly to: Edge;
}

/** The comments that have a place, in their order. */
function placedIn(body: string, comments: readonly WordComment[]): readonly Placed[] {
  const paragraphs = piecesIn(body);
  return comments.flatMap((comment) => {
    const { paragraph, span } = comment;
    const own = paragraphs[paragraph] ?? [];
    const within = own.filter(({ text }) => text.start < span.end && span.start < text.end);
    const [first, last] = [within.at(0), within.at(-1)];
    if (first !== undefined && last !== undefined)
      return [{ comment, from: edgeAt(first, span.start), to: edgeAt(last, span.end) }];
    const before = paragraphs.slice(0, paragraph + 1).findLast(({ length }) => length > 0);
    const other = before ?? paragraphs.find(({ length }) => length > 0);
    const [from, to] = [other?.at(0), other?.at(-1)];
    return from === undefined || to === undefined
      ? []
      : [{ comment, from: edgeAt(from, 0), to: edgeAt(to, Infinity) }];
  });
}

/** The place in a piece of an offset into the text of its paragraph; its start or end for one that is outside. */
function edgeAt(piece: Piece, offset: number): Edge {
  const { text, xml, data } = piece;
  if (offset <= text.start) return { piece, at: xml.start };
  // A reference to a character cannot be split.
  if (offset >= text.end || data.length !== xml.end - xml.start) return { piece, at: xml.end };
  const isSpace = (at: number): boolean => /\s/u.test(data.charAt(at));
  // A space after another is not in the text of the paragraph, even if that is in the piece before.
  const dropped = data.replace(/\s+/gu, ' ').length - (text.end - text.start);
  let left = offset - text.start + dropped;
  let at = 0;
  while (left > 0 || (isSpace(at) && isSpace(at - 1))) {
    if (!(isSpace(at) && isSpace(at - 1))) left--;
    at++;
  }
  return { piece, at: xml.start + at };
}

/**
 * The pieces of each paragraph, by its index; none for one that can have no comments, because it is
 * in a text box.
 */
function piecesIn(body: string): readonly (readonly Piece[])[] {
  const reader = paragraphReader(TEXT_ONLY);
  const read: Piece[][] = [];
  const open: Piece[][] = [];
  const runs: Run[] = [];
  let boxes = 0;
  let look: Span | undefined;
  let tag: Span | undefined;
  let keepsSpace = false;
  readXml(body, {
    open: (element, attributes, span) => {
      reader.open(element, attributes, span);
      if (element === 'w:p') open.push([]);
      if (element === 'w:txbxContent') boxes++;
      if (element === 'w:r') runs.push({ start: span.start, content: span.end, look: '' });
      if (element === 'w:rPr') look = span;
      if (element === 'w:t') [tag, keepsSpace] = [span, attributes['xml:space'] === 'preserve'];
    },
    text: (data, xml) => {
      const start = reader.length() ?? 0;
      reader.text(data, xml);
      const end = reader.length() ?? 0;
      const run = runs.at(-1);
      if (end === start || run === undefined || tag === undefined || boxes > 0) return;
      open.at(-1)?.push({ run, tag, keepsSpace, xml, data, text: { start, end } });
    },
    close: (element, span) => {
      const run = runs.at(-1);
      if (element === 'w:rPr' && run !== undefined && look?.start === run.content) {
        run.look = body.slice(look.start, span.end);
        run.content = span.end;
      }
      if (element === 'w:r') runs.pop();
      if (element === 'w:txbxContent') boxes--;
      const count = reader.paragraphs.length;
      reader.close(element, span);
      if (element !== 'w:p') return;
      const pieces = open.pop() ?? [];
      if (reader.paragraphs.length > count) read.push(pieces);
    },
  });
  return read;
}

/** The text inserted at a place between runs, or inside one, which is then divided. */
interface Insertion {
  readonly divided: Piece | undefined;
  /** The ends of comments. */
  readonly ends: string[];
  readonly starts: string[];
}

/** A body with the marks of comments, which are numbered from `first` on. */
function inserted(body: string, placed: readonly Placed[], first: number): string {
  const insertions = new Map<number, Insertion>();
  const at = ({ piece, at: place }: Edge): Insertion => {
    const [where, divided] = betweenRuns(body, piece, place);
    const known = insertions.get(where) ?? { divided, ends: [], starts: [] };
    insertions.set(where, known);
    return known;
  };
  for (const [index, { from, to }] of placed.entries()) {
    const id = `w:id="${first + index}"`;
    at(from).starts.push(`<w:commentRangeStart ${id}/>`);
    at(to).ends.push(`<w:commentRangeEnd ${id}/><w:r><w:commentReference ${id}/></w:r>`);
  }
  const edits = new Map<number, string>();
  for (const [place, { divided, ends, starts }] of insertions) {
    const marks = [...ends, ...starts].join('');
    edits.set(
      place,
      divided === undefined
        ? marks
        : `</w:t></w:r>${marks}<w:r>${divided.run.look}<w:t ${KEEPS_SPACE}>`,
    );
    if (divided?.keepsSpace === false) edits.set(divided.tag.end - 1, ` ${KEEPS_SPACE}`);
  }
  let [xml, last] = ['', 0];
  for (const [place, text] of [...edits].sort(([a], [b]) => a - b)) {
    xml += body.slice(last, place) + text;
    last = place;
  }
  return xml + body.slice(last);
}

const KEEPS_SPACE = 'xml:space="preserve"';
const END_OF_RUN = '</w:t></w:r>';

/**
 * The place for marks in a piece: before or after its run if possible, otherwise at the place
 * itself, which divides the piece.
 */
function betweenRuns(
  body: string,
  piece: Piece,
  place: number,
): readonly [place: number, divided: Piece | undefined] {
  const { run, tag } = piece;
  if (place === tag.end && tag.start === run.content) return [run.start, undefined];
  if (body.startsWith(END_OF_RUN, place)) return [place + END_OF_RUN.length, undefined];
  return [place, piece];
}
