import { formatOf } from '../prose/prose.js';
import type { Workspace } from '../workspace/workspace.js';

/** The file extensions of sound and video; pictures come before sound alone. */
const ENDINGS = ['mp4', 'm4v', 'webm', 'mov', 'mp3', 'm4a', 'aac', 'wav', 'ogg', 'oga', 'flac'];

/** In no more folders than this are recordings looked for. */
const MOST_FOLDERS = 100;

/**
 * The URIs of the recordings beside captions that share their name, “hearing.mp3” for “hearing.vtt”
 * or “hearing.en.vtt”, by the paths of the captions. Does not reject.
 */
export async function recordingsBeside(
  paths: readonly string[],
  workspace: Pick<Workspace, 'find' | 'uriOf'>,
): Promise<ReadonlyMap<string, string>> {
  const folders = [...new Set(paths.filter(areCaptions).map(folderOf))].slice(0, MOST_FOLDERS);
  if (folders.length === 0) return new Map();
  const found = await workspace.find(folders.map((folder) => `${asGlob(folder)}*`));
  const byName = new Map<string, string>();
  for (const path of found.filter(isRecording)) {
    const name = withoutEnding(path);
    const known = byName.get(name);
    if (known === undefined || rankOf(path) < rankOf(known)) byName.set(name, path);
  }
  return new Map(
    paths.filter(areCaptions).flatMap((path): [string, string][] => {
      const recording = namesOf(path).flatMap((name) => byName.get(name) ?? [])[0];
      return recording === undefined ? [] : [[path, workspace.uriOf(recording)]];
    }),
  );
}

/** True for the path of a sound or video file. */
export function isRecording(path: string): boolean {
  return rankOf(path) >= 0;
}

/** The paths without those of recordings that have captions among them, which are read instead. */
export function withoutCaptioned(paths: readonly string[]): readonly string[] {
  const captioned = new Set(paths.filter(areCaptions).flatMap(namesOf));
  return paths.filter((path) => !isRecording(path) || !captioned.has(withoutEnding(path)));
}

function areCaptions(path: string): boolean {
  return formatOf(path) === 'captions';
}

/** The language that the name of captions has before its ending: “.en”, “.pt-BR”. */
const LANGUAGE = /\.[a-z]{2,3}(?:-[a-z]{2,4})?$/iu;

/** The names that a recording with these captions may have, without its ending. */
function namesOf(captions: string): readonly string[] {
  const name = withoutEnding(captions);
  return [name, name.replace(LANGUAGE, '')];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A folder as a glob, with a wildcard for each character that has a meaning in globs. */
function asGlob(folder: string): string {
  return folder.replace(/[*?[\]{}()!+@|\\]/gu, '?');
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/u, '');
}

function rankOf(path: string): number {
  return ENDINGS.indexOf(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
