import type { JudgeDecisions } from './readings.js';

const NAMES: readonly (keyof JudgeDecisions)[] = [
  'supported',
  'differing',
  'value',
  'contradicted',
  'neither',
];

/** Reads the text of the judge's `decisions.json`. Throws an `Error` that says what is wrong with it. */
export function readJudgeDecisions(text: string): JudgeDecisions {
  const read: unknown = JSON.parse(text);
  const decisions = Object.fromEntries(NAMES.map((name) => [name, numberIn(read, name)]));
  return decisions as Readonly<Record<keyof JudgeDecisions, number>>;
}

function numberIn(read: unknown, name: string): number {
  const value: unknown =
    typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw new Error(
    `The judge's decisions.json is damaged: “${name}” must be a number from 0 to 1. Install Copydesk again.`,
  );
}
