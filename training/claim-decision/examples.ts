/**
 * Writes the claims of the stories as the claim reader is trained on them: as the product cuts them, each with
 * the sentences that it finds for them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgementsOf } from '../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';
import { type Span, overlaps } from '../../server/prose/span.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import { type Story, storiesIn } from './stories.js';

const USAGE =
  'npx tsx training/claim-decision/examples.ts training/stories | gzip > WORK/stories.jsonl.gz';

/** A claim as the product reads it; `context` is the sentence before it, or empty. */
interface Read {
  readonly span: Span;
  readonly claim: string;
  readonly context: string;
  readonly evidence: readonly string[];
}

/** A line of the output. */
interface Example extends Omit<Read, 'span'> {
  readonly story: string;
  readonly label: 'supported' | 'contradicted' | 'unsupported';
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
for (const story of storiesIn(folder))
  for (const example of examplesOf(story)) process.stdout.write(`${JSON.stringify(example)}\n`);

function examplesOf(story: Story): readonly Example[] {
  const { draft, errors, colour, furtherClaims } = story;
  const reference = createReference(buildBase(story.sources).base);
  const corrected = withoutErrors(story);
  const invented = errors.filter(({ right }) => right === undefined);
  const isKnown = (span: Span): boolean => !colour.some((other) => overlaps(other, span));
  const examples = claimsOf(draft, reference)
    .filter(({ span }) => isKnown(span))
    .map((read): Example => {
      const wrong = errors.filter((error) => overlaps(error.span, read.span));
      if (wrong.length === 0) return exampleOf(story, 'supported', read);
      const isInvented = wrong.every(({ right }) => right === undefined);
      return exampleOf(story, isInvented ? 'unsupported' : 'contradicted', read);
    });
  const corrections = claimsOf(corrected.text, reference)
    .filter(({ span }) => corrected.places.some((place) => overlaps(place, span)))
    .filter(({ claim }) => !invented.some(({ span }) => claim.includes(textOf(draft, span))))
    .map((read) => exampleOf(story, 'supported', read));
  const more = furtherClaims.flatMap(({ claim, label }) =>
    claimsOf(claim, reference).map((read) => exampleOf(story, label, read)),
  );
  return [...examples, ...corrections, ...more];
}

function exampleOf(
  { name }: Story,
  label: Example['label'],
  { claim, context, evidence }: Read,
): Example {
  return { story: name, claim, context, evidence, label };
}

/** A draft with its errors put right, but for what no source has, and where that was done. */
function withoutErrors({ draft, errors }: Story): {
  readonly text: string;
  readonly places: readonly Span[];
} {
  let text = '';
  let from = 0;
  const places: Span[] = [];
  for (const { span, right } of [...errors].sort((a, b) => a.span.start - b.span.start)) {
    if (right === undefined) continue;
    text += draft.slice(from, span.start);
    places.push({ start: text.length, end: text.length + right.length });
    text += right;
    from = span.end;
  }
  return { text: text + draft.slice(from), places };
}

function claimsOf(draft: string, reference: Reference): readonly Read[] {
  const prose = readProse(draft);
  return runToCompletion(judgementsOf(prose, reference)).map(({ claim, block, rationale }) => {
    const before = block.sentences
      .filter((sentence) => draftSpanOf(block, sentence).end <= claim.span.start)
      .at(-1);
    return {
      span: claim.span,
      claim: textOf(draft, claim.span),
      context: before?.text ?? '',
      evidence: rationale.evidence.map(({ fact }) => fact.text),
    };
  });
}

function textOf(draft: string, { start, end }: Span): string {
  return draft.slice(start, end);
}
