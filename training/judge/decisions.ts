/**
 * Chooses the thresholds of the verdicts with a judge, on stories by writers that it was not trained on:
 *
 * `npm run build && npx tsx training/judge/decisions.ts training/stories > WORK/decisions.json`
 *
 * The product judges the claims of their drafts, most of which are true, and the statements about them, most of which
 * are false. Each threshold is the lowest one at which the verdicts reach the required share of right ones on both,
 * given what the judge and the comparison of values say about each claim.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeReader } from '../../server/bin/nodeReader.js';
import { judgementsOf } from '../../server/checks/claims/judgements.js';
import { SAME_MATTER, type Testimony } from '../../server/checks/claims/verdict.js';
import type { JudgeDecisions, JudgeReading } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import { withAllReadings } from '../../server/session/readingRounds.js';
import type { Label } from './rows.js';
import { type LabelledDraft, draftsOf } from './sets.js';

/** The first letters of the stories by held-out writers; see `stories.py`. */
const WRITERS = ['x', 'y', 'z'];

/** Upper bound on the share of unsupported claims that are ticked. */
const MOST_FALSE = 0.03;
/**
 * The minimum share of claims with the label “contradicted” among those that are contradicted, and of untrue claims,
 * contradicted or not, among those that are “not in the sources”.
 */
const RIGHT = 0.85;
/** Candidate thresholds for the likelihood that a value of the passages should replace one of the claim. */
const VALUES = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

/** What is known about a claim that the judge has read. */
interface Known extends Testimony, Omit<JudgeReading, 'words'> {
  readonly label: Label;
  readonly isInDraft: boolean;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the stories.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
const say = (message: string): void => void process.stderr.write(`${message}\n`);
const reader = createNodeReader('dist', join('.cache', 'readings'), { engine: say, warn: say });
const known: Known[] = [];
for (const draft of draftsOf(folder))
  if (WRITERS.some((writer) => draft.story.startsWith(writer)))
    known.push(...(await knownOf(draft)));
process.stdout.write(`${JSON.stringify(rounded(decisionsFrom(known)), undefined, 2)}\n`);
await reader.flush();
reader.stop();

async function knownOf({ text, sources, parts, colour }: LabelledDraft): Promise<readonly Known[]> {
  const reference = referenceFromSources(sources);
  const draft = readProse(text);
  const judgements = await withAllReadings(reader, (readings, ask) => {
    const result = runToCompletion(judgementsOf(draft, reference, { readings }));
    ask(result.flatMap(({ unread }) => unread));
    return result;
  });
  return judgements.flatMap(({ claim, rationale: { judged } }) => {
    const part = parts.find(({ span }) => overlaps(span, claim.span));
    const isOutside = colour?.some((other) => overlaps(other, claim.span)) !== false;
    const label = part?.label ?? (isOutside ? undefined : 'supported');
    return label === undefined || judged?.reading === undefined || judged.testimony === undefined
      ? []
      : [{ ...judged.testimony, ...judged.reading, label, isInDraft: colour !== undefined }];
  });
}

/** The thresholds that find the most contradicted claims. */
function decisionsFrom(claims: readonly Known[]): JudgeDecisions {
  const tried = VALUES.map((value) => {
    const differing = claims.filter(({ difference }) => difference >= value);
    const others = claims.filter((one) => one.difference < value);
    const alike = others.filter(({ closeness }) => closeness >= SAME_MATTER);
    const byValue = contradictedFrom(differing);
    const byJudge = contradictedFrom(alike);
    say(`value ${value}: ${byValue.found} contradicted by a value, ${byJudge.found} by the judge`);
    return {
      found: byValue.found + byJudge.found,
      value,
      differing: byValue.least,
      contradicted: byJudge.least,
      supported: leastTicked(others.filter((one) => !one.lacksValue)),
    };
  });
  const best = tried.reduce((one, other) => (other.found > one.found ? other : one));
  const { least: neither } = leastAt(
    claims.filter(({ lacksPart }) => lacksPart),
    (one) => one.neither,
    ({ label }) => label !== 'supported',
  );
  return { ...best, neither };
}

function contradictedFrom(claims: readonly Known[]): Threshold {
  return leastAt(
    claims,
    (one) => one.contradicted,
    ({ label }) => label === 'contradicted',
  );
}

/** The lowest probability of “supported” that ticks at most the permitted share of untrue claims. */
function leastTicked(claims: readonly Known[]): number {
  const untrue = known.filter(({ label }) => label !== 'supported').length;
  const wrong = claims
    .filter(({ label }) => label !== 'supported')
    .map(({ supported }) => supported)
    .sort((a, b) => b - a);
  const least = Math.max(0, wrong[Math.floor(MOST_FALSE * untrue)] ?? 0) + 0.001;
  const ticked = claims.filter((one) => one.label === 'supported' && one.supported >= least).length;
  say(`supported: ${ticked} of the true claims are ticked from ${least.toFixed(3)} on`);
  return least;
}

/** A threshold, and the number of claims that it finds rightly. */
interface Threshold {
  readonly least: number;
  readonly found: number;
}

/** The lowest probability above which enough claims of drafts are right, and enough statements; 1 if there is none. */
function leastAt(
  claims: readonly Known[],
  probabilityOf: (claim: Known) => number,
  isRight: (claim: Known) => boolean,
): Threshold {
  const leasts = [true, false].map((isInDraft) => {
    const sorted = claims
      .filter((claim) => claim.isInDraft === isInDraft)
      .sort((a, b) => probabilityOf(b) - probabilityOf(a));
    let least = 1;
    let right = 0;
    sorted.forEach((claim, at) => {
      if (isRight(claim)) right++;
      if (right / (at + 1) >= RIGHT) least = probabilityOf(claim);
    });
    return least;
  });
  const least = Math.max(...leasts);
  const found = claims.filter((claim) => isRight(claim) && probabilityOf(claim) >= least).length;
  return { least, found };
}

function rounded({ supported, differing, value, contradicted, neither }: JudgeDecisions) {
  const named = { supported, differing, value, contradicted, neither };
  return Object.fromEntries(
    Object.entries(named).map(([name, one]) => [name, Math.round(1000 * one) / 1000]),
  );
}
