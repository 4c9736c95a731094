import { type Antecedents, type PersonTest, type PlacedName, antecedentsIn } from './antecedent.js';
import type { Block, Prose } from '../prose.js';
import type { Sentence } from '../sentences.js';
import { type CooperativeTask, runToCompletion } from '../cooperativeTask.js';
import type { Span } from '../span.js';
import { type Attribution, signatureIn } from './speaker.js';
import { type Piece, SpokenBlock, type SpokenSentence } from './speech.js';

/** What tells who said something, and where. */
export interface PlacedAttribution extends Attribution {
  readonly block: Block;
}

/** What someone said at one go: “We came,” she said. “We saw.” is one utterance in two pieces. */
export interface Utterance {
  readonly pieces: readonly Piece[];
  /** The words that name the speaker beside the quotation; undefined where none do. */
  readonly attribution?: PlacedAttribution;
  /** The name of the speaker: of a pronoun, the name it stands for. Undefined where that is not plain. */
  readonly speaker?: PlacedName;
}

/**
 * The quotations of a text, each with its speaker, in order. `isPerson` tells which names are
 * persons'; where it does not know, an honorific and what the person does decide. Headings, bylines
 * and credits say nothing.
 */
export function utterancesOf(prose: Prose, isPerson?: PersonTest): readonly Utterance[] {
  return runToCompletion(utterancesTask(prose, isPerson));
}

/** What `utterancesOf` does, with a block to a slice. */
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
      const attribution = besideOf(piece, spoken[index]) ?? signatureOf(block, blocks[index + 1]);
      if (attribution?.speaker.form === 'pronoun')
        antecedents ??= yield* antecedentsIn(spoken, isPerson);
      const before = utterances.at(-1);
      if (before === undefined || !goesOn(before, piece, attribution, blocks[index - 1])) {
        utterances.push({ pieces: [piece], ...said(attribution, index, antecedents) });
      } else {
        before.pieces.push(piece);
        if (before.attribution === undefined) {
          Object.assign(before, said(attribution, index, antecedents));
        }
      }
    }
    yield;
  }
  return utterances;
}

/** `antecedents` are needed for a pronoun alone. */
function said(
  attribution: PlacedAttribution | undefined,
  index: number,
  antecedents: Antecedents | undefined,
): Pick<Utterance, 'attribution' | 'speaker'> {
  if (attribution === undefined) return {};
  const { block, speaker: mention, span } = attribution;
  if (mention.form === 'name') return { attribution, speaker: { block, mention } };
  const speaker =
    mention.form === 'pronoun'
      ? antecedents?.of(mention.text, index, Math.min(mention.span.start, span.start))
      : undefined;
  return speaker === undefined ? { attribution } : { attribution, speaker };
}

/** True where a piece is the rest of the utterance before it. */
function goesOn(
  { pieces, attribution: earlier }: Utterance,
  piece: Piece,
  attribution: PlacedAttribution | undefined,
  previous: Block | undefined,
): boolean {
  const last = pieces.at(-1);
  if (last === undefined) return false;
  const { text } = piece.block;
  if (last.block !== piece.block) {
    return !last.closed && last.block === previous && isBlank(text, 0, piece.outer.start);
  }
  if (attribution !== undefined && attribution.span.start !== earlier?.span.start) return false;
  if (isBlank(text, last.outer.end, piece.outer.start)) return true;
  if (earlier?.block !== piece.block) return false;
  if (earlier.span.start < last.outer.end || earlier.span.end > piece.outer.start) return false;
  if (isFragment(last) && startsSentence(piece)) return false;
  const lead = text.slice(last.outer.end, earlier.span.start);
  const rest = text.slice(earlier.span.end, piece.outer.start);
  return /^[\s,—–-]*$/u.test(lead) && /^[^.!?]{0,80}[.,;:—–]\s*$/u.test(rest);
}

function isBlank(text: string, start: number, end: number): boolean {
  return end - start < 8 && text.slice(start, end).trim() === '';
}

/** True for words quoted from the middle of a sentence: “a buzz”. */
function isFragment({ block, inner }: Piece): boolean {
  return /^\s*\p{Ll}/u.test(block.text.slice(inner.start, inner.start + 8));
}

/** True for words that a sentence begins with; “I” may stand anywhere. */
function startsSentence({ block, inner }: Piece): boolean {
  return /^\s*(?!I\b)\p{Lu}/u.test(block.text.slice(inner.start, inner.start + 8));
}

/** The attribution in the sentence of a quotation, or the sentences that it begins and ends in. */
function besideOf(
  { outer, block }: Piece,
  spoken: SpokenBlock | undefined,
): PlacedAttribution | undefined {
  const tail = spoken?.sentenceAt(Math.max(outer.start, outer.end - 1));
  const after = tail?.attributions.filter(({ span }) => span.start >= outer.end) ?? [];
  const before = spoken?.sentenceAt(outer.start)?.attributions ?? [];
  const [next] = after;
  const last = after.at(-1);
  const found =
    next !== undefined && tail !== undefined && isBeside(tail, outer, next.span)
      ? next
      : last !== undefined && tail !== undefined && closesSentence(tail, block, outer, last.span)
        ? last
        : before.findLast(({ span }) => span.end <= outer.start);
  return found === undefined ? undefined : { block, ...found };
}

/** “Summer signing” before a name has two words; more than six are a clause. */
const LONGEST_OFFICE = 6;

/** True where nothing but marks and the speaker's office parts a quotation from the attribution after it. */
function isBeside({ sentence }: SpokenSentence, { end }: Span, attribution: Span): boolean {
  const between = sentence.tokens.filter(
    (token) =>
      token.start >= end && token.end <= attribution.start && !/^[,—–-]$/u.test(token.text),
  );
  return (
    between.length <= LONGEST_OFFICE &&
    between.every(
      ({ tag, kind, text }) =>
        kind === 'word' &&
        (/^(?:NOUN|ADJ|PROPN|DET)$/u.test(tag) || /(?:ing|ed|born)$/u.test(text)),
    )
  );
}

/** True for “…, the coach has said.”: it ends the sentence and speaks of all before it. */
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

/** The line below a quotation that names its speaker, in the same block or as the next one. */
function signatureOf(block: Block, next: Block | undefined): PlacedAttribution | undefined {
  const own = block.sentences.at(-1);
  if (own?.role === 'attribution') return signed(own, block);
  const [below] = next?.sentences ?? [];
  return next?.sentences.length === 1 && below?.role === 'attribution'
    ? signed(below, next)
    : undefined;
}

function signed({ tokens }: Sentence, block: Block): PlacedAttribution | undefined {
  const found = signatureIn(tokens, block.text);
  return found === undefined ? undefined : { block, ...found };
}
