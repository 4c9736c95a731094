/** What a driver runs: a bundled suite, in a folder of drafts. */
export interface Suite {
  readonly suite: string;
  readonly folder: string;
  /** The extension as a reporter installs it; without one it is that of the repository, as it is developed. */
  readonly guest?: Guest;
}

/** A packaged extension, and another that does nothing, as an editor runs tests for one in development only. */
export interface Guest {
  readonly vsix: string;
  readonly host: string;
}
