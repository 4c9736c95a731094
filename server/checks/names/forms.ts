import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { draftSpanOf } from '../../prose/prose.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { isFamilyName } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import type { NameWord } from '../../reference/names/words.js';
import type { Finding } from '../finding.js';
import { editOf } from '../fix.js';
import { RULES } from '../rules.js';
import type { NamesInBlock, NamesInDraft, NamesInSentence } from './nameIndexing.js';
import type { Occurrence } from './spellings.js';
import { countInWords } from './wording.js';

/** One way of writing a name in a draft. */
interface WrittenForm {
  readonly occurrences: Occurrence[];
  /** True if the sources have the name in this form. */
  isKnown: boolean;
}

/** A name in one sentence; offsets are UTF-16 units of the block's prose. */
interface PlacedName {
  /** Shared by the forms of one name. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isKnown: boolean;
}

/** The least number of letters of a compared name. */
const SHORTEST = 6;
/** The maximum number of words in a compared name; hyphens separate words. */
const MOST_WORDS = 4;

/**
 * Reports a name that the draft also writes in another form: its parts in another order (“Seo
 * Yun-ha”, “Yun-ha Seo”), joined, hyphenated or apart (“Vasquez-Marsh”, “Vasquez Marsh”), or an
 * organisation’s name with a word in the other number (“Community Trust”, “Communities Trust”). The
 * form of the sources is right, otherwise the more frequent one. Yields after each block.
 */
export function* checkForms({ blocks }: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const names = new Map<string, Map<string, WrittenForm>>();
  for (const { block, blockNames } of blocks) {
    for (const { key, text, start, end, isKnown } of namesIn(blockNames)) {
      const forms = names.get(key) ?? new Map<string, WrittenForm>();
      names.set(key, forms);
      const plain = fold(text);
      const form = forms.get(plain) ?? { occurrences: [], isKnown: false };
      forms.set(plain, form);
      form.occurrences.push({ block, text, start, end });
      form.isKnown ||= isKnown;
    }
    yield;
  }
  return [...names.values()].flatMap((forms) => {
    const [usual, ...others] = [...forms.values()].sort(
      (a, b) =>
        Number(b.isKnown) - Number(a.isKnown) || b.occurrences.length - a.occurrences.length,
    );
    if (usual === undefined) return [];
    return others.filter(({ isKnown }) => !isKnown).flatMap((odd) => formFinding(usual, odd));
  });
}

const namesIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(namesInSentence));

function namesInSentence(sentence: NamesInSentence): readonly PlacedName[] {
  if (sentence.context.isHeadline) return [];
  return runsOf(sentence.words).flatMap((run) => {
    // “Lady Fyfe Hamilton” beside “Rosalind Fyfe-Hamilton”.
    const surname = run.slice(run.findLastIndex(({ joint }) => joint !== 'hyphen'));
    const isDouble = surname.length === 2 && run.length > 2;
    return [...namesOf(run, sentence), ...(isDouble ? namesOf(surname, sentence) : [])];
  });
}

/** The name that words form, once for each of the ways in which other forms of it can differ. */
function namesOf(run: readonly NameWord[], { mentionAt }: NamesInSentence): readonly PlacedName[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length > MOST_WORDS) return [];
  const mentions = run.map((word) => mentionAt.get(word.first));
  if (mentions.some((mention) => mention?.exact === false)) return [];
  const text = run.map(({ text, joint }, at) => (at === 0 ? '' : mark(joint)) + text).join('');
  const known = mentions[0]?.entity;
  const isKnown = [known?.name ?? '', ...(known?.forms ?? [])].some(
    (form) => fold(form) === fold(text),
  );
  const placed = { text, start: first.start, end: last.end, isKnown };
  const letters = run.map(({ text }) => fold(text));
  if (letters.join('').length < SHORTEST) return [];
  const names: PlacedName[] = [];
  if (run.length === 1 || !run.every(({ text }) => isEnglishWord(text)))
    names.push({ ...placed, key: letters.join('') });
  if (isPerson(run)) names.push({ ...placed, key: [...letters].sort().join(' ') });
  if (run.length > 2 && isBodyHead(last.text))
    names.push({ ...placed, key: letters.map(singular).join('_') });
  return names;
}

/** The length of the shortest word whose number is compared, in letters. */
const SHORTEST_PLURAL = 4;

/** A folded noun without the ending of the plural: “arts”, “communities”. */
function singular(word: string): string {
  if (word.length < SHORTEST_PLURAL || word.endsWith('ss')) return word;
  return word.replace(/ies$/u, 'y').replace(/s$/u, '');
}

function mark(joint: NameWord['joint']): string {
  return joint === 'hyphen' ? '-' : ' ';
}

/** True if the words are most likely a person's name without a place in it. */
function isPerson(run: readonly NameWord[]): boolean {
  return (
    run.slice(1).some(({ joint }) => joint === 'space') &&
    run.some(({ text }) => isGivenName(text) || isFamilyName(text)) &&
    !run.some(({ text }) => isKnownPlace(text)) &&
    !run.every(({ text }) => isEnglishWord(text))
  );
}

/** The runs of capitalised words without titles; the second half of “Yun-ha” has no capital. */
function runsOf(words: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const runs: NameWord[][] = [];
  let isOpen = false;
  for (const [at, word] of words.entries()) {
    const opens = at === 0 && words[1]?.joint !== 'hyphen' && isEnglishWord(word.text);
    const isPart = (isCapitalised(word.text) && !opens) || (isOpen && word.joint === 'hyphen');
    if (!isPart || isPersonTitle(word.text) || /\p{N}/u.test(word.text)) {
      isOpen = false;
      continue;
    }
    const goesOn = isOpen && (word.joint === 'space' || word.joint === 'hyphen');
    if (goesOn) runs.at(-1)?.push(word);
    else runs.push([word]);
    isOpen = word.possessive === undefined;
  }
  return runs;
}

function formFinding(usual: WrittenForm, odd: WrittenForm): readonly Finding[] {
  const [place, form] = [odd.occurrences[0], usual.occurrences[0]?.text ?? ''];
  if (place === undefined) return [];
  const preferred = usual.isKnown || usual.occurrences.length > odd.occurrences.length;
  const edits = odd.occurrences.map((each) => editOf(each.block, each, form));
  const where = edits.length === 1 ? '' : ` everywhere (${edits.length} places)`;
  return [
    {
      code: 'name/inconsistent',
      severity: RULES['name/inconsistent'].severity,
      message: `“${place.text}” (${countInWords(odd.occurrences)}) is written “${form}” (${countInWords(usual.occurrences)}) elsewhere in the draft.`,
      span: draftSpanOf(place.block, place),
      evidence: [],
      fixes: [{ title: `Change to “${form}”${where}`, preferred, edits, needsLook: true }],
      name: { text: place.text, kind: undefined },
    },
  ];
}
