import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isPreposition } from '../../lexicon/functionWords.js';
import { readProse } from '../../prose/prose.js';
import { overlaps } from '../../prose/span.js';
import { findQuotations } from '../../prose/speech/quotations.js';
import { attributionsIn } from '../../prose/speech/speaker.js';
import { inWords } from '../../reference/extraction/sourceDate.js';
import type { Entity, Quote } from '../../reference/model.js';
import { fold } from '../../reference/names/spelling.js';
import type { Draft } from '../../checks/draft.js';
import { type CompletionContext, replaceTyped } from './completionContext.js';
import { isMentionedBefore } from './knownNames.js';

/** An opening quotation mark after a space, and what is typed of the quote. */
const OPENED = /(?<=\s)(["“«‘])([^"“”«»‘]*)$/u;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’' };

/** The longest text between an attribution and its quote, in UTF-16 units: “told the council on Monday: ”. */
const MAX_BETWEEN = 80;

/** Nobody looks through more quotes. */
const MAX_ITEMS = 12;

/** The longest label, in UTF-16 units. */
const MAX_LABEL = 90;

/**
 * Suggests the recorded quotes of a speaker after an opening quotation mark that follows their
 * attribution, as in “Ada Roe said: “”, those of the newest source first. The words are the
 * source's, and the fact sheet then has its line.
 */
export function quoteItems(draft: Draft, context: CompletionContext): CompletionItem[] {
  const { before, inHeading, text, offset } = context;
  const [opened, mark = '', typed = ''] = OPENED.exec(before) ?? [];
  if (opened === undefined || inHeading || !text.slice(0, offset).endsWith(opened)) return [];
  const speaker = speakerBefore(before.slice(0, -opened.length), draft, context);
  if (speaker === undefined) return [];
  const closing = CLOSING[mark] ?? '';
  const end = text.startsWith(closing, offset) ? '' : closing;
  const days = draft.reference.base.days ?? new Map<string, string>();
  return quotesOf(speaker, draft)
    .map((quote) => ({ quote, words: quote.text.replace(/\s+/gu, ' ').replace(/,$/u, '') }))
    .filter(({ words }) => fold(words).startsWith(fold(typed)) && words !== typed)
    .slice(0, MAX_ITEMS)
    .map(({ quote: { citation }, words }, index) => {
      const day = days.get(citation.source);
      const place = `${citation.source}:${citation.line}`;
      return {
        label: words.length > MAX_LABEL ? `${words.slice(0, MAX_LABEL - 1)}…` : words,
        // Shown in every row in addition to the words, which may be cut off.
        labelDetails: {
          description: `${citation.source.split('/').at(-1) ?? ''}:${citation.line}`,
        },
        kind: CompletionItemKind.Text,
        detail: day === undefined ? place : `${place}, ${inWords(day)}`,
        documentation: `“${words}” — ${speaker.name}`,
        filterText: typed === '' ? words : typed,
        sortText: `0${String(index).padStart(3, '0')}`,
        textEdit: replaceTyped(context, offset - typed.length, words + end),
      };
    });
}

/** The known speaker of the quote that begins after a text; `undefined` if no attribution, or several people, precede. */
function speakerBefore(
  ahead: string,
  draft: Draft,
  context: CompletionContext,
): Entity | undefined {
  const block = readProse(ahead, 'plain').blocks.at(-1);
  const sentence = block?.sentences.at(-1);
  if (block === undefined || sentence === undefined) return undefined;
  const quotations = findQuotations(block.text);
  const attribution = attributionsIn(sentence.tokens, block.text, quotations).at(-1);
  if (attribution === undefined) return undefined;
  const rest = block.text.slice(attribution.span.end).trim();
  // “First part,” Ada Roe said. “Second part …
  const goesOn =
    rest === '.' &&
    quotations.some(
      ({ outer, closed }) =>
        closed && outer.start >= sentence.start && outer.end <= attribution.span.start,
    );
  const next = sentence.tokens.find(({ start }) => start >= attribution.span.end);
  const isTold = /\btold$/u.test(block.text.slice(0, attribution.span.end));
  if (!goesOn && !leadsToQuote(rest, isTold || isPreposition(next))) return undefined;
  const mention = draft.reference.names
    .mentionsIn(sentence.tokens)
    .find((found) => found.exact && overlaps(found, attribution.speaker.span));
  if (mention === undefined) return undefined;
  const meant = [mention.entity, ...mention.others];
  if (meant.length === 1) return mention.entity;
  const [named, ...others] = meant.filter((one) => isMentionedBefore(one, draft, context.offset));
  return others.length === 0 ? named : undefined;
}

/**
 * True for text that stands between an attribution and a whole quote: “said, ”, “said on Monday, ”,
 * “told the council: ”. After “said the pool was ” a quote of a few words follows, and no record
 * begins with those.
 *
 * @param isCircumstance False if it may be part of the speaker's statement.
 */
function leadsToQuote(rest: string, isCircumstance: boolean): boolean {
  if (/^[,:]?$/u.test(rest)) return true;
  if (rest.length > MAX_BETWEEN || /[.!?,:]./u.test(rest)) return false;
  return rest.endsWith(':') || (rest.endsWith(',') && isCircumstance);
}

/** The recorded quotes of a speaker, each once; those of the newest source first, those without a date last. */
function quotesOf({ name }: Entity, { reference: { base } }: Draft): readonly Quote[] {
  const dayOf = ({ citation }: Quote): string => base.days?.get(citation.source) ?? '';
  const recorded = base.quotes
    .filter(({ speaker, unreliable }) => speaker === name && !unreliable)
    .sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
  const newest = new Map<string, Quote>();
  for (const quote of recorded) if (!newest.has(quote.text)) newest.set(quote.text, quote);
  return [...newest.values()];
}
