/**
 * How fast the built server is, compared with others; see `docs/speed.md`. Run with `npm run bench`;
 * `-- --edits 100000` types for an hour's worth, `--alone` leaves the others out, `--write` writes the
 * results to `RESULTS.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ROOT, tell } from '../machine.js';
import { fullChecks } from './fullChecks.js';
import { svgOf } from './plot.js';
import { requestTimes } from './requests.js';
import { SIDE_BY_SIDE_WORDS, sideBySide } from './sideBySide.js';
import { packageSize } from './packageSize.js';
import { readingCosts, storyTimes } from './reading.js';
import { startTimes } from './starts.js';
import { size, table, time, times } from './table.js';
import { keyTimes, memoryWhileTyping } from './typing.js';

const SIZES = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

const { values: options } = parseArgs({
  options: {
    edits: { type: 'string', default: '5000' },
    alone: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const edits = Number(options.edits);
if (!(edits >= 100)) {
  throw new Error(`--edits wants a number from 100 up, and was given “${options.edits}”`);
}
const loads = [load()];

tell('Starting, again and again…');
const starts = await startTimes(11);
loads.push(load());

tell('Typing in drafts of 1,000 and of 10,000 words…');
const keys = [await keyTimes(1_000, 1_000), await keyTimes(10_000, 400)];
loads.push(load());

tell('Asking for hovers, definitions, quick fixes and names…');
const requests = [
  { words: 1_000, ...(await requestTimes(1_000, 500)) },
  { words: 10_000, ...(await requestTimes(10_000, 300)) },
];
loads.push(load());

tell('Checking drafts of 500 to 50,000 words…');
const uncovered = await fullChecks(SIZES, false);
const covered = await fullChecks(SIZES, true);
loads.push(load());

tell('Reading stories, and typing while sentences are read…');
const stories = await storyTimes(5);
const reading = await readingCosts(200);
loads.push(load());

tell(`Typing ${edits} times, with the sentence reader and without…`);
const memory = await memoryWhileTyping(edits, { sentenceReader: 'on' });
const memoryOfRules = await memoryWhileTyping(edits, { sentenceReader: 'off' });
loads.push(load());

if (!options.alone) tell('Checking the same drafts with others, which are installed first…');
const standings = options.alone ? [] : await sideBySide(5, tell);
loads.push(load());

const of = (costs: typeof covered, words: number): number =>
  costs.find((cost) => cost.words === words)?.milliseconds ?? 0;
const words = (count: number): string => `${count.toLocaleString('en')} words`;

const figures = table(
  ['what', 'measured', 'at most'],
  [
    ...keys.flatMap(({ words: count, median, worst }, index) => [
      [
        `a key in ${words(count)} to its diagnostics, median`,
        time(median),
        time([5, 10][index] ?? 0),
      ],
      [`a key in ${words(count)}, 99th percentile`, time(worst), time([20, 40][index] ?? 0)],
    ]),
    ['a full check of 10,000 words that no source covers', time(of(uncovered, 10_000)), '400 ms'],
    ['a full check of 10,000 words with all claims judged', time(of(covered, 10_000)), '1.00 s'],
    ['start to the answer to `initialize`', `${times(starts.initialized)} \`node -e 0\``, '1.7×'],
    ['start to the first diagnostics of 1,000 words', time(starts.diagnosed), '500 ms'],
    ...requests.flatMap(({ words: count, hover, definition, codeAction, completion }) => [
      [`hover in ${words(count)}, 99th percentile`, time(hover), '10 ms'],
      [`definition in ${words(count)}, 99th percentile`, time(definition), '10 ms'],
      [`code action in ${words(count)}, 99th percentile`, time(codeAction), '10 ms'],
      [`completion in ${words(count)}, 99th percentile`, time(completion), '10 ms'],
    ]),
    ['from a change to its sentence as read, median', time(reading.sentence.median), '250 ms'],
    [
      'from a change to its sentence as read, 99th percentile',
      time(reading.sentence.worst),
      '600 ms',
    ],
    ['a story of 800 words with five sources, everything read', time(stories.cold), '5.00 s'],
    ['the same from the cache', time(stories.cached), '500 ms'],
    ['the same by `copydesk check`', time(stories.command), '6.00 s'],
    ['10,000 words, everything read, while somebody types', time(reading.whole), '45.00 s'],
    ['a key in them meanwhile, median', time(reading.keyMeanwhile.median), '10.0 ms'],
    ['a key in them meanwhile, 99th percentile', time(reading.keyMeanwhile.worst), '40.0 ms'],
    [`memory at most, in ${edits.toLocaleString('en')} edits`, size(memory.most), '420 MB'],
    ['growth from the second quarter of them to the last', size(memory.growth), 'flat'],
    ['memory at most without the sentence reader', size(memoryOfRules.most), '160 MB'],
    ['growth without it', size(memoryOfRules.growth), 'flat'],
    ['the extension as a file to install', size(await packageSize()), '45 MB'],
  ],
);

const growth = table(
  ['full check', ...SIZES.map(words)],
  [
    ...(
      [
        ['no source covers', uncovered],
        ['all claims judged', covered],
      ] as const
    ).flatMap(([name, costs]) => [
      [name, ...costs.map((cost) => time(cost.milliseconds))],
      [
        `${name}, for each 1,000 words`,
        ...costs.map((cost) => time((1_000 * cost.milliseconds) / cost.words)),
      ],
    ]),
  ],
);

const [ours] = standings;
const beside = table(
  [
    '',
    ...SIDE_BY_SIDE_WORDS.flatMap((count) => [`check of ${words(count)}`, 'one edit of it']),
    'memory',
    'installed',
  ],
  standings.map((standing) => {
    const compared = (value: number, own: number): string =>
      standing === ours ? '' : ` (${times(value / own)})`;
    return [
      standing.name,
      ...standing.times.flatMap(({ full, edit }, index) => {
        const own = ours?.times[index] ?? { full, edit };
        return [
          `${time(full)}${compared(full, own.full)}`,
          `${time(edit)}${compared(edit, own.edit)}`,
        ];
      }),
      size(standing.memory),
      size(standing.installed),
    ];
  }),
);

const machine = `Node ${process.versions.node} on ${availableParallelism()} cores, where \`node -e 0\` takes ${time(starts.node)}; as the run went on, ${loads.join(', ')} processes wanted to run at once.`;
const measured = [machine, figures, growth, ...(standings.length === 0 ? [] : [beside])].join(
  '\n\n',
);
tell(`\n${measured}`);

if (options.write) {
  writeFileSync(join(ROOT, 'docs', 'pictures', 'speed.svg'), picture());
  const page = join(ROOT, 'test', 'bench', 'RESULTS.md');
  const image =
    '![A full check by the size of the draft; memory while somebody types](../../docs/pictures/speed.svg)';
  const [before = ''] = readFileSync(page, 'utf8').split(/^(?=!\[)/mu);
  writeFileSync(
    page,
    await format(`${before}${image}\n\n${measured}\n`, {
      ...(await resolveConfig(page)),
      parser: 'markdown',
    }),
  );
}

function picture(): string {
  const line = (
    name: string,
    costs: typeof covered,
  ): Parameters<typeof svgOf>[0][number]['lines'][number] => ({
    name,
    points: costs.map((cost) => [cost.words, cost.milliseconds]),
  });
  return svgOf([
    {
      title: 'A full check, by the size of the draft',
      x: 'words',
      y: 'milliseconds',
      lines: [line('all claims judged', covered), line('no source covers', uncovered)],
    },
    {
      title: 'Memory while somebody types',
      x: 'edits',
      y: 'megabytes',
      lines: [
        { name: 'with the sentence reader', points: memory.readings },
        { name: 'without it', points: memoryOfRules.readings },
      ],
    },
  ]);
}

/** The number of processes that run or want to, over the last minute. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
