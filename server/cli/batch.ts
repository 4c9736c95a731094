import { runToCompletion } from '../prose/cooperativeTask.js';
import { analyse } from '../session/analysis.js';
import { type ReportJson, reportJson } from './formats/reportJson.js';
import { readProse } from '../prose/prose.js';
import { type Source, learn } from '../reference/learn.js';
import { type Reference, createReference } from '../reference/reference.js';
import { decodeText } from '../workspace/workspace.js';
import { EXIT, type Host } from './host.js';
import { type InputLine, linesOf } from './lines.js';

/** One line of the stream, understood. */
interface Request {
  readonly id: string;
  readonly draft: string;
  /** The base is learned from these alone; `undefined` asks for the shipped base. */
  readonly sources: readonly Source[] | undefined;
}

interface Answer extends ReportJson {
  readonly id: string;
}

interface Refusal {
  readonly id: string | null;
  readonly error: string;
}

/** Tells why a line is no request, and whose it would have been. */
class MalformedRequest extends Error {
  readonly id: string | null;

  constructor(message: string, id: string | null = null) {
    super(message);
    this.id = id;
  }
}

/**
 * Answers requests, one JSON value a line, in order and one at a time, so that the stream may be as
 * long as it likes. A line that is no request is answered with its error and the stream goes on; the
 * exit status then tells of it.
 */
export async function batch(host: Host): Promise<number> {
  const desk = new BatchDesk(host.shipped);
  let status: number = EXIT.clean;
  for await (const line of linesOf(host.input)) {
    const answer = await desk.answer(line);
    if ('error' in answer) status = EXIT.unusable;
    await host.write(`${JSON.stringify(answer)}\n`);
  }
  return status;
}

class BatchDesk {
  readonly #shipped: () => Promise<Reference>;
  /** Streams often ask many drafts of one set of sources in a row, so the last base is kept. */
  #last: { readonly key: string; readonly reference: Reference } | undefined;

  constructor(shipped: () => Promise<Reference>) {
    this.#shipped = shipped;
  }

  async answer(line: InputLine): Promise<Answer | Refusal> {
    let request: Request;
    try {
      request = readRequest(line);
    } catch (error) {
      if (!(error instanceof MalformedRequest)) throw error;
      return { id: error.id, error: error.message };
    }
    const { id, draft, sources } = request;
    try {
      const reference = sources === undefined ? await this.#shipped() : this.#learned(sources);
      const prose = readProse(draft);
      return { id, ...reportJson(runToCompletion(analyse(prose, reference)), prose.lines) };
    } catch (error) {
      return {
        id,
        error: `the check failed: ${error instanceof Error ? error.message : 'unknown'}`,
      };
    }
  }

  #learned(sources: readonly Source[]): Reference {
    const key = JSON.stringify(sources);
    if (this.#last?.key !== key) {
      this.#last = { key, reference: createReference(learn(sources).base) };
    }
    return this.#last.reference;
  }
}

/** Throws a `MalformedRequest`. */
function readRequest(line: InputLine): Request {
  const value = readJson(line);
  if (!isRecord(value)) throw new MalformedRequest('a request is a JSON object');
  const { id, draft, sources } = value;
  if (typeof id !== 'string') throw new MalformedRequest('"id" must be a string');
  if (typeof draft !== 'string') throw new MalformedRequest('"draft" must be a string', id);
  if (sources === undefined) return { id, draft, sources: undefined };
  if (!Array.isArray(sources)) throw new MalformedRequest('"sources" must be a list', id);
  return { id, draft, sources: sources.map((source: unknown) => readSource(source, id)) };
}

function readSource(value: unknown, id: string): Source {
  const { name, text } = isRecord(value) ? value : {};
  if (typeof name === 'string' && typeof text === 'string') return { name, text };
  throw new MalformedRequest('each of "sources" must have a "name" and a "text", both strings', id);
}

function readJson(line: InputLine): unknown {
  if (line === 'too long') throw new MalformedRequest('the line is too long');
  let text: string;
  try {
    text = decodeText(line, 'the line');
  } catch (error) {
    throw new MalformedRequest(error instanceof Error ? error.message : 'not text');
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    throw new MalformedRequest('the line is not JSON');
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
