import type { PersonTest } from '../../prose/speech/antecedent.js';
import { type Utterance, utterancesOf } from '../../prose/speech/attribution.js';
import type { Prose } from '../../prose/prose.js';
import type { Piece } from '../../prose/speech/speech.js';
import { placeOfDemonym } from '../gazetteer.js';
import type { Entity, Quote } from '../model.js';
import { nameFormsOf, splitName } from '../names/forms.js';
import { spellingKeyOf } from '../names/spelling.js';
import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import type { Cite } from './citations.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isNameLikeRole, isRoleNoun } from '../../lexicon/roleWords.js';
import { type Turn, isAllCapsLabel, transcriptTurnsIn, inNameCase } from './transcript.js';

/**
 * The direct quotes of a source with their citations and, if it is clear, their speakers. `entities` are those
 * extracted from the same source; they provide the full name of a speaker such as “Ms. Roe”. Speech interrupted by an
 * attribution is one quote, and so is a turn of a transcript (“ROE: We came late.”).
 */
export function extractQuotes(
  prose: Prose,
  entities: readonly Entity[],
  cite: Cite,
): readonly Quote[] {
  const known = namesOf(entities);
  const isPerson: PersonTest = (name) => {
    const entity = entityOf(name, known);
    return entity === undefined ? undefined : entity.kind === 'person';
  };
  const quoted = utterancesOf(prose, isPerson).flatMap((utterance): readonly Quote[] => {
    const first = utterance.pieces[0];
    const text = textOfUtterance(utterance);
    if (first === undefined || text === '') return [];
    const quote = { text, citation: cite(first.block, first.outer.start), unreliable: false };
    const speaker = speakerOf(utterance.speaker?.mention.text ?? '', known);
    return [speaker === undefined ? quote : { ...quote, speaker }];
  });
  return [...quoted, ...transcriptTurnsIn(prose).map((turn) => quoteOfTurn(turn, cite, known))];
}

/** The quote of one turn of a transcript. */
function quoteOfTurn(
  { name: speaker, text, block, sentence }: Turn,
  cite: Cite,
  known: KnownNames,
): Quote {
  const quote = { text, citation: cite(block, sentence.start), unreliable: false };
  if (speaker === undefined) return quote;
  const name = fullName(speaker, known);
  return { ...quote, speaker: isAllCapsLabel(name) ? inNameCase(name) : name };
}

/** The words of an utterance; a comma that only introduces the attribution becomes a full stop. */
function textOfUtterance({ pieces }: Utterance): string {
  return pieces
    .map((piece, index) => {
      const [text, next] = [wordsOfPiece(piece), pieces[index + 1]];
      if (next === undefined) return text.replace(/,$/u, '');
      return startsSentence(piece, next) ? text.replace(/,$/u, '.') : text;
    })
    .join(' ');
}

function wordsOfPiece({ block, inner }: Piece): string {
  return block.text.slice(inner.start, inner.end).trim();
}

/** True if a piece starts a sentence: it begins with a capital, or with “I” after a full stop. */
function startsSentence(before: Piece, piece: Piece): boolean {
  const words = wordsOfPiece(piece);
  if (!/^I\b/u.test(words)) return /^\p{Lu}/u.test(words);
  const between = piece.block.text.slice(before.outer.end, piece.outer.start);
  return before.block === piece.block && /\.\s*$/u.test(between);
}

/** Entities by the spelling keys of their name forms; `undefined` if two entities share a form. */
type KnownNames = ReadonlyMap<string, Entity | undefined>;

function namesOf(entities: readonly Entity[]): KnownNames {
  const known = new Map<string, Entity | undefined>();
  for (const entity of entities) {
    for (const { text } of nameFormsOf(entity)) {
      const key = splitName(text).map(spellingKeyOf).join(' ');
      const other = known.get(key);
      known.set(key, known.has(key) && other?.name !== entity.name ? undefined : entity);
    }
  }
  return known;
}

/** The entity to which a name refers, ignoring titles before it: “Foreign Minister Ada Roe”. */
function entityOf(name: string, known: KnownNames): Entity | undefined {
  const words = splitName(withoutPostNominals(name)).map(spellingKeyOf);
  for (let from = 0; from < words.length; from++) {
    const key = words.slice(from).join(' ');
    if (known.has(key)) return known.get(key);
  }
  return undefined;
}

/** The full name of a speaker; `undefined` for a people and for an incomplete office or body. */
function speakerOf(name: string, known: KnownNames): string | undefined {
  const words = splitName(name);
  const entity = entityOf(name, known);
  if (name === '' || (entity?.name !== name && placeOfDemonym(name) !== undefined))
    return undefined;
  const head = words.at(-1) ?? '';
  const isPart =
    words.length > 1 && (isBodyHead(head) || isRoleNoun(head)) && !isNameLikeRole(head);
  return entity === undefined && isPart ? undefined : fullName(name, known);
}

/** A name without post-nominal letters: “Ada Roe KC”. */
function withoutPostNominals(name: string): string {
  const words = name.split(/\s+/u);
  const last = words.findLastIndex((word) => !isPostNominal(word));
  return words.slice(0, last < 1 ? undefined : last + 1).join(' ');
}

function fullName(name: string, known: KnownNames): string {
  const entity = entityOf(name, known);
  if (entity !== undefined) return entity.name;
  const words = name.split(/\s+/u);
  const first = words.findIndex((word) => !isHonorific(word));
  return withoutPostNominals(words.slice(Math.max(first, 0)).join(' '));
}
