import { URI, Utils } from 'vscode-uri';

/** A URI of the protocol; `undefined` for text that is not a URI, because a client may send anything. */
export function parseUri(text: string): URI | undefined {
  try {
    const uri = URI.parse(text);
    // Half a surrogate pair cannot be escaped. The result is cached for later calls.
    uri.toString();
    return uri;
  } catch {
    return undefined;
  }
}

/**
 * The spelling under which a URI is stored in maps and sets: editors and Node escape the same URI
 * differently. Text that is not a URI is returned as it is.
 */
export function uriKey(text: string): string {
  return parseUri(text)?.toString() ?? text;
}

/** The folder that a file is in; `undefined` for text that is not a URI. */
export function parentFolder(text: string): URI | undefined {
  const uri = parseUri(text);
  return uri && Utils.dirname(uri);
}

/** The decoded name of the file at a URI; the text itself if it is not a URI. */
export function fileNameOf(text: string): string {
  const uri = parseUri(text);
  return uri === undefined ? text : Utils.basename(uri);
}

/**
 * The path of a file relative to a folder, with forward slashes: empty for the folder itself, `undefined`
 * for a file outside it.
 */
export function relativePath(folder: URI, file: URI): string | undefined {
  if (file.scheme !== folder.scheme || file.authority !== folder.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (`${file.path}/` === prefix) return '';
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}
