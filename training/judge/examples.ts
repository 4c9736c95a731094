/**
 * Writes the training data of the judge: the claims of the stories, each with its sentence, the previous sentence and
 * the passages that the product finds. A row has one claim, or claims that differ in one respect.
 *
 * `npx tsx training/judge/examples.ts training/stories | gzip > WORK/judge.jsonl.gz`
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { overlaps } from '../../server/prose/span.js';
import { type Reference, referenceFromSources } from '../../server/reference/reference.js';
import { type Story, alteredStory, storyIn, withoutErrors } from './stories.js';
import { type Label, type Row, claimsIn, statementRows, withoutPlace } from './rows.js';
import { statementsAbout } from './sets.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the stories.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)))
  for (const row of rowsOf(storyIn(join(folder, name), name), join(folder, name)))
    process.stdout.write(`${JSON.stringify(row)}\n`);

function rowsOf(story: Story, path: string): readonly Row[] {
  const reference = referenceFromSources(story.sources);
  const { statements, pairs } = statementsAbout(story, path);
  const altered = alteredStory(story, path);
  return [
    ...draftRows(story, reference),
    ...(altered === undefined ? [] : draftRows(altered, reference)).filter(isOfError),
    ...statementRows(story.name, statements, pairs, reference),
  ];
}

/** Whether a row is about an error, rather than a claim that the original draft also has. */
function isOfError({ claims }: Row): boolean {
  return claims.some(({ label }) => label !== 'supported');
}

/** The claims that the product finds in a draft, and corrected copies of those with an error. */
function draftRows(story: Story, reference: Reference): readonly Row[] {
  const { name, draft, errors, colour } = story;
  const corrected = withoutErrors(story);
  const claims = claimsIn(draft, reference).filter(
    ({ place }) => !colour.some((other) => overlaps(other, place)),
  );
  const rightOnes = claimsIn(corrected.text, reference);
  return claims.map(({ place, ...claim }): Row => {
    const inClaim = errors.filter((error) => overlaps(error.span, place));
    if (inClaim.length === 0)
      return {
        story: name,
        from: 'draft',
        claims: [{ ...claim, label: 'supported', kind: 'draft' }],
      };
    const start = place.start - claim.span[0];
    const wrong = inClaim.map(({ span }): readonly [number, number] => [
      Math.max(claim.span[0], span.start - start),
      Math.min(claim.span[1], span.end - start),
    ]);
    const isDenied = inClaim.some(({ right, label }) =>
      label === undefined ? right !== undefined : label === 'contradicted',
    );
    const label: Label = isDenied ? 'contradicted' : 'unsupported';
    const kind = `draft-${inClaim[0]?.kind ?? ''}`;
    const at = corrected.placeOf(place.start);
    const right = inClaim.some((error) => error.right === undefined)
      ? undefined
      : rightOnes.find((other) => Math.abs(other.place.start - at) <= 1);
    return {
      story: name,
      from: 'draft',
      claims: [
        { ...claim, label, kind, wrong },
        ...(right === undefined
          ? []
          : [{ ...withoutPlace(right), label: 'supported' as const, kind: 'draft' }]),
      ],
    };
  });
}
