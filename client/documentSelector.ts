import { workspace } from 'vscode';

/** Documents as the editor selects them. */
type Selector = readonly {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}[];

/** Where drafts lie: on disk, and wherever else the folders are that are open, as in vscode.dev. */
const SCHEMES = [
  ...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** The documents that are read as drafts: Markdown in a folder, and what was never saved. */
export const DRAFT_SELECTOR: Selector = [...SCHEMES, 'untitled'].map((scheme) => ({
  scheme,
  language: 'markdown',
}));

/** The files that say what to let stand in the drafts of their folder; they count before they are saved. */
export const SUPPRESSIONS_SELECTOR: Selector = SCHEMES.map((scheme) => ({
  scheme,
  pattern: '**/.copydesk.json',
}));
