import { wordSet } from '../../lexicon/wordSet.js';
import { isEnglishWord, isEnglishWordOrPlural, isVerbForm } from '../../prose/dictionary.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isArticle, isFiniteBe, isPronoun, isRelative } from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { lower } from './structure/words.js';

/** Words that are doubled for emphasis, or that form names and interjections when doubled. */
const EMPHATIC =
  wordSet(`very really so too much many far way long big old never again ever more yes now there well hear ha bye night
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
      // No pair with an article is doubled on purpose, as “come on come on” is.
      needsLook: !(length === 1
        ? isCertainSlip(tokens, index, setting)
        : tokens.slice(index, index + 2).some(isArticle)),
    });
    index += 2 * length - 1;
  }
  return found;
}

/** True if the `length` words at `index` are repeated just after, with only a space between. */
function repeats(tokens: readonly Token[], index: number, length: number, text: string): boolean {
  const words = tokens.slice(index, index + 2 * length);
  const last = words.at(-1);
  if (last === undefined || words.length < 2 * length) return false;
  if (!words.every(({ kind, text: word }) => kind === 'word' && /^[\p{L}\p{M}]+$/u.test(word)))
    return false;
  const phrase = words.slice(0, length).map(lower).join(' ');
  const isDoubled = text.slice(words[0]?.start, last.end).toLowerCase() === `${phrase} ${phrase}`;
  if (!isDoubled || words.slice(length).some(startsWithCapital)) return false;
  // “Man man-to-man”: the second word belongs to another.
  if (/^[-–’'/@#.&]\p{L}/u.test(text.slice(last.end, last.end + 2))) return false;
  return length === 1
    ? !isLegitimate(tokens, index)
    : !isLegitimatePair(words.slice(0, 2)) && !hasFreeRelative(tokens, index);
}

/** True if a doubled word can be correct: “had had”, “what it is is”, “I know that that man”. */
function isLegitimate(tokens: readonly Token[], index: number): boolean {
  const word = lower(tokens[index]);
  const next = tokens[index + 2];
  // A doubled letter may be a spelling or a sound, unless it is the article “a”.
  const isLetter = word.length === 1 && !(word === 'a' && tokens[index]?.text === 'a');
  if (EMPHATIC.has(word)) return true;
  // “No no”, “ha ha”; words that are not English are likely a whole name, as in “mahi mahi”.
  if (isLetter || tokens[index]?.tag === 'INTJ' || !isEnglishWordOrPlural(word)) return true;
  // “The will will be read”, “a can can rust”: a noun and the verb that it is the subject of.
  if (tokens[index]?.tag === 'NOUN' && tokens[index + 1]?.tag === 'AUX') return true;
  if (tokens[index]?.tag === 'VERB' && hasFreeRelative(tokens, index)) return true;
  if (word === 'that') return !(startsWithCapital(next) || isPronoun(next) || next?.tag === 'DET');
  if (/^(?:had|her|do|does|did)$/u.test(word)) return true;
  if (isFiniteBe(tokens[index])) {
    // “What it is is …” is correct; “that was was” has no word between the relative and the verb.
    return (
      !isRelative(tokens[index - 1]) &&
      tokens.slice(0, index).some((token) => isRelative(token) || lower(token) === 'all')
    );
  }
  if (!/^(?:in|on|out|off|over|through|around)$/u.test(word)) return false;
  const verb = tokens[index - 1];
  return (
    (verb?.tag === 'VERB' && TAKES_PARTICLE.test(verb.lemma)) ||
    tokens.slice(0, index).some(isRelative)
  );
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
  const [first, second, next] = tokens.slice(index, index + 3);
  if (first === undefined || first.tag !== second?.tag) return false;
  // “Heard that that Monday was the worst”: the second one points.
  if (first.lower === 'that' && startsWithCapital(next)) return false;
  // “A a cappella choir”: the second “a” belongs to a foreign phrase.
  if (first.lower === 'a' && !isEnglishWord(next?.text ?? '')) return false;
  if (/^(?:DET|ADP|CCONJ|SCONJ|PRON|AUX|PART)$/u.test(first.tag)) return true;
  return (
    setting === 'running' &&
    /^(?:NOUN|VERB|ADJ|ADV)$/u.test(first.tag) &&
    !(first.tag === 'NOUN' && isVerbForm(first.lower))
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

/** True for pairs that can be doubled: “again and again and again”, “day by day by day”. */
function isLegitimatePair(pair: readonly Token[]): boolean {
  const links = (token: Token): boolean => /^(?:and|or|by|after|upon|to|on)$/u.test(token.lower);
  return (
    pair.some(links) &&
    pair.every((token) => links(token) || /^(?:NOUN|ADV|ADJ|VERB|ADP)$/u.test(token.tag))
  );
}
