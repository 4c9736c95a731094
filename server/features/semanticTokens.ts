import type { Range as LspRange } from 'vscode-languageserver';
import { isOpenNote } from '../checks/sentences/checkSentences.js';
import { personTest } from '../checks/quotes/speaker.js';
import { type Utterance, utterancesOf } from '../prose/speech/attribution.js';
import { OBJECT_PLACEHOLDER } from '../prose/markdown.js';
import { memoize } from '../prose/memoize.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { Block } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Draft } from '../checks/draft.js';
import { mentionsOf } from './navigation/mentions.js';
import { SEMANTIC_TOKEN_TYPES } from '../../protocol/capabilityConstants.js';

type TokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

/** A token on one line of the draft, in UTF-16 offsets. */
interface SemanticToken {
  readonly type: TokenType;
  readonly span: Span;
}

/**
 * The names, quotes, attributions and placeholders of a draft in the protocol's numeric encoding;
 * with `range`, only those that touch it. Headings, links, emphasis and Markdown marks are left out,
 * so that they keep their Markdown colours.
 */
export function semanticTokensOf(draft: Draft, range?: LspRange): number[] {
  const all = semanticTokensIn(draft);
  const { lines } = draft.prose;
  const start = range === undefined ? 0 : lines.offset(range.start);
  const end = range === undefined ? Infinity : lines.offset(range.end);
  return encode(
    all.filter(({ span }) => span.start < end && start < span.end),
    draft,
  );
}

function encode(tokens: readonly SemanticToken[], { prose }: Draft): number[] {
  let line = 0;
  let character = 0;
  return tokens.flatMap(({ type, span }) => {
    const at = prose.lines.position(span.start);
    const numbers = [
      at.line - line,
      at.line === line ? at.character - character : at.character,
      span.end - span.start,
      SEMANTIC_TOKEN_TYPES.indexOf(type),
      0,
    ];
    line = at.line;
    character = at.character;
    return numbers;
  });
}

/** In order, without overlaps: of two tokens that overlap, the one from the earlier layer stays whole. */
const semanticTokensIn = memoize((draft: Draft): readonly SemanticToken[] => {
  const utterances = utterancesOf(draft.prose, personTest(draft.reference));
  const layers = [
    placeholdersIn(draft),
    namesIn(draft),
    attributionsIn(utterances, draft),
    quotesIn(utterances, draft),
  ];
  return layers.reduce<readonly SemanticToken[]>((below, layer) => {
    const others = new SpanIndex(below);
    return [
      ...below,
      ...layer.flatMap((one) => withoutOverlaps(one, others.overlapping(one.span), draft)),
    ].sort((a, b) => a.span.start - b.span.start);
  }, []);
});

/** The parts of a token that other tokens, given in order, do not cover. */
function withoutOverlaps(
  { type, span }: SemanticToken,
  others: readonly SemanticToken[],
  { prose }: Draft,
): readonly SemanticToken[] {
  const left: Span[] = [];
  let { start } = span;
  for (const other of others) {
    if (other.span.start > start) left.push({ start, end: other.span.start });
    start = Math.max(start, other.span.end);
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left
    .flatMap((part) => spansByLine(part, prose.text))
    .map((part) => ({ type, span: part }));
}

function placeholdersIn({ report, prose }: Draft): readonly SemanticToken[] {
  return report.findings
    .filter(isOpenNote)
    .flatMap(({ span }) => spansByLine(span, prose.text))
    .map((span) => ({ type: 'placeholder', span }));
}

function namesIn(draft: Draft): readonly SemanticToken[] {
  const names = mentionsOf(draft).flatMap(({ block, mention }) =>
    unstyledTokens('knownName', block, mention, draft),
  );
  const unknown = draft.report.findings.flatMap(({ code, name }) =>
    code === 'name/unknown' && name !== undefined ? [name.text] : [],
  );
  const findUnknown = nameFinder(unknown);
  const others = draft.prose.blocks.flatMap((block) =>
    findUnknown(block.text).flatMap((span) => unstyledTokens('unknownName', block, span, draft)),
  );
  return [...names, ...others];
}

/** A function that finds the names in a text, as whole words. */
function nameFinder(names: readonly string[]): (text: string) => readonly Span[] {
  const known = new Set(names);
  const lengths = [...new Set(names.map((name) => name.length))];
  return (text) =>
    known.size === 0
      ? []
      : [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].flatMap(({ index: start }) =>
          lengths
            .map((length) => ({ start, end: start + length }))
            .filter(({ end }) => known.has(text.slice(start, end)))
            .filter(({ end }) => !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))),
        );
}

function attributionsIn(utterances: readonly Utterance[], draft: Draft): readonly SemanticToken[] {
  const attributions = utterances.flatMap(({ attribution }) => attribution ?? []);
  return [...new Set(attributions)].flatMap(({ block, span }) =>
    unstyledTokens('attribution', block, span, draft),
  );
}

/** Block quotations without quotation marks are left out, because Markdown colours them. */
function quotesIn(utterances: readonly Utterance[], draft: Draft): readonly SemanticToken[] {
  return utterances
    .flatMap(({ pieces }) => pieces)
    .filter(({ outer, inner }) => outer.start < inner.start)
    .flatMap(({ block, outer }) => unstyledTokens('quote', block, outer, draft));
}

/** The parts of a span of a block's prose that Markdown does not colour. */
function unstyledTokens(
  type: TokenType,
  block: Block,
  span: Span,
  { prose }: Draft,
): readonly SemanticToken[] {
  if (block.kind === 'heading' || block.emphasised) return [];
  return [...block.text.slice(span.start, span.end).matchAll(WORDS)]
    .flatMap(({ 0: words, index }) => {
      const start = span.start + index;
      return block.map.visibleParts(start, start + words.length);
    })
    .filter(({ run }) => !isMarkedUp(run, prose.text))
    .flatMap((shown) => spansByLine(shown.span, prose.text))
    .map((line) => ({ type, span: line }));
}

/** Everything but the character that replaces code and URLs in the prose. */
const WORDS = new RegExp(`[^${OBJECT_PLACEHOLDER}]+`, 'gu');

/** True for a span between emphasis marks, or in a link. */
function isMarkedUp({ start, end }: Span, text: string): boolean {
  return (
    /[*_~[]/u.test(text.charAt(start - 1)) &&
    /[*_~\]]/u.test(text.charAt(end)) &&
    /^\S(?:.*\S)?$/su.test(text.slice(start, end))
  );
}

/** A span cut into lines, because a token must not extend over several. */
function spansByLine({ start, end }: Span, text: string): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/gu)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}
