import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
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
import { decodeSource } from './encoding.js';

/** As much of a node of the page as is needed. */
interface PageNode {
  readonly nodeType: number;
  /** In small letters for an element. */
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

interface Page {
  readonly body: PageNode;
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>;
}

/** What is never a part of an article. */
const APART = 'nav, script, style, noscript, template, iframe, svg, button';
/** What stands around an article, where none can be told from it. */
const AROUND = 'aside, footer, form';

/**
 * The article of a page of the web, not what stands around it, as Firefox's reader view finds it; the
 * whole page where it finds none. No script of the page is run, and nothing is loaded.
 */
export function readHtml(bytes: Uint8Array): Document {
  const html = decodeSource(bytes, declaredEncoding(bytes))?.replace(/^\uFEFF/u, '');
  if (html === undefined) return { unreadable: 'is a binary file, not text' };
  return withinBounds(() => articleOf(html));
}

/** Throws `BeyondBounds`. */
function articleOf(html: string): readonly Paragraph[] {
  weigh(html);
  const page = pageOf(html);
  // The finder changes the page that it looks at, so the second look is at a fresh one.
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
  const { document } = parseHTML(whole(html)) as unknown as { readonly document: Page };
  remove(document, APART);
  return document;
}

/** Elements within elements, ten times what a page has; the time of the finder grows with its cube. */
const DEEPEST = 300;

/** Throws `BeyondBounds` before a tree is made of a page, which takes far longer than to go through it. */
function weigh(html: string): void {
  let [depth, blocks] = [0, 0];
  const parser = new Parser({
    onopentagname: (element) => {
      if (++depth > DEEPEST) throw new BeyondBounds(TOO_DEEP);
      if (BLOCKS.has(element) && ++blocks > MOST_PARAGRAPHS) {
        throw new BeyondBounds(tooManyParagraphs());
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

/** A page may leave out the marks of its body, and a piece of a page has none; the finder asks for them. */
function whole(html: string): string {
  if (/<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html)) return html;
  return `<html><body>${html.replace(/<\/?(?:html|head|body)(?:\s[^<>]*)?>/giu, '')}</body></html>`;
}

function bodyOf(html: string): PageNode {
  const page = pageOf(html);
  remove(page, AROUND);
  return page.body;
}

/** The encoding that the head of a page names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]*?charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
}

const TEXT = 3;
const ELEMENT = 1;

/** Elements that begin and end a paragraph, with what it is then; `undefined`: what it stands in says. */
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
  let words = '';
  const end = (kind: BlockKind, level: number): void => {
    const text = words.replace(/\s+/gu, ' ').trim();
    words = '';
    if (text !== '') paragraphs.push({ kind, level, text });
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
        words += ' ';
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
      const inner = BLOCKS.get(element) ?? kind;
      const innerLevel = inner === 'heading' ? Number(element.slice(1)) || level : 0;
      walk(child, inner, innerLevel);
      end(inner, innerLevel);
    }
  };
  walk(root, 'paragraph', 0);
  end('paragraph', 0);
  return paragraphs;
}
