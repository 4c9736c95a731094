import type { Span } from '../../prose/span.js';
import type { Code } from '../rules.js';

type KindOf<Whole extends Code> = Whole extends `sentence/${infer Kind}` ? Kind : never;

/** The kinds of errors in a sentence: the second half of the codes `sentence/…`. */
export type GrammarErrorKind = KindOf<Code>;

/** Replaces a span of the block's prose by `newText`. */
interface ProseEdit {
  /** UTF-16 units of the block's prose. */
  readonly span: Span;
  readonly newText: string;
}

/** A way to correct a grammar error. */
export interface GrammarFix {
  /** The effect of the fix, as the label of a button. */
  readonly title: string;
  /** Edits that do not overlap. */
  readonly edits: readonly ProseEdit[];
}

/** A place where a sentence is ungrammatical or malformed. */
export interface GrammarError {
  readonly kind: GrammarErrorKind;
  /** The smallest span that shows it, in UTF-16 units of the block's prose. */
  readonly span: Span;
  /** The error in one plain sentence: what is missing, doubled or out of place. */
  readonly message: string;
  /** How certain the check is, 0 to 1. */
  readonly confidence: number;
  /** Best first. */
  readonly fixes: readonly GrammarFix[];
  /** True if the first fix is the one an editor would take without thinking. */
  readonly isFirstFixPreferred: boolean;
  /** Set if the sentence reader found it and no rule did. */
  readonly foundBy?: 'reader';
  /** True if the writer may have meant it, so that “Fix all” leaves it alone. */
  readonly needsLook?: boolean;
}

/** The fix that makes one edit. */
export function grammarFix(title: string, start: number, end: number, newText: string): GrammarFix {
  return { title, edits: [{ span: { start, end }, newText }] };
}

/** The same error in a sentence that has moved by this many UTF-16 units. */
export function shifted(found: GrammarError, by: number): GrammarError {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...found,
    span: moved(found.span),
    fixes: found.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ span: moved(span), newText })),
    })),
  };
}
