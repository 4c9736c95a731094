import { isRecord } from '../reference/isRecord.js';
import { shareableReport } from '../checks/shareable.js';
import type { CheckingOptions } from './options.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { analyse } from '../session/draftAnalysis.js';
import { withAllReadings } from '../session/readingRounds.js';
import { type ReportJson, reportJson } from '../features/reportJson.js';
import { readProse } from '../prose/prose.js';
import type { Source } from '../reference/indexSource.js';
import { type Reference, referenceFromSources } from '../reference/reference.js';
import { decodeText } from '../workspace/workspace.js';
import { EXIT, type Host } from './host.js';
import { type InputLine, linesOf } from './lines.js';

/** A valid line of the input. */
interface BatchRequest {
  readonly id: string;
  readonly draft: string;
  /** The only sources to check against; `undefined` allows the sample that ships. */
  readonly sources: readonly Source[] | undefined;
}

interface BatchAnswer extends ReportJson {
  readonly id: string;
}

interface BatchError {
  readonly id: string | null;
  readonly error: string;
}

/** The reason why a line is not a valid request, with the request's id if it has one. */
class MalformedRequest extends Error {
  readonly id: string | null;

  constructor(message: string, id: string | null = null) {
    super(message);
    this.id = id;
  }
}

/**
 * `copydesk batch`: answers requests, one JSON value per line, in order and one at a time, so that
 * memory use does not grow with the stream. An invalid line is answered with an error and the
 * stream goes on; the exit status then is `EXIT.unusable`.
 *
 * @param reader `undefined` to check by rules alone.
 */
export async function batch(
  host: Host,
  reader: ReadingQueue | undefined,
  options: CheckingOptions,
): Promise<number> {
  const session = new BatchSession(host.shipped, reader, options);
  let status: number = EXIT.clean;
  for await (const line of linesOf(host.input)) {
    const answer = await session.answer(line);
    if ('error' in answer) status = EXIT.unusable;
    await host.write(`${JSON.stringify(answer)}\n`);
  }
  return status;
}

class BatchSession {
  readonly #shipped: () => Promise<Reference>;
  readonly #reader: ReadingQueue | undefined;
  readonly #options: CheckingOptions;
  /** Consecutive requests often have the same sources, so the last reference is kept. */
  #last: { readonly key: string; readonly reference: Reference } | undefined;

  constructor(
    shipped: () => Promise<Reference>,
    reader: ReadingQueue | undefined,
    options: CheckingOptions,
  ) {
    this.#shipped = shipped;
    this.#reader = reader;
    this.#options = options;
  }

  async answer(line: InputLine): Promise<BatchAnswer | BatchError> {
    let request: BatchRequest;
    try {
      request = readRequest(line);
    } catch (error) {
      if (!(error instanceof MalformedRequest)) throw error;
      return { id: error.id, error: error.message };
    }
    const { id, draft, sources } = request;
    try {
      const reference =
        sources === undefined ? await this.#shipped() : this.#referenceFrom(sources);
      const prose = readProse(draft);
      const report = await withAllReadings(this.#reader, (readings, ask) => {
        const basis = { reference, readings, ...this.#options };
        const checked = runToCompletion(analyse(prose, basis));
        ask(checked.unread);
        return checked;
      });
      return { id, ...reportJson(shareableReport(report), prose.lines) };
    } catch (error) {
      return {
        id,
        error: `the check failed: ${error instanceof Error ? error.message : 'unknown'}`,
      };
    }
  }

  #referenceFrom(sources: readonly Source[]): Reference {
    const key = JSON.stringify(sources);
    if (this.#last?.key !== key) {
      this.#last = { key, reference: referenceFromSources(sources) };
    }
    return this.#last.reference;
  }
}

/** Throws a `MalformedRequest`. */
function readRequest(line: InputLine): BatchRequest {
  const value = readJson(line);
  if (!isRecord(value)) throw new MalformedRequest('a request must be a JSON object');
  const { id, draft, sources } = value;
  if (typeof id !== 'string') throw new MalformedRequest('"id" must be a string');
  if (typeof draft !== 'string') throw new MalformedRequest('"draft" must be a string', id);
  if (sources === undefined) return { id, draft, sources: undefined };
  if (!Array.isArray(sources)) throw new MalformedRequest('"sources" must be an array', id);
  return { id, draft, sources: sources.map((source: unknown) => readSource(source, id)) };
}

function readSource(value: unknown, id: string): Source {
  const { name, text } = isRecord(value) ? value : {};
  if (typeof name === 'string' && typeof text === 'string') return { name, text };
  throw new MalformedRequest('each source must have a "name" and a "text", both strings', id);
}

function readJson(line: InputLine): unknown {
  if (line === 'too long') throw new MalformedRequest('the line is too long');
  let text: string;
  try {
    text = decodeText(line, 'the line');
  } catch (error) {
    throw new MalformedRequest(error instanceof Error ? error.message : 'the line is not text');
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    throw new MalformedRequest('the line is not JSON');
  }
}
