import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-types';
import { readableText } from '../../checks/anchor.js';
import type { Claim } from '../../checks/finding.js';
import { STATUS_WORDS, statusOfClaims } from '../verdictSummary.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import type { Block } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Entity } from '../../reference/model.js';
import { leadingRoleOf } from '../../reference/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { ENTITY_SYMBOL } from './entitySymbol.js';
import { type PlacedMention, mentionsOf } from './mentions.js';

/** In UTF-16 units. The first words of a claim are enough to recognise it. */
const MAX_SYMBOL_LENGTH = 60;

/**
 * The outline of a draft: its nested headings and, under each, the people mentioned in its section,
 * at their first mention there, and the claims with their verdicts.
 */
export function documentSymbolsOf(draft: Draft): DocumentSymbol[] {
  const { text, blocks } = draft.prose;
  const headings = blocks.filter(({ kind, text: words }) => kind === 'heading' && words !== '');
  const starts = headings.map(({ map }) => map.extent.start);
  const bounds = [0, ...starts, text.length];
  const sections = new SectionSymbols(draft);
  const top = sections.between(0, bounds[1] ?? text.length);
  const open: { readonly level: number; readonly symbols: DocumentSymbol[] }[] = [
    { level: 0, symbols: top },
  ];
  for (const [index, heading] of headings.entries()) {
    const start = starts[index] ?? 0;
    const children = sections.between(start, starts[index + 1] ?? text.length);
    const end = sectionEnd(headings, index) ?? text.length;
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    open.at(-1)?.symbols.push({
      name: heading.text,
      kind: SymbolKind.String,
      range: draft.prose.lines.range({ start, end }),
      selectionRange: draft.prose.lines.range(heading.map.extent),
      children,
    });
    open.push({ level: heading.level, symbols: children });
  }
  return top;
}

/** The same outline as a flat list, for clients without hierarchical symbols. */
export function flatSymbolsOf(draft: Draft): SymbolInformation[] {
  const flat = (symbols: readonly DocumentSymbol[], within?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, selectionRange, children }) => [
      {
        name,
        kind,
        location: { uri: draft.uri, range: selectionRange },
        ...(within === undefined ? {} : { containerName: within }),
      },
      ...flat(children ?? [], name),
    ]);
  return flat(documentSymbolsOf(draft));
}

/** The end of a heading's section: before the next heading of the same or a higher level. */
function sectionEnd(headings: readonly Block[], index: number): number | undefined {
  const { level = 0 } = headings[index] ?? {};
  return headings.slice(index + 1).find((next) => next.level <= level)?.map.extent.start;
}

/** The people and claims in sections of a draft. */
class SectionSymbols {
  readonly #draft: Draft;
  readonly #people: SpanIndex<PlacedMention>;
  readonly #claims: SpanIndex<Claim>;
  readonly #statusOf: ReturnType<typeof statusOfClaims>;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#people = new SpanIndex(
      mentionsOf(draft).filter(({ mention }) => mention.entity.kind === 'person'),
    );
    this.#claims = new SpanIndex(draft.report.claims);
    this.#statusOf = statusOfClaims(draft.report);
  }

  /** The people and then the claims that start between two offsets. */
  between(start: number, end: number): DocumentSymbol[] {
    const startsHere = ({ span }: { readonly span: Span }): boolean => start <= span.start;
    const people = new Map<Entity, Span>();
    for (const { mention, span } of this.#people.overlapping({ start, end }).filter(startsHere)) {
      if (!people.has(mention.entity)) people.set(mention.entity, span);
    }
    return [
      ...[...people].map(([entity, span]) => this.#person(entity, span)),
      ...this.#claims
        .overlapping({ start, end })
        .filter(startsHere)
        .map((claim) => this.#claim(claim)),
    ];
  }

  #person(entity: Entity, span: Span): DocumentSymbol {
    return {
      name: entity.name,
      detail: leadingRoleOf(entity),
      kind: ENTITY_SYMBOL.person,
      ...this.#at(span),
    };
  }

  #claim({ span, verdict }: Claim): DocumentSymbol {
    return {
      name: truncate(readableText(this.#draft.prose, span)),
      detail: STATUS_WORDS[this.#statusOf({ span, verdict })],
      kind: SymbolKind.Boolean,
      ...this.#at(span),
    };
  }

  #at(span: Span): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
    const range = this.#draft.prose.lines.range(span);
    return { range, selectionRange: range };
  }
}

/** Truncates between words, and never inside a surrogate pair. */
function truncate(words: string): string {
  if (words.length <= MAX_SYMBOL_LENGTH) return words;
  const cut = words
    .slice(0, MAX_SYMBOL_LENGTH)
    .replace(/\s\S*$|[\uD800-\uDBFF]$/u, '')
    .trimEnd();
  return `${cut}…`;
}
