import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutUnanswered } from '../checks/archive.js';
import type { Draft } from '../checks/draft.js';
import type { Finding } from '../checks/finding.js';
import { MOST_REPORTED, diagnosticsOf } from '../features/diagnostics/diagnostics.js';
import { problemsIn } from '../features/diagnostics/dossierProblems.js';
import { ownFileProblems } from '../features/diagnostics/ownFileProblems.js';
import type { StoredSignOff } from '../features/factSheet/signOffFile.js';
import { signedClaimsOf, withoutChecked } from '../features/factSheet/signedClaims.js';
import { isStyleFile } from '../houseStyle/locateStyle.js';
import { parseStyle } from '../houseStyle/styleFile.js';
import { isDossier } from '../reference/dossier.js';
import { parseSuppressions } from '../suppressions/suppressionsFile.js';
import type { CheckedDrafts } from './checkedDrafts.js';
import { type ClientInfo, canChangeDiagnostics, linksCodes } from './clientInfo.js';
import type { CheckedDraft } from './draftAnalysis.js';
import type { DraftArchive } from './draftArchive.js';
import type { DraftNotifier } from './draftNotifier.js';
import type { OpenDocuments } from './openDocuments.js';
import { isCheckingFile } from './ownFileKinds.js';
import type { ReadingRequests } from './readingRequests.js';
import type { Log } from './clientApi.js';
import type { SettingsStore } from './settingsStore.js';
import type { ShownFindings } from './shownFindings.js';
import type { SignOffStore } from './signOffStore.js';

const MANY_FINDINGS = `Copydesk only shows the first ${MOST_REPORTED.toLocaleString('en')} findings in this draft.`;

/** The findings in one version of a document, as the client gets them. */
export interface Findings {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the findings in a document depend on, and who is notified of them. */
interface FindingParts {
  readonly clientInfo: ClientInfo;
  readonly log: Log;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
  readonly drafts: CheckedDrafts;
  readonly shown: ShownFindings;
  readonly signOffs: SignOffStore;
  readonly notifier: DraftNotifier;
  /** `undefined` if there are no readers. */
  readonly reading: ReadingRequests | undefined;
  /** `undefined` if no archive is asked. */
  readonly archive: DraftArchive | undefined;
}

/**
 * Finds what the reporter sees in an open document of any kind, and requests the readings and
 * answers that its check lacks.
 */
export class DocumentFindings {
  readonly #parts: FindingParts;
  readonly #rulesPage: string | undefined;

  /** @param rulesPage The URI of the page that explains the rules. */
  constructor(parts: FindingParts, rulesPage: string | undefined) {
    this.#parts = parts;
    this.#rulesPage = rulesPage;
  }

  /** The findings in an open document; `undefined` if there are none to report. Does not reject. */
  async of(uri: string): Promise<Findings | undefined> {
    const document = this.#parts.documents.get(uri);
    if (document !== undefined && isCheckingFile(uri)) {
      const parse = isStyleFile(uri) ? parseStyle : parseSuppressions;
      const { problems } = parse(document.getText());
      const { version } = document;
      return { version, diagnostics: ownFileProblems(document.getText(), problems) };
    }
    if (document !== undefined && isDossier(document.getText())) {
      return this.#ofDossier(uri, document);
    }
    try {
      const checked = await this.#parts.drafts.checked(uri);
      return await (checked === undefined ? this.#ofOther(uri) : this.#ofDraft(uri, checked));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#parts.log.warn(`This draft could not be checked: ${reason}`);
      return undefined;
    }
  }

  /** The findings of a draft as the client gets them. */
  diagnosticsOf(draft: Draft, findings = draft.report.findings): readonly Diagnostic[] {
    const canLink = linksCodes(this.#parts.clientInfo.capabilities);
    return diagnosticsOf(draft, canLink ? this.#rulesPage : undefined, findings);
  }

  async #ofDossier(uri: string, document: TextDocument): Promise<Findings> {
    const { enable } = await this.#parts.settings.of(uri);
    const { version } = document;
    this.#notifyChecked(uri, version, undefined, [], []);
    return { version, diagnostics: enable ? problemsIn(document.getText()) : [] };
  }

  async #ofDraft(uri: string, checked: CheckedDraft): Promise<Findings> {
    const { draft } = checked;
    this.#askArchive(draft);
    const shown = this.#shownOf(checked);
    this.#parts.reading?.read(checked);
    const signed = await this.#parts.signOffs.of(uri);
    const open = withoutChecked(shown, signedClaimsOf(draft, signed));
    const diagnostics = this.diagnosticsOf(draft, open);
    if (diagnostics.length === MOST_REPORTED) this.#parts.notifier.show(uri, MANY_FINDINGS);
    this.#notifyChecked(uri, draft.version, checked, shown, signed);
    return { version: draft.version, diagnostics };
  }

  /** A document that is not a draft has none, and one that was closed is not reported. */
  #ofOther(uri: string): Findings | undefined {
    const version = this.#parts.documents.get(uri)?.version;
    if (version === undefined) return undefined;
    this.#notifyChecked(uri, version, undefined, [], []);
    return { version, diagnostics: [] };
  }

  /**
   * Asks the archive about everything that the sources do not answer, unless a newer version was
   * checked.
   */
  #askArchive({ uri, version, report }: Draft): void {
    if (report.queries === undefined || this.#parts.documents.get(uri)?.version !== version) return;
    this.#parts.archive?.ask(uri, report.queries);
  }

  /**
   * The findings that the reporter sees: all of them if the client cannot receive the others later.
   */
  #shownOf(checked: CheckedDraft): readonly Finding[] {
    const { uri, report } = checked.draft;
    const document = this.#parts.documents.get(uri);
    if (document === undefined || !canChangeDiagnostics(this.#parts.clientInfo.capabilities))
      return report.findings;
    const shown = this.#parts.shown.of(document, checked);
    // The archive may contain what the sources lack, so nothing is reported as missing before its
    // answer.
    return this.#parts.archive?.isAsking(uri) === true ? withoutUnanswered(shown, report) : shown;
  }

  #notifyChecked(
    uri: string,
    version: number,
    checked: CheckedDraft | undefined,
    shown: readonly Finding[],
    signed: readonly StoredSignOff[],
  ): void {
    if (!this.#parts.clientInfo.hasFactSheet) return;
    const isReading = this.#parts.reading?.drafts.isReading(uri) === true;
    const unread = isReading ? (checked?.draft.report.unread.length ?? 0) : 0;
    this.#parts.notifier.draftChecked(uri, version, checked, shown, signed, unread);
  }
}
