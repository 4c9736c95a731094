import type { Draft } from '../checks/draft.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import { isJudgeRequest } from '../inference/readings.js';
import type { Timer } from './clock.js';
import type { CheckedDraft } from './draftAnalysis.js';
import { DraftReadings } from './draftReadings.js';
import type { OpenDocuments } from './openDocuments.js';
import { readingOrder } from './readingOrder.js';
import type { ShownFindings } from './shownFindings.js';
import type { VisibleRanges } from './visibleRanges.js';

/** Where the reporter is in the open documents. */
interface ReporterPlace {
  readonly documents: OpenDocuments;
  readonly visibleRanges: VisibleRanges;
  readonly shown: ShownFindings;
}

interface ReadingEvents {
  /** Called when readings have arrived that an open draft waits for. */
  readonly checkAgain: (uri: string) => void;
  /** The same for a closed draft. */
  readonly checkClosedAgain: (uri: string) => void;
  /** Called when an open draft was checked with the judge's readings of all its claims. */
  readonly claimsRead: () => void;
}

/**
 * Requests readings of the sentences and claims that a check left unread. An open draft is read from
 * the reporter's place on, a closed one in the background.
 */
export class ReadingRequests {
  readonly queue: ReadingQueue;
  /** The open drafts. */
  readonly drafts: DraftReadings;
  /** The closed drafts of the folders. */
  readonly closed: DraftReadings;
  readonly #place: ReporterPlace;
  readonly #claimsRead: () => void;
  /** The open drafts with claims that the judge has still to read. */
  readonly #withUnreadClaims = new Set<string>();

  constructor(
    queue: ReadingQueue,
    place: ReporterPlace,
    { checkAgain, checkClosedAgain, claimsRead }: ReadingEvents,
    timer: Timer,
  ) {
    this.queue = queue;
    this.drafts = new DraftReadings(queue, 'soon', checkAgain, timer);
    this.closed = new DraftReadings(queue, 'background', checkClosedAgain, timer);
    this.#place = place;
    this.#claimsRead = claimsRead;
  }

  /** Requests readings for the check of an open draft, unless its text has changed since. */
  read(checked: CheckedDraft): void {
    const { uri, version, prose, report } = checked.draft;
    const { documents, visibleRanges, shown } = this.#place;
    const document = documents.get(uri);
    if (document?.version !== version) return;
    const visible = visibleRanges.in(document);
    const cursors = shown.cursorsIn(document);
    this.drafts.read(uri, version, readingOrder(prose, report.unread, { cursors, visible }));
    if (report.unread.some(isJudgeRequest)) this.#withUnreadClaims.add(uri);
    else if (this.#withUnreadClaims.delete(uri)) this.#claimsRead();
  }

  /** Changes the order in which the sentences of a draft are read, because the reporter looks at others. */
  reorder(checked: CheckedDraft | undefined): void {
    if (checked !== undefined && this.drafts.isReading(checked.draft.uri)) this.read(checked);
  }

  /** Call when an open draft is closed. */
  close(uri: string): void {
    this.drafts.forget(uri);
    this.#withUnreadClaims.delete(uri);
  }

  /** Requests readings for the check of a closed draft. */
  readClosed({ uri, version, report }: Draft): void {
    this.closed.read(uri, version, { requests: report.unread, urgent: 0 });
  }
}
