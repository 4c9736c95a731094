import type { BlockKind, CellPlace } from '../../prose/markdown.js';
import type { Link, ListPlace, Paragraph } from '../../prose/paragraphs.js';
import { LimitExceeded, MAX_PARAGRAPHS, tooManyParagraphsReason, withinLimits } from './limits.js';
import { type XmlReader, mainPart, readXml, unpackParts } from './officePackage.js';
import { OpenTables } from './openTables.js';
import type { Document } from './document.js';

/**
 * Extracts the paragraphs of a Word document (.docx, ECMA-376): headings, lists, tables and notes, but not tracked
 * deletions, comments, headers or footers.
 */
export function readDocx(bytes: Uint8Array): Document {
  return withinLimits(() => documentIn(bytes));
}

/** Throws `LimitExceeded`. */
function documentIn(bytes: Uint8Array): Document {
  const parts = unpackParts(bytes, PARTS);
  const main = mainPart(parts?.get('_rels/.rels'), 'word/document.xml');
  const body = parts?.get(main);
  if (parts === undefined || body === undefined) {
    return { unreadable: 'is not a Word document (.docx) or is damaged' };
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = kindsOfStyles(parts.get(`${folder}styles.xml`) ?? '');
  const orders = orderedLists(parts.get(`${folder}numbering.xml`) ?? '');
  const tables = new OpenTables();
  const paragraphs = [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`].flatMap((name) => {
    const part = parts.get(name);
    const relations = `${folder}_rels/${name.slice(folder.length)}.rels`;
    const targets = linkTargets(parts.get(relations) ?? '');
    return part === undefined ? [] : paragraphsOf(part, { styles, orders, targets }, tables);
  });
  return tables.withDataTables(paragraphs);
}

const PARTS =
  /^(?:_rels\/\.rels|[^/]*\/(?:_rels\/[^/]*\.rels|(?:document\d*|styles|numbering|footnotes|endnotes)\.xml))$/u;

/** The references of a part. */
interface Context {
  readonly styles: ReadonlyMap<string, Style>;
  /** The keys of the levels of lists that are ordered: “3 0”, the list's number and the depth. */
  readonly orders: ReadonlySet<string>;
  /** The addresses of links by the ids of their relations. */
  readonly targets: ReadonlyMap<string, string>;
}

/** See `Context.orders`. Lists share definitions, each of which has levels. */
function orderedLists(xml: string): ReadonlySet<string> {
  const levels = new Map<string, string[]>();
  const orders = new Set<string>();
  let [definition, depth, list] = ['', '', ''];
  readXml(xml, {
    open: (element, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (element === 'w:abstractNum') definition = attributes['w:abstractNumId'] ?? '';
      if (element === 'w:lvl') depth = attributes['w:ilvl'] ?? '';
      if (element === 'w:numFmt' && value !== 'bullet' && value !== 'none') {
        levels.set(definition, [...(levels.get(definition) ?? []), depth]);
      }
      if (element === 'w:num') list = attributes['w:numId'] ?? '';
      if (element !== 'w:abstractNumId') return;
      for (const level of levels.get(value) ?? []) orders.add(`${list} ${level}`);
    },
  });
  return orders;
}

function linkTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (_, { Id, Type, Target }) => {
      if (Id === undefined || Target === undefined) return;
      if (Type?.endsWith('/hyperlink') === true) targets.set(Id, Target);
    },
  });
  return targets;
}

interface Style {
  readonly kind: BlockKind;
  readonly level: number;
}

/** The styles of headings by id. Ids depend on the language, names do not. */
function kindsOfStyles(xml: string): ReadonlyMap<string, Style> {
  const kinds = new Map<string, Style>();
  let id = '';
  readXml(xml, {
    open: (element, attributes) => {
      if (element === 'w:style') id = attributes['w:styleId'] ?? '';
      if (element !== 'w:name') return;
      const [, level] = /^(?:heading ([1-6])|title)$/iu.exec(attributes['w:val'] ?? '') ?? [''];
      const heading = /^(?:heading [1-6]|title)$/iu.test(attributes['w:val'] ?? '');
      if (heading) kinds.set(id, { kind: 'heading', level: Number(level ?? 1) });
    },
  });
  return kinds;
}

/** A paragraph under construction; paragraphs can be nested in text boxes. */
interface OpenParagraph {
  text: string;
  style: Style;
  readonly cell: CellPlace | undefined;
  /** The number of its list, and the depth; empty outside lists. */
  list: string;
  depth: number;
  readonly links: Link[];
}

/** A link whose end has not been read yet. */
type OpenLink = Omit<Link, 'end'>;

const PLAIN: Style = { kind: 'paragraph', level: 0 };

function paragraphsOf(xml: string, context: Context, tables: OpenTables): readonly Paragraph[] {
  const { paragraphs, ...reader } = paragraphReader(context, tables);
  readXml(xml, reader);
  return paragraphs;
}

/** Reads the paragraphs of a part. */
export interface ParagraphReader extends Required<XmlReader> {
  /** The paragraphs read so far, without empty ones. */
  readonly paragraphs: readonly Paragraph[];
  /** The length of the current paragraph so far; `undefined` outside paragraphs. */
  readonly length: () => number | undefined;
}

/** The references of a part if only the text matters. */
export const TEXT_ONLY: Context = { styles: new Map(), orders: new Set(), targets: new Map() };

/**
 * Creates a reader for one part. It throws `LimitExceeded` when a paragraph ends that is one too
 * many.
 *
 * @param tables The tables of the whole document, so that each has its own number.
 */
export function paragraphReader(
  { styles, orders, targets }: Context,
  tables = new OpenTables(),
): ParagraphReader {
  const paragraphs: Paragraph[] = [];
  const stack: OpenParagraph[] = [];
  /** The depth of fallback elements, which repeat the text of a newer element. */
  let fallbacks = 0;
  let inText = false;
  let link: OpenLink | undefined;
  return {
    paragraphs,
    length: () => stack.at(-1)?.text.length,
    open: (element, attributes) => {
      const paragraph = stack.at(-1);
      switch (element) {
        case 'mc:Fallback':
          fallbacks++;
          break;
        case 'w:tbl':
          tables.openTable();
          break;
        case 'w:tr':
          tables.openRow();
          break;
        case 'w:tc':
          tables.openCell();
          break;
        case 'w:gridSpan':
          tables.widenCell(Number(attributes['w:val']));
          break;
        case 'w:p':
          stack.push({
            text: '',
            style: tables.cell === undefined ? PLAIN : { kind: 'tableCell', level: 0 },
            cell: tables.cell,
            list: '',
            depth: 0,
            links: [],
          });
          break;
        case 'w:t':
          inText = fallbacks === 0;
          break;
        default:
          if (paragraph === undefined) break;
          if (/^w:(?:tab|br|cr)$/u.test(element)) append(paragraph, ' ');
          if (element === 'w:noBreakHyphen') paragraph.text += '-';
          if (element === 'w:numPr') paragraph.style = { kind: 'listItem', level: 0 };
          if (element === 'w:numId') paragraph.list = attributes['w:val'] ?? '';
          if (element === 'w:ilvl') paragraph.depth = Number(attributes['w:val']) || 0;
          if (element === 'w:hyperlink') {
            const target = targets.get(attributes['r:id'] ?? '');
            if (target !== undefined) link = { start: paragraph.text.length, target };
          }
          if (element === 'w:pStyle') {
            paragraph.style = styles.get(attributes['w:val'] ?? '') ?? paragraph.style;
          }
      }
    },
    text: (text) => {
      const paragraph = stack.at(-1);
      if (inText && paragraph !== undefined) append(paragraph, text);
    },
    close: (element) => {
      if (element === 'mc:Fallback') fallbacks--;
      if (element === 'w:tbl') tables.closeTable();
      if (element === 'w:t') inText = false;
      if (element === 'w:hyperlink') {
        const paragraph = stack.at(-1);
        if (link !== undefined) paragraph?.links.push(...linkTo(paragraph, link));
        link = undefined;
      }
      if (element !== 'w:p') return;
      const paragraph = stack.pop();
      const text = paragraph?.text.trimEnd() ?? '';
      if (paragraph === undefined || text === '') return;
      if (paragraphs.length === MAX_PARAGRAPHS) throw new LimitExceeded(tooManyParagraphsReason());
      const { style, cell, list, depth, links } = paragraph;
      const place: ListPlace = { depth, isOrdered: orders.has(`${list} ${depth}`) };
      paragraphs.push({
        ...style,
        text,
        ...(cell === undefined ? {} : { cell }),
        ...(style.kind === 'listItem' ? { list: place } : {}),
        ...(links.length === 0 ? {} : { links }),
      });
    },
  };
}

/** Appends text with runs of white space as one space, none at the start. */
function append(paragraph: OpenParagraph, text: string): void {
  const words = text.replace(/\s+/gu, ' ');
  const isAfterSpace = paragraph.text === '' || paragraph.text.endsWith(' ');
  paragraph.text += isAfterSpace && words.startsWith(' ') ? words.slice(1) : words;
}

/**
 * The link from a place to the end of the text so far, without spaces around its words; none if it
 * has no words.
 */
function linkTo({ text }: OpenParagraph, { start, target }: OpenLink): readonly Link[] {
  const words = text.slice(start);
  const end = start + words.trimEnd().length;
  const from = words.startsWith(' ') ? start + 1 : start;
  return from < end ? [{ start: from, end, target }] : [];
}
