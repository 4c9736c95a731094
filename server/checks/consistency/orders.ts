import { isOrderWord } from '../../lexicon/functionWords.js';
import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import {
  type ActOrder,
  type DatedAct,
  actOrdersIn,
  datedActsIn,
  isDoneOnce,
  tellingOf,
} from '../claims/compare/actOrder.js';
import { datesIn } from '../../values/dates.js';
import type { Statement } from '../claims/statement/statement.js';

/** Two acts that a sentence puts in one order, and the days of others in the opposite. */
export interface WrongOrder<Told> {
  readonly told: Told;
  readonly order: ActOrder;
  readonly later: DatedAct & { readonly told: Told };
  readonly earlier: DatedAct & { readonly told: Told };
}

interface Words {
  readonly tokens: readonly Token[];
}

/** The verbs of what is done once, by their dictionary form. Memoized by the tokens, which a keystroke elsewhere leaves. */
const actsIn = memoize((tokens: readonly Token[]): readonly string[] =>
  tokens.filter((token) => token.tag === 'VERB' && isDoneOnce(token)).map(({ lemma }) => lemma),
);

const isOrdering = memoize(
  (tokens: readonly Token[]): boolean => tokens.some(isOrderWord) && actsIn(tokens).length > 1,
);

const isDated = memoize((tokens: readonly Token[]): boolean =>
  datesIn(tokens).some(({ kind }) => kind === 'weekday' || kind === 'day'),
);

/** Of the sentences of a draft, those that may put acts in an order and those that may date them. The others need no tree. */
export function orderable<Told extends Words>(sentences: readonly Told[]): readonly Told[] {
  const dated = sentences.filter(({ tokens }) => isDated(tokens));
  const verbs = new Set(dated.flatMap(({ tokens }) => actsIn(tokens)));
  const ordering = sentences.filter(
    ({ tokens }) =>
      isOrdering(tokens) && new Set(actsIn(tokens).filter((verb) => verbs.has(verb))).size > 1,
  );
  const wanted = new Set(ordering.flatMap(({ tokens }) => actsIn(tokens)));
  return ordering.length === 0
    ? []
    : [
        ...new Set([
          ...ordering,
          ...dated.filter(({ tokens }) => actsIn(tokens).some((verb) => wanted.has(verb))),
        ]),
      ];
}

/** Where sentences put two acts in an order that the days of other sentences contradict. `written` is the draft's day. */
export function wrongOrdersIn<Told extends { readonly statement: Statement }>(
  sentences: readonly Told[],
  written: string | undefined,
): readonly WrongOrder<Told>[] {
  const tellings = sentences.flatMap((told) =>
    datedActsIn(told.statement, written).map((act) => ({ ...act, told })),
  );
  return sentences.flatMap((told) =>
    actOrdersIn(told.statement).flatMap((order): WrongOrder<Told> | readonly [] => {
      const [later, earlier] = [
        tellingOf(order.later, tellings),
        tellingOf(order.earlier, tellings),
      ];
      if (later === undefined || earlier === undefined || later.day >= earlier.day) return [];
      return { told, order, later, earlier };
    }),
  );
}
