import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Claim, Evidence } from '../../checks/finding.js';
import { describedEntity } from '../../checks/names/wording.js';
import type { Entity, Quote } from '../../reference/model.js';
import { type EntitySummary, entitySummaryOf } from '../../reference/entitySummary.js';
import { claimAt } from './claimAt.js';
import { decisiveWords, withBold } from './decisiveWords.js';
import type { Draft } from '../../checks/draft.js';
import { citationLink, escapeMarkdown } from './markdown.js';
import { mentionAt } from '../navigation/mentions.js';
import { FACT_SHEET_TITLES } from '../../../protocol/factSheet.js';

/**
 * The hover at a UTF-16 offset of the draft: the summary of a named entity, the verdict on a claim or
 * quote with its evidence, or both; `undefined` if there is neither.
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
 * The summary of an entity as Markdown: name, roles, bio, other forms of the name and last quotes,
 * linked to their sources. `others` are entities of the same name.
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
    entity.forms.length === 0 ? '' : `Also known as: ${escapeMarkdown(entity.forms.join('; '))}`,
    others.length === 0
      ? ''
      : `Others with this name: ${escapeMarkdown(others.map((other) => describedEntity(other)).join('; '))}`,
    ...quotes.map((quote) => quoteMarkdown(quote, draft)),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The verdict and its evidence, without the message: editors show the diagnostic in the same hover. */
function claimMarkdown(claim: Claim, draft: Draft): string {
  return [
    `**${FACT_SHEET_TITLES[claim.verdict]}**`,
    ...(claim.note === undefined ? [] : [escapeMarkdown(claim.note)]),
    ...claim.evidence.map((evidence) => evidenceMarkdown(evidence, claim, draft)),
  ].join('\n\n');
}

/** A source sentence, or a recorded quote with its speaker. The words that decide the verdict are bold. */
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
  const signature =
    speaker === undefined ? '' : ` — ${withBold(escapeMarkdown(speaker), decisive)}`;
  return `> “${withBold(escapeMarkdown(text), decisive)}”${signature} (${citationLink(citation, draft)})`;
}
