import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeActionTriggerKind,
  Diagnostic,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { CheckedDraft } from '../../session/draftAnalysis.js';
import {
  commentActions,
  fixAllAction,
  noteActions,
  quickFixes,
} from '../../features/codeActions/codeActions.js';
import { type QuickFixes, quickFixList } from '../../features/codeActions/actionList.js';
import { evidenceActions } from '../../features/codeActions/evidenceActions.js';
import { areAboutClaims, claimActions } from '../../features/codeActions/claimActions.js';
import { suppressionActions } from '../../features/codeActions/suppressionActions.js';
import { dataOf } from '../../features/diagnostics/diagnostics.js';
import { dossierActions, selectionActions } from '../../features/codeActions/dossierActions.js';
import { FIX_ALL } from '../../../protocol/capabilityConstants.js';
import { takeBackEdit } from '../../features/codeActions/takeBack.js';
import type { TakeBackParams } from '../../../protocol/requests.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';
import { editCapabilities, editTarget } from './edits.js';

/** Only the number, because the protocol's library is not part of this bundle. */
const AUTOMATIC: typeof CodeActionTriggerKind.Automatic = 2;

const NO_OTHERS: QuickFixes = {
  fixes: [],
  evidence: [],
  notes: [],
  closest: [],
  checks: [],
  names: [],
  dismissals: [],
};

/** Answers the requests for changes to a draft and to the files next to it, and those to undo them. */
export class CodeActionHandlers {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async actions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { diagnostics, only } = params.context;
    const { uri } = params.textDocument;
    const document = this.#session.documents.get(uri);
    if (document === undefined) return [];
    const target = editTarget(this.#session.clientInfo, document);
    const wants = (kind: string): boolean =>
      only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;

    const actions: CodeAction[] = [];
    if (only === undefined || wants('quickfix')) {
      const fixes = quickFixes(target, diagnostics);
      // Diagnostics of this version exist only if it was checked, so the light bulb starts no check.
      const fresh = diagnostics.filter((one) => dataOf(one, document.version) !== undefined);
      const checked =
        fresh.length === 0 ? undefined : await this.#session.drafts.checked(uri, token);
      const others = checked === undefined ? NO_OTHERS : await this.#otherThanFixes(checked, fresh);
      const checks = await this.#claimActions(params, token);
      const all = { ...others, fixes: [...fixes, ...others.fixes], checks };
      actions.push(...quickFixList(all, params.range));
    }
    const { start, end } = params.range;
    const isSelection = start.line !== end.line || start.character !== end.character;
    // A range with diagnostics may come from the light bulb, and their quick fixes are more
    // specific.
    const isPlain = isSelection && diagnostics.length === 0;
    if (isPlain && (only === undefined || wants(CodeActionKind.Refactor))) {
      actions.push(...(await this.#forSelection(uri, params.range)));
    }
    const result = wants(FIX_ALL) ? await this.#session.drafts.fixed(uri, token) : undefined;
    if (result === undefined) return actions;
    const all = fixAllAction(
      editTarget(this.#session.clientInfo, result.draft),
      result.draft.prose,
      result.fixed,
    );
    return all === undefined ? actions : [...actions, all];
  }

  /**
   * The actions for the claim under the cursor, if the client supports them. An unfinished check is
   * not waited for.
   */
  async #claimActions(
    { textDocument: { uri }, range: { start }, context }: CodeActionParams,
    token: CancellationToken,
  ): Promise<readonly CodeAction[]> {
    const isAsked = context.triggerKind !== AUTOMATIC || context.diagnostics.length > 0;
    const { checksClaims } = this.#session.clientInfo;
    if (!checksClaims || !isAsked || !areAboutClaims(context.diagnostics)) return [];
    if (this.#session.drafts.lastOfText(uri) === undefined) return [];
    const draft = await this.#session.drafts.withClaims(uri, token);
    if (draft === undefined) return [];
    return claimActions(draft, start, await this.#session.signOffs.of(draft.uri));
  }

  /** The actions for selected words in a checked draft. */
  async #forSelection(uri: string, range: Range): Promise<readonly CodeAction[]> {
    const checked = this.#session.drafts.lastOfText(uri);
    if (checked === undefined) return [];
    const dossier = await this.#session.fileTargets.dossierTarget(checked.context.snapshot);
    return dossier === undefined
      ? []
      : selectionActions(checked.draft, range, dossier, editCapabilities(this.#session.clientInfo));
  }

  /**
   * The quick fixes without a diagnostic: those about the sources, and those that suppress
   * findings.
   */
  async #otherThanFixes(
    { draft, context: { snapshot, suppressions } }: CheckedDraft,
    diagnostics: readonly Diagnostic[],
  ): Promise<QuickFixes> {
    const capabilities = editCapabilities(this.#session.clientInfo);
    const { uri } = draft;
    const target = editTarget(this.#session.clientInfo, draft);
    const folder = this.#session.folders.of(uri);
    const file = this.#session.fileTargets.suppressionsTarget(uri, folder, suppressions);
    const dossier = await this.#session.fileTargets.dossierTarget(snapshot);
    const inFile =
      file === undefined ? [] : suppressionActions(draft, diagnostics, file, capabilities);
    const { evidence, closest } = this.#session.clientInfo.showsEvidence
      ? evidenceActions(draft, diagnostics)
      : NO_OTHERS;
    return {
      // Only the removal of an entry without effect is a fix.
      fixes: inFile.filter(({ isPreferred }) => isPreferred),
      evidence,
      notes: noteActions(target, draft, diagnostics),
      closest,
      checks: [],
      names: dossier === undefined ? [] : dossierActions(draft, diagnostics, dossier, capabilities),
      dismissals: [
        ...inFile.filter(({ isPreferred }) => isPreferred !== true),
        ...commentActions(target, draft, diagnostics),
      ],
    };
  }

  /** Fails if nothing is left of the decisions. */
  async takeBack(
    { textDocument, decisions }: TakeBackParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | null> {
    const checked = await this.#session.drafts.checked(textDocument.uri, token);
    if (checked === undefined) return null;
    const { draft, context } = checked;
    const folder = this.#session.folders.of(draft.uri);
    const files = {
      draft: editTarget(this.#session.clientInfo, draft),
      suppressions: this.#session.fileTargets.suppressionsTarget(
        draft.uri,
        folder,
        context.suppressions,
      ),
      dossier: await this.#session.fileTargets.dossierTarget(context.snapshot),
    };
    const edit = takeBackEdit(draft, decisions, files, editCapabilities(this.#session.clientInfo));
    const reason = 'There is nothing to undo: it was taken back already, or changed since.';
    return edit ?? { reason };
  }
}
