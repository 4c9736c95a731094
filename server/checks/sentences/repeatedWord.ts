import { wordSet } from '../../lexicon/wordSet.js';
import { isEnglishWord, isEnglishWordOrPlural, isVerbForm } from '../../prose/dictionary.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isHave, isPronoun, isRelative, isFiniteBe } from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { lower } from './structure/words.js';

/** Words that are doubled for emphasis, or that form names and interjections when doubled. */
const EMPHATIC =
  wordSet(`very really so too much many far way long big old never again ever more no yes now there well hear ha bye night
knock tut chop win blah bla yada can aye hush tap choo woof quack boo yo pom cha tom pow goody fifty half less wee dik
up down round huge super massive tiny good bad hot cold cheap nice deep dark like on`);

/** Finds words written twice in a row (“an an event”), and pairs of words (“of the of the”). */
export function findRepeatedWords({ sentence, text, setting }: Passage): readonly GrammarError[] {
  const { tokens } = sentence;
  const found: GrammarError[] = [];
  for (let index = 0; index + 1 < tokens.length; index++) {
    const length = repeats(tokens, index, 1, text) ? 1 : repeats(tokens, index, 2, text) ? 2 : 0;
    const first = tokens[index];
    const last = tokens[index + 2 * length - 1];
    const kept = tokens[index + length - 1];
    if (length === 0 || first === undefined || last === undefined || kept === undefined) continue;
    const words = text.slice(first.start, kept.end);
    found.push({
      kind: 'repeated-word',
      span: { start: first.start, end: last.end },
      message: `“${text.slice(first.start, last.end)}” should be “${words}”.`,
      confidence: length === 1 ? 0.97 : 0.9,
      fixes: [grammarFix(`Delete the second “${words}”`, kept.end, last.end, '')],
      isFirstFixPreferred: true,
      needsLook: length === 1 ? !isCertainSlip(tokens, index, setting) : !hasArticle(tokens, index),
    });
    index += 2 * length - 1;
  }
  return found;
}

/** True if the `length` words at `index` are repeated just after, with only a space between. */
function repeats(tokens: readonly Token[], index: number, length: number, text: string): boolean {
  for (let offset = 0; offset < length; offset++) {
    const one = tokens[index + offset];
    const two = tokens[index + offset + length];
    if (one === undefined || two === undefined) return false;
    if (one.kind !== 'word' || two.kind !== 'word' || !/^[\p{L}\p{M}]+$/u.test(two.text))
      return false;
    if (lower(one) !== lower(two) || startsWithCapital(two)) return false;
    if (offset > 0 && text.slice(tokens[index + offset - 1]?.end, one.start) !== ' ') return false;
    if (offset > 0 && text.slice(tokens[index + offset + length - 1]?.end, two.start) !== ' ')
      return false;
  }
  const repetition = tokens[index + length];
  if (text.slice(tokens[index + length - 1]?.end, repetition?.start) !== ' ') return false;
  if (
    /^[-–’'/@#.&]/u.test(text.slice(tokens[index + 2 * length - 1]?.end)) &&
    /^[-–’'/@#.&]\p{L}/u.test(text.slice(tokens[index + 2 * length - 1]?.end))
  )
    return false;
  if (
    /[-–/@#.&]$/u.test(text.charAt((tokens[index]?.start ?? 0) - 1)) &&
    length === 1 &&
    EMPHATIC.has(lower(repetition))
  )
    return false;
  return length === 1 ? !isLegitimate(tokens, index) : !isLegitimatePair(tokens, index);
}

/** True if a doubled word can be correct: “had had”, “what it is is”, “I know that that man”. */
function isLegitimate(tokens: readonly Token[], index: number): boolean {
  const word = lower(tokens[index]);
  const next = tokens[index + 2];
  // A doubled letter may be a spelling or a sound, unless it is the article “a”.
  const isLetter = word.length === 1 && !(word === 'a' && tokens[index]?.text === 'a');
  // “They have no no suspects”: not the interjection.
  if (word === 'no' && next?.tag === 'NOUN' && isHave(tokens[index - 1])) return false;
  if (EMPHATIC.has(word)) return !isGraded(tokens, index);
  // “No, no”, “ha ha”.
  const isInterjection = tokens[index]?.tag === 'INTJ';
  if (isLetter || isInterjection || isNameWrittenSmall(tokens, index)) return true;
  // “The will will be read”, “a can can rust”: a noun and the verb that it is the subject of.
  if (tokens[index]?.tag === 'NOUN' && tokens[index + 1]?.tag === 'AUX') return true;
  if (tokens[index]?.tag === 'VERB' && hasFreeRelative(tokens, index)) return true;
  if (word === 'that') return !(startsWithCapital(next) || isPronoun(next) || next?.tag === 'DET');
  if (word === 'had' || word === 'her' || word === 'do' || word === 'does' || word === 'did')
    return true;
  if (isFiniteBe(tokens[index])) {
    // “What it is is …” is correct; “that was was” has no word between the relative and the verb.
    return (
      !isRelative(tokens[index - 1]) &&
      tokens.slice(0, index).some((token) => isRelative(token) || lower(token) === 'all')
    );
  }
  if (/^(?:in|on|out|off|over|through|around)$/u.test(word))
    return takesParticle(tokens[index - 1]) || tokens.slice(0, index).some(isRelative);
  return false;
}

/**
 * True for an emphatic word that cannot be doubled for emphasis here, because something else already says how much:
 * “three miles long long”, “as many many as”, “too much much”; and for a “long” that only says since when: “has long
 * long been”.
 */
function isGraded(tokens: readonly Token[], index: number): boolean {
  const [before, first, next] = [tokens[index - 1], tokens[index], tokens[index + 2]];
  if (before === undefined || first === undefined || lower(before) === lower(first)) return false;
  if (DEGREE.test(lower(before)) && (first.tag === 'ADJ' || first.tag === 'ADV')) return true;
  const isMeasured = tokens[index - 2]?.tag === 'NUM' && before.tag === 'NOUN';
  if (isMeasured && isDimension(first)) return true;
  return (
    lower(first) === 'long' && before.tag === 'AUX' && (next?.tag === 'VERB' || next?.tag === 'AUX')
  );
}

/** Words that say how much or that a comparison follows. */
const DEGREE = /^(?:as|too|how|however|less|least|more|most|any)$/u;

/** True for an adjective that follows a measure: “three miles long”, “two feet deep”. */
function isDimension({ lemma, tag }: Token): boolean {
  return (
    (tag === 'ADJ' || tag === 'ADV') &&
    /^(?:long|deep|high|wide|tall|old|thick|far|big)$/u.test(lemma)
  );
}

/** True for a doubled word that is no English word, and so is likely a whole name: “mahi mahi”. */
function isNameWrittenSmall(tokens: readonly Token[], index: number): boolean {
  return !isEnglishWordOrPlural(lower(tokens[index]));
}

/**
 * True if nobody would want the second of two equal words: a function word, or a word of running prose that can be read in
 * one way only. “Ship ship” may be a noun and a verb, “two two” a result.
 */
function isCertainSlip(
  tokens: readonly Token[],
  index: number,
  setting: Passage['setting'],
): boolean {
  const [first, second, next] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (first === undefined || first.tag !== second?.tag) return false;
  // “Heard that that Monday was the worst”: the second one points.
  if (lower(first) === 'that' && startsWithCapital(next)) return false;
  switch (first.tag) {
    case 'DET':
    case 'ADP':
    case 'CCONJ':
    case 'SCONJ':
    case 'PRON':
    case 'AUX':
    case 'PART':
      // “A a cappella choir”: the second “a” belongs to a foreign phrase.
      return lower(first) !== 'a' || (next !== undefined && isEnglishWord(next.text));
    case 'NOUN':
      return setting === 'running' && !isVerbForm(lower(first));
    case 'VERB':
    case 'ADJ':
    case 'ADV':
      return setting === 'running';
    default:
      return false;
  }
}

/** True for an article and a preposition or noun, which are not doubled on purpose as “come on come on” is. */
function hasArticle(tokens: readonly Token[], index: number): boolean {
  const pair = tokens.slice(index, index + 2);
  return (
    pair.some((token) => /^(?:the|an?)$/u.test(lower(token))) &&
    pair.every(({ tag }) => tag !== 'ADJ' && tag !== 'ADV')
  );
}

/**
 * “What is done is done”, “whoever wins wins all”: a subject clause can end with the verb that
 * follows it.
 */
function hasFreeRelative(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(0, index)
    .some((token) => /^(?:what|whatever|whoever|whichever)$/u.test(lower(token)));
}

/** Phrasal verbs with “in”, “on” and so on: “she checked in in May”. */
const TAKES_PARTICLE =
  /^(?:act|back|bail|barge|be|blow|book|break|bring|build|burn|call|carry|cash|cave|check|chip|climb|close|come|cut|dial|dig|dine|dive|draw|drop|factor|fall|fill|fit|flood|fly|follow|get|give|go|hand|hang|head|hold|join|jump|keep|key|kick|lay|lead|let|lie|lock|log|look|march|move|opt|pack|pass|pay|phase|phone|pile|pitch|play|plug|pop|pour|pull|push|put|rein|ride|roll|run|rush|send|set|settle|show|shut|sign|sink|sit|sleep|stand|start|stay|step|stop|straggle|swear|sweep|take|tie|tune|turn|usher|walk|wade|wear|weigh|work|write|zero|zoom)$/u;

function takesParticle(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && TAKES_PARTICLE.test(token.lemma);
}

/** True for pairs that can be doubled: “again and again and again”, “day by day by day”. */
function isLegitimatePair(tokens: readonly Token[], index: number): boolean {
  const pair = [tokens[index], tokens[index + 1]];
  if (
    pair.some((token) => /^(?:VERB|AUX)$/u.test(token?.tag ?? '')) &&
    hasFreeRelative(tokens, index)
  )
    return true;
  return (
    pair.some((token) => /^(?:and|or|by|after|upon|to|on)$/u.test(lower(token))) &&
    pair.some(
      (token) =>
        token?.kind === 'word' &&
        /^(?:NOUN|ADV|ADJ|VERB|ADP)$/u.test(token.tag) &&
        !/^(?:and|or|by|after|upon|to)$/u.test(lower(token)),
    )
  );
}
