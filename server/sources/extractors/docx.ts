import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { BlockKind } from '../../prose/markdown.js';
import type { Paragraph } from '../../prose/paragraphs.js';
import {
  BeyondBounds,
  MOST_PARAGRAPHS,
  TOO_DEEP,
  tooManyParagraphs,
  withinBounds,
} from './bounds.js';
import type { Document } from './document.js';

/** The most that the parts of a document may unpack to, in bytes: some 5,000 pages of text. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;

/**
 * The paragraphs of a Word document (.docx, ECMA-376): headings, lists, tables, notes; without what
 * was struck out with changes tracked, without comments, headers and footers.
 */
export function readDocx(bytes: Uint8Array): Document {
  return withinBounds(() => documentIn(bytes));
}

/** Throws `BeyondBounds`. */
function documentIn(bytes: Uint8Array): Document {
  const parts = unpacked(bytes);
  if (parts === 'too large') return { unreadable: 'unpacks to more than 64 MB' };
  const main = mainPart(parts?.get('_rels/.rels'));
  const body = parts?.get(main);
  if (parts === undefined || body === undefined) {
    return { unreadable: 'is no Word document (.docx), or is damaged' };
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = kindsOfStyles(parts.get(`${folder}styles.xml`) ?? '');
  return [body, parts.get(`${folder}footnotes.xml`), parts.get(`${folder}endnotes.xml`)].flatMap(
    (part) => (part === undefined ? [] : paragraphsOf(part, styles)),
  );
}

const PARTS = /^(?:_rels\/\.rels|[^/]*\/(?:document\d*|styles|footnotes|endnotes)\.xml)$/u;

/** The parts that hold text, by name; `undefined` where the archive is none, or damaged. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, string> | 'too large' | undefined {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      // A part gets no more room than it says here that it takes.
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        size += originalSize;
        return size <= LARGEST_UNPACKED;
      },
    });
    if (size > LARGEST_UNPACKED) return 'too large';
    return new Map(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return undefined;
  }
}

/** The part that a package names as its document. */
function mainPart(relations: string | undefined): string {
  let main = 'word/document.xml';
  readXml(relations ?? '', {
    opens: (element, { Type, Target }) => {
      if (element !== 'Relationship' || Target === undefined) return;
      if (Type?.endsWith('/officeDocument') === true) main = Target.replace(/^\//u, '');
    },
  });
  return main;
}

interface Style {
  readonly kind: BlockKind;
  readonly level: number;
}

/** The styles of headings by their ids, which differ from language to language; the names do not. */
function kindsOfStyles(xml: string): ReadonlyMap<string, Style> {
  const kinds = new Map<string, Style>();
  let id = '';
  readXml(xml, {
    opens: (element, attributes) => {
      if (element === 'w:style') id = attributes['w:styleId'] ?? '';
      if (element !== 'w:name') return;
      const [, level] = /^(?:heading ([1-6])|title)$/iu.exec(attributes['w:val'] ?? '') ?? [''];
      const heading = /^(?:heading [1-6]|title)$/iu.test(attributes['w:val'] ?? '');
      if (heading) kinds.set(id, { kind: 'heading', level: Number(level ?? 1) });
    },
  });
  return kinds;
}

/** A paragraph while it is read; one can stand within another, in a box of text. */
interface OpenParagraph {
  text: string;
  style: Style;
}

const PLAIN: Style = { kind: 'paragraph', level: 0 };

function paragraphsOf(xml: string, styles: ReadonlyMap<string, Style>): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const open: OpenParagraph[] = [];
  let cells = 0;
  /** The older twin of a newer shape, which says the same once more. */
  let twins = 0;
  let inText = false;
  readXml(xml, {
    opens: (element, attributes) => {
      const paragraph = open.at(-1);
      switch (element) {
        case 'mc:Fallback':
          twins++;
          break;
        case 'w:tc':
          cells++;
          break;
        case 'w:p':
          open.push({ text: '', style: cells > 0 ? { kind: 'tableCell', level: 0 } : PLAIN });
          break;
        case 'w:t':
          inText = twins === 0;
          break;
        default:
          if (paragraph === undefined) break;
          if (/^w:(?:tab|br|cr)$/u.test(element)) paragraph.text += ' ';
          if (element === 'w:noBreakHyphen') paragraph.text += '-';
          if (element === 'w:numPr') paragraph.style = { kind: 'listItem', level: 0 };
          if (element === 'w:pStyle') {
            paragraph.style = styles.get(attributes['w:val'] ?? '') ?? paragraph.style;
          }
      }
    },
    text: (text) => {
      const paragraph = open.at(-1);
      if (inText && paragraph !== undefined) paragraph.text += text;
    },
    closes: (element) => {
      if (element === 'mc:Fallback') twins--;
      if (element === 'w:tc') cells--;
      if (element === 'w:t') inText = false;
      if (element !== 'w:p') return;
      const paragraph = open.pop();
      const text = paragraph?.text.replace(/\s+/gu, ' ').trim() ?? '';
      if (paragraph === undefined || text === '') return;
      if (paragraphs.length === MOST_PARAGRAPHS) throw new BeyondBounds(tooManyParagraphs());
      paragraphs.push({ ...paragraph.style, text });
    },
  });
  return paragraphs;
}

interface XmlReader {
  readonly opens: (element: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly closes?: (element: string) => void;
}

/** Elements within elements, thirty times what a document has; the time of the parser grows with the square. */
const DEEPEST = 1_000;

/**
 * Reads XML without building a tree, and without the entities that a document type declares. Throws `BeyondBounds`
 * where it is nested too deeply.
 */
function readXml(xml: string, { opens, text, closes }: XmlReader): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (element, attributes) => {
        if (++depth > DEEPEST) throw new BeyondBounds(TOO_DEEP);
        opens(element, attributes);
      },
      ontext: (data) => text?.(data),
      onclosetag: (element) => {
        depth--;
        closes?.(element);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}
