import { type TimeExpression, datesIn } from '../../values/dates.js';
import { type Quantity, quantitiesIn } from '../../values/figures.js';
import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import { isCountOfThings, isNear } from './counts.js';
import { isDoneOnce, mayBeOfOneTime, tellsOfAnother } from './statedValue.js';
import { isPointInTime } from './times.js';

/** What a sentence may state a value of, as far as its words tell without its grammar, and that value. */
interface Candidate {
  readonly of: string;
  readonly value: string;
  /** The figure, if only one of about its size can be another value of the same. */
  readonly figure?: Quantity;
  /** True if another value elsewhere may contradict it; else it may show at most that there are several. */
  readonly isSure: boolean;
}

/** A word for an outcome, with what it may be the outcome of. */
interface OutcomeWord {
  /** By the dictionary form. */
  readonly words: RegExp;
  /** What comes right after it. */
  readonly next?: RegExp;
  /** True if its sentence also has a word for what is put to a vote. */
  readonly needsMotion?: true;
  readonly of: 'trial' | 'vote' | 'contest';
  readonly value: string;
}

/** The outcomes that `withOutcomes` reads. */
const OUTCOMES: readonly OutcomeWord[] = [
  { words: /^(?:convict|guilty)$/u, of: 'trial', value: 'convict' },
  { words: /^acquit$/u, of: 'trial', value: 'acquit' },
  { words: /^approve$/u, of: 'vote', value: 'approve' },
  { words: /^(?:adopt|pass|carry)$/u, needsMotion: true, of: 'vote', value: 'approve' },
  { words: /^vote$/u, next: /^through$/u, needsMotion: true, of: 'vote', value: 'approve' },
  { words: /^reject$/u, of: 'vote', value: 'reject' },
  { words: /^(?:defeat|fall|fail)$/u, needsMotion: true, of: 'vote', value: 'reject' },
  {
    words: /^(?:vote|throw)$/u,
    next: /^(?:down|out)$/u,
    needsMotion: true,
    of: 'vote',
    value: 'reject',
  },
  {
    words: /^(?:beat|defeat|overcome|thrash|trounce|oust|vanquish)$/u,
    of: 'contest',
    value: '',
  },
];

/** A word for what is put to a vote, by its dictionary form. */
const MOTION =
  /^(?:motion|amendment|resolution|bill|budget|measure|proposal|ordinance|treaty|it|they|them)$/u;

/** Words for casualties, by their dictionary form. */
const CASUALTY =
  /^(?:kill|die|dead|death|toll|perish|fatality|injure|injured|wound|wounded|hurt)$/u;

/** Memoized by the tokens, which a keystroke elsewhere leaves the same. */
const candidatesIn = memoize((tokens: readonly Token[]) => {
  const dates = datesIn(tokens);
  const hasCasualty = tokens.some(({ lemma }) => CASUALTY.test(lemma));
  const isSure = !tellsOfAnother({ tokens });
  const candidates: readonly Candidate[] = [
    ...quantitiesIn(tokens).flatMap((figure): readonly Candidate[] => {
      const { kind, unit, value: amount, against = '' } = figure;
      const value = `${amount} ${against}`;
      // A person has one age, whatever else a sentence says.
      if (kind === 'age') return [{ of: kind, value, isSure: true }];
      if (kind === 'score') return [{ of: kind, value, isSure }];
      if (kind !== 'count') return [];
      return [
        { of: unit, value, figure, isSure: isSure && isCountOfThings(figure) },
        ...(hasCasualty ? [{ of: 'casualty', value, figure, isSure }] : []),
      ];
    }),
    ...(['weekday', 'day'] as const).flatMap((kind) => {
      const times = dates.filter((date) => date.kind === kind);
      // A sentence with two of them may mean that both are right.
      const isPoint = times.length === 1 && times.every((time) => isPointInTime(tokens, time));
      return isPoint || times.length > 1
        ? times.flatMap(({ value }) =>
            tokens
              .filter((token) => token.tag === 'VERB' && isDoneOnce(token))
              .map(({ lemma }) => ({
                of: `${kind} ${lemma}`,
                value: String(value),
                isSure: isSure && isPoint,
              })),
          )
        : [];
    }),
    ...tokens.flatMap((token, at) =>
      OUTCOMES.filter(
        ({ words, next, needsMotion }) =>
          isAny(token, words) &&
          (next === undefined || isAny(tokens[at + 1], next)) &&
          (needsMotion === undefined || tokens.some((other) => isAny(other, MOTION))),
      ).map(({ of, value }) => ({ of, value, isSure })),
    ),
  ];
  return { candidates, dates };
});

function isAny(token: Token | undefined, words: RegExp): boolean {
  return token !== undefined && (words.test(token.lemma) || words.test(token.lower));
}

/** A candidate of a sentence, with what all of that sentence's share. */
interface Placed<ParsedSentence> {
  readonly candidate: Candidate;
  readonly tokens: readonly Token[];
  readonly dates: readonly TimeExpression[];
  readonly parsed: ParsedSentence;
}

/** So many candidates of one thing are compared with those after them, which keeps the work linear. */
const MOST_COMPARED = 64;

/**
 * Of the sentences of a draft, given by their tokens, those that may state a value of which another sentence may state
 * another, and those that may mean that both are right. The others need not be parsed.
 */
export function comparable<ParsedSentence extends { readonly tokens: readonly Token[] }>(
  sentences: readonly ParsedSentence[],
): readonly ParsedSentence[] {
  const groups = new Map<string, Placed<ParsedSentence>[]>();
  for (const parsed of sentences) {
    const { candidates, dates } = candidatesIn(parsed.tokens);
    for (const candidate of candidates) {
      const group = groups.get(candidate.of);
      const placed = { candidate, tokens: parsed.tokens, dates, parsed };
      if (group === undefined) groups.set(candidate.of, [placed]);
      else group.push(placed);
    }
  }
  const found = new Set<ParsedSentence>();
  for (const [of, group] of groups) {
    if (of === '') continue;
    const sure = group.filter(({ candidate }) => candidate.isSure);
    const differing = new Set<ParsedSentence>();
    for (const [at, one] of sure.entries()) {
      for (const other of sure.slice(0, Math.min(at, MOST_COMPARED))) {
        if (!mayDiffer(one, other)) continue;
        differing.add(one.parsed);
        differing.add(other.parsed);
      }
    }
    if (differing.size === 0) continue;
    for (const parsed of differing) found.add(parsed);
    for (const { candidate, parsed } of group) if (!candidate.isSure) found.add(parsed);
  }
  return sentences.filter((parsed) => found.has(parsed));
}

/** True if two values of the same, in two sentences, may contradict each other. */
function mayDiffer<ParsedSentence>(
  one: Placed<ParsedSentence>,
  other: Placed<ParsedSentence>,
): boolean {
  const [{ of, value, figure }, { value: otherValue, figure: otherFigure }] = [
    one.candidate,
    other.candidate,
  ];
  // Two sides may win one contest in the same word.
  if (one.parsed === other.parsed || (value === otherValue && of !== 'contest')) return false;
  if (figure !== undefined && otherFigure !== undefined && !isNear(figure, otherFigure))
    return false;
  return /^(?:age|weekday|day)\b/u.test(of) || mayBeOfOneTime(one, other);
}
