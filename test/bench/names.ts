/**
 * How long the name check takes on a draft of 1,000 words against 100,000 known names, and what the
 * index of these and of the base that ships holds in memory. Run with `npm run bench:names`.
 */
import { readFileSync } from 'node:fs';
import { checkNames } from '../../server/checks/names/names.js';
import { readProse } from '../../server/prose/prose.js';
import { learn } from '../../server/reference/learn.js';
import type { Entity } from '../../server/reference/model.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import '../grammar.js';

const NAMES = 100_000;
const WORDS = 1_000;
const ROUNDS = 40;

/** Numbers from 0 up to 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(4);
const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';

const ONSETS =
  'b bl br ch d dr f fr g gr h j k kr l m n ny p pr r s sh st sz t th tr v w y z'.split(' ');
const VOWELS = 'a a a ai au e e e ei i i o o ou u á é ö ü'.split(' ');
const CODAS = ' b k l ll m n n nd ng r rk rs s sk t tz'.split(' ');
const TAILS = ' berg dottir escu ez ian ić ini ko lund man nen ov ova sen ski son ton wa'.split(
  ' ',
);

function word(): string {
  const syllables = 1 + Math.floor(random() * 2.4);
  const stem = Array.from(
    { length: syllables },
    () => pick(ONSETS) + pick(VOWELS) + (random() < 0.5 ? pick(CODAS) : ''),
  ).join('');
  const whole = stem + (syllables < 2 || random() < 0.5 ? pick(TAILS) : '');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** A name that many people bear stands in many full names, as in life. */
const GIVEN = Array.from({ length: 2_000 }, word);
const SURNAMES = Array.from({ length: 40_000 }, word);

function people(): readonly Entity[] {
  return Array.from({ length: NAMES }, (_, line): Entity => {
    const middle = random() < 0.1 ? ` ${pick(ONSETS).charAt(0).toUpperCase()}.` : '';
    const second = random() < 0.05 ? `-${pick(SURNAMES)}` : '';
    const name = `${pick(GIVEN)}${middle} ${pick(SURNAMES)}${second}`;
    const citation = { source: 'list.md', line: line + 1 };
    return { kind: 'person', name, forms: [], demonyms: [], roles: [], bio: '', citation };
  });
}

/** A draft that has a known name, one of them misspelled, or an unknown one in every sentence. */
function draft(known: readonly Entity[]): string {
  const sentences: string[] = [];
  for (let count = 0; count < WORDS; count += 13) {
    const { name } = known[Math.floor(random() * known.length)] ?? { name: '' };
    const who =
      random() < 0.3
        ? `${word()} ${word()}`
        : random() < 0.3
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
  checkNames(readProse('Then Zzyzx Mabergo left.'), reference);
  return [reference, (heap() - before) / 2 ** 20];
}

// What the grammar keeps is not the index's.
checkNames(readProse(draft([])), createReference({ entities: [], facts: [], quotes: [] }));
const dossier = readFileSync(new URL('../../reference/astana-summit.md', import.meta.url), 'utf8');
const shipped = learn([{ name: 'astana-summit.md', text: dossier }]).base.entities;
const [, small] = indexed(shipped);
const entities = people();
const [reference, large] = indexed(entities);

const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const prose = readProse(draft(entities));
  const start = process.cpuUsage();
  checkNames(prose, reference);
  times.push(process.cpuUsage(start).user / 1000);
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * ROUNDS)] ?? 0).toFixed(1);
process.stdout.write(
  `${WORDS} words against ${NAMES} names: ${at(0.5)} ms of the processor, ${at(0.9)} ms at the 90th percentile\n` +
    `the index of ${NAMES} names: ${large.toFixed(0)} MB; of the base that ships: ${Math.max(0, small).toFixed(1)} MB\n`,
);
