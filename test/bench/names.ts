/**
 * How long the name check takes on a draft of 1,000 words against 100,000 known names, and how much
 * memory their index and that of the base that ships take. Run with `npm run bench:names`.
 */
import { readFileSync } from 'node:fs';
import { checkNames } from '../../server/checks/names/names.js';
import { readProse } from '../../server/prose/prose.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { buildBase } from '../../server/reference/indexSource.js';
import type { Entity } from '../../server/reference/model.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import '../grammar.js';
import { Draw } from './draw.js';

const NAMES = 100_000;
const WORDS = 1_000;
/**
 * Rounds that are run before those that count: an editor has long been open when somebody types.
 */
const WARM = 50;
const ROUNDS = 100;

const draw = new Draw(4);

/** A name that many people bear is part of many full names, as in life. */
const GIVEN = Array.from({ length: 2_000 }, () => draw.name());
const SURNAMES = Array.from({ length: 40_000 }, () => draw.name());

function people(): readonly Entity[] {
  return Array.from({ length: NAMES }, (_, line): Entity => {
    const middle = draw.chance(0.1) ? ` ${draw.initial()}.` : '';
    const second = draw.chance(0.05) ? `-${draw.of(SURNAMES)}` : '';
    const name = `${draw.of(GIVEN)}${middle} ${draw.of(SURNAMES)}${second}`;
    const citation = { source: 'list.md', line: line + 1 };
    return { kind: 'person', name, forms: [], demonyms: [], roles: [], bio: '', citation };
  });
}

/** A draft that has a known name, one of them misspelled, or an unknown one in every sentence. */
function draft(known: readonly Entity[]): string {
  const sentences: string[] = [];
  for (let count = 0; count < WORDS; count += 13) {
    const { name } = known[draw.below(known.length)] ?? { name: '' };
    const who = draw.chance(0.3)
      ? `${draw.name()} ${draw.name()}`
      : draw.chance(0.3)
        ? name.slice(0, -2) + name.slice(-1)
        : name;
    sentences.push(`Late on Tuesday ${who} told the council that the bridge would stay closed.`);
  }
  return sentences.join(' ');
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

/** A reference whose index is complete, and the megabytes that this took. */
function indexed(entities: readonly Entity[]): readonly [Reference, number] {
  const before = heap();
  const reference = createReference({ entities, facts: [], quotes: [] });
  runToCompletion(checkNames(readProse('Then Zzyzx Mabergo left.'), reference));
  return [reference, (heap() - before) / 2 ** 20];
}

// Memory of the grammar does not count as that of the index.
runToCompletion(
  checkNames(readProse(draft([])), createReference({ entities: [], facts: [], quotes: [] })),
);
const dossier = readFileSync(new URL('../../reference/astana-summit.md', import.meta.url), 'utf8');
const shipped = buildBase([{ name: 'astana-summit.md', text: dossier }]).base.entities;
const [, small] = indexed(shipped);
const entities = people();
const [reference, large] = indexed(entities);

const times: number[] = [];
for (let round = 0; round < WARM + ROUNDS; round++) {
  const prose = readProse(draft(entities));
  const start = process.cpuUsage();
  runToCompletion(checkNames(prose, reference));
  if (round >= WARM) times.push(process.cpuUsage(start).user / 1000);
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * ROUNDS)] ?? 0).toFixed(1);
process.stdout.write(
  `${WORDS} words against ${NAMES} names: ${at(0.5)} ms of the processor, ${at(0.9)} ms at the 90th percentile\n` +
    `the index of ${NAMES} names: ${large.toFixed(0)} MB; of the base that ships: ${Math.max(0, small).toFixed(1)} MB\n`,
);
