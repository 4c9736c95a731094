import { type Antecedents, type PersonTest, type PlacedName, antecedentsIn } from './antecedent.js';
import type { Block, Prose } from '../prose.js';
import type { Sentence } from '../sentences.js';
import { type CooperativeTask, runToCompletion } from '../cooperativeTask.js';
import type { Span } from '../span.js';
import { type Attribution, signatureIn } from './speaker.js';
import { type Piece, SpokenBlock, type SpokenSentence } from './speech.js';

/** An attribution and the block that contains it. */
export interface PlacedAttribution extends Attribution {
  readonly block: Block;
}

/** One continuous statement: “We came,” she said. “We saw.” is one utterance in two pieces. */
export interface Utterance {
  readonly pieces: readonly Piece[];
  /** The words that name the speaker next to the quotation; `undefined` if there are none. */
  readonly attribution?: PlacedAttribution;
  /** The speaker's name; for a pronoun, the name it refers to. `undefined` if that is ambiguous. */
  readonly speaker?: PlacedName;
}

/**
 * The quotations of a text with their speakers, in order. `isPerson` decides which names are
 * persons'; if it does not know, honorifics and the verb decide. Headings, bylines and credits
 * contain no utterances.
 */
export function utterancesOf(prose: Prose, isPerson?: PersonTest): readonly Utterance[] {
  return runToCompletion(utterancesTask(prose, isPerson));
}

/** Like `utterancesOf`, one block per slice. */
export function* utterancesTask(
  { blocks }: Prose,
  isPerson: PersonTest = () => undefined,
): CooperativeTask<readonly Utterance[]> {
  const spoken: SpokenBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    spoken.push(new SpokenBlock(block, blocks[index + 1]));
    yield;
  }
  if (spoken.every(({ pieces }) => pieces.length === 0)) return [];
  let antecedents: Antecedents | undefined;
  const utterances: { pieces: Piece[]; attribution?: PlacedAttribution; speaker?: PlacedName }[] =
    [];
  for (const [index, { block, pieces }] of spoken.entries()) {
    for (const piece of pieces) {
      const attribution =
        attributionBeside(piece, spoken[index]) ?? signatureBelow(block, blocks[index + 1]);
      if (attribution?.speaker.form === 'pronoun')
        antecedents ??= yield* antecedentsIn(spoken, isPerson);
      const before = utterances.at(-1);
      if (
        before === undefined ||
        !continuesUtterance(before, piece, attribution, blocks[index - 1])
      ) {
        utterances.push({ pieces: [piece], ...resolved(attribution, index, antecedents) });
      } else {
        before.pieces.push(piece);
        if (before.attribution === undefined) {
          Object.assign(before, resolved(attribution, index, antecedents));
        }
      }
    }
    yield;
  }
  return utterances;
}

/** `antecedents` are needed only for pronouns. */
function resolved(
  attribution: PlacedAttribution | undefined,
  index: number,
  antecedents: Antecedents | undefined,
): Pick<Utterance, 'attribution' | 'speaker'> {
  if (attribution === undefined) return {};
  const { block, speaker: mention, span } = attribution;
  if (mention.form === 'name') return { attribution, speaker: { block, mention } };
  const speaker =
    mention.form === 'pronoun'
      ? antecedents?.resolve(mention.text, index, Math.min(mention.span.start, span.start))
      : undefined;
  return speaker === undefined ? { attribution } : { attribution, speaker };
}

/** True if a piece continues the preceding utterance. */
function continuesUtterance(
  { pieces, attribution: earlier }: Utterance,
  piece: Piece,
  attribution: PlacedAttribution | undefined,
  previous: Block | undefined,
): boolean {
  const last = pieces.at(-1);
  if (last === undefined) return false;
  const { text } = piece.block;
  if (last.block !== piece.block) {
    return !last.closed && last.block === previous && isBlankBetween(text, 0, piece.outer.start);
  }
  if (attribution !== undefined && attribution.span.start !== earlier?.span.start) return false;
  if (isBlankBetween(text, last.outer.end, piece.outer.start)) return true;
  if (earlier?.block !== piece.block) return false;
  if (earlier.span.start < last.outer.end || earlier.span.end > piece.outer.start) return false;
  if (isFragment(last) && startsSentence(piece)) return false;
  const lead = text.slice(last.outer.end, earlier.span.start);
  const rest = text.slice(earlier.span.end, piece.outer.start);
  return /^[\s,—–-]*$/u.test(lead) && /^(?:[^.!?]{0,80}[,;:—–]|[^.!?]{0,300}\.)\s*$/u.test(rest);
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  return end - start < 8 && text.slice(start, end).trim() === '';
}

/** True for words quoted from the middle of a sentence: “a buzz”. */
function isFragment({ block, inner }: Piece): boolean {
  return /^\s*\p{Ll}/u.test(block.text.slice(inner.start, inner.start + 8));
}

/** True for words that begin a sentence; “I” is capitalised anywhere. */
function startsSentence({ block, inner }: Piece): boolean {
  return /^\s*(?!I\b)\p{Lu}/u.test(block.text.slice(inner.start, inner.start + 8));
}

/**
 * The attribution in the sentence of a quotation, or in the sentences in which it begins and ends.
 */
function attributionBeside(
  { outer, block }: Piece,
  spoken: SpokenBlock | undefined,
): PlacedAttribution | undefined {
  const tail = spoken?.sentenceAt(Math.max(outer.start, outer.end - 1));
  const after = tail?.attributions.filter(({ span }) => span.start >= outer.end) ?? [];
  const before = spoken?.sentenceAt(outer.start)?.attributions ?? [];
  const [next] = after;
  const last = after.at(-1);
  const found =
    next !== undefined && tail !== undefined && isAdjacent(tail, outer, next.span)
      ? next
      : last !== undefined && tail !== undefined && closesSentence(tail, block, outer, last.span)
        ? last
        : before.findLast(({ span }) => span.end <= outer.start);
  return found === undefined ? undefined : { block, ...found };
}

/**
 * The longest job title before a name, in words: “Summer signing” has two. Anything longer is a
 * clause.
 */
const MAX_OFFICE_WORDS = 6;

/**
 * True if only marks and the speaker's job title separate a quotation from the attribution after
 * it.
 */
function isAdjacent({ sentence }: SpokenSentence, { end }: Span, attribution: Span): boolean {
  const between = sentence.tokens.filter(
    (token) =>
      token.start >= end && token.end <= attribution.start && !/^[,—–-]$/u.test(token.text),
  );
  return (
    between.length <= MAX_OFFICE_WORDS &&
    between.every(
      ({ tag, kind, text }) =>
        kind === 'word' &&
        (/^(?:NOUN|ADJ|PROPN|DET)$/u.test(tag) || /(?:ing|ed|born)$/u.test(text)),
    )
  );
}

/** True for “…, the coach has said.”, which ends the sentence and covers everything before it. */
function closesSentence(
  { sentence }: SpokenSentence,
  { text }: Block,
  { end }: Span,
  attribution: Span,
): boolean {
  const lead = text.slice(end, attribution.start);
  const rest = text.slice(attribution.end, sentence.end);
  return /[,”"’']\s?$/u.test(lead) && !/["“”]/u.test(lead + rest);
}

/** The line below a quotation that names its speaker, in the same block or as the next block. */
function signatureBelow(block: Block, next: Block | undefined): PlacedAttribution | undefined {
  // In a list with dashes, the next item is no signature.
  if (/^[-–—]\s/u.test(block.text)) return undefined;
  const own = block.sentences.at(-1);
  if (own?.role === 'attribution') return signatureFrom(own, block);
  const [below] = next?.sentences ?? [];
  return next?.sentences.length === 1 && below?.role === 'attribution'
    ? signatureFrom(below, next)
    : undefined;
}

function signatureFrom({ tokens }: Sentence, block: Block): PlacedAttribution | undefined {
  const found = signatureIn(tokens, block.text);
  return found === undefined ? undefined : { block, ...found };
}
