/**
 * Where a courtesy or academic title precedes a name: only at first reference, only after it, or
 * never.
 */
export type TitleUse = 'first' | 'later' | 'never';

/** The requirement of a rule of a house style. */
export type StyleDemand =
  /**
   * Words to avoid, each spelled out; and what to write instead, all of the choices if there are
   * several.
   */
  | {
      readonly kind: 'avoid';
      readonly phrases: readonly string[];
      readonly write: readonly string[];
    }
  /** The only way to write a word: its capitals, hyphens and spaces. */
  | { readonly kind: 'form'; readonly form: string }
  /** Whole numbers below this one are written in words, others in figures. */
  | { readonly kind: 'numbers'; readonly below: number }
  | { readonly kind: 'titles'; readonly use: TitleUse }
  /** The paper's own name, as it writes it. */
  | { readonly kind: 'paper'; readonly name: string };

/** A rule of a house style. */
export type StyleRule = StyleDemand & {
  /** The 1-based line of the file on which it starts. */
  readonly line: number;
  /** Its reason, in a few words. */
  readonly why?: string;
  /** A text that it reports. */
  readonly wrong?: string;
  /** A text that no rule reports. */
  readonly right?: string;
};

/** The style of a newsroom. */
export interface HouseStyle {
  readonly rules: readonly StyleRule[];
}

/** The rule in a few words: “percent” → “per cent”. */
export function ruleText(rule: StyleRule): string {
  switch (rule.kind) {
    case 'avoid': {
      const [first = '', ...others] = rule.phrases;
      const phrases = `“${first}”${others.length === 0 ? '' : ' and the like'}`;
      return rule.write.length === 0 ? phrases : `${phrases} → ${inQuotes(rule.write)}`;
    }
    case 'form':
      return `written “${rule.form}”`;
    case 'numbers':
      return `numbers in words below ${rule.below}`;
    case 'titles':
      return TITLE_TEXTS[rule.use];
    case 'paper':
      return `the paper is “${rule.name}”`;
  }
}

const TITLE_TEXTS: Readonly<Record<TitleUse, string>> = {
  first: 'titles at the first reference only',
  later: 'titles after the first reference only',
  never: 'no courtesy titles',
};

/** Alternatives as a message names them: “use” or “apply”. */
export function inQuotes(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(' or ');
}
