/**
 * What arrives in the reference of labelled sources: `npm run eval:sources -- [FOLDER] [--verbose]`. A source is any file
 * that a reporter may have (see `sourceBytes.ts` for documents), with its labels in `NAME.labels.json` beside it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDraft } from '../../server/checks/check.js';
import { timelineOf } from '../../server/checks/calendar/timeline.js';
import type { Verdict } from '../../server/checks/finding.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import type { Entity, EntityKind, Role } from '../../server/reference/model.js';
import { type Reference, referenceFromIndexes } from '../../server/reference/reference.js';
import { readDocument } from '../../server/sources/extractors/readDocument.js';
import { sourceInputOf } from '../../server/sources/ingest.js';
import { indexesOf } from '../../server/sources/sourceInput.js';
import { ROOT, tell } from '../machine.js';
import { sourceFileOf } from './sourceBytes.js';

/** A title and where it is held; either is empty if the source does not say it. */
type LabelledRole = readonly [title: string, affiliation: string];

interface LabelledPerson {
  readonly name: string;
  readonly roles?: readonly LabelledRole[];
  /** Roles that may be read and need not: a rank, a title of honour. */
  readonly also?: readonly LabelledRole[];
}

interface Labels {
  /** The day on which the source was written. */
  readonly date?: string;
  readonly people?: readonly LabelledPerson[];
  readonly bodies?: readonly string[];
  readonly places?: readonly string[];
  /** Names whose kind is not judged: ships, plays. */
  readonly names?: readonly string[];
  /** Names of which one is another form of the other. */
  readonly same?: readonly (readonly [string, string])[];
  /** What a row says: the words and figures that one sentence of the reference has. */
  readonly rows?: readonly (readonly string[])[];
  /** A draft, the statement in it, and its verdict. */
  readonly claims?: readonly (readonly [draft: string, statement: string, verdict: Verdict])[];
  /** A time as the timeline has it, and words of its sentence. */
  readonly dates?: readonly (readonly [moment: string, words: string])[];
  /** Words of a sentence, and the time of the recording at which it is said. */
  readonly codes?: readonly (readonly [words: string, time: string])[];
}

const KINDS = [
  'names',
  'kinds',
  'same',
  'roles',
  'titles',
  'rows',
  'claims',
  'dates',
  'days',
  'codes',
] as const;
type Kind = (typeof KINDS)[number];

/** What is counted of a kind: what was to be found, what was found of it, and what was found beside it. */
interface Count {
  expected: number;
  found: number;
  extra: number;
}

const counts = new Map<Kind, Count>(
  KINDS.map((kind) => [kind, { expected: 0, found: 0, extra: 0 }]),
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
async function measure(path: string, labelled: string): Promise<void> {
  const { name, bytes } = sourceFileOf(basename(path), readFileSync(path, 'utf8'));
  const labels = JSON.parse(readFileSync(labelled, 'utf8')) as Labels;
  const indexes = indexesOf(await sourceInputOf(name, bytes, readDocument)) ?? [];
  const reference = referenceFromIndexes(indexes);
  const note = (kind: Kind, label: string, isFound: boolean): void => {
    const count = counts.get(kind);
    if (count === undefined) return;
    count.expected++;
    if (isFound) count.found++;
    else if (values.verbose) tell(`${name}: ${kind} missed: ${label}`);
  };
  const extra = (kind: Kind, what: string): void => {
    const count = counts.get(kind);
    if (count !== undefined) count.extra++;
    if (values.verbose) tell(`${name}: ${kind} extra: ${what}`);
  };
  measureNames(labels, reference, note, extra);
  measureRoles(labels, reference, note, extra);
  for (const parts of labels.rows ?? []) {
    const longest = parts.join(' ').length + MOST_BESIDE;
    const isFound = reference.base.facts
      .map(({ text }) => text)
      .some((text) => text.length <= longest && parts.every((part) => hasPart(text, part)));
    note('rows', parts.join(' | '), isFound);
  }
  for (const [draft, statement, verdict] of labels.claims ?? []) {
    const judged = verdictOn(draft, statement, reference);
    const label = `${verdict}, judged ${judged ?? 'not at all'}: ${statement}`;
    note('claims', label, judged === verdict);
    const isDecided = judged === 'supported' || judged === 'contradicted';
    if (isDecided && judged !== verdict) extra('claims', label);
  }
  measureDates(labels, reference, note, extra);
  for (const [words, time] of labels.codes ?? []) {
    const facts = reference.base.facts.slice(0, reference.base.facts.length);
    const fact = facts.find(({ text }) => text.includes(words));
    note('codes', `${time} ${words}`, fact?.citation.passage === `at ${time}`);
  }
}

/** How many UTF-16 units a sentence about a value may have beside the labelled parts, lest it be the whole table. */
const MOST_BESIDE = 80;

type Note = (kind: Kind, label: string, isFound: boolean) => void;
type Extra = (kind: Kind, what: string) => void;

function measureNames(labels: Labels, { base }: Reference, note: Note, extra: Extra): void {
  const labelled = new Map<string, EntityKind | undefined>([
    ...(labels.people ?? []).map(({ name }) => [name, 'person'] as const),
    ...(labels.bodies ?? []).map((name) => [name, 'body'] as const),
    ...(labels.places ?? []).map((name) => [name, 'place'] as const),
    ...(labels.names ?? []).map((name) => [name, undefined] as const),
  ]);
  const known = new Set<Entity>();
  for (const [name, kind] of labelled) {
    const entity = entityNamed(name, base.entities);
    if (entity !== undefined) known.add(entity);
    if (kind === undefined) continue;
    note('names', name, entity !== undefined);
    note('kinds', `${name}, a ${entity?.kind ?? 'missing'}`, entity?.kind === kind);
  }
  for (const [name, other] of labels.same ?? []) {
    const entity = entityNamed(name, base.entities);
    note('same', `${name} = ${other}`, entity === entityNamed(other, base.entities));
  }
  for (const entity of base.entities)
    if (!known.has(entity)) extra('names', `${entity.name}, a ${entity.kind}`);
}

/** The entity whose name or form this is, in any letter case, with or without a full stop at its end. */
function entityNamed(name: string, entities: readonly Entity[]): Entity | undefined {
  const plain = (form: string): string => form.toLowerCase().replace(/\.$/u, '');
  const isNamed = (form: string): boolean => plain(form) === plain(name);
  return (
    entities.find((entity) => isNamed(entity.name)) ??
    entities.find(({ forms }) => forms.some(isNamed))
  );
}

function measureRoles(labels: Labels, { base }: Reference, note: Note, extra: Extra): void {
  const people = labels.people ?? [];
  const labelled = new Set<Entity>();
  for (const { name, roles = [], also = [] } of people) {
    const entity = entityNamed(name, base.entities);
    if (entity !== undefined) labelled.add(entity);
    const held = entity?.roles ?? [];
    for (const role of roles) {
      const label = `${name}: ${role.join(' @ ')}`;
      note(
        'roles',
        label,
        held.some((one) => isRole(one, role)),
      );
      if (role[0] === '') continue;
      note(
        'titles',
        label,
        held.some((one) => isTitle(one, role)),
      );
    }
    for (const one of held)
      if (![...roles, ...also].some((role) => isRole(one, role)))
        extra('roles', `${name}: ${one.title} @ ${one.affiliation ?? ''}`);
  }
  for (const entity of base.entities)
    if (!labelled.has(entity))
      for (const { title, affiliation = '' } of entity.roles)
        extra('roles', `${entity.name}: ${title} @ ${affiliation}`);
}

const SMALL = /^(?:the|of|for|at|in|from|to|with)$/u;

function wordsOf(...parts: readonly (string | undefined)[]): string {
  const words =
    parts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}'’&-]+/gu) ?? [];
  return words.filter((word) => !SMALL.test(word)).join(' ');
}

function isTitle({ title, affiliation }: Role, [wanted, at]: LabelledRole): boolean {
  return wordsOf(title) === wordsOf(wanted) || wordsOf(title, affiliation) === wordsOf(wanted, at);
}

/** True for the title with its affiliation, if the label has one; “Calyx” will do for “Calyx plc”. */
function isRole(role: Role, [wanted, at]: LabelledRole): boolean {
  if (wordsOf(role.title, role.affiliation) === wordsOf(wanted, at)) return true;
  if (wordsOf(role.title) !== wordsOf(wanted)) return false;
  const [held, asked] = [wordsOf(role.affiliation), wordsOf(at)];
  return asked === '' || (held !== '' && (held.startsWith(asked) || asked.startsWith(held)));
}

/** True if a text has a part, a figure only as a whole. */
function hasPart(text: string, part: string): boolean {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return false;
  return !/[\d.,]\d/u.test(text.slice(at + part.length - 1, at + part.length + 2).slice(1));
}

function verdictOn(draft: string, statement: string, reference: Reference): Verdict | undefined {
  const start = draft.indexOf(statement);
  const span = { start, end: start + statement.length };
  return checkDraft(readProse(draft), reference).claims.find((claim) => overlaps(claim.span, span))
    ?.verdict;
}

function measureDates(labels: Labels, reference: Reference, note: Note, extra: Extra): void {
  if (labels.date !== undefined) {
    const day = [...(reference.base.days?.values() ?? [])][0];
    note('days', `${labels.date}, read ${day ?? 'nothing'}`, day === labels.date);
  }
  const entries = runToCompletion(timelineOf(readProse(''), reference));
  const wanted = labels.dates ?? [];
  const isOf = ([moment, words]: readonly [string, string], at: number): boolean =>
    entries[at]?.moment === moment && entries[at].text.includes(words);
  for (const date of wanted)
    note(
      'dates',
      date.join(' '),
      entries.some((_, at) => isOf(date, at)),
    );
  for (const [at, { moment, text }] of entries.entries())
    if (!wanted.some((date) => isOf(date, at))) extra('dates', `${moment} ${text}`);
}

function report(): void {
  tell(`${files} sources`);
  tell('kind      expected   recall  precision');
  for (const [kind, { expected, found, extra }] of counts) {
    const recall = share(found, expected);
    const precision = /^(?:names|roles|claims|dates)$/u.test(kind)
      ? share(found, found + extra)
      : '';
    tell(
      `${kind.padEnd(10)}${String(expected).padStart(8)}${recall.padStart(9)}${precision.padStart(11)}`,
    );
  }
}

function share(part: number, all: number): string {
  return all === 0 ? '' : (part / all).toFixed(3);
}

provideGrammar(() => readFileSync(join(ROOT, 'models', 'grammar', 'weights.bin')));
const home = join(ROOT, 'test', 'eval', 'sources');
const folders = positionals.length > 0 ? positionals : [join(home, 'open'), join(home, 'kept')];
let files = 0;
for (const folder of folders) {
  const names = readdirSync(folder);
  for (const name of names.filter((one) => one.endsWith('.labels.json'))) {
    const source = names.find(
      (one) => one !== name && one.startsWith(`${basename(name, '.labels.json')}.`),
    );
    if (source === undefined) throw new Error(`${name} has no source beside it.`);
    await measure(join(folder, source), join(folder, name));
    files++;
  }
}
report();
