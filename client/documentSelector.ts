import { workspace } from 'vscode';

/** Selects documents by their properties. */
type Selector = readonly {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}[];

/** The URI schemes of drafts: files on disk, and those of the open folders, such as the ones of vscode.dev. */
const SCHEMES = [
  ...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** The documents that are checked as drafts: Markdown files, and untitled Markdown documents. */
export const DRAFT_SELECTOR: Selector = [...SCHEMES, 'untitled'].map((scheme) => ({
  scheme,
  language: 'markdown',
}));

/** The name of the files in which the sign-offs of fact sheets are stored. */
export const SIGN_OFF_FILE = '.copydesk-signoff.ndjson';

/** The suppressions and sign-off files. The server receives their text, so that it applies before it is saved. */
export const OWN_FILES_SELECTOR: Selector = SCHEMES.map((scheme) => ({
  scheme,
  pattern: `**/{.copydesk.json,${SIGN_OFF_FILE}}`,
}));
