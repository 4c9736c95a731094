/** What is asked of an installed extension. */
export interface InstalledExtension {
  readonly id: string;
  /** True once the editor has started it. */
  readonly isActive: boolean;
}

/** The extensions that check the spelling of Markdown, by their identifiers in lower case. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['streetsidesoftware.code-spell-checker', 'Code Spell Checker'],
  ['ltex-plus.vscode-ltex-plus', 'LTeX+'],
  ['valentjn.vscode-ltex', 'LTeX'],
  ['elijah-potter.harper', 'Harper'],
  ['davidlday.languagetool-linter', 'LanguageTool Linter'],
  ['ban.spellright', 'Spell Right'],
  ['swyphcosmo.spellchecker', 'Spell Checker'],
  ['blopker.codebook-vscode', 'Codebook'],
]);

/** The names of the active extensions that check spelling. */
export function otherCheckers(extensions: readonly InstalledExtension[]): readonly string[] {
  return extensions.flatMap(({ id, isActive }) =>
    isActive ? (NAMES.get(id.toLowerCase()) ?? []) : [],
  );
}
