import type { Utterance } from '../../prose/speech/attribution.js';
import { type Prose, placeOf } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { quoteEvidenceOf } from './records.js';
import { inStyleOf } from './speaker.js';

/**
 * Tells that an utterance's words are recorded from somebody else than the draft says; undefined
 * where either speaker is not named.
 */
export function misattributedFinding(
  { attribution, speaker: named }: Utterance,
  quote: Quote,
  draft: Prose,
  reference: Reference,
): Finding | undefined {
  if (attribution === undefined || named === undefined || quote.speaker === undefined) {
    return undefined;
  }
  const { block, span, speaker } = attribution;
  const right = inStyleOf(speaker.text, quote.speaker, draft, reference);
  // “said Ada Roe, the mayor”: another name alone would leave the wrong office behind it.
  const hasOffice = /^,\s+(?!who\b)\p{L}/u.test(block.text.slice(speaker.span.end));
  return {
    code: 'quote/misattributed',
    severity: DEFAULT_SEVERITY['quote/misattributed'],
    message: `The sources have ${quote.speaker} saying this, not ${named.mention.text}.`,
    span: placeOf(block, contains(span, speaker.span) ? span : speaker.span),
    evidence: [quoteEvidenceOf(quote)],
    fixes: [replacementFix(`Attribute to ${right}`, block, speaker.span, right, !hasOffice)],
  };
}
