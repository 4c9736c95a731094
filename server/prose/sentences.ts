import { opensSentence } from './sentenceOpeners.js';
import { isAttributionLine, type SentenceRole } from './structuralRole.js';
import { attributionsIn } from './speech/speaker.js';
import { type Token, readTokens } from './tokens.js';
import { type CutToken, cutTokens } from './tokenizer.js';

/** One sentence of a block; offsets are UTF-16 units into the block's prose. */
export interface Sentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /**
   * The same words as an earlier version of the text had them, in a block of the same kind though perhaps
   * at another place in it: what hangs on the words alone is kept by this. Absent where they are new.
   */
  readonly original?: Sentence;
}

/** Cuts prose into sentences, as a reader would, and reads each with grammar. */
export function splitSentences(text: string): readonly (readonly Token[])[] {
  const groups: (readonly CutToken[])[] = [];
  for (const group of cutAtEnds(cutTokens(text))) {
    const before = groups.at(-1);
    if (before !== undefined && continues(before, group, text)) {
      groups[groups.length - 1] = [...before, ...group];
    } else {
      groups.push(group);
    }
  }
  const last = groups.pop();
  const all = last === undefined ? groups : [...groups, ...cutAtSignature(last, text)];
  return all.map(readTokens);
}

const CLOSING = /^["”’)\]']$/u;
const OPENING = /^["“‘([']$/u;

/** Cuts after each mark, or abbreviation, that ends a sentence by what stands around it. */
function cutAtEnds(cuts: readonly CutToken[]): readonly (readonly CutToken[])[] {
  const groups: CutToken[][] = [];
  let group: CutToken[] = [];
  for (let at = 0; at < cuts.length; at++) {
    const cut = cuts[at];
    if (cut === undefined) break;
    group.push(cut);
    if (!isEnd(cut)) continue;
    let after = at + 1;
    while (closesAfter(cuts, after)) after++;
    if (!endsSentence(cut, group, cuts, after)) continue;
    group.push(...cuts.slice(at + 1, after));
    at = after - 1;
    groups.push(group);
    group = [];
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function isEnd({ text, abbreviation }: CutToken): boolean {
  return abbreviation === 'final' || /^(?:[.!?]|\.{2,}|…)$/u.test(text);
}

/** True for a further mark of the same end: “?!”, and the quotation marks and brackets that close there. */
function closesAfter(cuts: readonly CutToken[], at: number): boolean {
  const mark = cuts[at];
  const before = cuts[at - 1];
  if (mark === undefined || before === undefined) return false;
  // “He won. [7]”: the number of a note.
  if (/^\[$/u.test(mark.text)) return isNote(cuts, at);
  if (mark.kind === 'number' && before.text === '[') return isNote(cuts, at - 1);
  if (/^[.!?]$/u.test(mark.text)) return mark.start === before.end || before.text === mark.text;
  if (!CLOSING.test(mark.text)) return false;
  const touches = mark.start === before.end;
  // A straight mark after a space opens what follows, if that touches it.
  const next = cuts[at + 1];
  const opens = /^["']$/u.test(mark.text) && !touches && next?.start === mark.end;
  return !opens && (touches || /^[”’)\]]$/u.test(mark.text) || next === undefined);
}

/** True where a number in square brackets stands at `at`. */
function isNote(cuts: readonly CutToken[], at: number): boolean {
  return cuts[at + 1]?.kind === 'number' && cuts[at + 2]?.text === ']';
}

/** True where the sentence ends at `cut`; `after` is the index of the next one's first token. */
function endsSentence(
  cut: CutToken,
  group: readonly CutToken[],
  cuts: readonly CutToken[],
  after: number,
): boolean {
  const next = cuts[after];
  if (next === undefined) return true;
  const last = cuts[after - 1] ?? cut;
  const word = OPENING.test(next.text) ? (cuts[after + 1] ?? next) : next;
  const small = /^\p{Ll}/u.test(word.text);
  // “1. The first thing”
  if (cut.text === '.' && group.length === 2 && group[0]?.kind === 'number') return false;
  // Nothing between: a lost space, if a capital follows.
  if (last.end === next.start && !/^(?:["“‘(]|\p{Lu}\p{Ll})/u.test(next.text)) return false;
  if (cut.abbreviation !== undefined) {
    if (small || !/^[\p{Lu}\p{N}]/u.test(word.text)) return false;
    if (last !== cut || word !== next || opensSentence(word.text)) return true;
    return ENDS_BEFORE_ANY.test(cut.text) && word.kind === 'word' && !FOLLOWS_HOUR.test(word.text);
  }
  if (/^(?:\.{2,}|…)$/u.test(cut.text)) return last !== cut ? !small : opensSentence(word.text);
  if (/^[,;:)\]%—–]$/u.test(next.text)) return false;
  return cut.text === '.' || !small;
}

/** Abbreviations after which a name begins a sentence. */
const ENDS_BEFORE_ANY = /^(?:[ap]\.m\.|etc\.|hrs\.|yrs\.|lbs\.)$/u;
/** What may stand after an hour. */
const FOLLOWS_HOUR =
  /^(?:\p{Lu}{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Eastern|Pacific|Central|Mountain|Greenwich|Local))$/u;

/** Parts a quotation from the line below it that names its speaker: “We won.” — Ada Roe. */
function cutAtSignature(
  group: readonly CutToken[],
  text: string,
): readonly (readonly CutToken[])[] {
  const at = group.findLastIndex((token) => /^(?:—|–|--?)$/u.test(token.text));
  const dash = group[at];
  const end = group.at(-1)?.end;
  if (dash === undefined || end === undefined || at === 0) return [group];
  const ended = /[.!?…]["”’')]*\s$/u.test(text.slice(Math.max(0, dash.start - 8), dash.start));
  return ended && isAttributionLine(text.slice(dash.start, end))
    ? [group.slice(0, at), group.slice(at)]
    : [group];
}

/**
 * True where `part` goes on with the sentence before it: a quotation ended in ? or ! and its
 * attribution follows, or a name with a mark of its own (“Jeopardy!”) stands before a small letter.
 */
function continues(before: readonly CutToken[], part: readonly CutToken[], text: string): boolean {
  const first = part[0];
  const last = before.at(-1);
  if (first === undefined || last === undefined) return false;
  if (part.every((cut) => CLOSING.test(cut.text))) return true;
  const mark = CLOSING.test(last.text) ? before.at(-2) : undefined;
  if (mark === undefined || !/^(?:[!?…,]|\.{2,})$/u.test(mark.text)) return false;
  return /^\p{Ll}/u.test(first.text) || opensWithAttribution(part, text);
}

/** True for “Ms. Roe said.” and “Ms. Roe asked the court.”, but not for “Ms. Roe said no.” */
function opensWithAttribution(part: readonly CutToken[], text: string): boolean {
  const tokens = readTokens(part.slice(0, LONGEST_ATTRIBUTION));
  const [said] = attributionsIn(tokens, text, []);
  if (said?.span.start !== part[0]?.start) return false;
  const after = tokens.find((token) => said !== undefined && token.start >= said.span.end);
  const takesListener = /(?:told|tells|asked|asks)$/iu.test(
    text.slice(said?.span.start, said?.span.end),
  );
  return after === undefined || takesListener || after.tag === 'ADP' || /^[.,;]$/u.test(after.text);
}

const LONGEST_ATTRIBUTION = 20;
