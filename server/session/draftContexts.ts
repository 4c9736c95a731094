import type { ReadingQueue } from '../inference/readingQueue.js';
import { NO_READINGS } from '../inference/readings.js';
import { type LocatedStyle, locateStyle } from '../houseStyle/locateStyle.js';
import {
  type LocatedSuppressions,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import type { ClientInfo } from './clientInfo.js';
import type { CheckContext } from './draftAnalysis.js';
import type { DraftArchive } from './draftArchive.js';
import type { FileProblems } from './fileProblems.js';
import type { OpenDocuments } from './openDocuments.js';
import { OwnFiles } from './ownFiles.js';
import { isCheckingFile, isSignOffFile } from './ownFileKinds.js';
import type { ReferenceStore } from './referenceStore.js';
import type { SessionHost } from './sessionHost.js';
import type { SettingsStore } from './settingsStore.js';
import type { WorkspaceFolders } from './workspaceFolders.js';

/** Where the parts of a context come from. */
interface ContextParts {
  readonly clientInfo: ClientInfo;
  readonly documents: OpenDocuments;
  readonly folders: WorkspaceFolders;
  readonly settings: SettingsStore;
  readonly references: ReferenceStore;
  readonly fileProblems: FileProblems;
  /** `undefined` if there are no readers. */
  readonly reader: ReadingQueue | undefined;
  /** `undefined` if no archive is asked. */
  readonly archive: DraftArchive | undefined;
}

/** Decides which documents are drafts, and what each of them is checked against. */
export class DraftContexts {
  readonly #parts: ContextParts;
  readonly #suppressions: OwnFiles<LocatedSuppressions>;
  readonly #houseStyles: OwnFiles<LocatedStyle>;

  constructor(open: SessionHost['open'], parts: ContextParts) {
    const openText = (uri: string): string | undefined => parts.documents.get(uri)?.getText();
    this.#parts = parts;
    this.#suppressions = new OwnFiles(locateSuppressions, open, openText);
    this.#houseStyles = new OwnFiles(locateStyle, open, openText);
  }

  /**
   * The context that a document is checked in under the settings of `scope`; `undefined` if it is
   * not a draft. Reports the problems of the files that it is taken from.
   */
  async of(uri: string, scope = uri): Promise<CheckContext | undefined> {
    if (isCheckingFile(uri) || isSignOffFile(uri)) return undefined;
    const { clientInfo, documents, references, fileProblems, reader } = this.#parts;
    const settings = await this.#parts.settings.of(scope);
    if (!settings.enable) return undefined;
    const folder = this.#parts.folders.of(uri);
    const snapshot = await references.snapshot(folder, settings.sources);
    if (folder !== undefined) fileProblems.reportDossiers(folder, snapshot);
    const suppressions = await this.#suppressions.of(uri);
    if (suppressions !== undefined) fileProblems.reportOwnFile(suppressions);
    const houseStyle = await this.#houseStyles.of(uri);
    if (houseStyle !== undefined) fileProblems.reportOwnFile(houseStyle);
    const readings = settings.sentenceReader === 'on' ? reader?.readings : undefined;
    // An editor opens text files of any kind; only those in a folder with sources are drafts.
    const isUnrelated =
      clientInfo.hasFactSheet && /\.txt$/iu.test(uri) && snapshot.reference.origin !== 'sources';
    // Nobody looks at a closed draft, so it is checked without the archive.
    const archive = documents.get(uri) && this.#parts.archive?.evidence(uri);
    return isUnrelated || snapshot.isSource(uri)
      ? undefined
      : {
          ...{ settings, snapshot, suppressions, houseStyle, archive },
          readings: readings ?? NO_READINGS,
        };
  }

  /** Call when a suppressions file or a house style has changed. */
  forgetOwnFiles(): void {
    this.#suppressions.forget();
    this.#houseStyles.forget();
    this.#parts.fileProblems.clearOwnFiles();
  }
}
