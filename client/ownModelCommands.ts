import { Disposable, Uri, commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SECOND_OPINION } from '../protocol/capabilityConstants.js';
import { AskModelRequest } from '../protocol/modelRequests.js';
import type { OwnModel } from '../protocol/secondOpinion.js';
import { CONSENTS } from './ownModelKey.js';
import type { CheckedEntry } from './checkClaim.js';
import type { ClaimPosition, OwnModels, OwnModelsHost } from './ownModels.js';

/**
 * Registers the commands for models of the reporter's. What they do is loaded with the first of them, or at the start if the
 * reporter has agreed to a model before.
 */
export function registerOwnModelCommands(host: OwnModelsHost): Disposable {
  let loaded: Promise<OwnModels> | undefined;
  const load = async (): Promise<OwnModels> => {
    const { OwnModels } = await import('./ownModels.js');
    return new OwnModels(host);
  };
  const models = (): Promise<OwnModels> => (loaded ??= load());
  if (Object.keys(host.memento.get<object>(CONSENTS) ?? {}).length > 0) void models();
  return Disposable.from(
    commands.registerCommand('copydesk.useMyOwnModel', async (given?: OwnModel | 'none') =>
      (await models()).choose(given),
    ),
    commands.registerCommand(
      SECOND_OPINION,
      async (given?: string | CheckedEntry, position?: ClaimPosition) =>
        (await models()).ask(...placeOf(host.client, given, position)),
    ),
    commands.registerCommand('copydesk.secondOpinionOnAll', async () => (await models()).ask()),
    host.client.onRequest(AskModelRequest, async (params, token) =>
      loaded === undefined
        ? { problem: 'No model is used in this folder.' }
        : (await loaded).answer(params, token),
    ),
    { dispose: () => void loaded?.then((own) => own.dispose()) },
  );
}

/** The place that a link or an entry stands for; without either, that of the cursor. */
function placeOf(
  { code2ProtocolConverter }: BaseLanguageClient,
  given: string | CheckedEntry | undefined,
  position: ClaimPosition | undefined,
): readonly [draft: Uri | undefined, position: ClaimPosition | undefined] {
  if (typeof given === 'string') return [Uri.parse(given, true), position];
  if (given !== undefined) return [given.draft, given.entry.range.start];
  const editor = window.activeTextEditor;
  if (editor === undefined) return [undefined, undefined];
  return [editor.document.uri, code2ProtocolConverter.asPosition(editor.selection.active)];
}
