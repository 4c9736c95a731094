import type { Range as LspRange } from 'vscode-languageserver';
import { personTest } from '../checks/quotes/speaker.js';
import { type Utterance, utterancesOf } from '../prose/speech/attribution.js';
import { OBJECT } from '../prose/markdown.js';
import { memoize } from '../prose/memoize.js';
import { Overlaps } from '../prose/overlaps.js';
import type { Block } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Draft } from '../checks/draft.js';
import { mentionsOf } from './navigation/mentions.js';
import { SEMANTIC_TOKEN_TYPES } from '../../protocol/capabilityConstants.js';

type Kind = (typeof SEMANTIC_TOKEN_TYPES)[number];

/** A stretch on one line of the draft, in UTF-16 offsets. */
interface Coloured {
  readonly kind: Kind;
  readonly span: Span;
}

/**
 * The names, quotes, attributions and placeholders of a draft as the protocol's numbers; with `range`
 * those alone that touch it. Markdown keeps its colours: headings, links and emphasis are left out,
 * and so is every mark.
 */
export function semanticTokensOf(draft: Draft, range?: LspRange): number[] {
  const all = colouredIn(draft);
  const { lines } = draft.prose;
  const start = range === undefined ? 0 : lines.offset(range.start);
  const end = range === undefined ? Infinity : lines.offset(range.end);
  return encoded(
    all.filter(({ span }) => span.start < end && start < span.end),
    draft,
  );
}

function encoded(tokens: readonly Coloured[], { prose }: Draft): number[] {
  let line = 0;
  let character = 0;
  return tokens.flatMap(({ kind, span }) => {
    const at = prose.lines.position(span.start);
    const numbers = [
      at.line - line,
      at.line === line ? at.character - character : at.character,
      span.end - span.start,
      SEMANTIC_TOKEN_TYPES.indexOf(kind),
      0,
    ];
    line = at.line;
    character = at.character;
    return numbers;
  });
}

/** In order, none overlapping another: where two meet, the one of the earlier layer stays whole. */
const colouredIn = memoize((draft: Draft): readonly Coloured[] => {
  const spoken = utterancesOf(draft.prose, personTest(draft.reference));
  const layers = [
    placeholdersIn(draft),
    namesIn(draft),
    attributionsIn(spoken, draft),
    quotesIn(spoken, draft),
  ];
  return layers.reduce<readonly Coloured[]>((below, layer) => {
    const others = new Overlaps(below);
    return [...below, ...layer.flatMap((one) => outside(one, others.with(one.span), draft))].sort(
      (a, b) => a.span.start - b.span.start,
    );
  }, []);
});

/** What is left of a stretch beside others that lie in it, in order. */
function outside(
  { kind, span }: Coloured,
  others: readonly Coloured[],
  { prose }: Draft,
): readonly Coloured[] {
  const left: Span[] = [];
  let { start } = span;
  for (const other of others) {
    if (other.span.start > start) left.push({ start, end: other.span.start });
    start = Math.max(start, other.span.end);
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left.flatMap((part) => linesOf(part, prose.text)).map((part) => ({ kind, span: part }));
}

function placeholdersIn({ report, prose }: Draft): readonly Coloured[] {
  return report.findings
    .filter(({ code }) => code === 'sentence/placeholder')
    .flatMap(({ span }) => linesOf(span, prose.text))
    .map((span) => ({ kind: 'placeholder', span }));
}

function namesIn(draft: Draft): readonly Coloured[] {
  const names = mentionsOf(draft).flatMap(({ block, mention }) =>
    plain('knownName', block, mention, draft),
  );
  const unknown = draft.report.findings.flatMap(({ code, name }) =>
    code === 'name/unknown' && name !== undefined ? [name.text] : [],
  );
  const placesIn = placesOf(unknown);
  const others = draft.prose.blocks.flatMap((block) =>
    placesIn(block.text).flatMap((span) => plain('unknownName', block, span, draft)),
  );
  return [...names, ...others];
}

/** Finds where names stand in a text as whole words. */
function placesOf(names: readonly string[]): (text: string) => readonly Span[] {
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

function attributionsIn(spoken: readonly Utterance[], draft: Draft): readonly Coloured[] {
  const said = spoken.flatMap(({ attribution }) => attribution ?? []);
  return [...new Set(said)].flatMap(({ block, span }) => plain('attribution', block, span, draft));
}

/** A block quotation without marks has a colour of its own. */
function quotesIn(spoken: readonly Utterance[], draft: Draft): readonly Coloured[] {
  return spoken
    .flatMap(({ pieces }) => pieces)
    .filter(({ outer, inner }) => outer.start < inner.start)
    .flatMap(({ block, outer }) => plain('quote', block, outer, draft));
}

/** The parts of a stretch of a block's prose to which Markdown gives no colour. */
function plain(kind: Kind, block: Block, span: Span, { prose }: Draft): readonly Coloured[] {
  if (block.kind === 'heading' || block.emphasised) return [];
  return [...block.text.slice(span.start, span.end).matchAll(WORDS)]
    .flatMap(({ 0: words, index }) => {
      const start = span.start + index;
      return block.map.shown(start, start + words.length);
    })
    .filter(({ whole }) => !isMarkedUp(whole, prose.text))
    .flatMap((shown) => linesOf(shown.span, prose.text))
    .map((line) => ({ kind, span: line }));
}

/** All but what stands for code and addresses. */
const WORDS = new RegExp(`[^${OBJECT}]+`, 'gu');

/** True for what stands between the marks of emphasis, or is a link. */
function isMarkedUp({ start, end }: Span, text: string): boolean {
  return (
    /[*_~[]/u.test(text.charAt(start - 1)) &&
    /[*_~\]]/u.test(text.charAt(end)) &&
    /^\S(?:.*\S)?$/su.test(text.slice(start, end))
  );
}

/** A stretch line by line, since a token may stand on one line only. */
function linesOf({ start, end }: Span, text: string): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/gu)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}
