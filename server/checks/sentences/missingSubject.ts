import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Passage } from './structure/passage.js';
import { childWithRelation, predicateOf, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';
import {
  isBe,
  isCoordinator,
  isDo,
  isHave,
  isModal,
  isPronoun,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { isAdverb, lower, takesClause } from './structure/words.js';

/** Hints at sentences that open with their verb (“Said the bridge will close.”, “Also was told …”). */
export function findMissingSubject({ words, setting }: Passage): readonly Span[] {
  const [first] = words;
  if (setting !== 'running' || first === undefined || !startsWithCapital(first)) return [];
  if (!/^[.”"]$/u.test(words.at(-1)?.text ?? '')) return [];
  let at = isCoordinator(first) ? 1 : 0;
  while (isAdverb(words[at])) at++;
  const verb = words[at];
  if (verb === undefined || !isFiniteForm(verb) || isInverted(verb, words[at + 1], words[at - 1]))
    return [];
  const tree = treeOf(words);
  const predicate = predicateOf(tree, at);
  // In “Said the bridge will close” the parser reads “close” as the main verb.
  if (predicate !== tree.root && finiteMainVerb(tree) >= 0 && !takesClause(verb)) return [];
  if (childWithRelation(tree, predicate, /^(?:[nc]subj|expl)/u) !== undefined) return [];
  return [{ start: first.start, end: verb.end }];
}

/** True for an auxiliary, and for a past form or one in “-s”. */
function isFiniteForm(verb: Token): boolean {
  if (isAuxiliary(verb)) return verb.lower !== 'do';
  const { base, past, third, gerund } = verbFormsOf(verb);
  return (verb.tag === 'VERB' || takesClause(verb)) && !gerund && !base && (past || third);
}

function isAuxiliary(verb: Token): boolean {
  return [isBe, isHave, isDo, isModal].some((is) => is({ ...verb, tag: 'AUX' }));
}

/** “Is he ill”, “Had Mr. Roe known”, “So has the choir”: the subject follows. */
function isInverted(verb: Token, after: Token | undefined, before: Token | undefined): boolean {
  return (
    isAuxiliary(verb) &&
    (isPronoun(after) || startsWithCapital(after) || /^(?:so|nor|neither)$/u.test(lower(before)))
  );
}
