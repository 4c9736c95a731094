/** A bundled test suite and the folder of drafts that it runs in. */
export interface Suite {
  readonly suite: string;
  readonly folder: string;
  /** The packaged extension; by default the one under development in this repository is used. */
  readonly installed?: InstalledExtension;
  /** The folder of an extension that offers a language model. */
  readonly models: string;
}

/** A packaged extension, and the folder of an empty one: an editor only runs tests for an extension under development. */
export interface InstalledExtension {
  readonly vsix: string;
  readonly host: string;
}

/** The text to type into a box for a password. */
export const PASSWORD = 'open sesame';
