import type { Utterance } from '../../prose/speech/attribution.js';
import { type Prose, draftSpanOf } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { RULES } from '../rules.js';
import { replacementFix } from '../fix.js';
import { quoteEvidenceOf } from './records.js';
import { reattributed } from './reattribution.js';

/**
 * The finding that an utterance is recorded with another speaker than the draft's; `undefined` if
 * either speaker is not named.
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
  const right = reattributed(attribution, quote.speaker, draft, reference);
  return {
    code: 'quote/misattributed',
    severity: RULES['quote/misattributed'].severity,
    message: `“${named.mention.text}” should be “${quote.speaker}”, who says this in your sources.`,
    span: draftSpanOf(block, contains(span, speaker.span) ? span : speaker.span),
    evidence: [quoteEvidenceOf(quote)],
    fixes:
      right === undefined
        ? []
        : [
            replacementFix(
              `Attribute to ${right.named}`,
              block,
              right.span,
              right.newText,
              right.isWhole,
            ),
          ],
    expected: quote.speaker,
    found: named.mention.text,
  };
}
