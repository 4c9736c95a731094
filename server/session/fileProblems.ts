import type { URI } from 'vscode-uri';
import { dossierProblems } from '../features/diagnostics/dossierProblems.js';
import { type OwnFileProblem, ownFileProblems } from '../features/diagnostics/ownFileProblems.js';
import type { Problem } from '../reference/model.js';
import type { ClientApi } from './clientApi.js';
import type { Snapshot } from './snapshot.js';

/** A file that decides how drafts are checked, with its problems. */
interface OwnFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly OwnFileProblem[];
}

/** Publishes the problems in suppressions files, house styles and dossiers that are not open in the editor. */
export class FileProblems {
  readonly #publish: ClientApi['publish'];
  readonly #isOpen: (uri: string) => boolean;
  /** The suppressions files and house styles that have problems published. */
  readonly #ownFiles = new Set<string>();
  /** The snapshot whose problems are published for each folder, and the URIs of its dossiers. */
  readonly #dossiers = new Map<
    string,
    { readonly snapshot: Snapshot; readonly uris: readonly string[] }
  >();

  /** @param isOpen True for a document that is open in the editor, which is checked as a document instead. */
  constructor(publish: ClientApi['publish'], isOpen: (uri: string) => boolean) {
    this.#publish = publish;
    this.#isOpen = isOpen;
  }

  /** Publishes the problems of a suppressions file or a house style. */
  reportOwnFile({ uri, text, problems }: OwnFile): void {
    if (problems.length === 0 || this.#ownFiles.has(uri) || this.#isOpen(uri)) return;
    this.#ownFiles.add(uri);
    this.#publish(uri, undefined, ownFileProblems(text, problems));
  }

  /** Clears the problems of all suppressions files and house styles, because one of them changed. */
  clearOwnFiles(): void {
    for (const uri of this.#ownFiles) this.#publish(uri, undefined, []);
    this.#ownFiles.clear();
  }

  /** Publishes the problems of a folder's dossiers, unless those of this snapshot are published already. */
  reportDossiers(folder: URI, snapshot: Snapshot): void {
    const key = folder.toString();
    if (this.#dossiers.get(key)?.snapshot !== snapshot) this.#publishDossiers(key, snapshot);
  }

  /** Call when a dossier was opened or closed. */
  refreshDossiers(): void {
    for (const [key, { snapshot }] of this.#dossiers) this.#publishDossiers(key, snapshot);
  }

  #publishDossiers(key: string, snapshot: Snapshot): void {
    const problems = new Map<string, Problem[]>();
    for (const problem of snapshot.problems ?? []) {
      const uri = snapshot.uriOfSource(problem.citation.source);
      if (uri === undefined || this.#isOpen(uri)) continue;
      const others = problems.get(uri);
      if (others === undefined) problems.set(uri, [problem]);
      else others.push(problem);
    }
    for (const uri of this.#dossiers.get(key)?.uris ?? []) {
      if (!problems.has(uri)) this.#publish(uri, undefined, []);
    }
    for (const [uri, found] of problems) {
      this.#publish(uri, undefined, dossierProblems(found));
    }
    this.#dossiers.set(key, { snapshot, uris: [...problems.keys()] });
  }
}
