import {
  FindModelsRequest,
  SecondOpinionPlanRequest,
  SecondOpinionRequest,
  UseModelNotification,
} from '../../../protocol/modelRequests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, notification, request } from './message.js';

const { findModels, opinion, opinionPlan, useModel } = PARAMETER_RULES;

/** The messages about the reporter's own model and its opinions. */
export const SECOND_OPINION_MESSAGES: readonly Message[] = [
  notification(
    UseModelNotification,
    useModel,
    ({ handlers }, params) => void handlers.opinions.useModel(params),
  ),
  request(FindModelsRequest, findModels, ({ handlers }, params, token) =>
    handlers.opinions.findModels(params, token),
  ),
  request(SecondOpinionPlanRequest, opinionPlan, ({ handlers }, params, token) =>
    handlers.opinions.plan(params, token),
  ),
  request(SecondOpinionRequest, opinion, ({ handlers }, params, token) =>
    handlers.opinions.ask(params, token),
  ),
];
