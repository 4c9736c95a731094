import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { memoize } from '../../../prose/memoize.js';
import type { Block } from '../../../prose/prose.js';
import type { Sentence } from '../../../prose/sentences.js';
import type { Token } from '../../../prose/tokens.js';
import type { Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** First- and second-person words: the writer speaks in their own voice or to the reader. */
const PERSONAL = /^(?:i|we|us|my|our|me|you|your|let's)$/iu;

/** Verbs that open advice to the reader. */
const ADVICE =
  /^(?:ask|consider|follow|imagine|know|listen|look|note|read|remember|see|start|think|try|watch|forget|expect|click|call|find|send|write|learn|visit)$/iu;

/** The least content of a claim, as the sum of the weights of its terms. */
const LEAST = 1;

/**
 * True if a sentence may contain claims that a source could support: not a byline, question, advice
 * or the writer's opinion. What stands in italics below a headline or a picture is a claim if it is
 * a whole sentence.
 */
export function mayClaim(block: Pick<Block, 'kind' | 'emphasised'>, sentence: Sentence): boolean {
  if (sentence.role === 'credit') return states(sentence);
  if (sentence.role === 'heading') return isHeadline(sentence) && states(sentence);
  if (sentence.role !== 'prose') return false;
  if ((block.emphasised || block.kind === 'caption') && !isWhole(sentence)) return false;
  return states(sentence);
}

/** A heading of fewer tokens is a label. */
const SHORT_HEADING = 4;

/** True for a heading that says something: it has a verb or a figure. */
function isHeadline({ tokens }: Sentence): boolean {
  return (
    tokens.length >= SHORT_HEADING && tokens.some(({ tag }) => /^(?:VERB|AUX|NUM)$/u.test(tag))
  );
}

function isWhole({ text, tokens }: Sentence): boolean {
  return /[.!]["”’')\]]*$/u.test(text) && tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
}

/** False for questions, imperatives and counterfactuals. */
const states = memoize(({ text, tokens }: Sentence): boolean => {
  if (/[?][”"’')\]]*$/u.test(text)) return false;
  if (/^(?:more|read more) (?:from|on|in|about|our)\b/iu.test(text)) return false;
  return !isImperative(tokens) && !isCounterfactual(tokens);
});

/** “Had the road not been closed, the bus could have run.” */
function isCounterfactual(tokens: readonly Token[]): boolean {
  const [first] = tokens.filter(({ kind }) => kind === 'word');
  return (
    /^(?:Had|Were)$/u.test(first?.text ?? '') &&
    tokens.some(({ text }) => /^(?:,|would)$/u.test(text))
  );
}

function isImperative(tokens: readonly Token[]): boolean {
  const [first, second] = tokens.filter(({ kind }) => kind === 'word');
  if (first === undefined || !ADVICE.test(first.text)) return false;
  return first.tag !== 'PROPN' && second?.tag !== 'VERB' && second?.tag !== 'AUX';
}

/**
 * True for a claim that is reported only if the sources support it: one without a verb (a credit, a
 * label, a sentence that has lost its verb), or a judgement that names nothing (“The backdrop is an
 * uneven partnership”).
 */
export function isReportedOnlyIfSupported(
  statement: Statement,
  segment: TokenRange,
  block: Block,
): boolean {
  if (block.kind === 'tableCell') return false;
  const tokens = statement.tokens.slice(segment.first, segment.last + 1);
  if (tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX'))
    return isJudgement(statement, segment);
  return block.kind !== 'listItem' || tokens.length < SHORT_ITEM;
}

/** A list item of fewer tokens than this is a label. */
const SHORT_ITEM = 6;

function isJudgement(
  { clauses, terms, quantities, dates }: Statement,
  { first, last }: TokenRange,
): boolean {
  const inside = clauses.filter(({ head }) => head >= first && head <= last);
  if (inside.length !== 1 || !inside.every(({ group }) => group.copula)) return false;
  const definite = [...terms.filter(({ kind }) => kind === 'name'), ...quantities, ...dates];
  return !definite.some((one) => one.first >= first && one.last <= last);
}

/** Gestures, which a reporter observes and no source would record. */
const GESTURE =
  /^(?:smile|laugh|grin|frown|shrug|nod|sigh|pause|hesitate|wave|weep|cry|whisper|shake|blush|wink|stare)$/u;

/** Verbs of state, which say little by themselves. */
const STATE = /^(?:be|have|feel|seem|look|appear|want|know|hope|remain|become|smell|sound|live)$/u;

/** Indefinite subjects. */
const ANYBODY = /^(?:nobody|everybody|everyone|anyone|few|many)$/u;

/** Phrases that leave something open: “is unclear”, “time will tell”, “remains to be seen”. */
const OPEN =
  /\b(?:unclear|uncertain|unknown|anyone['’]s guess|time will tell|to be seen|(?:will|must|would) (?:show|tell) (?:whether|if|how|what)|another (?:matter|question))\b/iu;

/**
 * True for colour that no fact checker would look up: a claim without a name, figure or time that
 * leaves something open, describes a gesture, or reports a state or what anybody does about
 * something that the sources do not mention (“It was a life well lived”, “Nobody wanted to go
 * home”). `speaksOf` tells whether the sources have a term.
 */
export function isColour(
  statement: Statement,
  { first, last }: TokenRange,
  speaksOf: (term: Term) => boolean,
): boolean {
  const { tokens, clauses, terms, quantities, dates } = statement;
  const isInside = (one: TokenRange): boolean => one.first >= first && one.last <= last;
  const own = terms.filter((term) => isInside(term) && !term.resolved);
  if (own.some(({ kind }) => kind === 'name') || [...quantities, ...dates].some(isInside))
    return false;
  if (OPEN.test(slotWordsOf(statement, first, last))) return true;
  const verbs = clauses.filter(({ head }) => head >= first && head <= last);
  if (verbs.some(({ head }) => GESTURE.test(tokens[head]?.lemma ?? ''))) return true;
  const isEmpty = verbs.some(
    ({ head, subjects }) =>
      STATE.test(tokens[head]?.lemma ?? '') ||
      subjects.some(
        (at) => ANYBODY.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lemma !== 'of',
      ),
  );
  return isEmpty && !own.some((term) => term.weight > LIGHT_WEIGHT && speaksOf(term));
}

/**
 * A claim with this many words besides the speaker, the office and “said” has content of its own.
 */
const OWN_WORDS = 2;

/** True for a claim that only names a speaker: “the coach said on Friday”. */
export function isAttribution({ tokens, terms }: Statement, { first, last }: TokenRange): boolean {
  const own = terms.filter(
    (term) =>
      term.first >= first &&
      term.last <= last &&
      /^(?:noun|verb)$/u.test(term.kind) &&
      term.weight > LIGHT_WEIGHT &&
      speechVerb(tokens[term.first]?.text ?? '') === undefined &&
      !isRoleNoun(term.word),
  );
  return own.length < OWN_WORDS;
}

/**
 * True for a claim that can be true or false: it has enough content and is not about the writer or
 * the reader.
 */
export function isCheckworthy(statement: Statement, { first, last }: TokenRange): boolean {
  const tokens = statement.tokens.slice(first, last + 1);
  if (tokens.some(({ text }) => PERSONAL.test(text) && text !== 'US')) return false;
  const inside = statement.terms.filter((term) => term.first >= first && term.last <= last);
  const figures = [...statement.quantities, ...statement.dates].filter(
    (figure) => figure.first >= first && figure.last <= last,
  );
  const weight = inside.reduce((sum, term) => sum + term.weight, 0) + figures.length;
  if (weight < LEAST) return false;
  return inside.length + figures.length > 1;
}
