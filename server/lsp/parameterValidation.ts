import { isTiedPassage } from '../features/factSheet/signOffFile.js';
import { isRecord } from '../reference/isRecord.js';
/** A condition that one parameter of a message must meet. */
interface Requirement {
  readonly holds: (value: unknown) => boolean;
  /** The condition in words: “must be …”. */
  readonly words: string;
}

/** The required parameters of a message, by name, as far as the server relies on them. */
export type ParameterRules = Readonly<Record<string, Requirement>>;

/** Explains in a plain sentence what is wrong with the parameters of a message; `undefined` if they are valid. */
export function validate(parameters: unknown, rules: ParameterRules): string | undefined {
  const given = isRecord(parameters) ? parameters : {};
  for (const [name, { holds, words }] of Object.entries(rules)) {
    if (!holds(given[name])) return `“${name}” must be ${words}.`;
  }
  return undefined;
}

const ANYTHING: ParameterRules = {};

const document = {
  holds: (value: unknown) => isRecord(value) && typeof value.uri === 'string',
  words: 'a document with its “uri”',
};
const position = { holds: isPosition, words: 'a line and a character, integers from 0' };
const range = { holds: isRange, words: 'a range with a start and an end' };
const text = { holds: (value: unknown) => typeof value === 'string', words: 'a string' };

const optionalPosition = {
  holds: (value: unknown) => value === undefined || isPosition(value),
  words: position.words,
};
const MODEL_USE = 'a model, whether it may learn of confidential sources, and the limits';

const ON_DOCUMENT: ParameterRules = { textDocument: document };
const AT_POSITION: ParameterRules = { ...ON_DOCUMENT, position };

/** The required parameters of each kind of message. */
export const PARAMETER_RULES = {
  anything: ANYTHING,
  onDocument: ON_DOCUMENT,
  atPosition: AT_POSITION,
  inRange: { ...ON_DOCUMENT, range },
  cursors: {
    ...ON_DOCUMENT,
    positions: {
      holds: (value) => Array.isArray(value) && value.every(isPosition),
      words: 'a list of positions, each with its line and character, integers from 0',
    },
  },
  initialize: {
    workspaceFolders: {
      holds: (value) => value === undefined || value === null || haveUris(value),
      words: 'a list of folders, each with its “uri”',
    },
  },
  open: {
    textDocument: {
      holds: (value) =>
        isRecord(value) &&
        ['uri', 'languageId', 'text'].every((name) => typeof value[name] === 'string') &&
        Number.isInteger(value.version),
      words: 'a document with its “uri”, language, version and text',
    },
  },
  change: {
    textDocument: {
      holds: (value) => document.holds(value) && isRecord(value) && Number.isInteger(value.version),
      words: 'a document with its “uri” and version',
    },
    contentChanges: {
      holds: (value) =>
        isListOf(
          value,
          (change) =>
            typeof change.text === 'string' &&
            (change.range === undefined || isRange(change.range)),
        ),
      words: 'a list of changes, each with its text and, unless it replaces everything, its range',
    },
  },
  folders: {
    event: {
      holds: (value) => isRecord(value) && haveUris(value.added) && haveUris(value.removed),
      words: 'the folders that were added and removed',
    },
  },
  settings: {
    settings: { holds: (value) => value !== undefined, words: 'the new settings, or null' },
  },
  files: {
    changes: { holds: haveUris, words: 'a list of files, each with its “uri”' },
  },
  references: {
    ...AT_POSITION,
    context: { holds: isRecord, words: 'whether to include the declaration' },
  },
  rename: { ...AT_POSITION, newName: text },
  symbols: { query: text },
  actions: {
    ...ON_DOCUMENT,
    range,
    context: {
      holds: (value) =>
        isRecord(value) &&
        isListOf(value.diagnostics, (diagnostic) => isRange(diagnostic.range)) &&
        (value.only === undefined || isListOfStrings(value.only)),
      words: 'the diagnostics in the range and, optionally, the requested kinds of action',
    },
  },
  takeBack: {
    ...ON_DOCUMENT,
    decisions: {
      holds: (value) => isListOf(value, isDecision),
      words: 'a list of ignored findings, accepted names or added entries',
    },
  },
  signOff: {
    ...ON_DOCUMENT,
    subjects: {
      holds: (value) => isListOf(value, isSignedSubject),
      words: 'a list of entries of the fact sheet, each with its “kind” and “sentence”',
    },
    signature: {
      holds: (value) => value === null || (isRecord(value) && isSignature(value)),
      words:
        'null, or the initials “by” and the “note” of a checker and, to reject, the “decision” “rejected”',
    },
  },
  useEvidence: {
    ...ON_DOCUMENT,
    subject: {
      holds: (value) => isRecord(value) && isSignedSubject(value),
      words: 'an entry of the fact sheet with its “kind” and “sentence”',
    },
    by: {
      holds: (value) => typeof value === 'string' && value.trim() !== '',
      words: 'the initials of a checker',
    },
    evidence: {
      holds: (value) => Array.isArray(value) && value.every(isTiedPassage),
      words: 'a list of passages, each with its “source”, “line” and “text”',
    },
  },
  commentedDocument: { ...ON_DOCUMENT, document: text },
  findPassages: { ...AT_POSITION, query: text },
  assistant: { ...ON_DOCUMENT, tool: text },
  completion: { label: text },
  command: { command: text },
  useModel: {
    folder: text,
    use: { holds: (value) => value === null || isModelUse(value), words: MODEL_USE },
  },
  findModels: { addresses: { holds: isListOfStrings, words: 'a list of URLs' } },
  opinion: { ...ON_DOCUMENT, position: optionalPosition },
  opinionPlan: {
    ...ON_DOCUMENT,
    position: optionalPosition,
    use: { holds: isModelUse, words: MODEL_USE },
  },
  previousResults: {
    previousResultIds: {
      holds: (value) => haveUris(value),
      words: 'a list of earlier results, each with its “uri”',
    },
  },
} as const satisfies Readonly<Record<string, ParameterRules>>;

function isListOf(
  value: unknown,
  holds: (member: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  return Array.isArray(value) && value.every((member) => isRecord(member) && holds(member));
}

function isSignedSubject({ kind, sentence }: Readonly<Record<string, unknown>>): boolean {
  return ['statement', 'quote', 'name'].some((one) => one === kind) && typeof sentence === 'string';
}

function isSignature({ by, note, decision }: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof by === 'string' &&
    by.trim() !== '' &&
    typeof note === 'string' &&
    (decision === undefined || decision === 'rejected')
  );
}

function isDecision(decision: Readonly<Record<string, unknown>>): boolean {
  const hasTexts = (...names: readonly string[]): boolean =>
    names.every((name) => typeof decision[name] === 'string');
  const { emptyFile } = decision;
  if (emptyFile !== undefined && typeof emptyFile !== 'string') return false;
  switch (decision.kind) {
    case 'ignored':
      return (
        hasTexts('code', 'sentence', 'words') &&
        (decision.occurrence === undefined || isNonNegativeInteger(decision.occurrence))
      );
    case 'accepted':
      return hasTexts('name');
    case 'acceptedWord':
      return hasTexts('word');
    case 'added':
      return hasTexts('text');
    default:
      return false;
  }
}

function isModelUse(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.model)) return false;
  const { model, sharesConfidential, perHour, patience } = value;
  const hasTexts = (...names: readonly string[]): boolean =>
    names.every((name) => typeof model[name] === 'string');
  const isModel =
    (model.kind === 'editor' && hasTexts('id', 'name', 'vendor')) ||
    (model.kind === 'loopback' && hasTexts('address', 'name'));
  const isPositive = (limit: unknown): boolean => typeof limit === 'number' && limit > 0;
  return (
    isModel &&
    typeof sharesConfidential === 'boolean' &&
    isPositive(perHour) &&
    isPositive(patience)
  );
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

function haveUris(value: unknown): boolean {
  return isListOf(value, ({ uri }) => typeof uri === 'string');
}

function isNonNegativeInteger(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPosition(value: unknown): boolean {
  return (
    isRecord(value) && isNonNegativeInteger(value.line) && isNonNegativeInteger(value.character)
  );
}

function isRange(value: unknown): boolean {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}
