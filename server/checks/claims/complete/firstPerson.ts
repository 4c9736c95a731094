import type { Entity } from '../../../reference/model.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

const FIRST_PERSON = /^(?:i|me|my|mine|we|us|our|ours)$/iu;

/** The weight of a speaker whom a sentence does not name. */
const SPEAKER_WEIGHT = 0.45;

/**
 * A sentence of a transcript, of notes or of a letter with its speaker instead of “I” and “we”;
 * where it has neither, as in “Has not seen it”, at its start. The speaker is resolved like a
 * pronoun: it may support a claim and never contradicts one alone.
 */
export function withSpeaker(statement: Statement, speaker: Entity): Statement {
  const places = [...statement.tokens.keys()].filter((at) =>
    FIRST_PERSON.test(statement.tokens[at]?.text ?? ''),
  );
  const named = (places.length === 0 ? [0] : places).map((at): Term => ({
    kind: 'name',
    first: at,
    last: at,
    word: speaker.name.toLowerCase(),
    entity: speaker,
    demonym: false,
    resolved: true,
    weight: SPEAKER_WEIGHT,
  }));
  return { ...statement, terms: [...statement.terms, ...named].sort((a, b) => a.first - b.first) };
}
