import type { CheckStateKind } from '../../protocol/checkState.js';

/** A text with buttons below it. */
interface Welcome {
  readonly texts: readonly string[];
  readonly buttons: readonly (readonly [command: string, title: string])[];
}

const ADD_SOURCE = ['copydesk.addSource', 'Add Source…'] as const;

const WELCOMES: Readonly<Record<CheckStateKind | 'none', Welcome>> = {
  none: {
    texts: [
      'The fact sheet lists every claim and quote in your draft, with what your sources say about it.',
      'Open a draft to begin: Markdown (.md), Fountain (.fountain) or, in a folder with sources, text (.txt).',
      'Nothing you write leaves this machine, unless you let Copydesk ask your newsroom’s archive or a model of your own.',
    ],
    buttons: [
      ['workbench.action.files.openFile', 'Open File…'],
      ['copydesk.newStoryFolder', 'New Story Folder…'],
      ['copydesk.openSample', 'Open Sample Draft'],
    ],
  },
  uncovered: {
    texts: [
      'No source covers this draft, so its claims and quotes were not checked.',
      'Put the articles, press releases and transcripts that it is based on into the folder “sources”.',
    ],
    buttons: [ADD_SOURCE],
  },
  noSources: {
    texts: [
      'No sources yet: add articles, press releases or transcripts to the folder “sources”. Until then, claims and quotes are not checked.',
    ],
    buttons: [ADD_SOURCE, ['copydesk.openSample', 'Open Sample Draft']],
  },
  nothing: {
    texts: [
      'This draft has no statement yet that can be checked against the sources. Claims and quotes appear here as you write.',
    ],
    buttons: [],
  },
  checked: { texts: ['This draft has nothing to check.'], buttons: [] },
  unreadable: {
    texts: ['None of your sources could be read. The output says why.'],
    buttons: [['copydesk.showOutput', 'Show Output']],
  },
};

/** The commands that a button of a view may run. */
export const WELCOME_COMMANDS: ReadonlySet<string> = new Set(
  Object.values(WELCOMES).flatMap(({ buttons }) => buttons.map(([command]) => command)),
);

/** The text of an empty fact sheet. */
export function welcomeHtml(kind: CheckStateKind | 'none'): string {
  const { texts, buttons } = WELCOMES[kind];
  return `<div class="welcome">${texts.map((text) => `<p>${text}</p>`).join('')}${buttons
    .map(
      ([command, title]) =>
        `<button type="button" class="primary" data-act="command" data-command="${command}">${title}</button>`,
    )
    .join('')}</div>`;
}
