/**
 * What the verdicts on claims are worth on labelled sets (`training/judge/sets.ts`), and how long a claim takes:
 *
 * `npm run eval -- SET… [--reader FOLDER] [--json FILE] [--verbose]
 * [--second-opinion URL --model NAME] [--requests N] [--answer-within SECONDS]`
 *
 * The set `own` is the stories beside this file. `--reader dist` lets the readers of a build judge too, and keeps what they
 * read in `.cache/readings`. Only totals of a sealed set, which is a `.br` file, are printed. With `--second-opinion`, a
 * model on this machine is asked about the single statements, in N requests at most.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PATIENCE_SECONDS } from '../../protocol/secondOpinion.js';
import { createNodeReader } from '../../server/bin/nodeReader.js';
import { checkClaims } from '../../server/checks/claims/claims.js';
import type { Claim, Finding, Verdict } from '../../server/checks/finding.js';
import { checkQuotes } from '../../server/checks/quotes/quotes.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import type { Source } from '../../server/reference/indexSource.js';
import { type Reference, referenceFromSources } from '../../server/reference/reference.js';
import { withAllReadings } from '../../server/session/readingRounds.js';
import { type LabelledDraft, type LabelledPart, draftsOf } from '../../training/judge/sets.js';
import { tell } from '../machine.js';
import { edited } from '../marked.js';
import { ModelOnTrial } from './modelOnTrial.js';
import { ownStories } from './ownStories.js';

/** A part with known label, and what became of it. */
interface Outcome extends Omit<LabelledPart, 'span'> {
  readonly story: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** Of a contradicted part: the first finding, and whether its preferred fix makes the part right. */
  readonly finding: Finding | undefined;
  readonly isFixed: boolean;
}

const USAGE =
  'npm run eval -- SET… [--reader FOLDER] [--json FILE] [--verbose] [--second-opinion URL --model NAME] [--requests N] [--answer-within SECONDS]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reader: { type: 'string' },
    json: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    'second-opinion': { type: 'string' },
    model: { type: 'string' },
    requests: { type: 'string' },
    'answer-within': { type: 'string' },
  },
});
const { 'second-opinion': url, model } = values;
if (positionals.length === 0 || (url === undefined) !== (model === undefined))
  throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
const reader =
  values.reader === undefined
    ? undefined
    : createNodeReader(values.reader, join('.cache', 'readings'), { engine: tell, warn: tell });
/** A model that hears the statements of one set. */
function trial(): ModelOnTrial | undefined {
  if (url === undefined || model === undefined) return undefined;
  const requests = Number(values.requests ?? Infinity);
  const patience = Number(values['answer-within'] ?? DEFAULT_PATIENCE_SECONDS);
  return new ModelOnTrial({ url, model, requests, patience, reader });
}

interface Judged {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

async function judge({ text, sources }: LabelledDraft): Promise<Judged> {
  const reference = referenceOf(sources);
  const draft = readProse(text);
  return withAllReadings(reader, (readings, ask) => {
    const quotes = runToCompletion(checkQuotes(draft, reference));
    const report = runToCompletion(checkClaims(draft, reference, quotes.claims, readings));
    ask(readings.isOn ? report.unread : []);
    const around = runToCompletion(report.claims()).filter(
      ({ span }) => !quotes.claims.some((quote) => overlaps(quote.span, span)),
    );
    return {
      claims: [...around, ...quotes.claims],
      findings: [...report.findings, ...quotes.findings],
    };
  });
}

let known: { readonly key: string; readonly reference: Reference } | undefined;

/** The drafts of one story stand together. */
function referenceOf(sources: readonly Source[]): Reference {
  const key = JSON.stringify(sources);
  if (known?.key !== key) known = { key, reference: referenceFromSources(sources) };
  return known.reference;
}

function outcomesOf(draft: LabelledDraft, { claims, findings }: Judged): readonly Outcome[] {
  const { story, text, parts, colour } = draft;
  const outcomes = parts.map((part): Outcome => {
    const { span, ...rest } = part;
    const verdict = verdictOn(claims.filter((claim) => overlaps(claim.span, span)));
    const finding = findings.find(
      (one) => one.code === 'claim/contradicted' && overlaps(one.span, span),
    );
    return {
      ...rest,
      story,
      text: text.slice(span.start, span.end),
      verdict,
      finding,
      isFixed: finding !== undefined && isFixed(text, part, finding),
    };
  });
  if (colour === undefined) return outcomes;
  const isOther = ({ span }: Claim): boolean =>
    ![...parts.map((part) => part.span), ...colour].some((other) => overlaps(other, span));
  const others = claims.filter(isOther).map(({ span, verdict }): Outcome => ({
    story,
    text: text.slice(span.start, span.end),
    label: 'supported',
    kind: 'draft',
    verdict,
    finding: findings.find((one) => overlaps(one.span, span)),
    isFixed: false,
  }));
  return [...outcomes, ...others];
}

/** The verdict on a part: the worst on its claims, and supported only if all are. */
function verdictOn(claims: readonly Claim[]): Verdict {
  const verdicts = claims.map(({ verdict }) => verdict);
  const worst = (['contradicted', 'unsupported'] as const).find((one) => verdicts.includes(one));
  if (worst !== undefined) return worst;
  return verdicts.length > 0 && verdicts.every((one) => one === 'supported')
    ? 'supported'
    : 'unclear';
}

function isFixed(text: string, { span, right }: LabelledPart, { fixes }: Finding): boolean {
  const fix = fixes.find(({ preferred }) => preferred);
  if (fix === undefined || right === undefined) return false;
  return edited(text, fix.edits) === edited(text, [{ span, newText: right }]);
}

/** A share with two decimals; `null` of nothing. */
function share(part: number, all: number): number | null {
  return all === 0 ? null : Math.round((1000 * part) / all) / 1000;
}

function figuresOf(outcomes: readonly Outcome[], isSealed: boolean) {
  const from = (...words: readonly string[]) =>
    outcomes.filter(({ kind }) => words.includes(kind.split(' ')[0] ?? ''));
  const kinds = [...new Set(outcomes.map(({ label, kind }) => `${label}, ${kind}`))].sort();
  return {
    statements: verdictFigures(from('statement')),
    pairs: pairFigures(from('pair')),
    drafts: verdictFigures(from('draft')),
    ...(isSealed
      ? {}
      : {
          kinds: Object.fromEntries(
            kinds.map((name) => [
              name,
              countsOf(outcomes.filter(({ label, kind }) => `${label}, ${kind}` === name)),
            ]),
          ),
        }),
  };
}

function verdictFigures(outcomes: readonly Outcome[]) {
  const of = (label: string, verdict?: Verdict): number =>
    outcomes.filter(
      (one) => one.label === label && (verdict === undefined || one.verdict === verdict),
    ).length;
  const untrue = of('contradicted') + of('unsupported');
  const given = (verdict: Verdict): number =>
    outcomes.filter((one) => one.verdict === verdict).length;
  return {
    true: of('supported'),
    false: untrue,
    trueTicked: share(of('supported', 'supported'), of('supported')),
    falseTicked: share(of('contradicted', 'supported') + of('unsupported', 'supported'), untrue),
    ticksRight: share(of('supported', 'supported'), given('supported')),
    contradictedFound: share(of('contradicted', 'contradicted'), of('contradicted')),
    accusationsRight: share(of('contradicted', 'contradicted'), given('contradicted')),
    trueAccused: share(of('supported', 'contradicted'), of('supported')),
    fixedOfAccused: share(
      outcomes.filter((one) => one.isFixed).length,
      outcomes.filter((one) => one.right !== undefined && one.finding !== undefined).length,
    ),
    unsupportedFound: share(of('unsupported', 'unsupported'), of('unsupported')),
    unsupportedRight: share(of('unsupported', 'unsupported'), given('unsupported')),
  };
}

function pairFigures(outcomes: readonly Outcome[]) {
  const isTicked = ({ verdict }: Outcome): boolean => verdict === 'supported';
  const pairs = outcomes
    .filter(({ label }) => label !== 'supported')
    .flatMap((wrong) => {
      const right = outcomes.find(
        (one) => one.label === 'supported' && one.pair === wrong.pair && one.story === wrong.story,
      );
      return right === undefined ? [] : [{ right, wrong }];
    });
  const of = (is: (pair: { readonly right: Outcome; readonly wrong: Outcome }) => boolean) =>
    share(pairs.filter(is).length, pairs.length);
  return {
    pairs: pairs.length,
    toldApart: of(({ right, wrong }) => isTicked(right) && !isTicked(wrong)),
    falseTicked: of(({ wrong }) => isTicked(wrong)),
    falseAccused: of(({ wrong }) => wrong.verdict === 'contradicted'),
    trueAccused: of(({ right }) => right.verdict === 'contradicted'),
  };
}

function countsOf(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { all: outcomes.length };
  for (const { verdict } of outcomes) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function show({ story, label, kind, verdict, text, finding }: Outcome): void {
  const isRight = verdict === label || (label !== 'supported' && verdict === 'unclear');
  if (!isRight)
    tell(`${story}  ${label}, ${kind}, judged ${verdict}: ${text}  ${finding?.message ?? ''}`);
}

const results: Record<string, unknown> = {};
for (const path of positionals) {
  const second = trial();
  const started = performance.now();
  let claims = 0;
  const outcomes: Outcome[] = [];
  const drafts = path === 'own' ? ownStories() : draftsOf(path);
  for (const draft of drafts) {
    const judged = await judge(draft);
    claims += judged.claims.length;
    outcomes.push(...outcomesOf(draft, judged));
  }
  const milliseconds = Math.round((10 * (performance.now() - started)) / Math.max(1, claims)) / 10;
  for (const draft of drafts) await second?.hear(draft, referenceOf(draft.sources));
  const isSealed = path.endsWith('.br');
  const figures = {
    claims,
    millisecondsPerClaim: milliseconds,
    ...figuresOf(outcomes, isSealed),
    ...(second === undefined ? {} : { secondOpinion: second.figures }),
  };
  results[basename(path)] = figures;
  tell(`${path}\n${JSON.stringify(figures, undefined, 1)}`);
  if (values.verbose && !isSealed) for (const outcome of outcomes) show(outcome);
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify(results, undefined, 1)}\n`);
await reader?.flush();
reader?.stop();
