import type { NameEntry, PlacedText } from '../../../protocol/factSheet.js';
import { readableText } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import type { Evidence, Finding } from '../../checks/finding.js';
import { spellingConflictOf } from '../../checks/names/differingSpellings.js';
import { type Code, coversCode } from '../../checks/rules.js';
import { isCourtesyTitle } from '../../lexicon/honorifics.js';
import { isPersonTitle, isRoleNoun } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { type Block, draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type Span, contains } from '../../prose/span.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import type { Token } from '../../prose/tokens.js';
import { entitySummaryOf, roleText } from '../../reference/entitySummary.js';
import { namedEntitiesIn } from '../../reference/extraction/entities.js';
import type { NameMention } from '../../reference/extraction/mentions.js';
import { officesOf } from '../../reference/extraction/offices.js';
import type { Entity, EntityKind } from '../../reference/model.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import { mentionsOf } from '../navigation/mentions.js';
import { figuresAttachedTo } from './nameFigures.js';
import { issuesPart, sharedPart, sheetEvidence } from './sharedPlace.js';
import { subjectAt, unsigned } from './signedSubject.js';

/** Upper bound on the roles in the sources that are cited for a name. */
const MOST_ROLES = 2;

/** A name at its place in a draft. */
interface Naming {
  readonly block: Block;
  /** UTF-16 offsets into the block's prose, without title and possessive ending. */
  readonly start: number;
  readonly end: number;
  /** The same in the draft. */
  readonly span: Span;
  /** The name with the words around it, if the draft was read as a source is. */
  readonly mention?: NameMention;
}

/** Somebody or something that a draft names. */
interface Named {
  readonly kind: EntityKind;
  /** `undefined` if the sources do not have it. */
  readonly entity: Entity | undefined;
  readonly namings: readonly Naming[];
}

/**
 * The people and institutions of a draft, in the order of their first references: how each is
 * written and titled there and afterwards, the ages and figures attached to it, and its place in
 * the sources. Yields after each.
 */
export function* namesChecklistOf(draft: Draft): CooperativeTask<readonly NameEntry[]> {
  const own = (yield* namedEntitiesIn(draft.prose)).map(({ kind, name, mentions }) => ({
    kind,
    name,
    namings: mentions.map(namingOf),
  }));
  const titled = new SpanIndex(own.flatMap(({ namings }) => namings));
  const context = {
    draft,
    titled,
    findings: new SpanIndex(draft.report.findings.filter(({ code }) => coversCode('name', code))),
    contradictions: new SpanIndex(
      draft.report.findings.filter(({ code }) => CONTRADICTIONS.has(code)),
    ),
  };
  yield;
  const entries: NameEntry[] = [];
  for (const named of [...knownNames(draft), ...unknownNames(own, draft)]) {
    if (named.kind === 'person' || named.kind === 'body') entries.push(...entryOf(named, context));
    yield;
  }
  return entries.sort(
    ({ range: { start: a } }, { range: { start: b } }) =>
      a.line - b.line || a.character - b.character,
  );
}

/** The look-ups for each name. */
interface Context {
  readonly draft: Draft;
  /** The names as in a source, whose reader recognises titles. */
  readonly titled: SpanIndex<Naming>;
  readonly findings: SpanIndex<Finding>;
  /** The differing forms in the sources. */
  readonly contradictions: SpanIndex<Finding>;
}

/** The codes of words that the sources have otherwise. */
const CONTRADICTIONS: ReadonlySet<Code> = new Set([
  'claim/contradicted',
  'claim/outdated',
  'quote/misattributed',
]);

/** The codes of names that are written as no source has them. */
const WRONG_NAMES: ReadonlySet<Code> = new Set(['name/misspelled', 'name/inconsistent']);

function namingOf(mention: NameMention): Naming {
  const { sentence, first, last } = mention;
  const { block, words } = sentence;
  const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
  return { block, start, end, span: draftSpanOf(block, { start, end }), mention };
}

/** The names that the sources have. */
function knownNames(draft: Draft): readonly Named[] {
  const byEntity = new Map<Entity, Naming[]>();
  for (const { block, span, mention } of mentionsOf(draft)) {
    const { entity, demonym, start, end } = mention;
    if (demonym) continue;
    const others = byEntity.get(entity);
    const naming = { block, start, end, span };
    if (others === undefined) byEntity.set(entity, [naming]);
    else others.push(naming);
  }
  return [...byEntity].map(([entity, namings]) => ({ kind: entity.kind, entity, namings }));
}

/**
 * The names of several words that the sources do not have; a single one may be a label or the start of a sentence.
 */
function unknownNames(
  own: readonly {
    readonly kind: EntityKind;
    readonly name: string;
    readonly namings: readonly Naming[];
  }[],
  draft: Draft,
): readonly Named[] {
  const known = new SpanIndex(mentionsOf(draft));
  return own
    .filter(({ name }) => name.includes(' '))
    .map(({ kind, namings }) => ({
      kind,
      entity: undefined,
      namings: namings
        .filter(({ span }) => known.overlapping(span).length === 0)
        .sort((a, b) => a.span.start - b.span.start),
    }));
}

/** The entry of a name; empty for one that the draft does not mention. */
function entryOf(
  { kind, entity, namings }: Named,
  { draft, titled, findings, contradictions }: Context,
): readonly NameEntry[] {
  // A headline, a byline or a caption may have only the surname: the first reference is that of the running text.
  const running = namings.filter(({ block }) => block.role === 'prose');
  const [first, ...rest] = running.length > 0 ? running : namings;
  if (first === undefined) return [];
  const attached = namings.flatMap(figuresOf);
  const denied = [...namings.map(reachOf), ...attached].flatMap((span) =>
    contradictions.overlapping(span),
  );
  const found = [
    ...new Set([...namings.flatMap(({ span }) => findings.overlapping(span)), ...denied]),
  ];
  const isContradicted = denied.length > 0 || found.some(({ code }) => WRONG_NAMES.has(code));
  const messages = [...new Set(found.map(({ message }) => message))];
  const isMissing =
    entity === undefined && draft.reference.origin === 'sources' && messages.length === 0;
  const form = placeOf(formSpanOf(first), draft);
  const title = kind === 'person' ? titleAt(first, titled) : '';
  const later = distinct(rest.map((naming) => placeOf(formSpanOf(naming), draft)));
  const figures = distinct(attached.map((span) => placeOf(span, draft)));
  const checked = [form.text, title, ...[...later, ...figures].map(({ text }) => text)];
  const conflict = entity && spellingConflictOf(entity, draft.reference.base);
  const cited = entity === undefined ? [] : evidenceOf(entity, draft);
  const evidence = [
    ...cited,
    ...(conflict?.evidence ?? []).filter(
      ({ source, line }) => !cited.some((one) => one.source === source && one.line === line),
    ),
  ];
  const { sentence } = subjectAt(first.span, draft);
  const words = checked.filter((text) => text !== '').join('; ');
  return [
    {
      kind: kind === 'person' ? 'person' : 'institution',
      ...form,
      title,
      later,
      figures,
      messages: [
        ...(isMissing ? [NOT_IN_SOURCES] : messages),
        ...(conflict === undefined ? [] : [conflict.text]),
      ],
      evidence: evidence.map((one) => sheetEvidence(one, draft)),
      ...issuesPart(formSpanOf(first), found, draft),
      ...sharedPart(formSpanOf(first), found, evidence, draft),
      ...(isContradicted ? { isContradicted } : {}),
      signOff: unsigned({ kind: 'name', sentence, words }),
    },
  ];
}

const NOT_IN_SOURCES = 'Your sources do not have this name.';

/** The places whose text differs from all earlier ones. */
function distinct(places: readonly PlacedText[]): readonly PlacedText[] {
  const texts = new Set<string>();
  return places.filter(({ text }) => !texts.has(text) && texts.add(text));
}

function placeOf(span: Span, { prose }: Draft): PlacedText {
  return { text: readableText(prose, span), range: prose.lines.range(span) };
}

/** The span of a name with the capitalised title directly before it: “Mayor Ana Roe”, “Ms Roe”. */
function formSpanOf(naming: Naming): Span {
  const { block, span, end } = naming;
  const start = startBefore(naming, (word) => startsWithCapital(word) && isPersonTitle(word.text));
  return start >= naming.start ? span : draftSpanOf(block, { start, end });
}

/**
 * The start of the words before a name that all pass a test; the start of the name if none does.
 */
function startBefore(naming: Naming, test: (word: NameWord, isFirst: boolean) => boolean): number {
  const words = nameWords(sentenceOf(naming)?.tokens ?? []);
  const nameAt = words.findIndex((word) => word.start >= naming.start);
  let first = nameAt;
  for (let before = words[first - 1]; before !== undefined; before = words[first - 1]) {
    const joint = words[first]?.joint;
    if ((joint !== 'space' && joint !== 'hyphen') || !test(before, first === nameAt)) break;
    first--;
  }
  return words[first]?.start ?? naming.start;
}

/** The title of a name: the words before it as the draft has them (“council leader”), and the offices after it. */
function titleAt(naming: Naming, titled: SpanIndex<Naming>): string {
  const tokens = sentenceOf(naming)?.tokens ?? [];
  const before = naming.block.text.slice(titleStart(naming), naming.start).trim();
  const after = titled
    .overlapping(naming.span)
    .flatMap(({ mention }) => (mention === undefined ? [] : officesOf(mention)))
    .filter(({ title }) => isRoleNoun(title) || title.includes(' '))
    .filter(({ title }) => !before.toLowerCase().includes(title.toLowerCase()))
    .map(roleText);
  const titles = [...new Set([before, ...after])].filter((title) => title !== '');
  return titles.length > 0 ? titles.join('; ') : appositionAfter(naming, tokens);
}

/** The start of the title before a name; the start of the name if it has none. */
function titleStart(naming: Naming): number {
  const tokens = sentenceOf(naming)?.tokens ?? [];
  return startBefore(naming, (word, isFirst) =>
    isFirst
      ? isPersonTitle(word.text) && !isCourtesyTitle(word.text)
      : /^(?:NOUN|PROPN|ADJ)$/u.test(tokens[word.first]?.tag ?? ''),
  );
}

/** The span of a name with the title before it. */
function reachOf(naming: Naming): Span {
  return draftSpanOf(naming.block, { start: titleStart(naming), end: naming.end });
}

/** The maximum number of words in an apposition that is shown as a title. */
const MOST_APPOSED = 8;

/** Nouns that turn an apposition into a time: “Ada Roe, a week later, …”. */
const TIME = /^(?:moment|minute|hour|day|night|week|month|year|decade|time)$/u;

/**
 * The words between commas right after a name, as in the draft: “a regular of 51”; empty for
 * anything else, and after the last of several names, which it may describe together.
 */
function appositionAfter({ block, start, end }: Naming, tokens: readonly Token[]): string {
  const comma = tokens.findIndex((token) => token.start >= end);
  const before = tokens.findLast((token) => token.end <= start);
  if (tokens[comma]?.text !== ',' || before?.lower === 'and') return '';
  const close = tokens.findIndex(({ text }, at) => at > comma && /^[,;.]$/u.test(text));
  const words = tokens.slice(comma + 1, close);
  const [first] = words;
  const isPhrase =
    close > 0 &&
    first !== undefined &&
    words.length <= MOST_APPOSED &&
    (/^(?:a|an)$/u.test(first.lower) || words.some(({ lower }) => /^['’]s$/u.test(lower))) &&
    words.some(({ tag }) => tag === 'NOUN') &&
    !words.some(({ tag, lemma }) => tag === 'VERB' || tag === 'AUX' || TIME.test(lemma));
  return isPhrase ? block.text.slice(first.start, words.at(-1)?.end) : '';
}

function sentenceOf({ block, start, end }: Naming): Sentence | undefined {
  return block.sentences.find((sentence) => contains(sentence, { start, end }));
}

function figuresOf(naming: Naming): readonly Span[] {
  const sentence = sentenceOf(naming);
  if (sentence === undefined) return [];
  const { block } = naming;
  return figuresAttachedTo(naming, sentence, block).map((figure) => draftSpanOf(block, figure));
}

/** The place of a name in the sources: with its roles, otherwise its first mention. */
function evidenceOf(entity: Entity, { reference }: Draft): readonly Evidence[] {
  const { roles } = entitySummaryOf(entity, reference);
  const cited = roles
    .slice(0, MOST_ROLES)
    .map(({ text, citation }) => ({ text: `${entity.name}: ${text}`, citation }));
  const places = cited.length > 0 ? cited : [{ text: entity.name, citation: entity.citation }];
  return places.map(({ text, citation }) => ({ text, ...citation }));
}
