import { utterancesOf } from '../../prose/speech/attribution.js';
import { type Prose, readProse } from '../../prose/prose.js';
import type { Utterance } from '../../prose/speech/attribution.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import type { Evidence } from '../finding.js';
import { speakerVerdictOn } from './quotes.js';
import { type QuoteMatch, closestSentence, quoteMatchesOf } from './records.js';
import { type SpeakerVerdict, personTest } from './speaker.js';
import { quotedWords, spanOfWords } from './words.js';

/** The given words with the recorded ones in their place; empty if one side has none. */
export interface ComparedWords {
  readonly given: string;
  readonly recorded: string;
}

/** The record of some words in the sources. */
export interface QuoteComparison {
  /** `verbatim` for words as recorded, wherever they begin and end; `absent` if no quote is near them. */
  readonly result: 'verbatim' | 'altered' | 'absent';
  /**
   * Whether the recorded speaker is the one that was named; absent if none was, or nothing is
   * recorded.
   */
  readonly speaker?: SpeakerVerdict;
  /** The recorded quotes, the best first: all verbatim ones, or the nearest one. */
  readonly recorded: readonly Quote[];
  /** The differences from the first of `recorded`. */
  readonly differences: readonly ComparedWords[];
  /** For absent words: a sentence that is nobody's quote and nearly matches them. */
  readonly closest?: Evidence;
}

/** Compares words with the recorded quotes. `speaker` is a name, or an office: “the harbour master”. */
export function compareQuotation(
  given: string,
  speaker: string | undefined,
  reference: Reference,
): QuoteComparison {
  const words = quotedWords(given);
  const matches = quoteMatchesOf(words, reference);
  const verbatim = matches.filter(({ alignment }) => alignment.differences.length === 0);
  const near = matches.filter(({ quote }) => !quote.unreliable);
  const candidates = verbatim.length > 0 ? verbatim : near;
  if (candidates.length === 0) {
    const closest = closestSentence(words, reference);
    return {
      result: 'absent',
      recorded: [],
      differences: [],
      ...(closest === undefined ? {} : { closest }),
    };
  }
  const verdictOn = speaker === undefined ? undefined : speakerTest(speaker, reference);
  const judged = candidates
    .map((match) => ({ match, verdict: verdictOn?.(match) }))
    .sort((a, b) => rank(a.verdict) - rank(b.verdict));
  const [best] = judged;
  const isVerbatim = verbatim.length > 0;
  return {
    result: isVerbatim ? 'verbatim' : 'altered',
    ...(best?.verdict === undefined ? {} : { speaker: best.verdict }),
    recorded: (isVerbatim ? judged : judged.slice(0, 1)).map(({ match }) => match.quote),
    differences: best === undefined ? [] : differencesOf(given, best.match),
  };
}

/**
 * A record of the named speaker comes before one with an unknown speaker, and that before
 * another's.
 */
function rank(verdict: SpeakerVerdict | undefined): number {
  return verdict === 'other' ? 2 : verdict === 'unknown' ? 1 : 0;
}

/** A test of whose words a record has, based on a draft in which the speaker says something. */
function speakerTest(speaker: string, reference: Reference): (match: QuoteMatch) => SpeakerVerdict {
  const draft: Prose = readProse(`${speaker} said: “That is all there is to say.”\n`, 'plain');
  const utterance: Utterance | undefined = utterancesOf(draft, personTest(reference)).at(-1);
  return (match) =>
    utterance === undefined ? 'unknown' : speakerVerdictOn(match, utterance, draft, reference);
}

function differencesOf(
  given: string,
  { quote, words, alignment }: QuoteMatch,
): readonly ComparedWords[] {
  const own = quotedWords(given);
  return alignment.differences.map(({ from, to, recordedFrom, recordedTo }) => {
    const [here, there] = [
      spanOfWords(own, from, to),
      spanOfWords(words, recordedFrom, recordedTo),
    ];
    return {
      given: given.slice(here.start, here.end),
      recorded: quote.text.slice(there.start, there.end),
    };
  });
}
