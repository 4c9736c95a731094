import { ASSISTANT_TOOLS, type AssistantTool } from '../../protocol/assistants.js';
import type { CheckBasis } from '../checks/check.js';
import { compareRewrite } from '../checks/rewrite/rewrite.js';
import type { RewriteChange } from '../checks/rewrite/rewriteChange.js';
import { type ReportJson, reportJson } from '../features/reportJson.js';
import { locateStyle } from '../houseStyle/locateStyle.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { readProseTask } from '../prose/prose.js';
import { dayText } from '../reference/extraction/sourceDate.js';
import { mayBeShown, restrictionOf } from '../reference/extraction/restriction.js';
import type { Reference } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { analyse, mayBeDraft } from '../session/draftAnalysis.js';
import { DRAFT_FILES } from '../session/folderDrafts.js';
import { withAllReadings } from '../session/readingRounds.js';
import {
  type LocatedSuppressions,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';
import { type EvidenceAnswer, claimProse, compareQuote, findEvidence, whoIs } from './answers.js';
import { SharedReference, type SharedSources } from './sharedReference.js';
import { type ToolInput, ToolInputError, readToolInput } from './toolInput.js';

/** The sources of a folder, as of now. */
export interface FolderSources {
  readonly indexes: readonly SourceIndex[];
  /** The paths of the files, whether or not they could be read. */
  readonly paths: readonly string[];
  /** The reference of all sources, if that was computed already. */
  readonly reference?: Reference;
}

/** The file access of a desk within a folder. */
export type DeskFiles = Pick<
  Workspace,
  'find' | 'readText' | 'readBytes' | 'ancestorPaths' | 'uriOf'
>;

/** The folder that a desk answers about, as far as a desk uses it. */
export interface DeskHost {
  /** `undefined` if no draft can be named. */
  readonly workspace: DeskFiles | undefined;
  /** Reads the sources that are new or have changed. Does not reject. */
  readonly sources: () => Promise<FolderSources>;
  /** The readers of sentences and claims; `undefined` to check by rules alone. */
  readonly reader: Pick<ReadingQueue, 'readings' | 'read'> | undefined;
  readonly options: Pick<CheckBasis, 'spelling'>;
  /** Runs a long task. */
  readonly run: <Result>(task: CooperativeTask<Result>) => Promise<Result>;
  readonly now: () => Date;
}

/** The settings of a draft's folder for checking it, and its URI. */
interface DraftFiles {
  readonly located?: LocatedSuppressions | undefined;
  readonly houseStyle?: CheckBasis['houseStyle'];
  readonly uri?: string;
}

/** The answer to `compare_rewrite`. */
interface RewriteAnswer {
  readonly changes: readonly (Pick<RewriteChange, 'kind' | 'change' | 'message'> & {
    /** The words of each text that has them. */
    readonly before?: string;
    readonly after?: string;
  })[];
}

/** The size of the largest draft that is checked, in bytes: the longest text that may be passed. */
const LONGEST_FILE = 1024 * 1024;

/** The answer to a question: a value for JSON, or the reason in one sentence why there is none. */
export type DeskAnswer = { readonly value: object } | { readonly refusal: string };

/**
 * Answers the questions of assistants about a folder. It reads, and writes nothing; a path counts only if it is one
 * of the drafts that it found in the folder itself; and it knows nothing of sources that may not be shown.
 */
export class AssistantDesk {
  readonly #host: DeskHost;
  readonly #shared: SharedReference;

  /** @param shared Keeps the reference between questions. */
  constructor(host: DeskHost, shared = new SharedReference()) {
    this.#host = host;
    this.#shared = shared;
  }

  /** The sources that may be shown, and the paths of all files among the sources. Does not reject. */
  async sources(): Promise<SharedSources & { readonly files: readonly string[] }> {
    const { indexes, paths, reference } = await this.#host.sources();
    return { ...this.#shared.of(indexes, this.today(), reference), files: paths };
  }

  /** Today, where the reporter is, as “2026-12-01”. */
  today(): string {
    const now = this.#host.now();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return dayText({ year, month, day });
  }

  /** Answers a question with any input. Rejects only for an error in this program. */
  async answer(name: string, given: unknown): Promise<DeskAnswer> {
    const tool = ASSISTANT_TOOLS.find((one) => one.name === name);
    if (tool === undefined) return { refusal: `There is no tool “${name.slice(0, 40)}”.` };
    try {
      return { value: await this.#valueOf(tool, readToolInput(tool, given)) };
    } catch (error) {
      if (error instanceof ToolInputError || error instanceof UnreadableError)
        return { refusal: error.message };
      throw error;
    }
  }

  async #valueOf({ name }: AssistantTool, input: ToolInput): Promise<object> {
    const text = (argument: string): string => input.get(argument) ?? '';
    switch (name) {
      case 'check_draft':
        return this.#checkDraft(input.get('path'), input.get('text'));
      case 'find_evidence':
        return this.#findEvidence(text('claim'));
      case 'who_is':
        return whoIs(text('name'), (await this.sources()).reference);
      case 'compare_quote':
        return compareQuote(text('words'), input.get('speaker'), (await this.sources()).reference);
      case 'compare_rewrite':
        return this.#compareRewrite(text('before'), text('after'));
    }
  }

  async #compareRewrite(before: string, after: string): Promise<RewriteAnswer> {
    const { run } = this.#host;
    const old = await run(readProseTask(before, 'markdown'));
    const changes = await run(compareRewrite(old, await run(readProseTask(after, 'markdown'))));
    return {
      changes: changes.map(({ kind, change, message, ...words }) => ({
        ...{ kind, change, message },
        ...(words.before === undefined ? {} : { before: words.before.text }),
        ...(words.after === undefined ? {} : { after: words.after.text }),
      })),
    };
  }

  async #checkDraft(path: string | undefined, text: string | undefined): Promise<ReportJson> {
    if (path !== undefined && text !== undefined)
      throw new ToolInputError('Give check_draft either “path” or “text”, not both.');
    if (text !== undefined) return this.#check(text);
    if (path !== undefined) return this.#checkFile(path);
    throw new ToolInputError('check_draft needs the “path” or the “text” of a draft.');
  }

  /**
   * A path counts only in the form in which it was found in the folder, so that no other spelling
   * leads out of it.
   */
  async #checkFile(asked: string): Promise<ReportJson> {
    const { workspace } = this.#host;
    if (workspace === undefined) throw notADraft(asked);
    const { files } = await this.sources();
    const isSource = new Set(files.map((path) => workspace.uriOf(path)));
    const uri = workspace.uriOf(asked);
    const path = (await workspace.find(DRAFT_FILES)).find((one) => workspace.uriOf(one) === uri);
    if (path === undefined || isSource.has(uri)) throw notADraft(asked);
    const text = await workspace.readText(path, LONGEST_FILE);
    // A restricted file is answered like one that does not exist; a fact sheet quotes sources.
    const isDraft = mayBeDraft(text) && mayBeShown(restrictionOf(text, path), this.today());
    if (!isDraft) throw notADraft(asked);
    const located = await locateSuppressions(confined(workspace), path);
    const style = await locateStyle(confined(workspace), path);
    return this.#check(text, { located, houseStyle: style?.style, uri });
  }

  async #findEvidence(claim: string): Promise<EvidenceAnswer> {
    const { reader, options, run } = this.#host;
    const { reference } = await this.sources();
    const prose = claimProse(claim);
    return withAllReadings(reader, async (readings, ask) => {
      const checked = await run(analyse(prose, { reference, readings, ...options }));
      ask(checked.unread);
      return findEvidence(prose, checked, reference, readings);
    });
  }

  async #check(text: string, { located, houseStyle, uri }: DraftFiles = {}): Promise<ReportJson> {
    const { reader, options, run } = this.#host;
    const { reference } = await this.sources();
    const prose = await run(readProseTask(text, 'markdown'));
    const report = await withAllReadings(reader, async (readings, ask) => {
      const basis = { reference, readings, houseStyle, ...options };
      const checked = await run(analyse(prose, basis, located, uri));
      ask(checked.unread);
      return checked;
    });
    return reportJson(report, prose.lines);
  }
}

function notADraft(path: string): ToolInputError {
  return new ToolInputError(
    `“${path.slice(0, 200)}” is not a Markdown draft in this folder; give the path relative to the folder, or the text.`,
  );
}

/**
 * A folder without the files above it, where `locateSuppressions` and `locateStyle` would look on.
 */
function confined(workspace: DeskFiles): Parameters<typeof locateSuppressions>[0] {
  return {
    uriOf: (path) => workspace.uriOf(path),
    readBytes: (path, limit) => workspace.readBytes(path, limit),
    ancestorPaths: (path, name) =>
      workspace.ancestorPaths(path, name).filter((found) => !found.startsWith('../')),
  };
}
