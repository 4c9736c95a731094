/** The properties of an installed extension that are used. */
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

/** The parts of the editor that the notice about another spell checker uses. */
export interface SpellingHost {
  readonly extensions: readonly InstalledExtension[];
  /** True if Copydesk marks misspelled words. */
  readonly isOn: boolean;
  /** True if the notice was shown before, in this installation of the editor. */
  readonly wasTold: boolean;
  readonly rememberTold: () => PromiseLike<void>;
  /** Shows the notice; resolves to true if the reporter wants Copydesk's own check turned off. */
  readonly ask: (notice: string) => PromiseLike<boolean>;
  readonly turnOff: () => PromiseLike<void>;
}

/**
 * Says once that another extension checks spelling too, and offers to turn our check off. Rejects
 * if the editor refuses to store the decision.
 */
export async function tellAboutOtherChecker(host: SpellingHost): Promise<void> {
  const [other] = otherCheckers(host.extensions);
  if (host.wasTold || !host.isOn || other === undefined) return;
  // Stored before the answer, which may never come: a notice that returns with each start would be
  // a nuisance.
  await host.rememberTold();
  const notice = `${other} checks spelling too, so misspelled words may be marked twice.`;
  if (await host.ask(notice)) await host.turnOff();
}
