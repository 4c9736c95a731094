import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import type { BlockKind } from '../../prose/markdown.js';
import type { Paragraph } from '../../prose/paragraphs.js';
import {
  LimitExceeded,
  MAX_PARAGRAPHS,
  TOO_DEEP_REASON,
  tooManyParagraphsReason,
  withinLimits,
} from './limits.js';
import type { Document } from './document.js';
import { OpenTables } from './openTables.js';
import { areShortLines } from './shortLines.js';
import { decodeSource } from './encoding.js';

/** The parts of a DOM node that are used. */
interface PageNode {
  readonly nodeType: number;
  /** The name of an element in lower case. */
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly getAttribute?: (name: string) => string | null;
}

interface Page {
  readonly body: PageNode;
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>;
}

/** Elements that are never part of an article. */
const NEVER_ARTICLE = 'nav, script, style, noscript, template, iframe, svg, button';
/** Elements that are also removed from a page in which no article is found. */
const SURROUNDING = 'aside, footer, form';

/**
 * Extracts the article of a web page without the surrounding elements, as found by Firefox's reader view, or the whole
 * page if no article is found. Scripts are not run and nothing is loaded.
 */
export function readHtml(bytes: Uint8Array): Document {
  const html = decodeSource(bytes, declaredEncoding(bytes))?.replace(/^\uFEFF/u, '');
  if (html === undefined) return { unreadable: 'is a binary file, not text' };
  return withinLimits(() => articleOf(html));
}

/** Extracts the paragraphs of a whole page, such as that of a mail. Scripts are not run and nothing is loaded. */
export function readHtmlBody(html: string): Document {
  return withinLimits(() => {
    assertWithinLimits(html);
    return paragraphsOf(bodyOf(html));
  });
}

/** Throws `LimitExceeded`. */
function articleOf(html: string): readonly Paragraph[] {
  assertWithinLimits(html);
  const page = pageOf(html);
  // Readability modifies the page, so the fallback parses it again.
  const article = new Readability<PageNode>(page, {
    serializer: (node: unknown) => node as PageNode,
  }).parse();
  const content = article?.content;
  if (content === null || content === undefined) return paragraphsOf(bodyOf(html));
  const paragraphs = paragraphsOf(content);
  const title = article?.title?.trim() ?? '';
  return title === '' || paragraphs[0]?.text === title
    ? paragraphs
    : [{ kind: 'heading', level: 1, text: title }, ...paragraphs];
}

function pageOf(html: string): Page {
  const { document } = parseHTML(withBody(html)) as unknown as { readonly document: Page };
  remove(document, NEVER_ARTICLE);
  return document;
}

/** The deepest nesting, ten times that of a usual page; the time of Readability grows with its cube. */
const MAX_DEPTH = 300;

/** Throws `LimitExceeded` before a tree is built, which takes far longer than scanning the page. */
function assertWithinLimits(html: string): void {
  let [depth, blocks] = [0, 0];
  const parser = new Parser({
    onopentagname: (element) => {
      if (++depth > MAX_DEPTH) throw new LimitExceeded(TOO_DEEP_REASON);
      if (BLOCKS.has(element) && ++blocks > MAX_PARAGRAPHS) {
        throw new LimitExceeded(tooManyParagraphsReason());
      }
    },
    onclosetag: () => {
      depth--;
    },
  });
  parser.end(html);
}

function remove(page: Page, selector: string): void {
  for (const element of page.querySelectorAll(selector)) element.remove();
}

/** Adds `<html>` and `<body>`, which may be missing from a page but are required by Readability. */
function withBody(html: string): string {
  if (/<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html)) return html;
  return `<html><body>${html.replace(/<\/?(?:html|head|body)(?:\s[^<>]*)?>/giu, '')}</body></html>`;
}

function bodyOf(html: string): PageNode {
  const page = pageOf(html);
  remove(page, SURROUNDING);
  return page.body;
}

/** The encoding declared in the head of a page. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]*?charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
}

/** Represents a line break, which no page contains as text. */
const BREAK = '\0';

const TEXT = 3;
const ELEMENT = 1;

/** Elements that delimit a paragraph, with its kind; `undefined` means the kind of the containing element. */
const BLOCKS: ReadonlyMap<string, BlockKind | undefined> = new Map<string, BlockKind | undefined>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'listItem'] as const),
  ...['td', 'th'].map((name) => [name, 'tableCell'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
  ['blockquote', 'quotation'],
  ...[
    'p div section article main header address figure ul ol dl table tbody thead tr pre hr body',
  ].flatMap((names) => names.split(' ').map((name) => [name, undefined] as const)),
]);

function paragraphsOf(root: PageNode): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const tables = new OpenTables();
  let words = '';
  const end = (kind: BlockKind, level: number): void => {
    const lines = words.split(BREAK).map((line) => line.replace(/\s+/gu, ' ').trim());
    words = '';
    const written = lines.filter((line) => line !== '');
    const texts = areShortLines(written)
      ? written
      : [written.join(' ')].filter((text) => text !== '');
    const { cell } = tables;
    for (const text of texts)
      paragraphs.push({ kind, level, text, ...(cell === undefined ? {} : { cell }) });
  };
  const open = (element: string, node: PageNode): void => {
    if (element === 'table') tables.openTable();
    if (element === 'tr') tables.openRow();
    if (element === 'td' || element === 'th')
      tables.openCell(spanOf(node, 'col'), spanOf(node, 'row'));
  };
  const walk = (node: PageNode, kind: BlockKind, level: number): void => {
    let breaks = 0;
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) {
        const text = child.textContent ?? '';
        if (text.trim() !== '') breaks = 0;
        words += text;
      }
      if (child.nodeType !== ELEMENT) continue;
      const element = child.localName ?? '';
      if (element === 'br') {
        words += BREAK;
        breaks++;
        if (breaks > 1) end(kind, level);
        continue;
      }
      breaks = 0;
      if (!BLOCKS.has(element)) {
        walk(child, kind, level);
        continue;
      }
      end(kind, level);
      open(element, child);
      const inner = BLOCKS.get(element) ?? kind;
      const innerLevel = inner === 'heading' ? Number(element.slice(1)) || level : 0;
      walk(child, inner, innerLevel);
      end(inner, innerLevel);
      if (element === 'table') tables.closeTable();
    }
  };
  walk(root, 'paragraph', 0);
  end('paragraph', 0);
  return tables.withDataTables(paragraphs);
}

/** The number of columns or rows that a cell spans. */
function spanOf(cell: PageNode, side: 'col' | 'row'): number {
  return Number(cell.getAttribute?.(`${side}span`) ?? 1);
}
