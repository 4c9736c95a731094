import type { Span } from '../../prose/span.js';

/** How a sentence can be broken; the second half of the codes `sentence/…`. */
export type GrammarErrorKind =
  | 'missing-verb'
  | 'missing-subject'
  | 'fragment'
  | 'run-on'
  | 'run-together'
  | 'stray-capital'
  | 'lowercase-start'
  | 'duplicate-item'
  | 'repeated-word'
  | 'unbalanced-quote'
  | 'missing-end'
  | 'agreement'
  | 'garbled'
  | 'placeholder';

/** Puts `newText` in the place of a stretch of the block's prose. */
interface ProseEdit {
  /** UTF-16 units of the block's prose. */
  readonly span: Span;
  readonly newText: string;
}

/** A way to mend a break. */
export interface GrammarFix {
  /** What the mend does, as a button would say it. */
  readonly title: string;
  /** Edits that do not overlap. */
  readonly edits: readonly ProseEdit[];
}

/** A place where a sentence is broken. */
export interface GrammarError {
  readonly kind: GrammarErrorKind;
  /** The smallest stretch that shows it, in UTF-16 units of the block's prose. */
  readonly span: Span;
  /** What is missing, doubled or out of place, in one plain sentence. */
  readonly message: string;
  /** How sure the check is, 0 to 1. */
  readonly confidence: number;
  /** Mends, best first. */
  readonly fixes: readonly GrammarFix[];
  /** True where the first mend is the one an editor would take without thinking. */
  readonly isFirstFixPreferred: boolean;
}

/** The repair that makes one edit. */
export function grammarFix(title: string, start: number, end: number, newText: string): GrammarFix {
  return { title, edits: [{ span: { start, end }, newText }] };
}

/** A break whose sentence stands so many UTF-16 units further on. */
export function shifted(found: GrammarError, by: number): GrammarError {
  const further = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...found,
    span: further(found.span),
    fixes: found.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ span: further(span), newText })),
    })),
  };
}
