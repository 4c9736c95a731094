import { speakerLabelLength } from '../checks/sentences/structure/passage.js';
import { type ReadingRequest, isAbout, isSentenceRequest } from '../inference/readings.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';

/** Sentences and claims in the order in which they are to be read. */
export interface ReadingOrder {
  readonly requests: readonly ReadingRequest[];
  /** The number of them that the reporter is looking at. */
  readonly urgent: number;
}

/** The reporter's position in a draft, in UTF-16 units. */
export interface Attention {
  readonly cursors: readonly number[];
  /** `undefined` if the client does not report the visible range. */
  readonly visible: Span | undefined;
}

/**
 * The part of a draft that counts as visible for a client that does not report it: about a screen.
 */
const FIRST_SCREEN: Span = { start: 0, end: 3000 };

const AT_CURSOR = 0;
const VISIBLE = 1;
const ELSEWHERE = 2;

/**
 * Orders the unread sentences and claims: those in paragraphs with a cursor, then those in view,
 * then the rest; within each group sentences come before claims, as in `unread`.
 */
export function readingOrder(
  prose: Prose,
  unread: readonly ReadingRequest[],
  attention: Attention,
): ReadingOrder {
  const ranks = ranksOf(prose, attention);
  // A text that is not in the draft as it stands, such as a repaired sentence, decides about a
  // finding.
  const near = [...ranks].filter(([, rank]) => rank !== ELSEWHERE);
  const rankOf = (request: ReadingRequest): number =>
    isSentenceRequest(request)
      ? (ranks.get(request.text) ?? VISIBLE)
      : Math.min(
          ELSEWHERE,
          ...near.filter(([text]) => isAbout(request, text)).map(([, rank]) => rank),
        );
  const groups: [ReadingRequest[], ReadingRequest[], ReadingRequest[]] = [[], [], []];
  for (const request of unread) groups[rankOf(request)]?.push(request);
  const [atCursor, visible, elsewhere] = groups;
  return {
    requests: [...atCursor, ...visible, ...elsewhere],
    urgent: atCursor.length + visible.length,
  };
}

/** The lowest rank of each sentence, by its text without a speaker's label, which is not read. */
function ranksOf(prose: Prose, { cursors, visible }: Attention): ReadonlyMap<string, number> {
  const view = visible ?? FIRST_SCREEN;
  const ranks = new Map<string, number>();
  for (const { map, sentences } of prose.blocks) {
    const { start, end } = map.extent;
    const hasCursor = cursors.some((cursor) => cursor >= start && cursor <= end);
    const isVisible = start <= view.end && view.start <= end;
    const rank = hasCursor ? AT_CURSOR : isVisible ? VISIBLE : ELSEWHERE;
    for (const sentence of sentences) {
      const text = sentence.text.slice(speakerLabelLength(sentence.text));
      ranks.set(text, Math.min(rank, ranks.get(text) ?? rank));
    }
  }
  return ranks;
}
