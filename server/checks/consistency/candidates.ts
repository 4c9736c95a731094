import { datesIn } from '../claims/statement/dates.js';
import { quantitiesIn } from '../claims/statement/numbers.js';
import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';

/** What a sentence may state a value of, as far as its words tell without its grammar, and that value. */
interface Candidate {
  readonly of: string;
  readonly value: string;
}

/** Words for outcomes, by their dictionary form: those that `withOutcomes` reads, and their opposites. */
const OUTCOME =
  /^(?:convict|acquit|guilty|approve|adopt|pass|carry|reject|defeat|beat|overcome|thrash|trounce|oust|vanquish|vote|throw|fall|fail)$/u;

/** Words for casualties, by their dictionary form. */
const CASUALTY =
  /^(?:kill|die|dead|death|toll|perish|fatality|injure|injured|wound|wounded|hurt)$/u;

/** Memoized by the tokens, which a keystroke elsewhere leaves the same. */
const candidatesIn = memoize((tokens: readonly Token[]): readonly Candidate[] => {
  const verbs = tokens.filter(({ tag }) => tag === 'VERB').map(({ lemma }) => lemma);
  const hasCasualty = tokens.some(({ lemma }) => CASUALTY.test(lemma));
  return [
    ...quantitiesIn(tokens).flatMap(({ kind, unit, value, against = '' }): readonly Candidate[] => {
      const amount = `${value} ${against}`;
      return [
        { of: kind === 'count' ? unit : kind, value: amount },
        ...(kind === 'count' && hasCasualty ? [{ of: 'casualty', value: amount }] : []),
      ];
    }),
    ...datesIn(tokens)
      .filter(({ kind }) => kind === 'weekday' || kind === 'day')
      .flatMap(({ kind, value }) =>
        verbs.map((verb) => ({ of: `${kind} ${verb}`, value: String(value) })),
      ),
    ...tokens
      .filter(({ lemma, lower }) => OUTCOME.test(lemma) || OUTCOME.test(lower))
      .map(({ lemma }) => ({ of: 'outcome', value: lemma })),
  ];
});

/**
 * Of the sentences of a draft, given by their tokens, those that may state a value of which another sentence may state
 * another. The others need not be parsed.
 */
export function comparable<Told extends { readonly tokens: readonly Token[] }>(
  sentences: readonly Told[],
): readonly Told[] {
  const values = new Map<string, Set<string>>();
  for (const { tokens } of sentences) {
    for (const { of, value } of candidatesIn(tokens)) {
      const known = values.get(of);
      if (known === undefined) values.set(of, new Set([value]));
      else known.add(value);
    }
  }
  // Two sides may win one contest in the same word.
  const isCompared = ({ of }: Candidate): boolean =>
    of === 'outcome' || (of !== '' && (values.get(of)?.size ?? 0) > 1);
  return sentences.filter(({ tokens }) => candidatesIn(tokens).some(isCompared));
}
