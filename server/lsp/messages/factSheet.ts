import {
  EntryAtRequest,
  ExportFactSheetRequest,
  FactSheetRequest,
  FindPassagesRequest,
  SignOffRequest,
  TimelineRequest,
  UseEvidenceRequest,
} from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

const { atPosition, findPassages, onDocument, signOff, useEvidence } = PARAMETER_RULES;

/** The requests about the fact sheet of a draft, its timeline and its signatures. */
export const FACT_SHEET_MESSAGES: readonly Message[] = [
  request(FactSheetRequest, onDocument, ({ handlers }, params, token) =>
    handlers.factSheet.sheet(params, token),
  ),
  request(ExportFactSheetRequest, onDocument, ({ handlers }, params, token) =>
    handlers.factSheet.export(params, token),
  ),
  request(EntryAtRequest, atPosition, ({ handlers }, params, token) =>
    handlers.factSheet.entryAt(params, token),
  ),
  request(FindPassagesRequest, findPassages, ({ handlers }, params, token) =>
    handlers.factSheet.findPassages(params, token),
  ),
  request(TimelineRequest, onDocument, ({ handlers }, params, token) =>
    handlers.factSheet.timeline(params, token),
  ),
  request(SignOffRequest, signOff, ({ handlers }, params, token) =>
    handlers.factSheet.signOff(params, token),
  ),
  request(UseEvidenceRequest, useEvidence, ({ handlers }, params, token) =>
    handlers.factSheet.useEvidence(params, token),
  ),
];
