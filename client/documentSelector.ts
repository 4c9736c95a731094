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

/**
 * The documents that may be drafts: Markdown and scripts in Fountain, also untitled, and text
 * files; the server ignores text files in a folder without sources.
 */
export const DRAFT_SELECTOR: Selector = [
  ...[...SCHEMES, 'untitled'].flatMap((scheme) =>
    ['markdown', 'fountain'].map((language) => ({ scheme, language })),
  ),
  ...SCHEMES.map((scheme) => ({ scheme, language: 'plaintext', pattern: '**/*.txt' })),
];

/** The name of the files in which the sign-offs of fact sheets are stored. */
export const SIGN_OFF_FILE = '.copydesk-signoff.ndjson';

/** The suppressions and sign-off files and house styles. The server receives their text, so that it applies before it is saved. */
export const OWN_FILES_SELECTOR: Selector = SCHEMES.map((scheme) => ({
  scheme,
  pattern: `**/{.copydesk.json,style.yml,${SIGN_OFF_FILE}}`,
}));
