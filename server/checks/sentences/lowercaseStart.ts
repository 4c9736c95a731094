import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCountry } from '../../prose/fusedWords.js';
import { type Token, analysisOf } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isCapitalised } from './structure/words.js';

const DAYS =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december)s?$/u;

/** What opens a surname and keeps its small letter: “de Blasio”, “van Gogh”, “bin Laden”. */
const PARTICLES =
  /^(?:al|bin|da|das|de|del|della|den|der|di|dos|du|el|ibn|la|le|les|ten|ter|van|von|zu)$/u;

/** Before these a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:(?:\p{L}{1,3}\.)+\p{L}{1,3}|[\p{L}]|etc|mon|tue|tues|wed|thu|thurs|fri|sat|sun|vs|bros|mt|inc|ltd|co|corp|no|nos|st|jr|sr|dr|mr|mrs|ms|prof|gen|col|sgt|lt|gov|sen|rep|rev|jan|feb|mar|apr|aug|sept?|oct|nov|dec|approx|est|dept|cf|al|ed|eds|fig|vol|p|pp|ft|in|lb|oz|km|cm|mm|min|hr|sec|u\.s|u\.k|u\.n|d\.c|a\.m|p\.m|e\.g|i\.e)\.$/iu;

/** A sentence that opens with a small letter, and days and months written small. */
export function findLowercaseStarts(passage: Passage): readonly GrammarError[] {
  const { sentence, setting, text, previous } = passage;
  const found: GrammarError[] = [];
  const first = sentence.tokens.find((token) => token.kind === 'word');
  if (first !== undefined && sentence.role === 'credit' && opensWithSmallName(sentence.tokens)) {
    found.push(capital(first.start, first.end, text, 'A name takes a capital', 0.85));
  }
  if (first !== undefined && setting === 'running' && opensSmall(passage, first.start)) {
    found.push(
      capital(
        first.start,
        first.end,
        text,
        'A sentence opens with a capital',
        previous === undefined ? 0.85 : 0.93,
      ),
    );
  }
  for (const [index, token] of sentence.tokens.entries()) {
    const after = sentence.tokens[index + 1];
    if (
      /^(?:mr|mrs|ms|dr)\.?$/u.test(token.text) &&
      isCapitalised(after) &&
      found[0]?.span.start !== token.start
    )
      found.push(
        capital(token.start, token.end, text, 'A title before a name takes a capital', 0.85),
      );
    if (token !== first && setting === 'running' && isSmallName(sentence.tokens, index, text))
      found.push(capital(token.start, token.end, text, 'A name takes a capital', 0.84));
    if (DAYS.test(token.text) && found[0]?.span.start !== token.start) {
      found.push(capital(token.start, token.end, text, 'Days and months take a capital', 0.85));
    }
  }
  return found;
}

function capital(
  start: number,
  end: number,
  text: string,
  reason: string,
  confidence: number,
): GrammarError {
  const word = text.slice(start, end);
  const right = capitalised(word);
  return {
    kind: 'lowercase-start',
    span: { start, end },
    message: `${reason}: “${right}”.`,
    confidence,
    fixes: [grammarFix(`Write “${right}”`, start, end, right)],
    isFirstFixPreferred: true,
  };
}

/** “flew to france”: a country whose name is no word besides, with a preposition before it and plain words around. */
function isSmallName(tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return (
    token !== undefined &&
    (token.tag === 'PROPN' || !isEnglishWord(token.text)) &&
    /^\p{Ll}{4,}$/u.test(token.text) &&
    /^(?:in|to|from|of|at|near|for|with)$/u.test(before?.text ?? '') &&
    text.slice(before?.end, token.start) === ' ' &&
    /^[\s.,;:?!’']/u.test(`${text} `.slice(token.end)) &&
    !/^[.:]\S/u.test(text.slice(token.end)) &&
    isCountry(capitalised(token.text))
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** “ana roe contributed reporting”: a credit that opens with a name, not with “photo by”. */
function opensWithSmallName([first]: readonly Token[]): boolean {
  return (
    first?.kind === 'word' &&
    /^\p{Ll}{2,}$/u.test(first.text) &&
    !PARTICLES.test(first.text) &&
    !isEnglishWord(first.text)
  );
}

function opensSmall({ sentence, previous, text }: Passage, start: number): boolean {
  const [first, second] = sentence.tokens.filter((token) => token.kind !== 'punctuation');
  if (first?.start !== start || !/^\p{Ll}{2,}$|^a$/u.test(first.text)) return false;
  if (PARTICLES.test(first.text) && isCapitalised(second)) return false;
  const opening = text.slice(sentence.start, start);
  if (!/^["“‘'(]?$/u.test(opening) || /^[.@/:_]/u.test(text.slice(first.end, first.end + 2).trim()))
    return false;
  if (previous === undefined)
    return (
      (finiteMainVerb(analysisOf(sentence.tokens)) >= 0 &&
        sentence.tokens.length > 4 &&
        !isCapitalised(second)) ||
      second?.tag === 'PROPN'
    );
  if (previous.end === sentence.start) return false;
  const before = previous.text;
  return (
    /[\p{Ll}\p{N}%)”"][.?!]["”]?$/u.test(before) &&
    !/[…]|\.\./u.test(before.slice(-4)) &&
    !ABBREVIATION.test(before) &&
    !/[?!]["”’']?$/u.test(before)
  );
}
