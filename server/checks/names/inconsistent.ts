import { type Block, placeOf } from '../../prose/prose.js';
import { isEnglishWord } from '../../prose/tokens.js';
import { placeNamed, placeOfDemonym } from '../../reference/gazetteer.js';
import { differInEnding } from '../../reference/names/nearMiss.js';
import { NearWords } from '../../reference/names/nearWords.js';
import { misspelling } from '../../reference/names/misspelling.js';
import { fold, inCaseOf, isCapitalised } from '../../reference/names/spelling.js';
import { isTitle } from '../../reference/names/titles.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import type { Survey } from './survey.js';

/** A name's word where it stands, with what stands beside it. */
interface Occurrence {
  readonly block: Block;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Keys of the words of a name before and behind; a given name, a family name, “Trust”. */
  readonly before?: string;
  readonly after?: string;
  readonly titled: boolean;
  /** True for the first word of a sentence and in a headline, where a capital tells nothing. */
  readonly unsure: boolean;
}

/** A spelling and all places that have it. */
interface Spelling {
  readonly key: string;
  readonly places: readonly Occurrence[];
}

/** Tells a name that the draft spells two ways, whether any source knows it or not. Cannot throw. */
export function checkInconsistent(found: Survey): readonly Finding[] {
  const spellings = spellingsOf(found);
  const near = new NearWords(spellings.map(({ key }) => key));
  const findings: Finding[] = [];
  const told = new Set<number>();
  for (const [index, spelling] of spellings.entries()) {
    for (const other of near.of(spelling.key)) {
      const pair = spellings[other];
      if (other <= index || pair === undefined || told.has(index) || told.has(other)) continue;
      if (!isOneName(spelling, pair)) continue;
      const [right, wrong] = ranked(spelling, pair);
      told.add(wrong === spelling ? index : other);
      findings.push(...wrong.places.map((place) => inconsistent(place, right, wrong)));
    }
  }
  return findings;
}

const SHORTEST = 4;

function spellingsOf({ sentences }: Survey): readonly Spelling[] {
  const spellings = new Map<string, Occurrence[]>();
  for (const { block, words, around, mentions } of sentences) {
    for (const [at, word] of words.entries()) {
      if (word.key.length < SHORTEST || !isCapitalised(word.text) || /\d/u.test(word.text)) continue;
      if (isTitle(word.text)) continue;
      if (mentions.some(({ start, end }) => start <= word.start && word.end <= end)) continue;
      const key = fold(word.text);
      const before = word.joint === 'hyphen' ? words[at - 1] : around.givenNameBefore(at);
      const after = words[at + 1];
      const occurrence: Occurrence = {
        block,
        text: word.text,
        start: word.start,
        end: word.end,
        titled: around.hasHonorific(at),
        unsure: at === 0 || around.headline,
        ...(before === undefined ? {} : { before: before.key }),
        ...(after !== undefined && after.joint === 'space' && isCapitalised(after.text) && word.owned === undefined
          ? { after: after.key }
          : {}),
      };
      const places = spellings.get(key);
      if (places === undefined) spellings.set(key, [occurrence]);
      else places.push(occurrence);
    }
  }
  return [...spellings].map(([key, places]) => ({ key, places }));
}

function isPlace(text: string): boolean {
  return placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined;
}

function isOneName(a: Spelling, b: Spelling): boolean {
  const weight = Math.min(misspelling(a.key, b.key, 2.2), misspelling(b.key, a.key, 2.2));
  if (weight > 2.2) return false;
  const [textA, textB] = [a.places[0]?.text ?? '', b.places[0]?.text ?? ''];
  if (differInEnding(a.key, b.key)) return false;
  if (isPlace(textA) && isPlace(textB)) return false;
  const english = [textA, textB].filter((text) => isEnglishWord(text)).length;
  if (english === 2) return false;
  const length = Math.min(a.key.length, b.key.length);
  const company = companyOf(a, b);
  if (company === 'same') return weight <= Math.min(2.2, 0.3 * length);
  if (company === 'other') return false;
  if (company === 'title') return weight <= (length < 6 ? 0.9 : length < 10 ? 1.2 : 2);
  if (english > 0) return [a, b].every(isSurelyName) && weight <= 0.6;
  return weight <= (length < 6 ? 0.6 : length < 7 ? 0.86 : length < 8 ? 1 : length < 10 ? 1.2 : 1.4);
}

/** True where an English word is a name by its capital. */
function isSurelyName({ places }: Spelling): boolean {
  return places.every(({ text, unsure }) => !unsure || !isEnglishWord(text));
}

/** Whether the same stands beside both, something else, or beside one only; `title` where one is a full name and the other has an honorific. */
function companyOf(a: Spelling, b: Spelling): 'same' | 'other' | 'title' | 'none' {
  const shares = (side: 'before' | 'after'): boolean =>
    a.places.some((x) => b.places.some((y) => x[side] !== undefined && agree(x[side], y[side])));
  if (shares('before') || shares('after')) return 'same';
  const has = (spelling: Spelling, side: 'before' | 'after'): boolean =>
    spelling.places.some((place) => place[side] !== undefined);
  if (isPartOfName(a) && isPartOfName(b)) return 'other';
  if (isPlace(a.places[0]?.text ?? '') && isPartOfName(b)) return 'other';
  if (isPlace(b.places[0]?.text ?? '') && isPartOfName(a)) return 'other';
  const titled = (spelling: Spelling): boolean => spelling.places.some((place) => place.titled);
  if ((titled(a) && !titled(b)) || (titled(b) && !titled(a))) return 'title';
  return 'none';
}

/** True where a word that is no English one stands beside. */
function isPartOfName({ places }: Spelling): boolean {
  return places.some(({ before, after }) =>
    [before, after].some((word) => word !== undefined && !isEnglishWord(word)),
  );
}

/** True for the same word, and for a name and its initial. */
function agree(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** The spelling to keep, then the one to change: a known place stays, else the one that is commoner or comes first. */
function ranked(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  const [textA, textB] = [a.places[0]?.text ?? '', b.places[0]?.text ?? ''];
  if (isPlace(textA) !== isPlace(textB)) return isPlace(textA) ? [a, b] : [b, a];
  return b.places.length > a.places.length ? [b, a] : [a, b];
}

function inconsistent(place: Occurrence, right: Spelling, wrong: Spelling): Finding {
  const form = right.places[0]?.text ?? '';
  const sure = right.places.length > wrong.places.length || isPlace(form);
  const newText = inCaseOf(place.text, form);
  return {
    code: 'name/inconsistent',
    severity: DEFAULT_SEVERITY['name/inconsistent'],
    message: `“${place.text}” (${times(wrong)}) is “${form}” elsewhere in the draft (${times(right)}).`,
    span: placeOf(place.block, place),
    evidence: [],
    fixes: [replacement(`Change to “${newText}”`, place.block, place, newText, sure)],
  };
}

function times({ places }: Spelling): string {
  return places.length === 1 ? 'once' : places.length === 2 ? 'twice' : `${places.length} times`;
}
