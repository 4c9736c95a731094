import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Claim, Evidence, Finding, RelatedPlace } from '../../checks/finding.js';
import { coversCode } from '../../checks/rules.js';
import { severityIn } from '../../checks/severity.js';
import { overlaps } from '../../prose/span.js';
import { checkStateOf } from '../checkState.js';
import { spellingConflictOf } from '../../checks/names/differingSpellings.js';
import { describedEntity } from '../../checks/names/wording.js';
import type { Entity, Quote } from '../../reference/model.js';
import { type EntitySummary, entitySummaryOf } from '../../reference/entitySummary.js';
import { claimAt } from './claimAt.js';
import { decisiveWords, withBold } from './decisiveWords.js';
import type { Draft } from '../../checks/draft.js';
import { archiveLink, citationLink, commandLink, escapeMarkdown, lineLink } from './markdown.js';
import { opinionTexts } from '../opinionTexts.js';
import { mentionAt } from '../navigation/mentions.js';
import { SECOND_OPINION } from '../../../protocol/capabilityConstants.js';
import { FACT_SHEET_TITLES } from '../../../protocol/factSheet.js';

/** How the editor shows a hover. */
export interface HoverOptions {
  /** True if the editor shows the findings at that place, with their evidence, in the same hover. */
  readonly showsFindings: boolean;
  /** The name of the reporter's own model, if the hover is to offer its opinion. */
  readonly model?: string | undefined;
}

/**
 * The hover at a UTF-16 offset of the draft: first the summary of a named entity, because the
 * reporter points at the name, then the verdict on the claim or quote; `undefined` if there is
 * neither, or if the editor already shows it all.
 */
export function hoverAt(
  draft: Draft,
  offset: number,
  { showsFindings, model }: HoverOptions,
): Hover | undefined {
  const found = findingsAt(draft, offset);
  const shown = showsFindings ? found : [];
  const said = new Said(shown, draft);
  const claim = claimAt(draft, offset);
  const mention = mentionAt(draft, offset);
  const parts = [
    mention === undefined
      ? ''
      : summaryMarkdown(mention.mention.entity, mention.mention.others, draft, said),
    claim === undefined ? '' : claimMarkdown(claim, draft, shown.some(isVerdict), said),
    claim === undefined || model === undefined ? '' : offerMarkdown(claim, draft, model),
    ...found.flatMap(({ related = [] }) => related.map((place) => placeMarkdown(place, draft))),
  ].filter((part) => part !== '');
  const twice = found.find(({ related }) => related !== undefined);
  const span = mention?.span ?? twice?.span ?? claim?.span;
  if (span === undefined || parts.length === 0) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: draft.prose.lines.range(span),
  };
}

/** Another place of the draft, linked. */
function placeMarkdown({ span, text }: RelatedPlace, { uri, prose }: Draft): string {
  const line = prose.lines.position(span.start).line + 1;
  return `> ${escapeMarkdown(text)} ([line ${line} of the draft](${lineLink(uri, line)}))`;
}

/** The findings at an offset that the reporter has not turned off. */
function findingsAt({ report, severities }: Draft, offset: number): readonly Finding[] {
  return report.findings.filter(
    (finding) =>
      finding.span.start <= offset &&
      offset <= finding.span.end &&
      severityIn(severities, finding) !== undefined,
  );
}

/** True for a finding that states the verdict on a claim or quote. */
function isVerdict({ code }: Finding): boolean {
  return coversCode('claim', code) || coversCode('quote', code);
}

/** The sentences that a hover already contains, so that it says nothing twice. */
class Said {
  readonly #texts: string[];

  constructor(findings: readonly Finding[], { uriOfSource }: Draft) {
    this.#texts = findings.flatMap(({ message, evidence }) => [
      message,
      // An editor shows evidence only if it can open the source.
      ...evidence.flatMap(({ source, text }) => (uriOfSource(source) === undefined ? [] : [text])),
    ]);
  }

  has(text: string): boolean {
    return this.#texts.some((one) => one.includes(text));
  }

  /** Returns the text if it is new, otherwise an empty one. From now on it is not. */
  unlessSaid(text: string): string {
    if (text === '' || this.has(text)) return '';
    this.#texts.push(text);
    return text;
  }
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
  return summaryMarkdown(subject, others, draft, new Said([], draft));
}

/** The summary of an entity without repetitions; empty if nothing is left. */
function summaryMarkdown(
  subject: Entity,
  others: readonly Entity[],
  draft: Draft,
  said: Said,
): string {
  const { entity, roles, quotes }: EntitySummary = entitySummaryOf(subject, draft.reference);
  const bio = said.unlessSaid(entity.bio);
  const isNamed = said.has(entity.name) && bio === '';
  const paragraphs = [
    roles
      .filter(({ text }) => !said.has(text))
      .map(({ text, citation }) => `${escapeMarkdown(text)} (${citationLink(citation, draft)})`)
      .join('  \n'),
    escapeMarkdown(bio),
    entity.forms.length === 0 ? '' : `Also known as: ${escapeMarkdown(entity.forms.join('; '))}`,
    others.length === 0
      ? ''
      : `Others with this name: ${escapeMarkdown(others.map((other) => describedEntity(other)).join('; '))}`,
    escapeMarkdown(spellingConflictOf(subject, draft.reference.base)?.text ?? ''),
    ...quotes.filter(({ text }) => !said.has(text)).map((quote) => quoteMarkdown(quote, draft)),
  ].filter((paragraph) => paragraph !== '');
  if (paragraphs.length === 0 && isNamed) return '';
  return [
    `${escapeMarkdown(entity.name)} (${citationLink(entity.citation, draft)})`,
    ...paragraphs,
  ].join('\n\n');
}

/**
 * The verdict on a claim without repetitions; empty if nothing is left. `isJudged` is true if a
 * finding in the same hover has the verdict.
 */
function claimMarkdown(claim: Claim, draft: Draft, isJudged: boolean, said: Said): string {
  const isFromArchive = claim.isFromArchive === true;
  if (!draft.report.isCovered && !isFromArchive)
    return escapeMarkdown(checkStateOf(draft.report).text);
  const evidence = claim.evidence.filter(({ text }) => said.unlessSaid(text) !== '');
  const note = said.unlessSaid(claim.note ?? '');
  return [
    // A passage of an archive is no verdict of the sources; the note explains it.
    isJudged || isFromArchive ? '' : escapeMarkdown(verdictOn(claim, draft)),
    escapeMarkdown(note),
    ...evidence.map((one) => evidenceMarkdown(one, claim, draft)),
    ...opinionMarkdown(claim, draft, said),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The opinion of the reporter's own model about a claim, with the passages that are not above. */
function opinionMarkdown(claim: Claim, draft: Draft, said: Said): readonly string[] {
  const { opinion } = claim;
  if (opinion === undefined) return [];
  const evidence = opinion.evidence.filter(({ text }) => said.unlessSaid(text) !== '');
  return [
    escapeMarkdown(opinionTexts(opinion).join(' ')),
    ...evidence.map((one) => evidenceMarkdown(one, claim, draft)),
  ];
}

/**
 * A link to the command that asks a model about a claim; empty for a quotation, which no model
 * judges, and once it has answered.
 */
function offerMarkdown(
  { span, isQuote, opinion }: Claim,
  { uri, prose, report }: Draft,
  model: string,
): string {
  if (isQuote === true || opinion !== undefined || !report.isCovered) return '';
  const place = [uri, prose.lines.position(span.start)];
  return commandLink(`Ask ${model} for a second opinion`, SECOND_OPINION, place);
}

/**
 * The verdict on a claim in a few words and the reason, if its findings say more than the evidence
 * does.
 */
function verdictOn({ span, verdict, evidence, note }: Claim, draft: Draft): string {
  if (verdict === 'unclear') {
    const title = FACT_SHEET_TITLES[verdict];
    // A note describes the passages below it.
    return evidence.length === 0 || note !== undefined ? `${title}.` : `${title}: compare with`;
  }
  const title = `${FACT_SHEET_TITLES[verdict]}.`;
  const messages = draft.report.findings
    .filter((finding) => isVerdict(finding) && overlaps(finding.span, span))
    .map(({ message }) => (note === undefined ? message : message.replace(note, '').trim()))
    .filter((message) => !isQuoted(message, evidence));
  if (messages.length === 0) return title;
  return verdict === 'contradicted' ? [title, ...messages].join(' ') : messages.join(' ');
}

/** True if a message quotes some words of the evidence below it. */
function isQuoted(message: string, evidence: readonly Evidence[]): boolean {
  return [...message.matchAll(/“([^“”]+)”/gu)].some(
    ([, words = '']) =>
      words.split(' ').length >= LONG_QUOTATION &&
      evidence.some(({ text }) => text.includes(words)),
  );
}

/** A quotation of this many words is a passage, not a term. */
const LONG_QUOTATION = 5;

/** A source sentence, or a recorded quote with its speaker. The words that decide the verdict are bold. */
function evidenceMarkdown(evidence: Evidence, claim: Claim, draft: Draft): string {
  if (evidence.isFromArchive === true)
    return `> ${escapeMarkdown(evidence.text)} (${archiveLink(evidence)})`;
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
