import type { Label } from '../../training/judge/rows.js';
import type { LabelledDraft, LabelledPart } from '../../training/judge/sets.js';
import { SLOT_STORIES } from './slotStories.js';
import { STORIES } from './stories.js';

/** The marks of statements; colour has none of these, and does not count. */
const LABELS: Readonly<Record<string, Label>> = {
  '+': 'supported',
  '-': 'contradicted',
  '?': 'unsupported',
};

/** `{kind: wrong|right}` */
const VARIANT = /\{(?<kind>\w+): (?<wrong>[^|}]+)\|(?<right>[^}]+)\}/gu;

/** Our own stories, in close wording and in other words: each statement, each correct draft, and it once for each of its errors. */
export function ownStories(): readonly LabelledDraft[] {
  return [
    ...STORIES.flatMap(({ beat, source, statements }) =>
      statements.flatMap((text) => statementOf(beat, source, text)),
    ),
    ...SLOT_STORIES.flatMap(({ beat, source, draft, statements }) => [
      ...statements.flatMap((text) => statementOf(beat, source, text)),
      ...draftsOf(beat, source, draft.join(' ')),
    ]),
  ];
}

/** A statement without its mark, its kind and its brackets; none of colour. */
function statementOf(story: string, source: string, marked: string): readonly LabelledDraft[] {
  const label = LABELS[marked.slice(0, 1)];
  const { kind = '', words = '' } =
    /^. (?:(?<kind>\w+): )?(?<words>.*)$/u.exec(marked)?.groups ?? {};
  if (label === undefined) return [];
  const text = words.replace(/[[\]]/gu, '');
  const span = { start: 0, end: text.length };
  return [draftOf(story, source, text, [{ span, label, kind: `statement ${kind}` }])];
}

function draftsOf(story: string, source: string, text: string): readonly LabelledDraft[] {
  const correct = text.replace(VARIANT, '$<right>');
  const flawed = [...text.matchAll(VARIANT)].map((match) => {
    const opening = text.slice(0, match.index).replace(VARIANT, '$<right>');
    const rest = text.slice(match.index + match[0].length).replace(VARIANT, '$<right>');
    const { kind = '', wrong = '', right = '' } = match.groups ?? {};
    const span = { start: opening.length, end: opening.length + wrong.length };
    const part: LabelledPart = { span, label: 'contradicted', kind: `draft ${kind}`, right };
    return draftOf(story, source, opening + wrong + rest, [part]);
  });
  return [{ ...draftOf(story, source, correct, []), colour: [] }, ...flawed];
}

function draftOf(
  story: string,
  source: string,
  text: string,
  parts: readonly LabelledPart[],
): LabelledDraft {
  return { story, text, sources: [{ name: 'source.txt', text: source }], parts };
}
