import { sideTable } from '../../prose/sideTable.js';
import { type Utterance, utterancesTask } from '../../prose/speech/attribution.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import { type Prose, draftSpanOf } from '../../prose/prose.js';
import { findQuotations } from '../../prose/speech/quotations.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { SpeakerMention } from '../../prose/speech/speaker.js';
import type { Piece, QuotedPassage } from '../../prose/speech/speech.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import { sourcesCover } from '../coverage.js';
import { shortened } from '../excerpt.js';
import type { Claim, Evidence, Finding, Verdict } from '../finding.js';
import { RULES } from '../rules.js';
import { alteredFinding } from './altered.js';
import { type Join, joinOf, joinedFinding } from './joined.js';
import { misattributedFinding } from './misattributed.js';
import {
  type QuoteMatch,
  quoteEvidenceOf,
  isInSources,
  quoteMatchesOf,
  closestSentence,
  spokenRecord,
} from './records.js';
import { type SpeakerVerdict, compareSpeakers, personTest } from './speaker.js';
import { isWorkTitle } from './title.js';
import {
  type QuotedWord,
  writtenWordCount,
  isContentWord,
  joinedKeys,
  quotedWords,
} from './words.js';

/** The judgement of the sources on one quotation. */
interface Judgement {
  readonly verdict: Verdict;
  /** How well they support it, 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  /** Why it is not certain, in one plain sentence. */
  readonly note?: string;
}

/** The result of checking a draft's quotations. */
export interface QuoteReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
}

/**
 * Checks the words and the speaker of the draft's direct quotations against the recorded quotes. A
 * quotation that no source contains is reported only if the sources cover the draft. Each quotation
 * with a verdict is also a claim, over the sentences that contain it. Yields after each piece of a
 * quotation.
 */
export function* checkQuotes(draft: Prose, reference: Reference): CooperativeTask<QuoteReport> {
  const { base } = reference;
  if (base.quotes.length === 0 && base.facts.length === 0) return { findings: [], claims: [] };
  const judge = new QuoteJudge(draft, reference);
  const findings: Finding[] = [];
  const claims = new Map<number, Claim>();
  const reported = new Set<string>();
  for (const utterance of yield* utterancesTask(draft, personTest(reference))) {
    for (const piece of utterance.pieces) {
      const judged = yield* judge.judge(piece, utterance);
      yield;
      if (judged === undefined) continue;
      const { verdict, score, evidence, note } = judged;
      const span = draftSpanOf(piece.block, piece.sentences);
      const other = claims.get(span.start);
      if (other === undefined || score < other.score)
        claims.set(span.start, {
          span,
          verdict,
          score,
          evidence,
          isQuote: true,
          ...(note === undefined ? {} : { note }),
        });
      for (const finding of judged.findings) {
        // The second piece of an utterance repeats the speaker error of the first.
        const id = `${finding.code} ${finding.span.start}`;
        if (!reported.has(id)) findings.push(finding);
        reported.add(id);
      }
    }
  }
  return { findings, claims: [...claims.values()] };
}

const SPEAKER_NOT_NAMED = 'The words match; your sources do not say who spoke them.';

/** Fewer words than this are a term, a scare quote or a nickname. */
const MIN_WORDS = 4;

/** With fewer content words than this, two people may have said the same. */
const MIN_CONTENT_WORDS = 2;

/** How similar and how long quotations with different speakers must be to count as the same. */
const MIN_SIMILARITY_ACROSS_SPEAKERS = 0.75;
const MIN_WORDS_ACROSS_SPEAKERS = 8;

/** The words of a quotation, and the records that contain them or nearly do. */
interface Search {
  readonly words: readonly QuotedWord[];
  readonly matches: readonly QuoteMatch[];
  /** The matches without a difference. */
  readonly verbatim: readonly QuoteMatch[];
}

const searchIn = memoizeBy(({ text }: QuotedPassage, reference: Reference): Search => {
  const words = quotedWords(text);
  const matches = quoteMatchesOf(words, reference);
  const verbatim = matches.filter(({ alignment }) => alignment.differences.length === 0);
  return { words, matches, verbatim };
});

/**
 * The record that fits a quotation best for the speakers named in the draft, and the verdict on
 * them.
 */
interface BestRecord {
  readonly namedSpeaker: SpeakerMention | undefined;
  readonly resolvedSpeaker: SpeakerMention | undefined;
  readonly match: QuoteMatch | undefined;
  readonly speakerVerdict: SpeakerVerdict;
}

const bestRecords = sideTable<Search, BestRecord>();

/** True for a quotation that is a source's own text. */
const isInSourceText = memoizeBy((passage: QuotedPassage, reference: Reference) =>
  isInSources(searchIn(passage, reference).words, reference),
);

const spokenIn = memoizeBy(
  (passage: QuotedPassage, reference: Reference): { readonly match?: QuoteMatch } => {
    const match = spokenRecord(searchIn(passage, reference).words, reference);
    return match === undefined ? {} : { match };
  },
);

const joinIn = memoizeBy(
  (passage: QuotedPassage, reference: Reference): { readonly join?: Join } => {
    const join = joinOf(searchIn(passage, reference).words, reference);
    return join === undefined ? {} : { join };
  },
);

const closestSentenceOf = memoizeBy((passage: QuotedPassage, reference: Reference) =>
  closestSentence(searchIn(passage, reference).words, reference),
);

const quotationsIn = memoize(({ text }: Quote) => findQuotations(text));

/** The verdict on a draft's speaker; `unknown` for words that the recorded speaker quotes in turn. */
export function speakerVerdictOn(
  { quote, words, alignment }: QuoteMatch,
  utterance: Utterance,
  draft: Prose,
  reference: Reference,
): SpeakerVerdict {
  const verdict = compareSpeakers(utterance, quote, draft, reference);
  if (verdict !== 'other') return verdict;
  return quote.unreliable || isNested({ quote, words, alignment }) ? 'unknown' : verdict;
}

/** True for words that the recorded speaker quotes in turn. */
function isNested({ quote, words, alignment }: QuoteMatch): boolean {
  const start = words[alignment.recorded.from]?.start ?? 0;
  return quotationsIn(quote).some(({ inner }) => inner.start <= start && start < inner.end);
}

/** The records without those in which the words are quoted in turn, if their source records them alone too. */
function withoutNested(matches: readonly QuoteMatch[]): readonly QuoteMatch[] {
  const own = new Set(
    matches.filter((match) => !isNested(match)).map(({ quote }) => quote.citation.source),
  );
  return matches.filter((match) => !isNested(match) || !own.has(match.quote.citation.source));
}

/** The other records that are as near as one, have other words, and are of the same speaker. */
function equalTo(near: QuoteMatch, matches: readonly QuoteMatch[]): readonly QuoteMatch[] {
  const keysOf = ({ words, alignment: { recorded } }: QuoteMatch): string =>
    joinedKeys(words.slice(recorded.from, recorded.to));
  const known = new Set([keysOf(near)]);
  return matches.filter((match) => {
    const isEqual =
      match.alignment.similarity === near.alignment.similarity &&
      match.alignment.differences.length === near.alignment.differences.length &&
      match.quote.speaker === near.quote.speaker &&
      !match.quote.unreliable &&
      !known.has(keysOf(match));
    if (isEqual) known.add(keysOf(match));
    return isEqual;
  });
}

/**
 * The judgement on a quotation that the sources support, except for the words that its ellipsis
 * leaves out.
 */
function withJoin(judgement: Judgement, finding: Finding): Judgement {
  return {
    ...judgement,
    ...(judgement.verdict === 'supported' ? { verdict: 'unclear', note: finding.message } : {}),
    findings: [finding, ...judgement.findings],
  };
}

class QuoteJudge {
  readonly #draft: Prose;
  readonly #reference: Reference;
  #covered: boolean | undefined;

  constructor(draft: Prose, reference: Reference) {
    this.#draft = draft;
    this.#reference = reference;
  }

  /**
   * True if the sources cover the draft; computed for the first quotation that they do not contain.
   */
  *#isCovered(): CooperativeTask<boolean> {
    return (this.#covered ??= yield* sourcesCover(this.#draft, this.#reference));
  }

  /**
   * The judgement on a piece of an utterance; `undefined` if it is not a quotation or cannot be
   * judged.
   */
  *judge(piece: Piece, utterance: Utterance): CooperativeTask<Judgement | undefined> {
    const search = searchIn(piece.passage, this.#reference);
    const { words, matches } = search;
    const { join } = joinIn(piece.passage, this.#reference);
    if (search.verbatim.length > 0) {
      const judgement = this.#verbatim(search, utterance);
      return join?.kind === 'distance' && judgement !== undefined
        ? withJoin(judgement, joinedFinding(piece, join))
        : judgement;
    }
    if (writtenWordCount(words) < MIN_WORDS) return undefined;
    if (isInSourceText(piece.passage, this.#reference))
      return this.#spoken(piece, words, utterance);
    if (join !== undefined) return this.#joined(piece, join, utterance);
    // Without a closing mark, the end of the quotation is unknown unless it continues in a new
    // paragraph.
    if (!piece.closed && piece === utterance.pieces.at(-1)) return undefined;
    const near = yield* this.#intendedRecord(matches, words, utterance);
    if (near !== undefined) {
      if (near.quote.unreliable) return undefined;
      return {
        verdict: 'contradicted',
        score: 0.1,
        evidence: [quoteEvidenceOf(near.quote)],
        findings: [
          alteredFinding(piece, words, [near, ...equalTo(near, matches)]),
          ...(this.#speakerVerdict(near, utterance) === 'other'
            ? this.#misattributed(near, words, utterance)
            : []),
        ],
      };
    }
    if (isWorkTitle(piece) || !(yield* this.#isCovered())) return undefined;
    return this.#unsupported(piece);
  }

  /** The judgement if the words are as recorded, which leaves the speaker. */
  #verbatim(search: Search, utterance: Utterance): Judgement | undefined {
    const { match, speakerVerdict } = this.#bestRecord(search, utterance);
    if (match === undefined) return undefined;
    if (writtenWordCount(search.words) < MIN_WORDS && speakerVerdict !== 'same') return undefined;
    const findings =
      speakerVerdict === 'other'
        ? this.#misattributed(match, search.words, utterance, search.verbatim)
        : [];
    const evidence = [quoteEvidenceOf(match.quote)];
    if (findings.length > 0) return { verdict: 'contradicted', score: 0.1, evidence, findings };
    // The words are the record's; whether the speaker is too is for the reporter to check.
    const isOpen = speakerVerdict !== 'same' && utterance.attribution !== undefined;
    if (!isOpen) return { verdict: 'supported', score: 0.95, evidence, findings };
    const isUnsigned = search.verbatim.every(({ quote }) => quote.speaker === undefined);
    const note = isUnsigned ? { note: SPEAKER_NOT_NAMED } : {};
    return { verdict: 'unclear', score: 0.95, evidence, findings, ...note };
  }

  /** The judgement if the words are a source's own, which nobody may have spoken. */
  #spoken(piece: Piece, words: readonly QuotedWord[], utterance: Utterance): Judgement {
    const { match } = spokenIn(piece.passage, this.#reference);
    const evidence = match === undefined ? [] : [quoteEvidenceOf(match.quote)];
    const findings =
      match !== undefined && this.#speakerVerdict(match, utterance) === 'other'
        ? this.#misattributed(match, words, utterance)
        : [];
    return findings.length > 0
      ? { verdict: 'contradicted', score: 0.1, evidence, findings }
      : { verdict: 'supported', score: 0.9, evidence, findings };
  }

  /** The judgement if each part is as recorded, but they are not together. */
  #joined(piece: Piece, join: Join, utterance: Utterance): Judgement {
    const isWrong = join.kind === 'order';
    const { match, words } = join.before;
    const finding = joinedFinding(piece, join);
    if (join.kind === 'successive')
      return { verdict: 'supported', score: 0.9, evidence: finding.evidence, findings: [] };
    return {
      verdict: isWrong ? 'contradicted' : 'unclear',
      score: isWrong ? 0.1 : 0.5,
      evidence: finding.evidence,
      findings: [
        finding,
        ...(this.#speakerVerdict(match, utterance) === 'other'
          ? this.#misattributed(match, words, utterance)
          : []),
      ],
      ...(isWrong ? {} : { note: finding.message }),
    };
  }

  /** The best of the verbatim records, memoized for the same speaker. */
  #bestRecord(search: Search, utterance: Utterance): BestRecord {
    const namedSpeaker = utterance.attribution?.speaker;
    const resolvedSpeaker = utterance.speaker?.mention;
    const before = bestRecords.get(search);
    if (
      before !== undefined &&
      before.namedSpeaker === namedSpeaker &&
      before.resolvedSpeaker === resolvedSpeaker
    )
      return before;
    const verbatim = withoutNested(search.verbatim);
    const sameSpeaker = verbatim.find((match) => this.#speakerVerdict(match, utterance) === 'same');
    const isOthers =
      sameSpeaker === undefined &&
      verbatim.every((match) => this.#speakerVerdict(match, utterance) === 'other');
    const speakerVerdict = sameSpeaker !== undefined ? 'same' : isOthers ? 'other' : 'unknown';
    const match = sameSpeaker ?? verbatim[0];
    const found = { namedSpeaker, resolvedSpeaker, match, speakerVerdict } as const;
    // The reference of a pronoun depends on the rest of the draft too, so that is not memoized.
    if (namedSpeaker?.form !== 'pronoun') bestRecords.set(search, found);
    return found;
  }

  /**
   * The finding of a wrong speaker, unless the words are too few to be one person's. `others` are the records of the same
   * words.
   */
  #misattributed(
    match: QuoteMatch,
    words: readonly QuotedWord[],
    utterance: Utterance,
    others: readonly QuoteMatch[] = [],
  ): readonly Finding[] {
    if (words.filter(isContentWord).length < MIN_CONTENT_WORDS) return [];
    const records = others
      .map(({ quote }) => quote)
      .filter((quote) => quote !== match.quote && quote.speaker !== undefined);
    const found = misattributedFinding(
      utterance,
      [match.quote, ...records],
      this.#draft,
      this.#reference,
    );
    return found === undefined ? [] : [found];
  }

  #speakerVerdict(match: QuoteMatch, utterance: Utterance): SpeakerVerdict {
    return speakerVerdictOn(match, utterance, this.#draft, this.#reference);
  }

  /** The first of the similar records that must be what the draft quotes, if any. */
  *#intendedRecord(
    matches: readonly QuoteMatch[],
    words: readonly QuotedWord[],
    utterance: Utterance,
  ): CooperativeTask<QuoteMatch | undefined> {
    const isLong = writtenWordCount(words) >= MIN_WORDS_ACROSS_SPEAKERS;
    for (const match of matches) {
      const speaker = compareSpeakers(utterance, match.quote, this.#draft, this.#reference);
      if (speaker === 'same') return match;
      if (speaker === 'unknown' && (yield* this.#isCovered())) return match;
      if (isLong && match.alignment.similarity >= MIN_SIMILARITY_ACROSS_SPEAKERS) return match;
    }
    return undefined;
  }

  #unsupported(piece: Piece): Judgement {
    const nearest = closestSentenceOf(piece.passage, this.#reference);
    const { start, end } = piece.inner;
    const quoted = piece.block.text.slice(start, end).replace(/(?<![.])[,.]$/u, '');
    const shown = shortened(quoted);
    const evidence = nearest === undefined ? [] : [nearest];
    const rest =
      nearest === undefined
        ? ''
        : `; the closest is “${shortened(nearest.text.replace(/\.$/u, ''))}”`;
    return {
      verdict: 'unsupported',
      score: 0.2,
      evidence,
      findings: [
        {
          code: 'quote/unsupported',
          severity: RULES['quote/unsupported'].severity,
          message: `“${shown}” is not in the sources${rest}.`,
          span: draftSpanOf(piece.block, piece.outer),
          evidence,
          fixes: [],
          ...(nearest === undefined ? {} : { expected: nearest.text }),
          found: quoted,
        },
      ],
    };
  }
}
