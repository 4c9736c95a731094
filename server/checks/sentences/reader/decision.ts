import type {
  SentenceDecisions,
  SentencePlace,
  SentenceReading,
} from '../../../inference/readings.js';
import { isSubordinator } from '../../../lexicon/functionWords.js';
import type { Span } from '../../../prose/span.js';
import { isSpoken } from '../speech.js';
import type { Passage } from '../structure/passage.js';
import { type Damage, damageOf } from './damage.js';
import { damageIn } from './damageAt.js';
import type { PlacedRequest } from './place.js';
import { type Suspect, suspectsOf } from './suspect.js';

/** What the reader may report of a sentence, if it is sure enough. */
export interface SuspectedDamage {
  readonly suspect: Suspect;
  readonly damage: Damage;
  /** The kind of damage, finer than the reader's where some forms of it are often intended. */
  readonly form: string;
  /** The place of the sentence; in quotation marks `quote`. */
  readonly place: SentencePlace;
}

/** Kinds that a page has where its headings and captions run into the text. */
const OF_FLATTENED_PAGES: ReadonlySet<string> = new Set(['run-on', 'duplicate-item']);

/**
 * The reader's strongest suspicion in a sentence that may be an error of the writer's and is not
 * left to rules; `undefined` if there is none.
 */
export function suspectedDamage(
  { sentence, speech, flattened }: Passage,
  { request, offset }: PlacedRequest,
  reading: SentenceReading,
): SuspectedDamage | undefined {
  const { text, place } = request;
  const from = sentence.start + offset;
  for (const suspect of suspectsOf(reading)) {
    const damage = damageOf(suspect);
    const { word, kind } = suspect;
    const isQuoted = isSpoken(speech, { start: from + word.start, end: from + word.end });
    if (
      damage !== undefined &&
      !isInFigure(text, word) &&
      !isForEffect(text, suspect) &&
      !isOwnVerb(text, suspect) &&
      !(flattened && OF_FLATTENED_PAGES.has(kind)) &&
      !(isQuoted && damage.isSpeakersOwn === true)
    )
      return {
        suspect,
        damage,
        form: formOf(suspect, damage, text),
        place: isQuoted ? 'quote' : place,
      };
  }
  return undefined;
}

const AUXILIARY = /^append:(?:is|are|was|were|be|been|being|has|have|had|will|would|['’]s)$/u;

/** Words with which a sentence may end although they lead on to more: “She refused to.” */
const ELLIPTIC =
  /^(?:not|to|in|out|on|off|up|down|over|by|for|against|before|after|since|through|around|about|with|of|at|from|is|are|was|were|has|have|had|did|do|does|will|would|can|could|should|may|might|must)$/iu;

function formOf({ kind, word }: Suspect, damage: Damage, text: string): string {
  const edit = word.edits[0]?.name ?? '';
  switch (kind) {
    case 'missing-word':
      return damage.kind === 'garbled' ? kind : damage.kind;
    case 'missing-verb':
      return AUXILIARY.test(edit) ? 'missing-auxiliary' : kind;
    case 'fragment':
      return opensSubordinate(text) ? 'subordinate clause' : kind;
    case 'cut-off': {
      const last = text.match(/[\p{L}\p{N}]+/gu)?.at(-1) ?? '';
      return ELLIPTIC.test(last) ? 'ellipsis' : kind;
    }
    case 'run-on':
      return text.slice(word.start, word.end) === ',' ? 'comma splice' : kind;
    case 'garbled':
      return edit === 'delete' ? 'surplus word' : kind;
    default:
      return kind;
  }
}

function opensSubordinate(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.slice(0, 2).some((word) => isSubordinator({ text: word }));
}

/** True if the reader is sure enough of a damage to report it. */
export function isReported(
  { suspect: { word }, form, place }: SuspectedDamage,
  decisions: SentenceDecisions,
): boolean {
  const threshold = decisions[place]?.[form];
  return threshold !== undefined && word.damage >= threshold;
}

/** How far a word lies from the one beside it, in UTF-16 units: more than a space. */
const BESIDE = 2;

/** From this damage on a word is doubted. */
export const DOUBTED = 0.3;

/** True if the reader doubts a word at a place of the block's prose or beside it. */
export function isDoubted(
  { start, end }: Span,
  { sentence }: Passage,
  { offset }: PlacedRequest,
  reading: SentenceReading,
): boolean {
  const around = { start: start - BESIDE, end: end + BESIDE };
  return damageIn(reading, sentence.start + offset, around) >= DOUBTED;
}

/** True for a part of “1,437” or “7.30pm”, which only the reader treats as a word. */
function isInFigure(text: string, { start, end }: Span): boolean {
  const isMark = /^[.,:]/u.test(text.slice(start, end));
  return (
    (!isMark && /\p{N}[.,:]?$/u.test(text.slice(0, start))) || /^[.,:]?\p{N}/u.test(text.slice(end))
  );
}

/** True after a “have” that is itself the verb, as in British English: “I haven't a favourite.” */
function isOwnVerb(text: string, { kind, word: { end } }: Suspect): boolean {
  return kind === 'missing-verb' && /\bha(?:ve|s|d)n['’]t$/iu.test(text.slice(0, end));
}

/** The most words of a clause that is set beside another with a comma for effect. */
const SHORT_CLAUSE = 4;

/** True for short clauses that follow one another with a comma: “I came, I saw.” */
function isForEffect(text: string, { kind, word: { start, end } }: Suspect): boolean {
  const isComma = text.slice(start, end) === ',';
  const at = isComma ? start : text.indexOf(',', end);
  if (kind !== 'run-on' || (!isComma && at !== end)) return false;
  const before =
    text
      .slice(0, at)
      .split(/[.,:;!?—–]/u)
      .at(-1) ?? '';
  const [after = ''] = text.slice(at + 1).split(/[.,:;!?—–]/u, 1);
  return [before, after].every(
    (clause) => (clause.match(/[\p{L}\p{N}]+/gu) ?? []).length <= SHORT_CLAUSE,
  );
}
