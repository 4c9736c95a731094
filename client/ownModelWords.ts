import {
  type OwnModel,
  type SecondOpinionPlan,
  type SentFile,
  withheldText,
} from '../protocol/secondOpinion.js';

/** Vendors of models of which it is known that they run elsewhere, with where that is. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([['copilot', 'GitHub Copilot']]);

/** How Ollama ends the names of models that it passes on. */
const CLOUD = /[:-]cloud$/iu;

/**
 * Where a model runs, as far as that can be known, in one sentence.
 *
 * @param machine The machine that a loopback address is on: “this machine”, or the one that the window is connected to.
 */
export function whereItRuns(model: OwnModel, machine: string): string {
  if (model.kind === 'loopback') {
    const [, , host = model.address] = model.address.split('/');
    return CLOUD.test(model.name)
      ? `The server at ${host} on ${machine} offers it, and its name says that texts are passed on to a cloud.`
      : `The server at ${host} on ${machine} offers it; whether that passes texts on cannot be known.`;
  }
  const company = ELSEWHERE.get(model.vendor.toLowerCase());
  return company === undefined
    ? `“${model.vendor}” in this editor offers it; whether it runs on this machine cannot be known.`
    : `It runs on servers of ${company}, not on this machine.`;
}

/**
 * A text for a message, a list or a title of the editor, which makes links of “[…](…)” and signs of “$(…)”: a name of a model
 * or a file must not become one.
 */
export function withoutLinks(text: string): string {
  return text.replace(/(?<=[\]$])\(/gu, ' (');
}

/** The question for consent: which model, where it runs, and what of which files it would receive. */
export function consentQuestion(
  model: OwnModel,
  folder: string,
  machine: string,
  plan: SecondOpinionPlan | undefined,
): string {
  const parts = [
    `Let Copydesk ask ${model.name} about claims in the folder “${folder}”?`,
    whereItRuns(model, machine),
    plan === undefined
      ? 'With a claim it receives its sentence, the sentence before, and up to 170 words of your sources.'
      : planText(plan),
    'Nothing is sent until you ask for a second opinion.',
    ...(plan === undefined || plan.withheld === 0 ? [] : [withheldText(plan.withheld)]),
  ];
  return withoutLinks(parts.join(' '));
}

/** The question before all that is to check is asked about. */
export function askingQuestion(model: OwnModel, plan: SecondOpinionPlan): string {
  const parts = [
    `Ask ${model.name} for a second opinion in ${countOf(plan.requests, 'request')}?`,
    planText(plan),
    ...(plan.withheld === 0 ? [] : [withheldText(plan.withheld)]),
  ];
  return withoutLinks(parts.join(' '));
}

/** What would be sent, and how much is answered already, in a sentence or two. */
function planText({ files, requests, known, withheld }: SecondOpinionPlan): string {
  const reason = known + withheld === 0 ? ': no claim in it is to check' : '';
  const sent =
    requests === 0
      ? `Of the draft as it is now nothing would be sent${reason}.`
      : `For ${countOf(requests, 'claim')} to check it receives ${filesText(files)}.`;
  return known === 0 ? sent : `${sent} It has answered about ${countOf(known, 'claim')} already.`;
}

/** The most files that are named in a question. */
const MOST_NAMED = 4;

function filesText(files: readonly SentFile[]): string {
  const [draft, ...sources] = files;
  const named = sources.slice(0, MOST_NAMED);
  const others = sources.slice(MOST_NAMED);
  const parts = [...(draft === undefined ? [] : [draft]), ...named].map(
    ({ file, characters }, index) =>
      `${characters.toLocaleString('en')} ${index === 0 ? 'characters ' : ''}of ${file}`,
  );
  const rest = others.reduce((sum, { characters }) => sum + characters, 0);
  if (others.length > 0)
    parts.push(`${rest.toLocaleString('en')} of ${countOf(others.length, 'other file')}`);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
