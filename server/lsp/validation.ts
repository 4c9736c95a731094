/** What one parameter of a message has to be. */
interface Requirement {
  readonly holds: (value: unknown) => boolean;
  /** The same in words: “must be …”. */
  readonly words: string;
}

/** The parameters that a message must have, by name, as far as anything here relies on them. */
export type ParameterRules = Readonly<Record<string, Requirement>>;

/** What is wrong with the parameters of a message, in a plain sentence; `undefined` where nothing is. */
export function validate(parameters: unknown, wanted: ParameterRules): string | undefined {
  const given = isRecord(parameters) ? parameters : {};
  for (const [name, { holds, words }] of Object.entries(wanted)) {
    if (!holds(given[name])) return `“${name}” must be ${words}.`;
  }
  return undefined;
}

const ANYTHING: ParameterRules = {};

const document = {
  holds: (value: unknown) => isRecord(value) && typeof value.uri === 'string',
  words: 'a document, by its address (“uri”)',
};
const position = { holds: isPosition, words: 'a line and a character, whole numbers from 0' };
const range = { holds: isRange, words: 'a range with its start and its end' };
const text = { holds: (value: unknown) => typeof value === 'string', words: 'a text' };

const ON_DOCUMENT: ParameterRules = { textDocument: document };
const AT_POSITION: ParameterRules = { ...ON_DOCUMENT, position };

/** The parameters that each kind of message must have. */
export const PARAMETER_RULES = {
  anything: ANYTHING,
  onDocument: ON_DOCUMENT,
  atPosition: AT_POSITION,
  inRange: { ...ON_DOCUMENT, range },
  initialize: {
    workspaceFolders: {
      holds: (value) => value === undefined || value === null || areAddressed(value),
      words: 'a list of folders, each with its address (“uri”)',
    },
  },
  open: {
    textDocument: {
      holds: (value) =>
        isRecord(value) &&
        ['uri', 'languageId', 'text'].every((name) => typeof value[name] === 'string') &&
        Number.isInteger(value.version),
      words: 'a document with its address (“uri”), language, version and text',
    },
  },
  change: {
    textDocument: {
      holds: (value) => document.holds(value) && isRecord(value) && Number.isInteger(value.version),
      words: 'a document, by its address (“uri”), with its version',
    },
    contentChanges: {
      holds: (value) =>
        isListOf(
          value,
          (change) =>
            typeof change.text === 'string' &&
            (change.range === undefined || isRange(change.range)),
        ),
      words: 'a list of changes, each with its text and, unless that is all of it, its range',
    },
  },
  folders: {
    event: {
      holds: (value) => isRecord(value) && areAddressed(value.added) && areAddressed(value.removed),
      words: 'the folders that were added and removed',
    },
  },
  files: {
    changes: { holds: areAddressed, words: 'a list of files, each with its address (“uri”)' },
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
        (value.only === undefined || isListOfTexts(value.only)),
      words: 'the diagnostics there, with the kinds of action that are wanted, if not all are',
    },
  },
  completion: { label: text },
  known: {
    previousResultIds: {
      holds: (value) => areAddressed(value),
      words: 'a list of what is known, each with its address (“uri”)',
    },
  },
} as const satisfies Readonly<Record<string, ParameterRules>>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(
  value: unknown,
  holds: (member: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  return Array.isArray(value) && value.every((member) => isRecord(member) && holds(member));
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

function areAddressed(value: unknown): boolean {
  return isListOf(value, ({ uri }) => typeof uri === 'string');
}

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && isWhole(value.line) && isWhole(value.character);
}

function isRange(value: unknown): boolean {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}
