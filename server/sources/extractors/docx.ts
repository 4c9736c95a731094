import type { BlockKind } from '../../prose/markdown.js';
import type { Paragraph } from '../../prose/paragraphs.js';
import { LimitExceeded, MAX_PARAGRAPHS, tooManyParagraphsReason, withinLimits } from './limits.js';
import { mainPart, readXml, unpackParts } from './officePackage.js';
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
  return [body, parts.get(`${folder}footnotes.xml`), parts.get(`${folder}endnotes.xml`)].flatMap(
    (part) => (part === undefined ? [] : paragraphsOf(part, styles)),
  );
}

const PARTS = /^(?:_rels\/\.rels|[^/]*\/(?:document\d*|styles|footnotes|endnotes)\.xml)$/u;

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
}

const PLAIN: Style = { kind: 'paragraph', level: 0 };

function paragraphsOf(xml: string, styles: ReadonlyMap<string, Style>): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const stack: OpenParagraph[] = [];
  let cells = 0;
  /** The depth of fallback elements, which repeat the text of a newer element. */
  let fallbacks = 0;
  let inText = false;
  readXml(xml, {
    open: (element, attributes) => {
      const paragraph = stack.at(-1);
      switch (element) {
        case 'mc:Fallback':
          fallbacks++;
          break;
        case 'w:tc':
          cells++;
          break;
        case 'w:p':
          stack.push({ text: '', style: cells > 0 ? { kind: 'tableCell', level: 0 } : PLAIN });
          break;
        case 'w:t':
          inText = fallbacks === 0;
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
      const paragraph = stack.at(-1);
      if (inText && paragraph !== undefined) paragraph.text += text;
    },
    close: (element) => {
      if (element === 'mc:Fallback') fallbacks--;
      if (element === 'w:tc') cells--;
      if (element === 'w:t') inText = false;
      if (element !== 'w:p') return;
      const paragraph = stack.pop();
      const text = paragraph?.text.replace(/\s+/gu, ' ').trim() ?? '';
      if (paragraph === undefined || text === '') return;
      if (paragraphs.length === MAX_PARAGRAPHS) throw new LimitExceeded(tooManyParagraphsReason());
      paragraphs.push({ ...paragraph.style, text });
    },
  });
  return paragraphs;
}
