/** What a model says of a claim. */
export type SheetOpinionVerdict = 'supported' | 'contradicted' | 'undecided';

const OPINION_WORDS: Readonly<Record<SheetOpinionVerdict, string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  undecided: 'Not decided',
};

/** A second opinion in a fact sheet. */
export interface SheetOpinion {
  readonly verdict: SheetOpinionVerdict;
  /** The name of the model. */
  readonly model: string;
}

/** A second opinion as every view shows it: “Supported (second opinion, mistral)”. */
export function opinionTitle({ verdict, model }: SheetOpinion): string {
  return `${OPINION_WORDS[verdict]} (second opinion, ${model})`;
}

/** A model that an editor's extensions offer. */
export interface EditorModel {
  readonly kind: 'editor';
  /** As the editor knows it. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
}

/** A model that a server on this machine offers. */
export interface LoopbackModelName {
  readonly kind: 'loopback';
  /** The URL of the server: “http://127.0.0.1:11434/v1”. */
  readonly address: string;
  readonly name: string;
}

/** A model of the reporter's. */
export type OwnModel = EditorModel | LoopbackModelName;

/** True for two names of one model. */
export function isSameModel(a: OwnModel, b: OwnModel): boolean {
  if (a.kind === 'editor') return b.kind === 'editor' && a.id === b.id && a.vendor === b.vendor;
  return b.kind === 'loopback' && a.address === b.address && a.name === b.name;
}

/** What the reporter agreed to for a folder, and the reporter's limits. */
export interface ModelUse {
  readonly model: OwnModel;
  /** True if the model may learn of confidential and embargoed sources; never for a model of the editor. */
  readonly sharesConfidential: boolean;
  /** The most requests in an hour. */
  readonly perHour: number;
  /** How long an answer may take, in seconds. */
  readonly patience: number;
}

/** The most requests in an hour unless the reporter says otherwise. */
export const DEFAULT_REQUESTS_PER_HOUR = 60;

/** How long a model may take for an answer unless the reporter says otherwise, in seconds: some have no graphics card. */
export const DEFAULT_PATIENCE_SECONDS = 120;

/** The addresses at which Ollama, LM Studio, llama.cpp and its Python server are when nobody has changed that. */
export const USUAL_ADDRESSES: readonly string[] = [
  'http://127.0.0.1:11434/v1',
  'http://127.0.0.1:1234/v1',
  'http://127.0.0.1:8080/v1',
  'http://127.0.0.1:8000/v1',
];

/** How many characters of a file would be sent. */
export interface SentFile {
  /** The path relative to the folder, or the name of the source. */
  readonly file: string;
  readonly characters: number;
}

/** What would be sent to a model. */
export interface SecondOpinionPlan {
  /** The draft first. */
  readonly files: readonly SentFile[];
  readonly requests: number;
  /** How many claims the model has answered already. */
  readonly known: number;
  /** How many claims are left out because of confidential or embargoed sources. */
  readonly withheld: number;
}

/** What became of a request for second opinions. */
export interface SecondOpinionOutcome {
  /** How many claims have an opinion now. */
  readonly answered: Readonly<Record<SheetOpinionVerdict, number>>;
  /** How many answers were none, or did not stand up to examination. */
  readonly unusable: number;
  /** How many claims were not asked about. */
  readonly left: number;
  readonly withheld: number;
  /** Why claims were not asked about, in a plain sentence. */
  readonly problem?: string;
}

/** The command of a server that has a model in its environment: second opinions on a draft, given its URI and perhaps a position. */
export const ASK_SECOND_OPINION = 'copydesk.askSecondOpinion';

/** The variables of the server's environment with the address and the name of a model, for editors without a command for it. */
export const MODEL_ADDRESS_VARIABLE = 'COPYDESK_MODEL_ADDRESS';
export const MODEL_NAME_VARIABLE = 'COPYDESK_MODEL';

/** What became of a request for second opinions, in one or two sentences. */
export function outcomeText(outcome: SecondOpinionOutcome, model: string): string {
  const { answered, unusable, left, withheld, problem } = outcome;
  const { supported, contradicted, undecided } = answered;
  const all = supported + contradicted + undecided;
  const shares = [
    [supported, 'supported'],
    [contradicted, 'contradicted'],
    [undecided, 'not decided'],
  ] as const;
  const counts = shares.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const asked = left + unusable + all;
  const parts = [
    all > 0
      ? `${model} on ${claims(all)}: ${counts.join(', ')}.`
      : asked === 0
        ? `There is nothing to ask ${model} about.`
        : '',
    unusable === 0 ? '' : `${claims(unusable)} got no usable answer.`,
    problem ?? '',
    left === 0 ? '' : `${claims(left)} ${left === 1 ? 'was' : 'were'} not asked about.`,
    withheld === 0 ? '' : withheldText(withheld),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** That claims are left out, in a sentence. */
export function withheldText(withheld: number): string {
  const are = withheld === 1 ? 'is' : 'are';
  return `${claims(withheld)} ${are} left out because of a confidential or embargoed source or draft.`;
}

function claims(count: number): string {
  return count === 1 ? '1 claim' : `${count} claims`;
}
