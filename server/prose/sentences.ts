import { isAttributionLine, type SentenceRole } from './furniture.js';
import { attributionsIn } from './speaker.js';
import { type Token, type TokenGroups, tokenize } from './tokens.js';

/** One sentence of a block; offsets are UTF-16 units into the block's prose. */
export interface Sentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** Cuts prose into groups of tokens, one a sentence, as a reader would. Cannot throw. */
export function splitSentences(text: string): TokenGroups {
  const groups: Token[][] = [];
  for (const group of tokenize(text)) {
    for (const part of cutAtFullStops(group, text)) {
      const before = groups.at(-1);
      const kept = before === undefined ? 0 : marksOfThePrevious(part);
      const rest = part.slice(kept);
      if (before !== undefined) append(before, part.slice(0, kept));
      if (before !== undefined && continues(before, rest, text)) append(before, rest);
      else if (rest.length > 0) groups.push(rest);
    }
  }
  const last = groups.pop();
  return last === undefined ? groups : [...groups, ...cutAtSignature(last, text)];
}

/** One at a time, since a hostile sentence has more tokens than a call may have arguments. */
function append(group: Token[], tokens: readonly Token[]): void {
  for (const token of tokens) group.push(token);
}

/** Parts a quotation from the line below it that names its speaker: “We won.” — Ada Roe. */
function cutAtSignature(group: readonly Token[], text: string): readonly (readonly Token[])[] {
  const at = group.findLastIndex((token) => /^(?:—|–|--?)$/u.test(token.text));
  const dash = group[at];
  const end = group.at(-1)?.end;
  if (dash === undefined || end === undefined || at === 0) return [group];
  const ended = /[.!?…]["”’')]*\s$/u.test(text.slice(Math.max(0, dash.start - 8), dash.start));
  return ended && isAttributionLine(text.slice(dash.start, end))
    ? [group.slice(0, at), group.slice(at)]
    : [group];
}

/** How many closing marks at the head of a group belong to the sentence before it. */
function marksOfThePrevious(part: readonly Token[]): number {
  const count = part.findIndex((token) => !/^[”’)\]]$/u.test(token.text));
  return count < 0 ? part.length : count;
}

const CLOSING = /^["”’)\]']$/u;

/** Ends a sentence that the tokenizer ran on: “No.” is an abbreviation to it, even before a closing quotation mark. */
function cutAtFullStops(group: readonly Token[], text: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [];
  let part: Token[] = [];
  for (const [index, token] of group.entries()) {
    part.push(token);
    const next = group[index + 1];
    if (next === undefined) continue;
    const quoteEnds =
      /^["”]$/u.test(token.text) &&
      /[\p{L}\p{N}][.!?]$/u.test(text.slice(Math.max(0, token.start - 3), token.start));
    const capital = /^\p{Lu}\p{Ll}/u.test(next.text) && text.slice(token.end, next.start) !== '';
    if (quoteEnds && capital && opened(part)) {
      parts.push(part);
      part = [];
    }
  }
  parts.push(part);
  return parts;
}

/** True where a quotation that ends here also began with the sentence, so that its full stop is the sentence's own. */
function opened(part: readonly Token[]): boolean {
  return /^["“]$/u.test(part[0]?.text ?? '');
}

/**
 * True where `part` goes on with the sentence before it: a quotation ended in ? or ! and its
 * attribution follows, an abbreviation or a name with a mark of its own (“U.S.”, “Jeopardy!”) stands
 * before a small letter, or nothing stands between (“Gawker.com”, “a .22 rifle”).
 */
function continues(before: readonly Token[], part: readonly Token[], text: string): boolean {
  const first = part[0];
  const last = before.at(-1);
  if (first === undefined || last === undefined) return false;
  if (part.every((token) => CLOSING.test(token.text))) return true;
  const small = /^\p{Ll}/u.test(first.text);
  if (last.end === first.start && /^(?:\p{Ll}|\d|\p{Lu}(?:\.|$))/u.test(first.text)) return true;
  if (small && /^(?:(?:\p{L}\.){2,}|[!?]+)$/u.test(last.text)) return true;
  const mark = CLOSING.test(last.text) ? before.at(-2) : undefined;
  if (mark === undefined || !/^[?!…,]+$/u.test(mark.text)) return false;
  return small || opensWithAttribution(part, text);
}

/** True for “Ms. Roe said.” and “Ms. Roe asked the court.”, but not for “Ms. Roe said no.” */
function opensWithAttribution(part: readonly Token[], text: string): boolean {
  const [said] = attributionsIn(part.slice(0, LONGEST_ATTRIBUTION), text, []);
  if (said?.span.start !== part[0]?.start) return false;
  const after = part.find((token) => said !== undefined && token.start >= said.span.end);
  const takesListener = /(?:told|tells|asked|asks)$/iu.test(
    text.slice(said?.span.start, said?.span.end),
  );
  return after === undefined || takesListener || after.tag === 'ADP' || /^[.,;]$/u.test(after.text);
}

const LONGEST_ATTRIBUTION = 20;
