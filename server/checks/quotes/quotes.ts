import { type Utterance, utterancesTask } from '../../prose/speech/attribution.js';
import { sideTable } from '../../prose/sideTable.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import { type Prose, placeOf } from '../../prose/prose.js';
import { findQuotations } from '../../prose/speech/quotations.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { SpeakerMention } from '../../prose/speech/speaker.js';
import type { Piece, QuotedStretch } from '../../prose/speech/speech.js';
import type { Quote } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import { sourcesSpeakOf } from '../coverage.js';
import {
  type Claim,
  DEFAULT_SEVERITY,
  type Evidence,
  type Finding,
  type Verdict,
} from '../finding.js';
import { alteredFinding, excerpt } from './altered.js';
import { misattributedFinding } from './misattributed.js';
import {
  type QuoteMatch,
  quoteEvidenceOf,
  isInSources,
  quoteMatchesOf,
  nearestIn,
} from './records.js';
import { type SpeakerVerdict, compareSpeakers, personTest } from './speaker.js';
import { isWorkTitle } from './title.js';
import { type QuotedWord, countOf, isContentWord, quotedWords } from './words.js';

/** What the sources say of one quotation. */
interface Judgement {
  readonly verdict: Verdict;
  /** How well they bear it out, 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** What the check has to say of a draft's quotations. */
export interface QuoteReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
}

/**
 * Holds the draft's direct quotes against the recorded ones: are these the words, is this the
 * speaker? A quotation that no source has is told only where the sources cover the draft. Each
 * quotation that is judged is a claim as well, over the sentences it stands in. With a piece of a
 * quotation to a slice.
 */
export function* checkQuotes(draft: Prose, reference: Reference): CooperativeTask<QuoteReport> {
  const { base } = reference;
  if (base.quotes.length === 0 && base.facts.length === 0) return { findings: [], claims: [] };
  const judge = new Judge(draft, reference);
  const findings: Finding[] = [];
  const claims = new Map<number, Claim>();
  const told = new Set<string>();
  for (const utterance of yield* utterancesTask(draft, personTest(reference))) {
    for (const piece of utterance.pieces) {
      const judged = yield* judge.of(piece, utterance);
      yield;
      if (judged === undefined) continue;
      const { verdict, score, evidence } = judged;
      const span = placeOf(piece.block, piece.sentences);
      const other = claims.get(span.start);
      if (other === undefined || score < other.score)
        claims.set(span.start, { span, verdict, score, evidence, isQuote: true });
      for (const finding of judged.findings) {
        // The second piece of an utterance has the wrong speaker of the first.
        const id = `${finding.code} ${finding.span.start}`;
        if (!told.has(id)) findings.push(finding);
        told.add(id);
      }
    }
  }
  return { findings, claims: [...claims.values()] };
}

/** Fewer words are a term, a scare quote or a nickname. */
const FEWEST_WORDS = 4;

/** Words that say less than this may be said by two people. */
const FEWEST_CONTENT_WORDS = 2;

/** How like each other and how long two quotations of two speakers must be to be one. */
const LIKENESS_ACROSS_SPEAKERS = 0.75;
const WORDS_ACROSS_SPEAKERS = 8;

/** The words of a quotation, and the records that have them or nearly do. */
interface Search {
  readonly words: readonly QuotedWord[];
  readonly matches: readonly QuoteMatch[];
  /** Those of them that have just these words. */
  readonly verbatim: readonly QuoteMatch[];
}

const searchIn = memoizeBy(({ text }: QuotedStretch, reference: Reference): Search => {
  const words = quotedWords(text);
  const matches = quoteMatchesOf(words, reference);
  const verbatim = matches.filter(({ comparison }) => comparison.differences.length === 0);
  return { words, matches, verbatim };
});

/** The record that fits words best, and how its speaker stands to those who are named as theirs. */
interface Heard {
  readonly named: SpeakerMention | undefined;
  readonly meant: SpeakerMention | undefined;
  readonly best: QuoteMatch | undefined;
  readonly whose: SpeakerVerdict;
}

const heard = sideTable<Search, Heard>();

/** True for a quotation that a source has as its own text. */
const toldIn = memoizeBy((stretch: QuotedStretch, reference: Reference) =>
  isInSources(searchIn(stretch, reference).words, reference),
);

const nearestOf = memoizeBy((stretch: QuotedStretch, reference: Reference) =>
  nearestIn(searchIn(stretch, reference).words, reference),
);

const quotationsIn = memoize(({ text }: Quote) => findQuotations(text));

class Judge {
  readonly #draft: Prose;
  readonly #reference: Reference;
  #known: boolean | undefined;

  constructor(draft: Prose, reference: Reference) {
    this.#draft = draft;
    this.#reference = reference;
  }

  /** True where the sources cover the draft; found out for the first quotation that they do not have. */
  *#isCovered(): CooperativeTask<boolean> {
    return (this.#known ??= yield* sourcesSpeakOf(this.#draft, this.#reference));
  }

  /** What the sources say of a piece of an utterance; undefined where that is no quotation, or nobody can tell. */
  *of(piece: Piece, utterance: Utterance): CooperativeTask<Judgement | undefined> {
    const search = searchIn(piece.stretch, this.#reference);
    const { words, matches } = search;
    if (search.verbatim.length > 0) return this.#verbatim(search, utterance);
    if (countOf(words) < FEWEST_WORDS) return undefined;
    if (toldIn(piece.stretch, this.#reference))
      return { verdict: 'supported', score: 0.9, evidence: [], findings: [] };
    // Without a closing mark nobody knows where the quotation ends, unless a new paragraph goes on with it.
    if (!piece.closed && piece === utterance.pieces.at(-1)) return undefined;
    const near = yield* this.#meant(matches, words, utterance);
    if (near !== undefined) {
      if (near.quote.unreliable) return undefined;
      return {
        verdict: 'contradicted',
        score: 0.1,
        evidence: [quoteEvidenceOf(near.quote)],
        findings: [
          alteredFinding(piece, words, near),
          ...(this.#speaker(near, utterance) === 'other'
            ? this.#misattributed(near, words, utterance)
            : []),
        ],
      };
    }
    if (isWorkTitle(piece) || !(yield* this.#isCovered())) return undefined;
    return this.#unsupported(piece);
  }

  /** The words are as recorded; is the speaker? */
  #verbatim(search: Search, utterance: Utterance): Judgement | undefined {
    const { best, whose } = this.#heard(search, utterance);
    if (best === undefined || (countOf(search.words) < FEWEST_WORDS && whose !== 'same')) {
      return undefined;
    }
    const findings = whose === 'other' ? this.#misattributed(best, search.words, utterance) : [];
    const evidence = [quoteEvidenceOf(best.quote)];
    return findings.length === 0
      ? { verdict: 'supported', score: 0.95, evidence, findings }
      : { verdict: 'contradicted', score: 0.1, evidence, findings };
  }

  /** The record that fits best, of those that have just these words; looked up once for the same speaker. */
  #heard(search: Search, utterance: Utterance): Heard {
    const [named, meant] = [utterance.attribution?.speaker, utterance.speaker?.mention];
    const before = heard.get(search);
    if (before !== undefined && before.named === named && before.meant === meant) return before;
    const { verbatim } = search;
    const fitting = verbatim.find((match) => this.#speaker(match, utterance) === 'same');
    const isOthers =
      fitting === undefined &&
      verbatim.every((match) => this.#speaker(match, utterance) === 'other');
    const whose = fitting !== undefined ? 'same' : isOthers ? 'other' : 'unknown';
    const found = { named, meant, best: fitting ?? verbatim[0], whose } as const;
    // Whom a pronoun means hangs on the rest of the draft as well.
    if (named?.form !== 'pronoun') heard.set(search, found);
    return found;
  }

  /** That the words, which say enough to be one person's, are recorded from another. */
  #misattributed(
    match: QuoteMatch,
    words: readonly QuotedWord[],
    utterance: Utterance,
  ): readonly Finding[] {
    if (words.filter(isContentWord).length < FEWEST_CONTENT_WORDS) return [];
    const found = misattributedFinding(utterance, match.quote, this.#draft, this.#reference);
    return found === undefined ? [] : [found];
  }

  /** How the draft's speaker stands to the recorded one; what a speaker in turn quotes may be anybody's. */
  #speaker({ quote, words, comparison }: QuoteMatch, utterance: Utterance): SpeakerVerdict {
    const verdict = compareSpeakers(utterance, quote, this.#draft, this.#reference);
    if (verdict !== 'other') return verdict;
    const start = words[comparison.recorded.from]?.start ?? 0;
    const isNested = quotationsIn(quote).some(
      ({ inner }) => inner.start <= start && start < inner.end,
    );
    return quote.unreliable || isNested ? 'unknown' : verdict;
  }

  /** The first record, of those that have nearly the words, that is what the draft quotes. */
  *#meant(
    matches: readonly QuoteMatch[],
    words: readonly QuotedWord[],
    utterance: Utterance,
  ): CooperativeTask<QuoteMatch | undefined> {
    const isLong = countOf(words) >= WORDS_ACROSS_SPEAKERS;
    for (const match of matches) {
      const speaker = compareSpeakers(utterance, match.quote, this.#draft, this.#reference);
      if (speaker === 'same') return match;
      if (speaker === 'unknown' && (yield* this.#isCovered())) return match;
      if (isLong && match.comparison.likeness >= LIKENESS_ACROSS_SPEAKERS) return match;
    }
    return undefined;
  }

  #unsupported(piece: Piece): Judgement {
    const nearest = nearestOf(piece.stretch, this.#reference);
    const quoted = excerpt(piece.block.text, piece.inner).replace(/(?<![.])[,.]$/u, '');
    const evidence = nearest === undefined ? [] : [nearest];
    const rest =
      nearest === undefined ? '' : `; the nearest is “${nearest.text.replace(/\.$/u, '')}”`;
    return {
      verdict: 'unsupported',
      score: 0.2,
      evidence,
      findings: [
        {
          code: 'quote/unsupported',
          severity: DEFAULT_SEVERITY['quote/unsupported'],
          message: `No source has the words “${quoted}”${rest}.`,
          span: placeOf(piece.block, piece.outer),
          evidence,
          fixes: [],
        },
      ],
    };
  }
}
