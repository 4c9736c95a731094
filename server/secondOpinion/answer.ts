import { isRecord } from '../reference/isRecord.js';
import type { OpinionVerdict } from '../checks/finding.js';

/** An answer of the form that the prompt asks for, before it is compared with anything. */
export interface Answer {
  readonly verdict: OpinionVerdict;
  /** The number of the passage, from 1; `null` if undecided. */
  readonly passage: number | null;
  /** Words of the passage; empty if undecided. */
  readonly quote: string;
  /** Words of the statement. */
  readonly words: readonly string[];
}

/** The longest answer, in UTF-16 units: the longest passage twice. */
const LONGEST = 4_000;

/** What a model thinks aloud before it answers, and the fence around an answer that is code. */
const THOUGHTS = /^\s*<think>[^]*<\/think>/u;
const FENCED = /^```(?:json)?\s*(\{[^]*\})\s*```$/u;

/** What an answer can begin with. */
const THINKING = '<think>';
const BEGINNINGS = ['{', '```', THINKING];

/** How many UTF-16 units of an answer are looked at for its beginning. */
const HEAD = 100;

const FIELDS = ['passage', 'quote', 'verdict', 'words'];

/** Reads what a model said; `undefined` for anything but a JSON object with these four fields and no others. */
export function readAnswer(said: string): Answer | undefined {
  const text = said.replace(THOUGHTS, '').trim();
  if (text.length > LONGEST) return undefined;
  const value = parsed(FENCED.exec(text)?.[1] ?? text);
  if (!isRecord(value) || Object.keys(value).sort().join() !== FIELDS.join()) return undefined;
  const { verdict, passage, quote, words } = value;
  if (!isVerdict(verdict) || typeof quote !== 'string' || !isListOfStrings(words)) return undefined;
  if (verdict === 'undecided') return { verdict, passage: null, quote: '', words: [] };
  if (!Number.isInteger(passage)) return undefined;
  return { verdict, passage: Number(passage), quote, words };
}

/** False for what can be no answer however it goes on, so that a model that rambles need not be heard to the end. */
export function mayBecomeAnswer(said: string): boolean {
  const head = said.slice(0, HEAD).trimStart();
  return (
    (said.length <= LONGEST || head.startsWith(THINKING)) &&
    BEGINNINGS.some((one) => head.startsWith(one) || one.startsWith(head))
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isVerdict(value: unknown): value is OpinionVerdict {
  return value === 'supported' || value === 'contradicted' || value === 'undecided';
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
