/**
 * What the verdicts on single statements are worth, those of Copydesk by rules alone and those of a model on this machine:
 * `npm run eval:opinion -- FOLDER [--second-opinion URL --model NAME] [--limit N] [--answer-within SECONDS]`. `NAME.statements.json`
 * has statements with the label supported, unsupported or contradicted, the folder `NAME.sources` their sources.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PATIENCE_SECONDS } from '../../protocol/secondOpinion.js';
import { checkDraft } from '../../server/checks/check.js';
import type { OpinionVerdict, Verdict } from '../../server/checks/finding.js';
import { transport } from '../../server/bin/loopbackTransport.js';
import { NO_READINGS } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { type Span, contains } from '../../server/prose/span.js';
import { indexSource } from '../../server/reference/indexSource.js';
import { type Reference, referenceFromIndexes } from '../../server/reference/reference.js';
import { LoopbackModel } from '../../server/secondOpinion/loopback/loopbackModel.js';
import { OpinionDesk } from '../../server/secondOpinion/opinionDesk.js';
import { OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import { opinionOf } from '../../server/secondOpinion/opinions.js';
import { withOpinions } from '../../server/secondOpinion/opinionsOnDraft.js';
import { type Question, questionsOn } from '../../server/secondOpinion/questions.js';
import { RequestLimit } from '../../server/secondOpinion/requestLimit.js';
import { NOTHING_RESTRICTED } from '../../server/secondOpinion/restricted.js';
import { table } from '../bench/table.js';
import { tell } from '../machine.js';

const USAGE =
  'npm run eval:opinion -- FOLDER [--second-opinion URL --model NAME] [--limit N] [--answer-within SECONDS]';

interface Statement {
  readonly text: string;
  readonly label: Exclude<Verdict, 'unclear'>;
}

/** What was said of a statement. */
interface Judged {
  readonly label: Statement['label'];
  /** `undefined` if there is no claim in it. */
  readonly own: Verdict | undefined;
  /** `undefined` if the model was not asked or gave no usable answer. */
  readonly opinion: OpinionVerdict | undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'second-opinion': { type: 'string' },
    model: { type: 'string' },
    limit: { type: 'string' },
    'answer-within': { type: 'string' },
  },
});
const [folder] = positionals;
const { 'second-opinion': url, model: name } = values;
if (folder === undefined || (url === undefined) !== (name === undefined)) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const patience = Number(values['answer-within'] ?? DEFAULT_PATIENCE_SECONDS);
const model =
  url === undefined || name === undefined
    ? undefined
    : new LoopbackModel(transport, url, name, patience);
const desk = new OpinionDesk({
  store: new OpinionTable(),
  limit: new RequestLimit(() => performance.now()),
  log: () => undefined,
  now: () => new Date(),
});

/** A run of this many failures is no exception. */
const MOST_FAILURES = 5;

let requests = 0;
let unusable = 0;
let failed = 0;
/** How many requests in a row have failed. */
let failures = 0;
let milliseconds = 0;
let changed = 0;
let left = Number(values.limit ?? Infinity);
const judged: Judged[] = [];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.statements.json') || left <= 0) continue;
  const all = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Statement[];
  const statements = all.slice(0, left);
  left -= statements.length;
  judged.push(...(await judge(statements, file.replace('.statements.json', '.sources'))));
}
report();

/** Judges the statements about one story, each a paragraph of one draft. */
async function judge(
  statements: readonly Statement[],
  sources: string,
): Promise<readonly Judged[]> {
  const from = join(folder ?? '', sources);
  const indexes = readdirSync(from)
    .sort()
    .map((source) => indexSource({ name: source, text: readFileSync(join(from, source), 'utf8') }));
  const reference = referenceFromIndexes(indexes);
  const prose = readProse(statements.map(({ text }) => text).join('\n\n'));
  const before = checkDraft(prose, reference);
  const asking = { readings: NO_READINGS, restricted: NOTHING_RESTRICTED };
  const { asked } = runToCompletion(questionsOn(prose, before, asking));
  for (const question of model === undefined ? [] : asked) await ask(question, reference);
  const after = withOpinions(before, asked, (question) => {
    const examined = model && desk.find(question, model);
    return examined && opinionOf(examined, question, model.name);
  });
  changed += before.claims.filter(
    ({ verdict }, index) => after.claims[index]?.verdict !== verdict,
  ).length;
  changed += after.findings === before.findings ? 0 : 1;
  let start = 0;
  return statements.map(({ text, label }) => {
    const span: Span = { start, end: start + text.length };
    start += text.length + 2;
    const claims = after.claims.filter((claim) => contains(span, claim.span));
    return {
      label,
      own: worst(
        claims.map(({ verdict }) => verdict),
        ['contradicted', 'unsupported', 'unclear', 'supported'],
      ),
      opinion: claims.some(({ opinion }) => opinion === undefined)
        ? undefined
        : worst(
            claims.flatMap(({ opinion }) => opinion?.verdict ?? []),
            ['contradicted', 'undecided', 'supported'],
          ),
    };
  });
}

/** Asks the model about one claim. A failure counts as no answer; several in a row end the run. */
async function ask(question: Question, reference: Reference): Promise<void> {
  if (model === undefined) return;
  if (process.stderr.isTTY) process.stderr.write(`\r${requests} requests `);
  const started = performance.now();
  const outcome = await desk.ask([question], model, {
    reference,
    nameOf: () => '',
    perHour: Infinity,
    signal: new AbortController().signal,
    report: () => undefined,
  });
  milliseconds += performance.now() - started;
  requests++;
  unusable += outcome.unusable;
  failures = outcome.problem === undefined ? 0 : failures + 1;
  failed += failures === 0 ? 0 : 1;
  if (failures === MOST_FAILURES) throw new Error(outcome.problem);
}

/** The first in `order` that is among the verdicts on the claims of a statement. */
function worst<One extends string>(
  verdicts: readonly One[],
  order: readonly One[],
): One | undefined {
  return order.find((one) => verdicts.includes(one));
}

function report(): void {
  const labels = ['supported', 'unsupported', 'contradicted'] as const;
  const rowsOf = <One extends string>(
    columns: readonly (One | undefined)[],
    of: (one: Judged) => One | undefined,
  ): readonly (readonly string[])[] =>
    labels.map((label) => [
      label,
      ...columns.map((column) =>
        String(judged.filter((one) => one.label === label && of(one) === column).length),
      ),
    ]);
  tell(`${judged.length} statements; each row is a label.\n`);
  const own = ['supported', 'contradicted', 'unsupported', 'unclear', undefined] as const;
  tell('Copydesk, by rules alone:');
  tell(
    table(
      ['', 'supported', 'contradicted', 'not in the sources', 'to check', 'no claim'],
      rowsOf(own, (one) => one.own),
    ),
  );
  if (model === undefined) return;
  const seconds = (milliseconds / 1_000 / Math.max(requests, 1)).toFixed(1);
  tell(`\n${model.name} at ${model.place}: ${requests} requests, ${seconds} s each.`);
  tell(
    table(
      ['', 'supported', 'contradicted', 'not decided', 'no usable answer'],
      rowsOf(['supported', 'contradicted', 'undecided', undefined] as const, (one) => one.opinion),
    ),
  );
  tell(`Answers that were dropped: ${unusable}; requests that failed: ${failed}.`);
  tell(`Verdicts and findings that the model has changed: ${changed}.`);
}
