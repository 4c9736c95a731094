import { isDoneOnce } from '../claims/align/actOrder.js';
import { datesIn } from '../claims/statement/dates.js';
import { type Quantity, quantitiesIn } from '../claims/statement/numbers.js';
import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import { isCountOfThings, isNear } from './counts.js';
import { tellsOfAnother } from './statedValue.js';

/** What a sentence may state a value of, as far as its words tell without its grammar, and that value. */
interface Candidate {
  readonly of: string;
  readonly value: string;
  /** The figure, if only one of about its size can be another value of the same. */
  readonly figure?: Quantity;
  /** True if another value elsewhere may contradict it; else it may show at most that there are several. */
  readonly isSure: boolean;
}

/** Words for outcomes, by their dictionary form: those that `withOutcomes` reads, and their opposites. */
const OUTCOME =
  /^(?:convict|acquit|guilty|approve|adopt|pass|carry|reject|defeat|beat|overcome|thrash|trounce|oust|vanquish|vote|throw|fall|fail)$/u;

/** Words for casualties, by their dictionary form. */
const CASUALTY =
  /^(?:kill|die|dead|death|toll|perish|fatality|injure|injured|wound|wounded|hurt)$/u;

/** Memoized by the tokens, which a keystroke elsewhere leaves the same. */
const candidatesIn = memoize((tokens: readonly Token[]): readonly Candidate[] => {
  const verbs = tokens.filter(({ tag }) => tag === 'VERB');
  const hasCasualty = tokens.some(({ lemma }) => CASUALTY.test(lemma));
  const isSure = !tellsOfAnother({ tokens });
  return [
    ...quantitiesIn(tokens).flatMap((figure): readonly Candidate[] => {
      const { kind, unit, value: amount, against = '' } = figure;
      const value = `${amount} ${against}`;
      // A person has one age, whatever else a sentence tells.
      if (kind === 'age') return [{ of: kind, value, isSure: true }];
      if (kind === 'score') return [{ of: kind, value, isSure }];
      if (kind !== 'count') return [];
      return [
        { of: unit, value, figure, isSure: isSure && isCountOfThings(figure) },
        ...(hasCasualty ? [{ of: 'casualty', value, figure, isSure }] : []),
      ];
    }),
    ...datesIn(tokens)
      .filter(({ kind }) => kind === 'weekday' || kind === 'day')
      .flatMap(({ kind, value }) =>
        verbs.map((verb) => ({
          of: `${kind} ${verb.lemma}`,
          value: String(value),
          isSure: isSure && isDoneOnce(verb),
        })),
      ),
    ...tokens
      .filter(({ lemma, lower }) => OUTCOME.test(lemma) || OUTCOME.test(lower))
      .map(({ lemma }) => ({ of: 'outcome', value: lemma, isSure })),
  ];
});

/**
 * Of the sentences of a draft, given by their tokens, those that may state a value of which another sentence may state
 * another. The others need not be parsed.
 */
export function comparable<Told extends { readonly tokens: readonly Token[] }>(
  sentences: readonly Told[],
): readonly Told[] {
  const groups = new Map<string, Map<string, Candidate>>();
  for (const candidate of sentences.flatMap(({ tokens }) => candidatesIn(tokens))) {
    const { of, value, isSure } = candidate;
    if (!isSure || of === '') continue;
    const known = groups.get(of);
    if (known === undefined) groups.set(of, new Map([[value, candidate]]));
    else known.set(value, candidate);
  }
  const differing = new Set(
    [...groups].filter(([of, values]) => mayDiffer(of, [...values.values()])).map(([of]) => of),
  );
  return sentences.filter(({ tokens }) => candidatesIn(tokens).some(({ of }) => differing.has(of)));
}

/** True if one of some different values of the same may contradict another. */
function mayDiffer(of: string, values: readonly Candidate[]): boolean {
  // Two sides may win one contest in the same word.
  if (of === 'outcome') return true;
  const figures = values.flatMap(({ figure }) => figure ?? []);
  if (figures.length < values.length) return values.length > 1;
  const bySize = figures.toSorted((one, other) => one.value - other.value);
  return bySize.some((figure, at) => at > 0 && isNear(figure, bySize[at - 1] ?? figure));
}
