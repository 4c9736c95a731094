import type { Utterance } from '../../prose/speech/attribution.js';
import { type Prose, draftSpanOf } from '../../prose/prose.js';
import { contains } from '../../prose/span.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { RULES } from '../rules.js';
import { replacementFix } from '../fix.js';
import { quoteEvidenceOf } from './records.js';
import { fullNameOf } from './speaker.js';
import { reattributed } from './reattribution.js';

/**
 * The finding that an utterance is recorded with another speaker than the draft's, or with several; `undefined` if the
 * draft or the first record names none.
 */
export function misattributedFinding(
  { attribution, speaker: named }: Utterance,
  [quote, ...others]: readonly [Quote, ...(readonly Quote[])],
  draft: Prose,
  reference: Reference,
): Finding | undefined {
  if (attribution === undefined || quote.speaker === undefined) return undefined;
  const { block, span, speaker } = attribution;
  const found = named?.mention ?? (speaker.form === 'pronoun' ? undefined : speaker);
  if (found === undefined) return undefined;
  const speakers = [
    ...new Set(
      [quote, ...others].flatMap((one) =>
        one.speaker === undefined ? [] : [fullNameOf(one.speaker, reference)],
      ),
    ),
  ];
  const isOne = speakers.length === 1;
  return {
    code: 'quote/misattributed',
    severity: RULES['quote/misattributed'].severity,
    message: `“${found.text}” should be ${speakers.map((name) => `“${name}”`).join(' or ')}, who ${isOne ? 'says' : 'both say'} this in your sources.`,
    span: draftSpanOf(block, contains(span, speaker.span) ? span : speaker.span),
    evidence: (isOne ? [quote] : [quote, ...others]).map((one) => quoteEvidenceOf(one)),
    fixes: speakers.flatMap((name) => {
      const right = reattributed(attribution, name, draft, reference);
      return right === undefined
        ? []
        : [
            replacementFix(
              `Attribute to ${right.named}`,
              block,
              right.span,
              right.newText,
              right.isWhole && isOne,
            ),
          ];
    }),
    expected: speakers.join(', '),
    found: found.text,
  };
}
