import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { placeNamed } from '../gazetteer.js';
import { inReadingOrder, namesInCells } from '../tables/cellNames.js';
import { headingsOfCells } from '../tables/cellTexts.js';
import { type CapitalUsage, isHeadline, usageOf } from './capitalUsage.js';
import { bodyInHeading, headOfBody } from './capitals.js';
import { capitaliseWords, creditedNames } from './credits.js';
import { joinBodies } from './joinedRuns.js';
import { type NameRun, type NamedSentence, runOf } from './nameRun.js';
import { pairedNamesIn } from './pairedNames.js';
import { endOfRun, isNameWord, isStart, startOfRun } from './runBounds.js';
import { inNameCase, isAllCapsLabel, isTitleInLabel, transcriptTurnsIn } from './transcript.js';
import { type WordSentence, type WordSpan, isNext, sourceWordsOf } from './words.js';

/** The sentences of a source that may contain names, with the runs that are written as names. Yields after each. */
export function* readNameRuns(prose: Prose): CooperativeTask<readonly NamedSentence[]> {
  const usage = usageOf(prose);
  yield;
  const labels = labelsIn(prose, usage);
  const headings = headingsOfCells(prose);
  const cells = namesInCells(headings);
  const sentences = prose.blocks
    .filter((block) => block.kind !== 'heading')
    .flatMap((block) =>
      block.sentences
        .filter((sentence) => cells.has(block) || mayContainNames(sentence, labels))
        .map((sentence) => ({
          block,
          sentence,
          words: sourceWordsOf(block, sentence, (word) => usage.inside.has(word)),
        })),
    );
  yield;
  const named: (WordSentence & Pick<NamedSentence, 'runs'>)[] = [];
  for (const sentence of sentences) {
    const kind = cells.get(sentence.block);
    const runs =
      kind === undefined
        ? runsIn(sentence, usage, labels.get(sentence.sentence), headings.has(sentence.block))
        : wholeCell(sentence, kind);
    named.push({ ...sentence, runs });
    yield;
  }
  const pairs = pairedNamesIn(named);
  yield;
  return [...headingsOf(prose, usage), ...named].map((sentence) => {
    const runs = withPairs(sentence, sentence.runs, pairs.get(sentence) ?? []);
    return {
      ...sentence,
      runs,
      runFrom: new Map(runs.map((run) => [run.first, run])),
      runTo: new Map(runs.map((run) => [run.last, run])),
    };
  });
}

/**
 * Headings in capitals that are the name of a body to which the source refers: “COASTAL PLANNING OFFICE” above a
 * text about “the commission”. Other headings have too many capitals to find names in them.
 */
function headingsOf(
  prose: Prose,
  { referred }: CapitalUsage,
): readonly (WordSentence & { readonly runs: readonly NameRun[] })[] {
  return prose.blocks.flatMap((block) => {
    const name = bodyInHeading(block.text);
    const [sentence] = block.sentences;
    if (name === undefined || sentence === undefined) return [];
    if (!referred.has(headOfBody(name) ?? '')) return [];
    const words = sourceWordsOf(block, sentence, () => false);
    const whole = { block, sentence, words };
    const last = name.split(' ').length - 1;
    return words.length > last
      ? [{ ...whole, runs: [{ ...runOf(whole, 0, last, 'joined'), text: name }] }]
      : [];
  });
}

/** The name that a cell is. */
function wholeCell(sentence: WordSentence, runKind: NameRun['runKind']): readonly NameRun[] {
  const { words } = sentence;
  if (words.length === 0) return [];
  const run = runOf(sentence, 0, words.length - 1, runKind);
  if (runKind !== 'credited') return [run];
  const text = inReadingOrder(run.text);
  return [
    {
      ...run,
      text: text
        .split(' ')
        .map((word) => (isAllCapsLabel(word) ? inNameCase(word) : word))
        .join(' '),
    },
  ];
}

/** The runs, with those that are one name with “and” as one. */
function withPairs(
  sentence: WordSentence,
  runs: readonly NameRun[],
  pairs: readonly WordSpan[],
): readonly NameRun[] {
  if (pairs.length === 0) return runs;
  const rest = runs.filter(
    (run) => !pairs.some(({ first, last }) => first <= run.first && run.last <= last),
  );
  const joined = pairs.map(({ first, last }) => runOf(sentence, first, last, 'joined'));
  return [...rest, ...joined].sort((a, b) => a.first - b.first);
}

function mayContainNames(sentence: Sentence, labels: ReadonlyMap<Sentence, Label>): boolean {
  const { role, text } = sentence;
  return role === 'dateline' || labels.has(sentence) || !isHeadline(text);
}

/** The label in capitals before a turn of a transcript: “ADA ROE (mayor):”. */
interface Label {
  readonly length: number;
  /** The name in its usual case; `undefined` for a generic label such as “REPORTER”. */
  readonly name: string | undefined;
}

function labelsIn(prose: Prose, { inside }: CapitalUsage): ReadonlyMap<Sentence, Label> {
  const turns = transcriptTurnsIn(prose).filter(({ speaker }) => isAllCapsLabel(speaker));
  if (turns.length === 0) return new Map();
  const written = new Map(
    [...inside].filter((word) => !isAllCapsLabel(word)).map((word) => [word.toLowerCase(), word]),
  );
  return new Map(
    turns.map(({ sentence, speaker, name }) => [
      sentence,
      {
        length: speaker.length,
        name: name !== undefined && isAllCapsLabel(name) ? inNameCase(name, written) : name,
      },
    ]),
  );
}

function runsIn(
  sentence: WordSentence,
  usage: CapitalUsage,
  label: Label | undefined,
  isValue: boolean,
): readonly NameRun[] {
  if (sentence.sentence.role === 'credit' || sentence.sentence.role === 'byline') {
    return creditedNames(sentence.words).map(({ first, last }) => {
      const run = runOf(sentence, first, last, 'credited');
      return { ...run, text: capitaliseWords(run.text) };
    });
  }
  if (sentence.sentence.role === 'dateline') return datelineRuns(sentence);
  const runs: NameRun[] = [];
  const { words } = sentence;
  let index = 0;
  if (label !== undefined) {
    const { start } = sentence.sentence;
    const last = words.findLastIndex(({ end }) => end <= start + label.length);
    const first = words.findIndex(({ text }) => !isTitleInLabel(text));
    if (first <= last && label.name !== undefined) {
      runs.push({ ...runOf(sentence, first, last, 'credited'), text: label.name });
    }
    if (isHeadline(sentence.sentence.text.slice(label.length))) return runs;
    index = last + 1;
  }
  while (index < words.length) {
    const word = words[index];
    if (word === undefined || !isNameWord(words, index, false)) {
      index++;
      continue;
    }
    const last = endOfRun(words, index);
    const isCell = isValue && last === words.length - 1 && !/\d/u.test(word.text);
    const first = isStart(words, index) ? startOfRun(words, index, last, usage, isCell) : index;
    if (first <= last) runs.push(runOf(sentence, first, last, 'plain'));
    index = last + 1;
  }
  return joinBodies(sentence, runs, usage);
}

/** The runs of a dateline (“LAGOS, Nigeria —”): the city in capitals, and any well-known places after it. */
function datelineRuns(sentence: WordSentence): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { words, block } = sentence;
  if (bodyInHeading(block.text) !== undefined) return [];
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last + 1 < words.length && isNext(words, last + 1)) last++;
    const run = runOf(sentence, first, last, 'dateline');
    if (first === 0) runs.push({ ...run, text: capitaliseWords(run.text.toLowerCase()) });
    else if (placeNamed(run.text) !== undefined) runs.push(run);
    first = last + 1;
  }
  return runs;
}
