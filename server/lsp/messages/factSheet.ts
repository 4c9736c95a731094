import {
  EntryAtRequest,
  ExportFactSheetRequest,
  FactSheetRequest,
  FindPassagesRequest,
  SignOffRequest,
  TakeBackRequest,
  TimelineRequest,
  UseEvidenceRequest,
} from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

const { atPosition, findPassages, onDocument, signOff, takeBack, useEvidence } = PARAMETER_RULES;

/** The requests about the fact sheet of a draft, its timeline, and what a reporter or checker decided. */
export const FACT_SHEET_MESSAGES: readonly Message[] = [
  request(FactSheetRequest, onDocument, ({ handlers }, params, token) =>
    handlers.factSheet(params, token),
  ),
  request(ExportFactSheetRequest, onDocument, ({ handlers }, params, token) =>
    handlers.exportFactSheet(params, token),
  ),
  request(EntryAtRequest, atPosition, ({ handlers }, params, token) =>
    handlers.entryAt(params, token),
  ),
  request(FindPassagesRequest, findPassages, ({ handlers }, params, token) =>
    handlers.findPassages(params, token),
  ),
  request(TimelineRequest, onDocument, ({ handlers }, params, token) =>
    handlers.timeline(params, token),
  ),
  request(SignOffRequest, signOff, ({ handlers }, params, token) =>
    handlers.signOff(params, token),
  ),
  request(UseEvidenceRequest, useEvidence, ({ handlers }, params, token) =>
    handlers.useEvidence(params, token),
  ),
  request(TakeBackRequest, takeBack, ({ handlers }, params, token) =>
    handlers.takeBack(params, token),
  ),
];
