import { SIGN_OFF_FILE } from '../features/factSheet/signOffFile.js';
import { isStyleFile } from '../houseStyle/locateStyle.js';
import { STYLE_FILE } from '../houseStyle/styleFile.js';
import { isSuppressionsFile } from '../suppressions/locateSuppressions.js';
import { SUPPRESSIONS_FILE } from '../suppressions/suppressionsFile.js';
import { fileNameOf } from '../workspace/uris.js';

/** Globs of the files of Copydesk itself in a folder. */
export const OWN_FILES: readonly string[] = [SUPPRESSIONS_FILE, STYLE_FILE, SIGN_OFF_FILE].map(
  (name) => `**/${name}`,
);

/** True for a suppressions file or a house style, which decide what is found in drafts. */
export function isCheckingFile(uri: string): boolean {
  return isSuppressionsFile(uri) || isStyleFile(uri);
}

/** True for a sign-off file. */
export function isSignOffFile(uri: string): boolean {
  return fileNameOf(uri) === SIGN_OFF_FILE;
}
