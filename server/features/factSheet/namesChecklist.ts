import type { FactSheetEvidence, NameEntry, PlacedText } from '../../../protocol/factSheet.js';
import { readableText } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import type { Finding } from '../../checks/finding.js';
import { coversCode } from '../../checks/rules.js';
import { isCourtesyTitle } from '../../lexicon/honorifics.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type Span, contains } from '../../prose/span.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import { entitySummaryOf, roleText } from '../../reference/entitySummary.js';
import { extractEntities } from '../../reference/extraction/entities.js';
import { titledNamesIn } from '../../reference/extraction/titledNames.js';
import type { Entity } from '../../reference/model.js';
import { createNameIndex } from '../../reference/nameIndex.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import { type PlacedMention, mentionsIn, mentionsOf } from '../navigation/mentions.js';
import { figuresAttachedTo } from './nameFigures.js';
import { subjectAt, unsigned } from './signedSubject.js';

/** The most roles in the sources that are cited for a name. */
const MOST_ROLES = 2;

/**
 * The people and institutions of a draft, in the order of their first references: how each is written and titled there
 * and afterwards, the ages and figures attached to it, and where the sources have it. Yields after each.
 */
export function* namesChecklistOf(draft: Draft): CooperativeTask<readonly NameEntry[]> {
  const named = new Map<Entity, PlacedMention[]>();
  for (const placed of [...mentionsOf(draft), ...unknownMentionsOf(draft)]) {
    const { entity, demonym } = placed.mention;
    if (demonym || (entity.kind !== 'person' && entity.kind !== 'body')) continue;
    const others = named.get(entity);
    if (others === undefined) named.set(entity, [placed]);
    else others.push(placed);
  }
  yield;
  const findings = new SpanIndex(
    draft.report.findings.filter(({ code }) => coversCode('name', code)),
  );
  const entries: NameEntry[] = [];
  for (const [entity, mentions] of named) {
    entries.push(...entryOf(entity, mentions, findings, draft));
    yield;
  }
  return entries.sort(
    ({ range: { start: a } }, { range: { start: b } }) =>
      a.line - b.line || a.character - b.character,
  );
}

/** What a draft itself names, read as a source is, with the index of these names. */
const ownNamesOf = memoize((prose: Prose) => {
  const entities = extractEntities(prose, () => ({ source: '', line: 1 }));
  const mentions = mentionsIn(prose, createNameIndex(entities));
  return { entities: new Set(entities), mentions };
});

/** The names of several words that the reference does not know; a single one may be a label or the start of a sentence. */
function unknownMentionsOf(draft: Draft): readonly PlacedMention[] {
  const known = new SpanIndex(mentionsOf(draft));
  return ownNamesOf(draft.prose).mentions.filter(
    ({ span, mention }) =>
      mention.exact && mention.entity.name.includes(' ') && known.overlapping(span).length === 0,
  );
}

const titlesOf = memoize(
  (prose: Prose) =>
    new SpanIndex(
      titledNamesIn(prose).map(({ block, start, end, offices }) => ({
        span: draftSpanOf(block, { start, end }),
        offices,
      })),
    ),
);

/** The entry of a name that a draft mentions; empty for one that it does not. */
function entryOf(
  entity: Entity,
  mentions: readonly PlacedMention[],
  findings: SpanIndex<Finding>,
  draft: Draft,
): readonly NameEntry[] {
  const { prose, reference } = draft;
  // A headline, a byline or a caption may have only the surname: the first reference is that of the running text.
  const running = mentions.filter(({ block }) => block.role === 'prose');
  const [first, ...rest] = running.length > 0 ? running : mentions;
  if (first === undefined) return [];
  const found = mentions.flatMap(({ span }) => findings.overlapping(span));
  const messages = [...new Set(found.map(({ message }) => message))];
  const isKnown = !ownNamesOf(prose).entities.has(entity);
  const isMissing = !isKnown && reference.origin === 'sources' && messages.length === 0;
  const form = placeOf(formSpanOf(first), draft);
  const title = entity.kind === 'person' ? titleAt(first, prose) : '';
  const later = distinct(rest.map((placed) => placeOf(formSpanOf(placed), draft)));
  const figures = distinct(
    mentions.flatMap((placed) => figuresOf(placed).map((span) => placeOf(span, draft))),
  );
  const checked = [form.text, title, ...[...later, ...figures].map(({ text }) => text)];
  const { sentence } = subjectAt(first.span, draft);
  const words = checked.filter((text) => text !== '').join('; ');
  return [
    {
      kind: entity.kind === 'person' ? 'person' : 'institution',
      ...form,
      title,
      later,
      figures,
      messages: isMissing ? [NOT_IN_SOURCES] : messages,
      evidence: isKnown ? evidenceOf(entity, draft) : [],
      signOff: unsigned({ kind: 'name', sentence, words }),
    },
  ];
}

const NOT_IN_SOURCES = 'Your sources do not have this name.';

/** The places whose text is not that of one before. */
function distinct(places: readonly PlacedText[]): readonly PlacedText[] {
  const texts = new Set<string>();
  return places.filter(({ text }) => !texts.has(text) && texts.add(text));
}

function placeOf(span: Span, { prose }: Draft): PlacedText {
  return { text: readableText(prose, span), range: prose.lines.range(span) };
}

/** The span of a name with the capitalised title directly before it: “Mayor Ana Roe”, “Ms Roe”. */
function formSpanOf(placed: PlacedMention): Span {
  const { block, span, mention } = placed;
  const start = startBefore(placed, (word) => startsWithCapital(word) && isPersonTitle(word.text));
  return start >= mention.start ? span : draftSpanOf(block, { start, end: mention.end });
}

/** Where the words before a name begin that a test holds for, one after another; where the name begins if for none. */
function startBefore(
  { block, mention }: PlacedMention,
  test: (word: NameWord, isFirst: boolean) => boolean,
): number {
  const words = nameWords(sentenceOf(block, mention)?.tokens ?? []);
  const nameAt = words.findIndex((word) => word.start >= mention.start);
  let first = nameAt;
  for (let before = words[first - 1]; before !== undefined; before = words[first - 1]) {
    const joint = words[first]?.joint;
    if ((joint !== 'space' && joint !== 'hyphen') || !test(before, first === nameAt)) break;
    first--;
  }
  return words[first]?.start ?? mention.start;
}

/** The title of a name: the words before it as the draft has them (“council leader”), and the offices after it. */
function titleAt(placed: PlacedMention, prose: Prose): string {
  const { block, mention, span } = placed;
  const tokens = sentenceOf(block, mention)?.tokens ?? [];
  const start = startBefore(placed, (word, isFirst) =>
    isFirst
      ? isPersonTitle(word.text) && !isCourtesyTitle(word.text)
      : /^(?:NOUN|PROPN|ADJ)$/u.test(tokens[word.first]?.tag ?? ''),
  );
  const before = block.text.slice(start, mention.start).trim();
  const after = titlesOf(prose)
    .overlapping(span)
    .flatMap(({ offices }) => offices)
    .filter(({ title }) => !before.toLowerCase().includes(title.toLowerCase()))
    .map(roleText);
  return [...new Set([before, ...after])].filter((title) => title !== '').join('; ');
}

function sentenceOf(block: Block, { start, end }: Span): Sentence | undefined {
  return block.sentences.find((sentence) => contains(sentence, { start, end }));
}

function figuresOf({ block, mention }: PlacedMention): readonly Span[] {
  const sentence = sentenceOf(block, mention);
  if (sentence === undefined) return [];
  return figuresAttachedTo(mention, sentence, block).map((figure) => draftSpanOf(block, figure));
}

/** Where the sources have a name: with its roles, or else its first mention. */
function evidenceOf(entity: Entity, draft: Draft): readonly FactSheetEvidence[] {
  const { roles } = entitySummaryOf(entity, draft.reference);
  const cited = roles
    .slice(0, MOST_ROLES)
    .map(({ text, citation }) => ({ text: `${entity.name}: ${text}`, citation }));
  const places = cited.length > 0 ? cited : [{ text: entity.name, citation: entity.citation }];
  return places.map(({ text, citation: { source, line } }) => {
    const uri = draft.uriOfSource(source);
    return { text, source, line, ...(uri === undefined ? {} : { uri }) };
  });
}
