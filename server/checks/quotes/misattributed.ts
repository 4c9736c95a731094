import type { PlacedName } from '../../prose/antecedent.js';
import type { PlacedAttribution } from '../../prose/attribution.js';
import { type Prose, placeOf } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import type { Quote } from '../../reference/model.js';
import { evidenceOf } from './records.js';
import { inStyleOf } from './speaker.js';

/** Tells that words are recorded from somebody else than the draft says: `quote` has them, its speaker known. Cannot throw. */
export function misattributedFinding(
  { block, span, speaker }: PlacedAttribution,
  named: PlacedName,
  quote: Quote & { readonly speaker: string },
  draft: Prose,
  reference: Reference,
): Finding {
  const right = inStyleOf(speaker.text, quote.speaker, draft, reference);
  const told = contains(span, speaker.span) ? span : speaker.span;
  // “said Ada Roe, the mayor”: another name alone would leave the wrong office behind it.
  const hasOffice = /^,\s+(?!who\b)\p{L}/u.test(block.text.slice(speaker.span.end));
  return {
    code: 'quote/misattributed',
    severity: DEFAULT_SEVERITY['quote/misattributed'],
    message: `The sources have ${quote.speaker} saying this, not ${named.mention.text}.`,
    span: placeOf(block, told),
    evidence: [evidenceOf(quote)],
    fixes: [replacement(`Attribute to ${right}`, block, speaker.span, right, !hasOffice)],
  };
}
