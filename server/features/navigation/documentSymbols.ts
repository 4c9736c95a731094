import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Claim } from '../../checks/finding.js';
import { Overlaps } from '../../prose/overlaps.js';
import type { Block } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Entity } from '../../reference/model.js';
import { leadingRoleOf } from '../hover/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { ENTITY_SYMBOL } from './entitySymbol.js';
import { type PlacedMention, mentionsOf } from './mentions.js';

/** A claim's first words are enough to know it by; in UTF-16 units. */
const LONGEST_NAME = 60;

/**
 * The outline of a draft: its headings, one within the other, and under each the people whom its part
 * of the text names, where it first does, and the claims with their verdicts.
 */
export function documentSymbolsOf(draft: Draft): DocumentSymbol[] {
  const { text, blocks } = draft.prose;
  const headings = blocks.filter(({ kind, text: words }) => kind === 'heading' && words !== '');
  const starts = headings.map(({ map }) => map.whole.start);
  const bounds = [0, ...starts, text.length];
  const inside = new Inside(draft);
  const top = inside.between(0, bounds[1] ?? text.length);
  const open: { readonly level: number; readonly symbols: DocumentSymbol[] }[] = [
    { level: 0, symbols: top },
  ];
  for (const [index, heading] of headings.entries()) {
    const start = starts[index] ?? 0;
    const children = inside.between(start, starts[index + 1] ?? text.length);
    const end = endOf(headings, index) ?? text.length;
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    open.at(-1)?.symbols.push({
      name: heading.text,
      kind: SymbolKind.String,
      range: draft.prose.lines.range({ start, end }),
      selectionRange: draft.prose.lines.range(heading.map.whole),
      children,
    });
    open.push({ level: heading.level, symbols: children });
  }
  return top;
}

/** The same outline as a list, for a client that shows no tree. */
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

/** Where the part of the text under a heading ends: before the next heading of its rank or above. */
function endOf(headings: readonly Block[], index: number): number | undefined {
  const { level = 0 } = headings[index] ?? {};
  return headings.slice(index + 1).find((next) => next.level <= level)?.map.whole.start;
}

/** What stands in a stretch of a draft. Stretches are asked for in order, none overlapping another. */
class Inside {
  readonly #draft: Draft;
  readonly #people: Overlaps<PlacedMention>;
  readonly #claims: Overlaps<Claim>;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#people = new Overlaps(
      mentionsOf(draft).filter(({ mention }) => mention.entity.kind === 'person'),
    );
    this.#claims = new Overlaps(draft.report.claims);
  }

  /** The people and then the claims that begin in a stretch. */
  between(start: number, end: number): DocumentSymbol[] {
    const isHere = ({ span }: { readonly span: Span }): boolean => start <= span.start;
    const people = new Map<Entity, Span>();
    for (const { mention, span } of this.#people.with({ start, end }).filter(isHere)) {
      if (!people.has(mention.entity)) people.set(mention.entity, span);
    }
    return [
      ...[...people].map(([entity, span]) => this.#person(entity, span)),
      ...this.#claims
        .with({ start, end })
        .filter(isHere)
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
    const words = this.#draft.prose.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    return { name: shortened(words), detail: verdict, kind: SymbolKind.Boolean, ...this.#at(span) };
  }

  #at(span: Span): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
    const range = this.#draft.prose.lines.range(span);
    return { range, selectionRange: range };
  }
}

/** Cut between words, and never inside a character. */
function shortened(words: string): string {
  if (words.length <= LONGEST_NAME) return words;
  const cut = words
    .slice(0, LONGEST_NAME)
    .replace(/\s\S*$|[\uD800-\uDBFF]$/u, '')
    .trimEnd();
  return `${cut}…`;
}
