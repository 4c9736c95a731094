import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Claim, Evidence } from '../../checks/finding.js';
import { introduced } from '../../checks/names/wording.js';
import type { Entity, Quote } from '../../reference/model.js';
import { type EntitySummary, entitySummaryOf } from './entitySummary.js';
import { claimAt } from './claimAt.js';
import { decisiveWords, withBold } from './decisiveWords.js';
import type { Draft } from '../../checks/draft.js';
import { citationLink, escapeMarkdown } from './markdown.js';
import { mentionAt } from '../navigation/mentions.js';
import { VERDICT_TITLES } from '../../checks/verdicts.js';

/**
 * What the desk knows at a UTF-16 offset of the draft: the card of a name, the verdict on a claim or
 * quote with its evidence, or both; `undefined` where there is nothing to tell.
 */
export function hoverAt(draft: Draft, offset: number): Hover | undefined {
  const mention = mentionAt(draft, offset);
  const claim = claimAt(draft, offset);
  const parts = [
    ...(mention === undefined
      ? []
      : [entitySummaryMarkdown(mention.mention.entity, mention.mention.others, draft)]),
    ...(claim === undefined ? [] : [claimMarkdown(claim, draft)]),
  ];
  const span = mention?.span ?? claim?.span;
  if (span === undefined) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: draft.prose.lines.range(span),
  };
}

/**
 * The card of someone or something as Markdown: name, roles, bio, other forms, last words, each with
 * its place in a source. `others` have the same name.
 */
export function entitySummaryMarkdown(
  subject: Entity,
  others: readonly Entity[],
  draft: Draft,
): string {
  const { entity, roles, quotes }: EntitySummary = entitySummaryOf(subject, draft.reference);
  return [
    `**${escapeMarkdown(entity.name)}** (${citationLink(entity.citation, draft)})`,
    roles
      .map(({ text, citation }) => `${escapeMarkdown(text)} (${citationLink(citation, draft)})`)
      .join('  \n'),
    escapeMarkdown(entity.bio),
    entity.forms.length === 0 ? '' : `Also: ${escapeMarkdown(entity.forms.join('; '))}`,
    others.length === 0
      ? ''
      : `Others of this name: ${escapeMarkdown(others.map((other) => introduced(other)).join('; '))}`,
    ...quotes.map((quote) => quoteMarkdown(quote, draft)),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The verdict and what it rests on; the message is the diagnostic's, which editors show beside it. */
function claimMarkdown(claim: Claim, draft: Draft): string {
  return [
    `**${VERDICT_TITLES[claim.verdict]}**`,
    ...(claim.note === undefined ? [] : [escapeMarkdown(claim.note)]),
    ...claim.evidence.map((evidence) => evidenceMarkdown(evidence, claim, draft)),
  ].join('\n\n');
}

/** A sentence of a source, recorded words with who said them; what decides the verdict is bold. */
function evidenceMarkdown(evidence: Evidence, claim: Claim, draft: Draft): string {
  const decisive = decisiveWords(claim, evidence.text, draft);
  const quote = draft.reference.base.quotes.find(
    ({ text, citation }) =>
      citation.source === evidence.source &&
      citation.line === evidence.line &&
      evidence.text.includes(text),
  );
  if (quote !== undefined) return quoteMarkdown(quote, draft, decisive);
  return `> ${withBold(escapeMarkdown(evidence.text), decisive)} (${citationLink(evidence, draft)})`;
}

function quoteMarkdown(
  { text, speaker, citation }: Quote,
  draft: Draft,
  decisive: ReadonlySet<string> = new Set(),
): string {
  const signed = speaker === undefined ? '' : ` — ${withBold(escapeMarkdown(speaker), decisive)}`;
  return `> “${withBold(escapeMarkdown(text), decisive)}”${signed} (${citationLink(citation, draft)})`;
}
