/** An argument of a tool. */
export interface ToolArgument {
  readonly name: string;
  /** Its title for the assistant. */
  readonly description: string;
  readonly isRequired: boolean;
  /** The longest value, in UTF-16 units. */
  readonly maxLength: number;
}

/** A question that an assistant may ask about a folder. */
export interface AssistantTool {
  readonly name: AssistantToolName;
  readonly title: string;
  /** What it answers and when to use it, for the assistant. */
  readonly description: string;
  readonly arguments: readonly ToolArgument[];
}

/** The names of the tools. */
export type AssistantToolName =
  'check_draft' | 'find_evidence' | 'who_is' | 'compare_quote' | 'compare_rewrite';

/** More than any draft has, in UTF-16 units. */
const LONGEST_DRAFT = 300_000;
/** More than a statement or a quotation has, in UTF-16 units. */
const LONGEST_PASSAGE = 10_000;
/** More than a name, a path or an office has. */
const LONGEST_NAME = 500;

/** The tools, in the order in which they are listed. The same for every program that asks. */
export const ASSISTANT_TOOLS: readonly AssistantTool[] = [
  {
    name: 'check_draft',
    title: 'Check a draft against the sources',
    description:
      'Checks a news draft (Markdown) against the reporter’s own sources. Returns “findings” (misspelled names, broken sentences, claims and quotes that the sources contradict or do not support, each with its place, evidence and fixes) and “claims” (each statement with the verdict supported, contradicted, unsupported or unclear, and its evidence). Use it after writing or editing a draft. Give “path” for a draft in the folder, or “text”.',
    arguments: [
      {
        name: 'path',
        description: 'The path of a Markdown draft, relative to the folder.',
        isRequired: false,
        maxLength: LONGEST_NAME,
      },
      {
        name: 'text',
        description: 'The text of a draft, as Markdown.',
        isRequired: false,
        maxLength: LONGEST_DRAFT,
      },
    ],
  },
  {
    name: 'find_evidence',
    title: 'Find evidence for a claim',
    description:
      'Says what the reporter’s sources have on a claim: for each statement in it a verdict (supported, contradicted, unsupported or unclear), the reasons, and the passages with source and line; for words that are no statement, related passages. Use it before stating a fact in a draft.',
    arguments: [
      {
        name: 'claim',
        description: 'One sentence that states something, with names instead of pronouns.',
        isRequired: true,
        maxLength: LONGEST_PASSAGE,
      },
    ],
  },
  {
    name: 'who_is',
    title: 'Look up a name',
    description:
      'Says who or what a name is, by the reporter’s sources: the right spelling, other forms, roles, a description, quotes, and where each is found. Suggests similar names for one that is not known. Use it before writing a name or a title.',
    arguments: [
      {
        name: 'name',
        description: 'A person, organisation, place or event.',
        isRequired: true,
        maxLength: LONGEST_NAME,
      },
    ],
  },
  {
    name: 'compare_quote',
    title: 'Compare a quote with the record',
    description:
      'Compares words with the quotes that the reporter’s sources record: verbatim, altered (with what differs) or absent, whether the recorded speaker is the one named, and the recorded words with source and line. Use it before quoting anyone, and never quote words that are absent.',
    arguments: [
      {
        name: 'words',
        description: 'The quoted words, without the quotation marks around them.',
        isRequired: true,
        maxLength: LONGEST_PASSAGE,
      },
      {
        name: 'speaker',
        description: 'Who is said to have spoken them: a name or an office.',
        isRequired: false,
        maxLength: LONGEST_NAME,
      },
    ],
  },
  {
    name: 'compare_rewrite',
    title: 'Compare a rewrite with the text before',
    description:
      'Compares a text with what it was before it was shortened, edited or written in another style: “changes” lists names, figures, dates, quotations and speakers that are changed, added or lost, each with the words of both texts. Asks no source. Use it after rewriting or summarising a draft, and put right what is changed or added.',
    arguments: [
      {
        name: 'before',
        description: 'The text before, as Markdown.',
        isRequired: true,
        maxLength: LONGEST_DRAFT,
      },
      {
        name: 'after',
        description: 'The text after, as Markdown.',
        isRequired: true,
        maxLength: LONGEST_DRAFT,
      },
    ],
  },
];

/** The JSON schema of a tool's input. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<
    Record<
      string,
      { readonly type: 'string'; readonly description: string; readonly maxLength: number }
    >
  >;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** The schema of a tool's arguments. */
export function inputSchemaOf({ arguments: given }: AssistantTool): InputSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      given.map(({ name, description, maxLength }) => [
        name,
        { type: 'string', description, maxLength },
      ]),
    ),
    required: given.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

/**
 * The data that an assistant may see, in the words that ask for consent and that open a session.
 */
export const WHAT_ASSISTANTS_SEE =
  'An assistant that asks Copydesk receives sentences, quotes and names from your sources, with file names and lines, and the errors in a draft. It may send all of this to a model that runs elsewhere. Sources that are marked confidential or embargoed in their front matter, or are in a folder “confidential”, stay out. Copydesk itself sends nothing anywhere and changes no file.';
