import type { PersonTest } from '../../prose/speech/antecedent.js';
import { type Utterance, utterancesOf } from '../../prose/speech/attribution.js';
import type { Block, Prose } from '../../prose/prose.js';
import { attributionsIn, namesIn } from '../../prose/speech/speaker.js';
import type { Piece } from '../../prose/speech/speech.js';
import { placeOfDemonym } from '../gazetteer.js';
import type { Entity, Quote } from '../model.js';
import { splitName } from '../names/forms.js';
import type { Cite } from './citations.js';
import { type KnownNames, entityOf, fullName, namesOf } from './knownNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isNameLikeRole, isRoleNoun } from '../../lexicon/roleWords.js';
import { isOnTheRecord, nameInBrackets, notedSpeaker } from './notedSpeaker.js';
import { type Voices, spokenTurnsIn } from './voices.js';
import { type Turn, isAllCapsLabel, isSideHeading, inNameCase } from './transcript.js';

/**
 * The direct quotes of a source with their citations and, if it is clear, their speakers. `entities` are those
 * extracted from the same source; they provide the full name of a speaker such as “Ms. Roe”. Speech interrupted by an
 * attribution is one quote, and so is a turn of a transcript (“ROE: We came late.”) and a paragraph of a letter or
 * statement in its author's words.
 */
export function extractQuotes(
  prose: Prose,
  entities: readonly Entity[],
  voices: Voices,
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
    const named =
      speakerOf(nameOfSpeaker(utterance), known) ?? officeHolder(utterance, entities, known);
    const speaker =
      authorOf(first, voices) ??
      (isBare(utterance) ? (bareSpeaker(first, prose, voices, known) ?? named) : named);
    return [speaker === undefined ? quote : { ...quote, speaker }];
  });
  return [
    ...quoted,
    ...spokenTurnsIn(prose, known).map((turn) => quoteOfTurn(turn, cite, known)),
    ...[...voices.own].map((block) => ({
      text: block.text,
      citation: cite(block, 0),
      unreliable: false,
      ...speakerIn(block, voices),
    })),
  ];
}

/**
 * True for an utterance with nobody named beside it: at most “she said”, or its subject (“Safety:
 * …”).
 */
function isBare({ attribution, speaker }: Utterance): boolean {
  if (attribution === undefined || speaker === undefined) {
    return attribution?.speaker.form !== 'description';
  }
  const { text, span } = attribution.speaker;
  return attribution.block.text[span.end] === ':' && isSideHeading(text, 1);
}

/** The author of a letter for a quotation that is on the record in it. */
function authorOf(piece: Piece, { own, speakers }: Voices): string | undefined {
  return own.has(piece.block) && isOnTheRecord(piece) ? speakers.get(piece.block) : undefined;
}

/** The speaker of a block as a property. */
function speakerIn(block: Block, { speakers }: Voices): Pick<Quote, 'speaker'> {
  const speaker = speakers.get(block);
  return speaker === undefined ? {} : { speaker };
}

/** True for a quotation in the words of an author, or after somebody else's name in its sentence. */
function isOthers({ block, sentences, outer }: Piece, { speakers, own }: Voices): boolean {
  if (own.has(block)) return true;
  const sentence = block.sentences.find(({ start }) => start === sentences.start);
  if (sentence === undefined) return false;
  const speaker = speakers.get(block) ?? '';
  return namesIn(sentence.tokens, block.text, block.quotations).some(
    ({ text, span }) =>
      span.end <= outer.start &&
      text.split(/\s+/u).length > 1 &&
      !text.toLowerCase().includes(speaker.toLowerCase()),
  );
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

function nameOfSpeaker({ speaker }: Utterance): string {
  return speaker?.mention.form === 'name' ? speaker.mention.text : '';
}

/**
 * The speaker of a quotation with nobody beside it: from its line in notes, from its turn, or the
 * author of its letter.
 */
function bareSpeaker(
  piece: Piece,
  prose: Prose,
  voices: Voices,
  known: KnownNames,
): string | undefined {
  const voice = voices.speakers.get(piece.block);
  if (voices.own.has(piece.block)) return undefined;
  const noted = notedSpeaker(piece, prose, known);
  return noted ?? (isOthers(piece, voices) ? undefined : voice) ?? speakerBefore(piece, known);
}

/** The person who speaks in the sentence before a quotation that is a sentence of its own. */
function speakerBefore({ block, outer, sentences }: Piece, known: KnownNames): string | undefined {
  const at = block.sentences.findIndex(({ start }) => start === sentences.start);
  const before = block.sentences[at - 1];
  if (outer.start !== sentences.start || before === undefined) return undefined;
  const spoken = attributionsIn(before.tokens, block.text, block.quotations);
  const [only, ...others] = spoken.filter(({ speaker }) => speaker.form === 'name');
  return only === undefined || others.length > 0 ? undefined : speakerOf(only.speaker.text, known);
}

/**
 * The name of the one person with the office that the text gives for the speaker (“the Director of
 * Finance”), or beside it.
 */
function officeHolder(
  { attribution, pieces }: Utterance,
  entities: readonly Entity[],
  known: KnownNames,
): string | undefined {
  const speaker = attribution?.speaker;
  const [piece] = pieces;
  const bracketed = piece && nameInBrackets(piece, known);
  if (bracketed !== undefined) return bracketed;
  if (speaker?.form !== 'description') return undefined;
  const [, office] = /^the (.+)$/iu.exec(speaker.text) ?? [];
  const wanted = office?.toLowerCase();
  const holders = entities.filter(({ roles }) =>
    roles.some(({ title, affiliation }) =>
      [title, `${title} of ${affiliation ?? ''}`, `${title} of the ${affiliation ?? ''}`].some(
        (written) => written.toLowerCase() === wanted,
      ),
    ),
  );
  return holders.length === 1 ? holders[0]?.name : undefined;
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
