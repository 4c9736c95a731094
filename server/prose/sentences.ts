import { opensSentence } from '../lexicon/sentenceOpeners.js';
import { isAttributionLine, type SentenceRole } from './structuralRole.js';
import { attributionsIn } from './speech/speaker.js';
import { type Token, analyseTokens } from './tokens.js';
import { type RawToken, tokenize } from './tokenizer.js';

/** One sentence of a block; offsets are UTF-16 units into the block's prose. */
export interface Sentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /**
   * The same sentence in an earlier version of the text, in a block of the same kind though
   * possibly at another position: results that depend on the words alone are memoized under this
   * object. Absent if the sentence is new.
   */
  readonly original?: Sentence;
}

/** Splits prose into sentences and analyses the grammar of each. */
export function splitSentences(text: string): readonly (readonly Token[])[] {
  const groups: (readonly RawToken[])[] = [];
  for (const group of splitAtEnds(tokenize(text))) {
    const before = groups.at(-1);
    if (before !== undefined && continuesSentence(before, group, text)) {
      groups[groups.length - 1] = [...before, ...group];
    } else {
      groups.push(group);
    }
  }
  const last = groups.pop();
  const all = last === undefined ? groups : [...groups, ...splitAtSignature(last, text)];
  return all.map(analyseTokens);
}

const CLOSING = /^["”’)\]']$/u;
const OPENING = /^["“‘([']$/u;

/** Splits after each mark or abbreviation that ends a sentence, judging by its context. */
function splitAtEnds(tokens: readonly RawToken[]): readonly (readonly RawToken[])[] {
  const groups: RawToken[][] = [];
  let group: RawToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    group.push(token);
    if (!isEndMark(token)) continue;
    let after = at + 1;
    while (belongsToEnd(tokens, after)) after++;
    if (!endsSentence(token, group, tokens, after)) continue;
    group.push(...tokens.slice(at + 1, after));
    at = after - 1;
    groups.push(group);
    group = [];
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function isEndMark({ text, abbreviation }: RawToken): boolean {
  return abbreviation === 'final' || /^(?:[.!?]|\.{2,}|…)$/u.test(text);
}

/**
 * True for a further mark of the same sentence end: “?!”, and closing quotation marks and brackets.
 */
function belongsToEnd(tokens: readonly RawToken[], at: number): boolean {
  const mark = tokens[at];
  const before = tokens[at - 1];
  if (mark === undefined || before === undefined) return false;
  // “He won. [7]”: a footnote number.
  if (/^\[$/u.test(mark.text)) return isNoteNumber(tokens, at);
  if (mark.kind === 'number' && before.text === '[') return isNoteNumber(tokens, at - 1);
  if (/^[.!?]$/u.test(mark.text)) return mark.start === before.end || before.text === mark.text;
  if (!CLOSING.test(mark.text)) return false;
  const touches = mark.start === before.end;
  // A straight quotation mark after a space opens the following text if it touches it.
  const next = tokens[at + 1];
  const opens = /^["']$/u.test(mark.text) && !touches && next?.start === mark.end;
  return !opens && (touches || /^[”’)\]]$/u.test(mark.text) || next === undefined);
}

/** True if there is a number in square brackets at `at`. */
function isNoteNumber(tokens: readonly RawToken[], at: number): boolean {
  return tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ']';
}

/** True if the sentence ends at `token`; `after` is the index of the next sentence's first token. */
function endsSentence(
  token: RawToken,
  group: readonly RawToken[],
  tokens: readonly RawToken[],
  after: number,
): boolean {
  const next = tokens[after];
  if (next === undefined) return true;
  const last = tokens[after - 1] ?? token;
  const word = OPENING.test(next.text) ? (tokens[after + 1] ?? next) : next;
  const isLowerCase = /^\p{Ll}/u.test(word.text);
  // “1. The first thing”
  if (token.text === '.' && group.length === 2 && group[0]?.kind === 'number') return false;
  // No space in between: it was left out if a capital follows.
  if (last.end === next.start && !/^(?:["“‘(]|\p{Lu}\p{Ll})/u.test(next.text)) return false;
  if (token.abbreviation !== undefined) {
    if (isLowerCase || !/^[\p{Lu}\p{N}]/u.test(word.text)) return false;
    if (last !== token || word !== next || opensSentence(word.text)) return true;
    return (
      ENDS_BEFORE_NAME.test(token.text) && word.kind === 'word' && !FOLLOWS_HOUR.test(word.text)
    );
  }
  if (/^(?:\.{2,}|…)$/u.test(token.text))
    return last !== token ? !isLowerCase : opensSentence(word.text);
  if (/^[,;:)\]%—–]$/u.test(next.text)) return false;
  return token.text === '.' || !isLowerCase;
}

/** Abbreviations after which even a name starts a new sentence. */
const ENDS_BEFORE_NAME = /^(?:[ap]\.m\.|etc\.|hrs\.|yrs\.|lbs\.)$/u;
/** Words that can follow a time of day. */
const FOLLOWS_HOUR =
  /^(?:\p{Lu}{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Eastern|Pacific|Central|Mountain|Greenwich|Local))$/u;

/** Separates a quotation from the line below it that names its speaker: “We won.” — Ada Roe. */
function splitAtSignature(
  group: readonly RawToken[],
  text: string,
): readonly (readonly RawToken[])[] {
  const at = group.findLastIndex((token) => /^(?:—|–|--?)$/u.test(token.text));
  const dash = group[at];
  const end = group.at(-1)?.end;
  if (dash === undefined || end === undefined || at === 0) return [group];
  const followsSentence = /[.!?…]["”’')]*\s$/u.test(
    text.slice(Math.max(0, dash.start - 8), dash.start),
  );
  return followsSentence && isAttributionLine(text.slice(dash.start, end))
    ? [group.slice(0, at), group.slice(at)]
    : [group];
}

/**
 * True if `part` continues the sentence before it: an attribution after a quotation that ends in ?
 * or !, or a lower-case word after a name with its own mark (“Jeopardy!”).
 */
function continuesSentence(
  before: readonly RawToken[],
  part: readonly RawToken[],
  text: string,
): boolean {
  const first = part[0];
  const last = before.at(-1);
  if (first === undefined || last === undefined) return false;
  if (part.every((token) => CLOSING.test(token.text))) return true;
  const mark = CLOSING.test(last.text) ? before.at(-2) : undefined;
  if (mark === undefined || !/^(?:[!?…,]|\.{2,})$/u.test(mark.text)) return false;
  return /^\p{Ll}/u.test(first.text) || opensWithAttribution(part, text);
}

/** True for “Ms. Roe said.” and “Ms. Roe asked the court.”, but not for “Ms. Roe said no.” */
function opensWithAttribution(part: readonly RawToken[], text: string): boolean {
  const tokens = analyseTokens(part.slice(0, MAX_ATTRIBUTION_TOKENS));
  const [attribution] = attributionsIn(tokens, text, []);
  if (attribution?.span.start !== part[0]?.start) return false;
  const after = tokens.find(
    (token) => attribution !== undefined && token.start >= attribution.span.end,
  );
  const takesListener = /(?:told|tells|asked|asks)$/iu.test(
    text.slice(attribution?.span.start, attribution?.span.end),
  );
  return after === undefined || takesListener || after.tag === 'ADP' || /^[.,;]$/u.test(after.text);
}

const MAX_ATTRIBUTION_TOKENS = 20;
