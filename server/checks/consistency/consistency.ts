import { memoize } from '../../prose/memoize.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import { withDraftCapital } from '../claims/align/claimContext.js';
import { spanOf } from '../claims/judgements.js';
import { type EvidenceRetriever, retrieverOf } from '../claims/retrieve/evidenceRetriever.js';
import { mayClaim } from '../claims/segment/checkworthy.js';
import { outsideQuotations } from '../claims/segment/outsideQuotations.js';
import { withoutTitleCase } from '../claims/segment/titleCase.js';
import type { Statement } from '../claims/statement/statement.js';
import { slotWordsOf } from '../claims/statement/statementQueries.js';
import type { Claim, Finding, Fix } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { AGES } from './ages.js';
import { comparable } from './candidates.js';
import { CASUALTIES } from './casualties.js';
import { COUNTS } from './counts.js';
import { OUTCOMES } from './outcomes.js';
import { SCORES } from './scores.js';
import type { Comparison, StatedValue } from './statedValue.js';
import { TIMES } from './times.js';

/** Lists each claim of a draft with its verdict. */
export type ClaimsTask = () => CooperativeTask<readonly Claim[]>;

/** A sentence of a block, not yet parsed. */
interface Unread {
  readonly sentence: Sentence;
  /** Those outside long quotations, at their offsets in the block. */
  readonly tokens: readonly Token[];
}

/** A sentence at its place in a draft. */
interface Placeable extends Unread {
  readonly block: Block;
}

/** A sentence of a draft that may state a value. */
interface ParsedSentence extends Placeable {
  readonly statement: Statement;
}

/** A value at its place in a draft. */
interface Placed<Value extends StatedValue = StatedValue> {
  readonly value: Value;
  readonly parsed: ParsedSentence;
}

/** The places that give one value, and those that give another for the same thing. */
interface Conflict {
  readonly places: readonly [earlier: readonly Placed[], later: readonly Placed[]];
  readonly isReplaceable: boolean;
}

/**
 * Reports where a draft contradicts itself. If the sources support one of the two values, the other is wrong; if both
 * or, as is reported already, contradict one, nothing is. Otherwise the rarer is marked, or the later. Yields after
 * each block and sentence. `claims` is asked for only if there is something to decide; it is absent if no source
 * covers the draft, as none can decide then.
 */
export function* checkConsistency(
  draft: Prose,
  reference: Reference,
  claims?: ClaimsTask,
): CooperativeTask<readonly Finding[]> {
  const retriever = retrieverOf(reference);
  const sentences: Placeable[] = [];
  for (const block of draft.blocks) {
    if (block.kind !== 'tableCell' && !block.emphasised)
      sentences.push(...sentencesToRead(block.content).map((one) => ({ ...one, block })));
    yield;
  }
  const parsed = yield* readAll(comparable(sentences), retriever);
  const conflicts = [
    ...conflictsOf(parsed, CASUALTIES),
    ...conflictsOf(parsed, COUNTS),
    ...conflictsOf(parsed, AGES),
    ...conflictsOf(parsed, TIMES),
    ...conflictsOf(parsed, SCORES),
    ...conflictsOf(parsed, OUTCOMES),
  ];
  if (conflicts.length === 0) return [];
  const verdicts = claims === undefined ? [] : yield* claims();
  const findings = new Map<number, Finding>();
  for (const finding of conflicts.flatMap((conflict) => findingsOn(conflict, verdicts))) {
    if (!findings.has(finding.span.start)) findings.set(finding.span.start, finding);
  }
  return [...findings.values()];
}

function* readAll(
  sentences: readonly Placeable[],
  retriever: EvidenceRetriever,
): CooperativeTask<readonly ParsedSentence[]> {
  const parsed: ParsedSentence[] = [];
  for (const one of sentences) {
    parsed.push({ ...one, statement: statementIn(one, retriever) });
    yield;
  }
  return parsed;
}

/** The sentences of a block that may claim something, without long quotations. */
const sentencesToRead = memoize((content: BlockContent): readonly Unread[] => {
  const outside = outsideQuotations(content);
  return content.sentences
    .filter(
      (sentence) =>
        sentence.role !== 'credit' && mayClaim({ kind: content.kind, emphasised: false }, sentence),
    )
    .map((sentence) => ({ sentence, tokens: outside.get(sentence) ?? sentence.tokens }));
});

function statementIn(
  { block, sentence, tokens }: Placeable,
  retriever: EvidenceRetriever,
): Statement {
  const isWhole = tokens.length === sentence.tokens.length;
  const read = retriever.parse(isWhole ? (sentence.original?.tokens ?? tokens) : tokens);
  return block.kind === 'heading' ? withoutTitleCase(read) : read;
}

/** So many places that have one value each are compared with those after them, which keeps the work linear. */
const MOST_COMPARED = 16;

function conflictsOf<Value extends StatedValue>(
  parsed: readonly ParsedSentence[],
  { valuesIn, excludes, tellsBoth, isReplaceable }: Comparison<Value>,
): readonly Conflict[] {
  const groups = new Map<string, Placed<Value>[]>();
  for (const one of parsed) {
    for (const value of valuesIn(one.statement)) {
      const group = groups.get(value.of);
      const placed = { value, parsed: one };
      if (group === undefined) groups.set(value.of, [placed]);
      else group.push(placed);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const pairs = group.flatMap((later, at) =>
      group
        .slice(0, Math.min(at, MOST_COMPARED))
        .filter(
          (earlier) => earlier.parsed !== later.parsed && excludes(earlier.value, later.value),
        )
        .map((earlier) => [earlier, later] as const),
    );
    const [pair] = pairs;
    // Three values belong to three things.
    if (pair === undefined || new Set(pairs.flat().map(({ value }) => value.value)).size > 2)
      return [];
    const [earlier, later] = pair;
    if (parsed.some(({ statement }) => tellsBoth(statement, earlier.value, later.value))) return [];
    const placesOf = ({ value: { value } }: Placed): readonly Placed[] => [
      ...new Set(pairs.flat().filter((placed) => placed.value.value === value)),
    ];
    return [{ places: [placesOf(earlier), placesOf(later)], isReplaceable }];
  });
}

function findingsOn(
  { places, isReplaceable }: Conflict,
  claims: readonly Claim[],
): readonly Finding[] {
  const [earlier, later] = places;
  const claimsAt = (side: readonly Placed[]): readonly Claim[] =>
    claims.filter(({ span }) => side.some((placed) => overlaps(draftSpanOfValue(placed), span)));
  const [ofEarlier, ofLater] = [claimsAt(earlier), claimsAt(later)];
  if ([...ofEarlier, ...ofLater].some(({ verdict }) => verdict === 'contradicted')) return [];
  const proofOfEarlier = ofEarlier.find(isProof);
  const proofOfLater = ofLater.find(isProof);
  // The sources have both, so they belong to two things.
  if (proofOfEarlier !== undefined && proofOfLater !== undefined) return [];
  const proof = proofOfEarlier ?? proofOfLater;
  const isEarlierWrong =
    proof === undefined ? earlier.length < later.length : proof === proofOfLater;
  const [wrong, right] = isEarlierWrong ? [earlier, later] : [later, earlier];
  const [other] = right;
  if (other === undefined) return [];
  return wrong.map((placed) =>
    findingOn(placed, other, { isReplaceable, isOtherLater: isEarlierWrong, proof }),
  );
}

/** The least score of a claim that the sources probably have. */
const PROBABLE = 0.6;

/** True for a claim that the sources have, or probably have. */
function isProof({ verdict, score }: Claim): boolean {
  return verdict === 'supported' || (verdict === 'unclear' && score >= PROBABLE);
}

function findingOn(
  placed: Placed,
  other: Placed,
  {
    isReplaceable,
    isOtherLater,
    proof,
  }: {
    readonly isReplaceable: boolean;
    readonly isOtherLater: boolean;
    readonly proof: Claim | undefined;
  },
): Finding {
  const code = 'claim/inconsistent';
  const [found, expected] = [wordsOf(placed), wordsOf(other)];
  const where = isOtherLater ? 'later' : 'earlier';
  const fixes: readonly Fix[] = isReplaceable
    ? [
        fixOf(`Change to “${expected}”`, placed, other, proof !== undefined),
        ...(proof === undefined
          ? [fixOf(`Change the ${where} “${expected}” to “${found}”`, other, placed, false)]
          : []),
      ]
    : [];
  return {
    code,
    severity: RULES[code].severity,
    message: `“${found}” here, “${expected}” ${where} in the draft${proof === undefined ? '' : ' and in the sources'}.`,
    span: draftSpanOfValue(placed),
    evidence: proof?.evidence ?? [],
    related: [{ span: draftSpanOfValue(other), text: other.parsed.sentence.text }],
    fixes,
    found,
    expected,
  };
}

function fixOf(title: string, placed: Placed, by: Placed, preferred: boolean): Fix {
  const { block, tokens, statement } = placed.parsed;
  const text = withDraftCapital(statement, placed.value.first, by.parsed.statement, by.value);
  return replacementFix(title, block, spanOf(tokens, placed.value), text, preferred);
}

function wordsOf({ value: { statement, first, last } }: Placed): string {
  return slotWordsOf(statement, first, last);
}

function draftSpanOfValue({ value, parsed: { block, tokens } }: Placed): Span {
  return draftSpanOf(block, spanOf(tokens, value));
}
