import { NotificationType, type Position, RequestType } from 'vscode-languageserver-protocol';
import type { DocumentParams } from './requests.js';
import type {
  EditorModel,
  LoopbackModelName,
  ModelUse,
  SecondOpinionOutcome,
  SecondOpinionPlan,
} from './secondOpinion.js';

/** The parameters of `UseModelNotification`. */
export interface UseModelParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
  /** `null` if no model is to be used any more. */
  readonly use: ModelUse | null;
}

/** Sent by a client whose reporter has agreed to use a model in a folder, or does not use it any more. */
export const UseModelNotification = new NotificationType<UseModelParams>('copydesk/useModel');

/** The parameters of `FindModelsRequest`. */
export interface FindModelsParams {
  /** The URLs of servers on this machine. */
  readonly addresses: readonly string[];
}

/** Requests the models that servers on this machine offer. Fails for a single address without any, with the reason. */
export const FindModelsRequest = new RequestType<
  FindModelsParams,
  readonly LoopbackModelName[],
  void
>('copydesk/findModels');

/** The parameters of requests about second opinions. */
export interface SecondOpinionParams extends DocumentParams {
  /** The place of a claim; left out for all claims that are to check. */
  readonly position?: Position;
}

/** The parameters of `SecondOpinionPlanRequest`. */
export interface SecondOpinionPlanParams extends SecondOpinionParams {
  readonly use: ModelUse;
}

/** Requests what would be sent to a model, without sending it; `null` for a document that is not a draft. */
export const SecondOpinionPlanRequest = new RequestType<
  SecondOpinionPlanParams,
  SecondOpinionPlan | null,
  void
>('copydesk/secondOpinionPlan');

/**
 * Requests second opinions from the model that the reporter uses in the folder of a draft; `null` for a document that is not a
 * draft. Fails if no model is used there, and for a place without a claim that can be asked about.
 */
export const SecondOpinionRequest = new RequestType<
  SecondOpinionParams,
  SecondOpinionOutcome | null,
  void
>('copydesk/secondOpinion');

/** Sent to a client that has asked for second opinions, before each request to the model. */
export const SecondOpinionProgressNotification = new NotificationType<{
  readonly uri: string;
  readonly done: number;
  readonly all: number;
}>('copydesk/secondOpinionProgress');

/** The parameters of `AskModelRequest`. */
export interface AskModelParams {
  /** The URI of the folder for which the reporter has agreed. */
  readonly folder: string;
  readonly model: EditorModel;
  readonly system: string;
  readonly user: string;
}

/** What a model of the editor says, or in a plain sentence why it says nothing. */
export type ModelReply = { readonly text: string } | { readonly problem: string };

/** Sent to a client: asks a model of the editor. */
export const AskModelRequest = new RequestType<AskModelParams, ModelReply, void>(
  'copydesk/askModel',
);
