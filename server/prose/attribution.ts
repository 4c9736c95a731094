import { Antecedents, type PersonTest, type PlacedName } from './antecedent.js';
import type { Block, Prose } from './prose.js';
import type { Quotation } from './quotations.js';
import type { Sentence } from './sentences.js';
import { type Attribution, attributionsIn, signatureIn } from './speaker.js';
import type { Span } from './span.js';

/** One stretch of quoted words. All spans are UTF-16 units of the block's prose. */
export interface Piece {
  readonly block: Block;
  /** From the opening mark to the closing one; in a block quotation without marks the words alone. */
  readonly outer: Span;
  /** The words, without the marks. */
  readonly inner: Span;
  /** From the start of the sentence that the quotation begins in to the end of the one it ends in. */
  readonly sentences: Span;
  /** False where the closing mark is missing, as it rightly is before a new paragraph of one speech. */
  readonly closed: boolean;
}

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
 * and credits say nothing. Cannot throw.
 */
export function utterancesOf(
  prose: Prose,
  isPerson: PersonTest = () => undefined,
): readonly Utterance[] {
  const pieces = prose.blocks.flatMap((block, index) => piecesOf(block, prose.blocks[index + 1]));
  if (pieces.length === 0) return [];
  const antecedents = new Antecedents(prose, isPerson);
  const utterances: Utterance[] = [];
  for (const piece of pieces) {
    const attribution = attributionOf(piece, prose);
    const before = utterances.at(-1);
    if (before !== undefined && goesOn(before, piece, attribution, prose)) {
      utterances[utterances.length - 1] = joined(before, piece, attribution, antecedents);
    } else {
      utterances.push({ pieces: [piece], ...said(attribution, antecedents) });
    }
  }
  return utterances;
}

function said(
  attribution: PlacedAttribution | undefined,
  antecedents: Antecedents,
): Pick<Utterance, 'attribution' | 'speaker'> {
  if (attribution === undefined) return {};
  const { block, speaker: mention, span } = attribution;
  if (mention.form === 'name') return { attribution, speaker: { block, mention } };
  const speaker =
    mention.form === 'pronoun' ? antecedents.of(mention.text, block, span.start) : undefined;
  return speaker === undefined ? { attribution } : { attribution, speaker };
}

function joined(
  before: Utterance,
  piece: Piece,
  attribution: PlacedAttribution | undefined,
  antecedents: Antecedents,
): Utterance {
  const pieces = [...before.pieces, piece];
  return before.attribution === undefined
    ? { pieces, ...said(attribution, antecedents) }
    : { ...before, pieces };
}

/** True where a piece is the rest of the utterance before it. */
function goesOn(
  { pieces, attribution: earlier }: Utterance,
  piece: Piece,
  attribution: PlacedAttribution | undefined,
  { blocks }: Prose,
): boolean {
  const last = pieces.at(-1);
  if (last === undefined) return false;
  if (last.block !== piece.block) {
    return (
      !last.closed &&
      attribution?.span.start !== earlier?.span.start &&
      blocks.indexOf(piece.block) === blocks.indexOf(last.block) + 1 &&
      piece.block.text.slice(0, piece.outer.start).trim() === ''
    );
  }
  const between = { start: last.outer.end, end: piece.outer.start };
  if (piece.block.text.slice(between.start, between.end).trim() === '') return attribution === undefined;
  if (earlier === undefined || earlier.block !== piece.block) return false;
  if (attribution !== undefined && attribution.span.start !== earlier.span.start) return false;
  if (earlier.span.start < between.start || earlier.span.end > between.end) return false;
  if (isFragment(last) && startsSentence(piece)) return false;
  const lead = piece.block.text.slice(between.start, earlier.span.start);
  const rest = piece.block.text.slice(earlier.span.end, between.end);
  return /^[\s,—–-]*$/u.test(lead) && /^[^.!?]{0,80}[.,;:—–]\s*$/u.test(rest);
}

/** True for words quoted from the middle of a sentence: “a buzz”. */
function isFragment({ block, inner }: Piece): boolean {
  return /^\p{Ll}/u.test(block.text.slice(inner.start, inner.end).trim());
}

function startsSentence({ block, inner }: Piece): boolean {
  return /^\p{Lu}(?!\b['’ ])/u.test(block.text.slice(inner.start, inner.end).trim());
}

function piecesOf(block: Block, next: Block | undefined): readonly Piece[] {
  if (block.role !== 'prose' || block.kind === 'heading') return [];
  const speech = block.quotations.map((quotation) => pieceOf(block, quotation, next));
  if (speech.length > 0 || block.kind !== 'quotation') return speech;
  const words = block.sentences.filter(({ role }) => role === 'prose');
  const start = words[0]?.start;
  const end = words.at(-1)?.end;
  if (start === undefined || end === undefined) return [];
  const span = { start, end };
  return [{ block, outer: span, inner: span, sentences: span, closed: true }];
}

function pieceOf(block: Block, { outer, inner, closed }: Quotation, next: Block | undefined): Piece {
  const end = closed ? inner.end : endOfUnclosed(block, inner, next);
  return {
    block,
    outer: { start: outer.start, end: closed ? outer.end : end },
    inner: { start: inner.start, end },
    sentences: sentencesAround(block, outer.start, end),
    closed,
  };
}

/**
 * Where speech without a closing mark ends: before “, she said”; with the stretch, where it goes on
 * behind another opening mark, as it does in a new paragraph; else with its sentence.
 */
function endOfUnclosed(block: Block, inner: Span, next: Block | undefined): number {
  const first = block.sentences.find(({ end }) => end > inner.start);
  if (first === undefined) return inner.end;
  for (const { span, speaker } of attributionsIn(first.tokens, block.text, [])) {
    if (span.start <= inner.start || /^(?:I|we)$/u.test(speaker.text)) continue;
    const words = block.text.slice(inner.start, span.start).trimEnd();
    const after = block.text.slice(span.end, first.end);
    if (/[,?!]["”’']?$/u.test(words) && /^(?:[.,;:]|$|\s+(?:of|to|in|on|at)\s)/u.test(after)) {
      return inner.start + words.length;
    }
  }
  const goesOn =
    block.text.slice(inner.end).trim() !== '' || next?.quotations[0]?.outer.start === 0;
  return goesOn ? inner.end : Math.min(first.end, inner.end);
}

function sentencesAround({ sentences }: Block, start: number, end: number): Span {
  const head = sentenceAt(sentences, start);
  const tail = sentenceAt(sentences, Math.max(start, end - 1));
  return { start: head?.start ?? start, end: Math.max(tail?.end ?? end, end) };
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  return sentences.find(({ end }) => end > at);
}

/** The words that tell who said a piece: beside it in its sentence, or in the line below it. */
function attributionOf(piece: Piece, prose: Prose): PlacedAttribution | undefined {
  const { block, outer } = piece;
  const inSentence = (sentence: Sentence | undefined): readonly Attribution[] =>
    sentence === undefined || sentence.role !== 'prose'
      ? []
      : attributionsIn(sentence.tokens, block.text, withCut(block, piece));
  const head = sentenceAt(block.sentences, outer.start);
  const tail = sentenceAt(block.sentences, Math.max(outer.start, outer.end - 1));
  const after = inSentence(tail).filter(({ span }) => span.start >= outer.end);
  const before = inSentence(head).filter(({ span }) => span.end <= outer.start);
  const found =
    after.find(({ span }) => tail !== undefined && isBeside(tail, outer, span)) ??
    after.findLast(({ span }) => tail !== undefined && isLast(block, outer, span, tail)) ??
    before.at(-1);
  return found === undefined ? signatureOf(piece, prose) : { ...found, block };
}

/** True where nothing but marks and the speaker's office parts a quotation from the attribution after it. */
function isBeside({ tokens }: Sentence, { end }: Span, attribution: Span): boolean {
  const between = tokens.filter(
    (token) => token.start >= end && token.end <= attribution.start && !/^[,—–-]$/u.test(token.text),
  );
  return (
    between.length <= LONGEST_OFFICE &&
    between.every(
      ({ tag, kind, text }) =>
        kind === 'word' && (/^(?:NOUN|ADJ|PROPN|DET)$/u.test(tag) || /(?:ing|ed)$/u.test(text)),
    )
  );
}

/** “Summer signing” before a name has two words; more than six are a clause. */
const LONGEST_OFFICE = 6;

/** The block's quotations, an unclosed one cut where its speech ends. */
function withCut(block: Block, { outer }: Piece): readonly Quotation[] {
  return block.quotations.map((quotation) =>
    quotation.outer.start === outer.start ? { ...quotation, outer } : quotation,
  );
}

/** True for “…, the coach has said.”: it ends the sentence and speaks of all before it. */
function isLast(block: Block, { end }: Span, attribution: Span, sentence: Sentence): boolean {
  const lead = block.text.slice(end, attribution.start);
  const rest = block.text.slice(attribution.end, sentence.end);
  return /[,”"’']\s*$/u.test(lead) && !/["“”]/u.test(lead + rest);
}

/** The line below a quotation that names its speaker, in the same block or as the next one. */
function signatureOf({ block }: Piece, { blocks }: Prose): PlacedAttribution | undefined {
  for (const place of [block, blocks[blocks.indexOf(block) + 1]]) {
    const line = place?.sentences.findLast(({ role }) => role === 'attribution');
    if (place === undefined || line === undefined) continue;
    if (place !== block && place.sentences.length > 1) continue;
    const found = signatureIn(line.tokens, place.text);
    if (found !== undefined) return { ...found, block: place };
  }
  return undefined;
}
