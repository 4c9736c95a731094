import * as vscode from 'vscode';
import type { AskModelParams, ModelReply } from '../protocol/modelRequests.js';
import type { EditorModel } from '../protocol/secondOpinion.js';

/** The most of an answer that is read, in UTF-16 units. */
const LONGEST = 16_000;

/** What the editor may tell the reporter before it lets a model be asked. */
const JUSTIFICATION = 'You asked Copydesk for a second opinion on a claim.';

/** The part of the editor's interface that some editors do not have. */
type Models = Pick<typeof vscode.lm, 'selectChatModels'>;

function models(): Models | undefined {
  return (vscode as { readonly lm?: Models }).lm;
}

/** The models that extensions of this editor offer; none in an editor that does not know any. Does not reject. */
export async function editorModels(): Promise<readonly EditorModel[]> {
  try {
    const found = (await models()?.selectChatModels()) ?? [];
    return found.map(({ id, name, vendor }) => ({ kind: 'editor', id, name, vendor }));
  } catch {
    return [];
  }
}

/** Asks a model of the editor. Does not reject. */
export async function askEditorModel(
  { model: { id, vendor, name }, system, user }: AskModelParams,
  token: vscode.CancellationToken,
): Promise<ModelReply> {
  try {
    // Some editors do not select by the identifier, and would give another model than the one agreed to.
    const found = (await models()?.selectChatModels({ vendor })) ?? [];
    const model = found.find((one) => one.id === id);
    if (model === undefined)
      return { problem: `${name} is not available in this editor any more.` };
    // There are no messages of a system in this interface.
    const message = vscode.LanguageModelChatMessage.User(`${system}\n\n${user}`);
    const answer = await model.sendRequest([message], { justification: JUSTIFICATION }, token);
    let text = '';
    for await (const piece of answer.text) {
      text += piece;
      if (text.length > LONGEST) break;
    }
    return { text };
  } catch (error) {
    return { problem: problemOf(error, name) };
  }
}

/** Why a model did not answer. What its extension says is left out: it may quote the texts. */
function problemOf(error: unknown, name: string): string {
  const { code = '', name: kind = '' } = (error ?? {}) as {
    readonly code?: unknown;
    readonly name?: unknown;
  };
  const reason = `${String(code)} ${String(kind)}`;
  if (/Blocked|Quota|RateLimit/iu.test(reason))
    return `${name} takes no more requests for now: its quota is used up, or there were too many.`;
  if (/NoPermissions/iu.test(reason)) return `The editor does not let Copydesk ask ${name}.`;
  if (/NotFound/iu.test(reason)) return `${name} is not available in this editor any more.`;
  return `${name} gave an error instead of an answer.`;
}
