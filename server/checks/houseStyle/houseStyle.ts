import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoizeBy } from '../../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { avoidedIn } from './avoided.js';
import { type Departure, reportable } from './departure.js';
import { wrongFormsIn } from './forms.js';
import { wrongNumbersIn } from './numbers.js';
import { wrongPaperNamesIn } from './paperName.js';
import { type HouseStyle, inQuotes } from './styleRule.js';
import { wordingOf } from './wording.js';
import { wrongTitlesIn } from './titles.js';

/** A departure from the house style at its place in a draft. */
export interface PlacedDeparture {
  readonly block: Block;
  readonly departure: Departure;
}

/** Reports where a draft departs from the house style, if there is one. Yields after each block. */
export function* checkHouseStyle(
  draft: Prose,
  style: HouseStyle | undefined,
): CooperativeTask<readonly Finding[]> {
  if (style === undefined) return [];
  return (yield* departuresFrom(style, draft)).map(({ block, departure }) =>
    findingOn(block, departure),
  );
}

/** The places where a text departs from a house style, in order. Yields after each block. */
export function* departuresFrom(
  style: HouseStyle,
  draft: Prose,
): CooperativeTask<readonly PlacedDeparture[]> {
  const found: PlacedDeparture[] = [];
  const titles = wrongTitlesIn(draft, style);
  for (const block of draft.blocks) {
    // A block quotation has the words of its speaker.
    if (block.kind === 'quotation') continue;
    const all = [...departuresIn(block.content, style), ...(titles.get(block) ?? [])];
    found.push(...reportable(block.content, all).map((departure) => ({ block, departure })));
    yield;
  }
  return found;
}

const departuresIn = memoizeBy((content: BlockContent, style: HouseStyle): readonly Departure[] => {
  const wording = wordingOf(content);
  return [
    ...avoidedIn(wording, style),
    ...wrongFormsIn(wording, style),
    ...wrongPaperNamesIn(wording, style),
    ...wrongNumbersIn(content, style),
  ];
});

function findingOn(block: Block, { rule, span, right }: Departure): Finding {
  const code = `house/${rule.kind}` as const;
  const found = block.text.slice(span.start, span.end);
  const instead =
    right.length === 0 ? 'is avoided in house style' : `is ${inQuotes(right)} in house style`;
  return {
    code,
    severity: RULES[code].severity,
    message: `“${found}” ${instead}${rule.why === undefined ? '' : `: ${rule.why}`}.`,
    span: draftSpanOf(block, span),
    evidence: [],
    fixes: right.map((words) =>
      replacementFix(`Change to “${words}”`, block, span, words, right.length === 1),
    ),
    found,
    ...(right.length === 0 ? {} : { expected: right.join(', ') }),
  };
}
