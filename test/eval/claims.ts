/**
 * What each step of the claims check loses on labelled drafts: `npm run eval:claims -- FOLDER [--verbose]`. A draft
 * is `NAME.md`, with its labels in `NAME.json` and its sources in the folder that they name.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDraft } from '../../server/checks/check.js';
import { type Judgement, judgementsOf } from '../../server/checks/claims/judgements.js';
import type { Claim, Verdict } from '../../server/checks/finding.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { type Span, overlaps } from '../../server/prose/span.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import { tell } from '../machine.js';

const USAGE = 'npm run eval:claims -- FOLDER [--verbose]';

/** A labelled statement: its words, which occurrence of them is meant, and the source that decides it. */
interface Label {
  readonly find: string;
  readonly occurrence?: number;
  readonly verdict: Verdict;
  readonly source?: string;
}

interface Labels {
  readonly sources: string;
  readonly claims: readonly Label[];
}

/** What the check made of a labelled statement. */
interface Outcome {
  readonly draft: string;
  readonly label: Label;
  readonly claim: Claim | undefined;
  /** Of what was retrieved for it: the names of the sources, best sentence first; of a quotation, its evidence. */
  readonly retrieved: readonly string[];
}

/** What the table and `--verbose` count as retrieved: the later sentences seldom decide a verdict. */
const FIRST = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length));
let words = 0;
let extra = 0;
const outcomes = names.flatMap((name) => outcomesOf(folder, name));

/** Checks one draft; adds its words, and its segments that no label covers, to the totals. */
function outcomesOf(path: string, name: string): readonly Outcome[] {
  const text = readFileSync(join(path, `${name}.md`), 'utf8');
  const labels = JSON.parse(readFileSync(join(path, `${name}.json`), 'utf8')) as Labels;
  const from = join(path, labels.sources);
  const sources = readdirSync(from).map((file) => ({
    name: file,
    text: readFileSync(join(from, file), 'utf8'),
  }));
  const draft = readProse(text);
  const reference = referenceFromSources(sources);
  const judgements = runToCompletion(judgementsOf(draft, reference));
  const { claims } = checkDraft(draft, reference);
  const spans = labels.claims.map((label) => spanOf(text, label));
  const unlabelled = claims.filter(({ span }) => !spans.some((other) => overlaps(span, other)));
  words += text.trim().split(/\s+/u).length;
  extra += unlabelled.length;
  if (values.verbose)
    for (const { span, verdict } of unlabelled)
      tell(`EXTRA ${name} ${verdict}: ${JSON.stringify(text.slice(span.start, span.end))}`);
  return labels.claims.map((label) => {
    const span = spanOf(text, label);
    const claim = largestOverlap(claims, span, (one) => one.span);
    const judgement = largestOverlap(judgements, span, (one) => one.claim.span);
    const outcome = { draft: name, label, claim, retrieved: retrievedFor(claim, judgement) };
    if (values.verbose) explain(outcome, text, judgement);
    return outcome;
  });
}

function retrievedFor(
  claim: Claim | undefined,
  judgement: Judgement | undefined,
): readonly string[] {
  return claim?.isQuote === true
    ? claim.evidence.map(({ source }) => source)
    : (judgement?.rationale.evidence ?? []).map(({ fact }) => fact.citation.source);
}

function explain(
  { draft, label, claim, retrieved }: Outcome,
  text: string,
  judgement: Judgement | undefined,
): void {
  const verdict = claim?.verdict ?? 'none';
  const isFound = label.source === undefined || retrieved.slice(0, FIRST).includes(label.source);
  if (verdict === label.verdict && isFound) return;
  tell(
    `${draft}: ${label.verdict}, judged ${verdict}${isFound ? '' : `, ${label.source ?? ''} not found`}${claim?.isQuote === true ? ' (quote)' : ''}`,
  );
  tell(`  label   ${JSON.stringify(label.find)}`);
  if (claim !== undefined)
    tell(
      `  claim   ${JSON.stringify(text.slice(claim.span.start, claim.span.end))} ${claim.score.toFixed(2)}`,
    );
  for (const { fact } of (judgement?.rationale.evidence ?? []).slice(0, FIRST))
    tell(`  source  ${fact.citation.source}: ${fact.text}`);
}

/** The place of the labelled words; throws if the draft does not have them. */
function spanOf(text: string, { find, occurrence = 1 }: Label): Span {
  let start = -1;
  for (let count = 0; count < occurrence; count++) start = text.indexOf(find, start + 1);
  if (start < 0) throw new Error(`The draft has no “${find}”`);
  return { start, end: start + find.length };
}

/** The item that shares most characters with a span; `undefined` if none does. */
function largestOverlap<T>(
  items: readonly T[],
  span: Span,
  spanOfItem: (item: T) => Span,
): T | undefined {
  let [best, most]: [T | undefined, number] = [undefined, 0];
  for (const item of items) {
    const { start, end } = spanOfItem(item);
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    if (shared > most) [best, most] = [item, shared];
  }
  return best;
}

function percent(part: number, all: number): string {
  return all === 0 ? 'none' : `${((100 * part) / all).toFixed(1)} % (${part}/${all})`;
}

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported', 'unclear'];
const labelled = outcomes.length;
const covered = outcomes.filter(({ claim }) => claim !== undefined);
// Nothing can be found for what no source has.
const sourced = covered.filter(({ label }) => label.verdict !== 'unsupported' && label.source);
const among = (count: number): number =>
  sourced.filter(({ label, retrieved }) => retrieved.slice(0, count).includes(label.source ?? ''))
    .length;
tell(`${names.length} drafts, ${words} words, ${labelled} labelled statements\n`);
tell(`segment   labelled statements with a claim    ${percent(covered.length, labelled)}`);
tell(`          other claims per 1,000 words        ${((1000 * extra) / words).toFixed(2)}`);
tell(`retrieve  the source is among those found     ${percent(among(Infinity), sourced.length)}`);
tell(`          among the first five sentences      ${percent(among(FIRST), sourced.length)}`);
tell(`          first                               ${percent(among(1), sourced.length)}`);
tell(`\ndecide    ${[...VERDICTS, 'none'].map((one) => one.padStart(13)).join('')}`);
for (const row of VERDICTS.slice(0, 3)) {
  const counts = [...VERDICTS, undefined].map(
    (column) =>
      outcomes.filter(({ label, claim }) => label.verdict === row && claim?.verdict === column)
        .length,
  );
  tell(`${row.padEnd(13)}${counts.map((count) => String(count).padStart(13)).join('')}`);
}
